internal import Documents

extension Template {
  /// The structures in whose place a local path may stand, which 'aws cloudformation package' uploads.
  ///
  /// https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
  static let packaged: [String: String] = [
    "AWS::ApiGateway::RestApi": "BodyS3Location", "AWS::Lambda::Function": "Code",
    "AWS::Lambda::LayerVersion": "Content", "AWS::ElasticBeanstalk::ApplicationVersion": "SourceBundle",
    "AWS::StepFunctions::StateMachine": "DefinitionS3Location",
  ]

  /// A value, or in the place of a local path what the upload of the file gives: a structure that is not known here.
  static func uploaded(_ value: Node) -> Node {
    guard let scalar = value.scalar, !scalar.isNumberOrWord, value.tag == nil else { return value }
    var uploaded = value
    uploaded.tag = "!AWS::Uploaded"
    return uploaded
  }

  /// Whether the template shows that a tool writes it anew before deployment: it has a transform or names local files.
  var isPackaged: Bool {
    !transforms.isEmpty
      || resources.contains { resource in
        if let name = Self.packaged[resource.type], resource.properties?[name]?.text != nil { return true }
        let url = resource.type == "AWS::CloudFormation::Stack" ? resource.properties?["TemplateURL"] : nil
        return url?.text.map { !$0.contains(ascii: "://") } ?? false
      }
  }
}

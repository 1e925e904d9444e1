public import Diagnostics
internal import Documents

/// Checks artefacts: CloudFormation templates, Terraform configurations in JSON, and shell scripts of aws commands.
///
/// Reads one source; produces diagnostics in reading order. A file that cannot be read yields an error, never a trap.
public struct Linter: Sendable {
  /// The largest artefact that is read, in bytes.
  public static let maximumByteCount = 16 << 20

  private let ignored: Set<Int>

  /// Makes a linter that leaves out the findings of some codes.
  public init(ignoring codes: [DiagnosticCode] = []) { ignored = Set(codes.map(\.number)) }

  /// Everything found in one artefact. A spec is not judged here: the compiler does that.
  public func lint(_ source: SourceText) -> [Diagnostic] {
    let place = source.range(from: 0, to: 0)
    guard source.bytes.count <= Self.maximumByteCount else {
      return [.unreadable("the file has more than \(Self.maximumByteCount) bytes", at: place)]
    }
    let found: [Diagnostic] =
      switch ArtefactKind(source) {
      case .cloudFormationYAML: lintYAML(source)
      case .cloudFormationJSON: lintTemplate(JSONText.read(source), source)
      case .terraformJSON: lintTerraform(JSONText.read(source), source)
      case .shellScript: ScriptLinter(source).findings
      case .spec, .unknown: [.unknownArtefact(at: place)]
      }
    return found.filter { !ignored.contains($0.code.number) }.sortedByPosition()
  }

  private func lintYAML(_ source: SourceText) -> [Diagnostic] {
    let reader = YAMLReader(limits: .init(bytes: Self.maximumByteCount, depth: JSONText.maximumDepth))
    return lintTemplate(reader.read(source), source)
  }

  private func lintTerraform(_ read: (node: Node?, diagnostics: [Diagnostic]), _ source: SourceText)
    -> [Diagnostic]
  {
    guard let root = read.node, root.entries != nil else { return read.diagnostics }
    return read.diagnostics + TerraformLinter.findings(in: TerraformConfiguration(root))
  }

  private func lintTemplate(_ read: (node: Node?, diagnostics: [Diagnostic]), _ source: SourceText)
    -> [Diagnostic]
  {
    guard let root = read.node, root.entries != nil else {
      if read.diagnostics.hasErrors { return read.diagnostics }
      return read.diagnostics + [.unknownArtefact(at: source.range(from: 0, to: 0))]
    }
    return read.diagnostics + TemplateLinter.findings(in: Template(root), source: source)
  }
}

extension Diagnostic {
  static func unknownArtefact(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .unknownArtefact, "this is no artefact that gen lint knows", at: range,
      hint:
        "a CloudFormation template, a Terraform configuration in JSON, or a shell script with aws commands")
  }
}

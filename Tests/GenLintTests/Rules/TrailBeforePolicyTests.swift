import Diagnostics
import Testing

/// Trails and buckets that conditions choose from.
@Suite struct TrailBeforePolicyTests {
  private static func part(_ condition: String, dependsOn: String) -> String {
    """
      \(condition)Trail:
        Type: AWS::CloudTrail::Trail
        Condition: \(condition)
        \(dependsOn)
        Properties: {IsLogging: true, IsMultiRegionTrail: true, S3BucketName: !Ref Name}
      \(condition)Bucket: {Type: AWS::S3::Bucket, Condition: \(condition), Properties: {BucketName: !Ref Name}}
      \(condition)Policy:
        Type: AWS::S3::BucketPolicy
        Condition: \(condition)
        Properties:
          Bucket: !Ref \(condition)Bucket
          PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: cloudtrail.amazonaws.com}, Action: ['s3:GetBucketAcl', 's3:PutObject'], Resource: '*'}]}

    """
  }

  private static let head = """
    Parameters:
      Kms: {Type: String, AllowedValues: ['yes', 'no']}
      Name: {Type: String}
    Conditions:
      Kept: !Equals [!Ref Kms, 'yes']
      Left: !Not [!Condition Kept]
    Resources:

    """

  private func found(_ parts: String...) -> [DiagnosticCode] {
    Fixture.lint(Self.head + parts.joined()).map(\.code).filter { $0 == .trailBeforePolicy }
  }

  @Test func aTrailWaitsForThePolicyThatIsThereWithIt() {
    let kept = Self.part("Kept", dependsOn: "DependsOn: KeptPolicy")
    #expect(found(kept, Self.part("Left", dependsOn: "DependsOn: LeftPolicy")) == [])
    #expect(found(kept, Self.part("Left", dependsOn: "DeletionPolicy: Retain")) == [.trailBeforePolicy])
  }
}

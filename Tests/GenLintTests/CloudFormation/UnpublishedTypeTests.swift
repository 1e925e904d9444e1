import Diagnostics
import Testing

@Suite struct UnpublishedTypeTests {
  @Test(arguments: [
    ("AWS::Logs::MetricFilte", "error", "AWS::Logs::MetricFilter"),
    ("AWS::Lamda::Function", "error", "AWS::Lambda::Function"),
    // One of the same service before one of another that is spelled more alike.
    ("AWS::CE::AnomalyDetector", "error", "AWS::CE::AnomalyMonitor"),
    ("AWS::CloudFront::OriginAccessIdentity", "error", "AWS::CloudFront::CloudFrontOriginAccessIdentity"),
    ("AWS::RDS::DBSnapshot", "error", nil),
    // It may be younger than the schemas.
    ("AWS::SNS::PlatformApplication", "note", nil), ("AWS::Lambda::MicrovmImage", "note", nil),
  ])
  func theTypeThatIsMeantIsOneOfTheService(type: String, severity: String, meant: String?) {
    let found = Fixture.lint("Resources:\n  A:\n    Type: \(type)\n").filter { $0.code == .unknownType }
    #expect(found.map(\.severity.rawValue) == [severity])
    #expect(found.first?.hint == meant.map { "did you mean '\($0)'?" })
  }
}

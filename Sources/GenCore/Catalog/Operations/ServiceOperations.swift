/// The write operations of one service.
///
/// Taken from the service's API model (botocore 1.43.11): every operation whose name does not begin with Get, List,
/// Describe and the like, in CloudTrail's spelling.
public struct ServiceOperations: Hashable, Sendable {
  /// The service's name in the API model.
  public let service: String
  /// The value of `eventSource` in its records.
  public let eventSource: String
  /// The operations, by event name.
  public let operations: [WriteOperation]
  /// Whether more operations exist than are listed.
  public let isPartial: Bool

  /// `renamed` gives the API's name of an event name that differs from it.
  init(
    service: String, eventSource: String, names: [String], renamed: [String: String] = [:],
    dataEvents: [String] = [], isPartial: Bool = false
  ) {
    self.service = service
    self.eventSource = eventSource
    self.isPartial = isPartial
    operations = (names.map { ($0, false) } + dataEvents.map { ($0, true) })
      .map { name, isData in
        WriteOperation(eventName: name, apiName: renamed[name] ?? name, isDataEvent: isData)
      }
      .sorted { $0.eventName < $1.eventName }
  }

  /// Every service that is known, those of the controls first.
  public static let all: [ServiceOperations] = [
    .iam, .cloudTrail, .kms, .s3, .config, .ec2, .organizations, .securityHub, .account, .identityCenter,
    .lambda,
  ]
}

/// An operation that changes something, under the name that CloudTrail logs.
public struct WriteOperation: Hashable, Sendable {
  /// The value of `eventName`.
  public let eventName: String
  /// The name in the service's API, which is not always the logged one.
  public let apiName: String
  /// Whether it is a data event, which a trail records only when it is told to.
  public let isDataEvent: Bool
}

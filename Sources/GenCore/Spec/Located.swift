public import Diagnostics

/// A value and where the spec says it.
public struct Located<Wrapped: Sendable>: Sendable {
  /// The value.
  public var value: Wrapped
  /// Its place.
  public var range: SourceRange

  /// Makes a located value.
  public init(_ value: Wrapped, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// A text in a resource that may be known only where it is deployed.
public indirect enum Value: Hashable, Sendable {
  /// Fixed text.
  case literal(String)
  /// The value of a parameter.
  case parameter(Identifier)
  /// What another resource is called once it exists.
  case attribute(Attribute, of: ResourceID)
  /// The partition: `aws`, `aws-us-gov`, `aws-cn`.
  case partition
  /// The Region of the deployment.
  case region
  /// The domain of the partition's services: `amazonaws.com`, `amazonaws.com.cn`.
  case domain
  /// The account of the deployment, twelve digits.
  case account
  /// What is looked up where it is deployed, or given there by a parameter.
  case found(Lookup, parameter: Identifier)
  /// Parts one after the other.
  case joined([Value])

  /// What can be looked up.
  public enum Lookup: Hashable, Sendable {
    /// The name of the one log group whose name begins so.
    case logGroup(prefix: String)
    /// The name of the log group that a trail delivers to.
    case logGroupOfTrail(String)
    /// The id of the account's organization.
    case organization
  }

  /// What can be asked of a resource.
  public enum Attribute: Hashable, Sendable {
    /// Its name: log group, bucket, role, trail, topic.
    case name
    /// Its ARN. A log group's has no `:*` at the end; an emitter whose target appends one takes it off.
    case arn
  }
}

extension Value: ExpressibleByStringInterpolation {
  /// Makes a fixed text.
  public init(stringLiteral value: String) { self = .literal(value) }

  /// Makes a text from parts: `"arn:\(.partition):sns:\(.region)"`.
  public init(stringInterpolation: Interpolation) {
    self =
      stringInterpolation.parts.count == 1 ? stringInterpolation.parts[0] : .joined(stringInterpolation.parts)
  }

  /// Collects the parts of an interpolated value.
  public struct Interpolation: StringInterpolationProtocol {
    var parts: [Value] = []

    /// Begins a text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds fixed text.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    /// Adds a value.
    public mutating func appendInterpolation(_ value: Value) { parts.append(value) }
  }
}

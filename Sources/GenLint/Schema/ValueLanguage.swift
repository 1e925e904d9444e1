internal import Documents

/// How one form of artefact spells the values that a schema speaks of.
protocol ValueLanguage {
  /// What stands at a node, as far as the file alone can tell.
  func reading(of node: Node) -> ValueReading
  /// Whether a scalar may stand where one of JSON Schema's scalar types is wanted.
  func accepts(_ scalar: Node.Scalar, as type: String) -> Bool
  /// What a reference yields when it is of another kind than the one wanted; nil when all is well or unknown.
  func mismatch(of node: Node, with format: String) -> Mismatch?
  /// What a reference yields when it is of none of JSON Schema's types that are wanted; nil when all is well or unknown.
  func misfit(of node: Node, with types: [String]) -> String?
  /// How long a text is, as limits of length count it.
  func length(of text: String) -> Int
  /// A text that two elements share when they are the same; nil when that cannot be told.
  func identity(of node: Node) -> String?
  /// Whether a condition decides that a node sets nothing.
  func isOptional(_ node: Node) -> Bool
  /// Whether one of the branches at a node sets nothing, and may be taken.
  func mayLeaveOut(_ node: Node) -> Bool
  /// The language inside of one of the branches at a node.
  func inside(_ node: Node, branch: Int) -> any ValueLanguage
  /// The names of what an open entry stands for; nil when only a deployment knows.
  func names(givenBy entry: Node.Entry) -> [String]?
  /// Whether what only a deployment knows may turn out to be nothing.
  var mayYieldNothing: Bool { get }
  /// Whether two that exclude each other are told from the one to the other, not at the second.
  var tellsPairsWhole: Bool { get }
  /// Whether a condition outside of what is judged decides which branches inside can be taken.
  var isDecidedElsewhere: Bool { get }
  /// Whether a key stands for entries that only a deployment knows.
  func isOpen(_ key: String) -> Bool
}

extension ValueLanguage {
  func names(givenBy entry: Node.Entry) -> [String]? { nil }
  func inside(_ node: Node, branch: Int) -> any ValueLanguage { self }
  var mayYieldNothing: Bool { false }
  var isDecidedElsewhere: Bool { false }
  var tellsPairsWhole: Bool { false }
  func misfit(of node: Node, with types: [String]) -> String? { nil }
  func isOptional(_ node: Node) -> Bool { false }
  func mayLeaveOut(_ node: Node) -> Bool { false }
  func identity(of node: Node) -> String? { node.tag == nil ? node.text : nil }
  func length(of text: String) -> Int { text.utf16.count }
}

/// What a reference yields where something else is wanted.
struct Mismatch {
  /// Its name for a message.
  let found: String
  /// What to write instead, where that is known.
  var hint: String?
}

/// What stands at a node.
enum ValueReading {
  /// The node itself.
  case plain
  /// A scalar whose text is not the one written, such as an escaped template.
  case text(String)
  /// One of several nodes, decided elsewhere.
  case branches([Node])
  /// Nothing: the property counts as not set.
  case absent
  /// Something that only a deployment knows. It raises no finding.
  case unknown
}

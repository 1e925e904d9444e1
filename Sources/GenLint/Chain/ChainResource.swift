internal import Diagnostics
internal import Documents

/// A resource as all three forms declare it: CloudFormation's type and property names, whatever the form.
struct ChainResource {
  /// CloudFormation's type name, or one of our own for what CloudFormation has no type for.
  var type: String
  /// How the file calls it.
  var id: String
  /// Where its name stands.
  var key: SourceRange
  /// The properties, under CloudFormation's names.
  var properties: [Node.Entry]
  /// The Region that it is made in, where the file names one.
  var region: ChainValue?
  /// Which of the accounts and Regions it is made in that the file speaks of: a name stands once in each.
  var place = ""
  /// Whether a condition decides if it is made.
  var isConditional = false
  /// The name of that condition, where it has one.
  var condition: String?
  /// Whether it may have properties that the file does not show.
  var isOpen = false
  /// The resources that exist before it, directly.
  var dependencies: [String] = []

  /// A property.
  subscript(name: String) -> Node? { properties.first { $0.key.text == name }?.value }
}

/// What a form must tell so that the chain can be read: its resources and what its values are.
protocol ChainSource {
  /// The resources in the order of the file.
  var chainResources: [ChainResource] { get }
  /// What a node's value is; nil when the property counts as not set.
  func value(of node: Node) -> ChainValue?
  /// A structure or list, when the node is one or stands for one, such as the text of a JSON document.
  func structure(of node: Node) -> Node?
  /// Whether the order of the resources is the order in which they are made.
  var isSequential: Bool { get }
  /// The resources that the file hands to whoever imports them.
  var exported: Set<String> { get }
  /// The conditions of the file, where it has any.
  var logic: ConditionLogic? { get }
  /// Whether something that the file does not show may publish metrics: a module, a filter that is made from another file.
  var publishesUnseen: Bool { get }
  /// Whether the file shows all that is made with it, so that what is missing is missing.
  var showsAll: Bool { get }
  /// The resources that the file hands to another one, which may add to them.
  var handedOn: Set<String> { get }
  /// The resources that the file shows to whoever asks for them.
  var offered: Set<String> { get }
  /// The nodes that a node stands for by turns.
  func branches(of node: Node) -> [Node]
}

extension ChainSource {
  /// Of a form that has no exports, none.
  var exported: Set<String> { [] }
  /// Of a form that shows everything that it makes.
  var publishesUnseen: Bool { false }
  /// Of a form that shows everything that it makes.
  var showsAll: Bool { true }
  /// Of a form that calls no other file, none.
  var handedOn: Set<String> { [] }
  /// What is imported elsewhere.
  var offered: Set<String> { exported }
  /// Of a form without conditional nodes, itself.
  func branches(of node: Node) -> [Node] { [node] }
  /// Of a form that names no conditions, none.
  var logic: ConditionLogic? { nil }
}

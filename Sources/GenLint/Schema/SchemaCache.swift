/// The schemas that one artefact uses, each parsed once.
final class SchemaCache {
  /// Where they come from.
  let library: SchemaLibrary
  private var schemas: [String: Schema?] = [:]
  private var names: [String: [String]] = [:]
  private var unpublished: [String: UnpublishedType] = [:]

  /// Makes an empty one.
  init(_ library: SchemaLibrary) { self.library = library }

  /// The schema of a name, when the library keeps it.
  func schema(_ name: String) -> Schema? {
    if let known = schemas[name] { return known }
    let schema = library.schema(name)
    schemas[name] = .some(schema)
    return schema
  }

  /// Every name in the library that begins with a prefix, without that and in byte order; for suggestions. Only those names are
  /// taken that go on with `start`.
  func names(after prefix: String, startingWith start: String = "") -> [String] {
    if let known = names[prefix + start] { return known }
    let found = library.names(withPrefix: prefix + start).map { String($0.dropFirst(prefix.count)) }
    names[prefix + start] = found
    return found
  }

  /// The services of the aws command.
  private(set) lazy var services = library.names().filter { !$0.isEmpty && !$0.utf8.contains(32) }

  /// A resource type of CloudFormation that is not published.
  func unpublishedType(_ name: String) -> UnpublishedType {
    if let known = unpublished[name] { return known }
    let type = UnpublishedType(name, among: names(after: "", startingWith: "A"))
    unpublished[name] = type
    return type
  }
}

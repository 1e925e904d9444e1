/// The schemas that one artefact uses, each parsed once.
final class SchemaCache {
  /// Where they come from.
  let library: SchemaLibrary
  private var schemas: [String: Schema?] = [:]

  /// Makes an empty one.
  init(_ library: SchemaLibrary) { self.library = library }

  /// The schema of a name, when the library keeps it.
  func schema(_ name: String) -> Schema? {
    if let known = schemas[name] { return known }
    let schema = library.schema(name)
    schemas[name] = .some(schema)
    return schema
  }
}

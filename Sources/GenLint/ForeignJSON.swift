/// JSON of other tools whose top has the names of Terraform's blocks: a service's answer, a GraphQL schema, a provider's
/// documentation. Told from the two names that a resource or a data source has above its body.
struct ForeignJSON {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let blocks: [TopLevelNames.Name]

  /// Takes a document's bytes and those names at its top that are Terraform's.
  init(_ bytes: UnsafeBufferPointer<UInt8>, blocks: [TopLevelNames.Name]) {
    self.bytes = bytes
    self.blocks = blocks
  }

  /// Whether the document is no configuration.
  var isForeign: Bool {
    let names = blocks.map(\.text)
    if let data = blocks.first(where: { $0.text == "data" }),
      names.allSatisfy({ ["data", "output", "check", "import"].contains($0) })
    {
      let types = members(of: data)
      // Answers have texts and numbers in an object of data too, where a configuration has structures alone.
      if types.contains(where: { !isStructure($0) }) { return true }
      if names == ["data"], !types.isEmpty, types.allSatisfy({ !isDataSource($0.text) }) { return true }
    }
    return names.allSatisfy { ["data", "resource"].contains($0) } && isDocumentation
  }

  /// Whether a name can be a data source's: its provider's name, which is not empty, and what it reads. Two have but one word.
  private func isDataSource(_ name: String) -> Bool {
    name.utf8.dropFirst().contains(UInt8(ascii: "_")) && !name.hasPrefix("__")
      || ["http", "external"].contains(name)
  }

  /// Whether sentences stand where the bodies of blocks should: the arguments of a type with what each is for.
  private var isDocumentation: Bool {
    var structures = 0
    var texts = 0
    var sentences = 0
    for block in blocks {
      for type in members(of: block).prefix(Self.sample) {
        for body in members(of: type) {
          if isStructure(body) { structures += 1 } else { texts += 1 }
          if isSentence(body) { sentences += 1 }
        }
      }
    }
    return texts > structures && sentences * 2 > texts
  }

  private static let sample = 16

  private func isStructure(_ name: TopLevelNames.Name) -> Bool {
    name.value == UInt8(ascii: "{") || name.value == UInt8(ascii: "[")
  }

  private func isSentence(_ name: TopLevelNames.Name) -> Bool {
    guard name.value == UInt8(ascii: "\"") else { return false }
    let text = bytes[(name.start + 1)...].prefix { $0 != UInt8(ascii: "\"") }
    return text.count { $0 == UInt8(ascii: " ") } > 1
  }

  /// The members of a value's object, or of the first one of its list.
  private func members(of name: TopLevelNames.Name) -> [TopLevelNames.Name] {
    guard isStructure(name), let open = bytes[name.start...].firstIndex(of: UInt8(ascii: "{")) else {
      return []
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[open...])
    return TopLevelNames(json: rest).names.map { $0.moved(by: open) }
  }
}

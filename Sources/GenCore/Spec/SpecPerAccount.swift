import Diagnostics
import Documents

extension SpecBlocks {
  /// The `perAccount` block.
  mutating func perAccount(_ node: Node) -> PerAccountSettings? {
    guard let fields = fields(node, of: "perAccount", known: ["source", "accounts", "regions"]) else {
      return nil
    }
    let source = scalars.word(fields["source"], "source", AccountSource.self)
    let nodes = scalars.list(required("accounts", fields, of: "perAccount"), "accounts")
    if nodes?.isEmpty == true { scalars.problems.append(.noAccounts(at: fields.place(of: "accounts"))) }
    let accounts = (nodes ?? []).compactMap { account($0) }
    refuseTwice(accounts.map(\.id), "account")
    // Without a name the id is the name, and an id that stands twice has been reported.
    if Set(accounts.map(\.id.value)).count == accounts.count {
      refuseTwice(accounts.map { $0.name ?? $0.id }, "account name")
    }
    let regions = (scalars.list(fields["regions"], "regions") ?? []).compactMap {
      scalars.text($0, "regions", lengths: 1...32, rule: .region)
    }
    if fields["regions"]?.elements?.isEmpty == true {
      scalars.problems.append(.noRegions(at: fields.place(of: "regions")))
    }
    refuseTwice(regions, "Region")
    guard !accounts.isEmpty else { return nil }
    return PerAccountSettings(range: fields.range, source: source, accounts: accounts, regions: regions)
  }

  /// An id, or a mapping with `id` and `name`.
  private mutating func account(_ node: Node) -> PerAccountSettings.Account? {
    if node.scalar != nil {
      return scalars.text(node, "accounts", rule: .accountID).map { .init(id: $0, name: nil) }
    }
    guard let fields = fields(node, of: "accounts", known: ["id", "name"]) else { return nil }
    let name = scalars.text(fields["name"], "name", lengths: 1...50)
    return scalars.text(required("id", fields, of: "accounts"), "id", rule: .accountID).map {
      .init(id: $0, name: name)
    }
  }
}

extension Diagnostic {
  fileprivate static func noRegions(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "'regions' is empty", at: range,
      hint: "name Regions, or leave 'regions' out for one alarm over all of them")
  }
}

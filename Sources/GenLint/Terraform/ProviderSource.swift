/// The address of a provider, such as `hashicorp/aws` or `example.com/team/thing`.
///
/// https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
enum ProviderSource {
  /// What is wrong with an address, and how it is mended; nil when Terraform reads it.
  static func fault(_ text: String) -> (message: String, hint: String)? {
    let parts = text.fields(by: "/")
    let form = "write 'NAMESPACE/NAME' or 'HOST/NAMESPACE/NAME', as in 'hashicorp/aws'"
    guard parts.count <= 3, !parts.contains(where: \.isEmpty) else {
      return ("'\(text.prefix(80))' is no source of a provider", form)
    }
    let name = parts[parts.count - 1]
    if let reason = label(name) {
      return ("'\(name.prefix(80))' in '\(text.prefix(80))' is no name of a provider: \(reason)", form)
    }
    guard parts.count > 1 else { return nil }
    let space = parts[parts.count - 2]
    let isDefault = parts.count == 2 || parts[0] == "registry.terraform.io"
    // What stood for the namespace before there were any.
    if !(space == "-" && isDefault), let reason = label(space) {
      return ("'\(space.prefix(80))' in '\(text.prefix(80))' is no namespace: \(reason)", form)
    }
    if parts.count == 3, !isHost(parts[0]) {
      return ("'\(parts[0].prefix(80))' in '\(text.prefix(80))' is no host", form)
    }
    for prefix in ["terraform-provider-", "terraform-"] where name.hasPrefix(prefix) {
      let bare = parts.dropLast().joined(separator: "/") + "/" + name.dropFirst(prefix.utf8.count)
      return ("the name of a provider does not begin with '\(prefix)'", "write '\(bare)'")
    }
    return nil
  }

  /// Why a text is no name or namespace; nil when it is one. What other scripts may write there is left to Terraform.
  static func label(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 < 128 }) else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    if !isPlain || text.hasPrefix("-") || text.hasSuffix("-") {
      return "it may hold letters, digits and hyphens, no hyphen at an end"
    }
    return text.contains(ascii: "--") ? "it holds two hyphens in a row" : nil
  }

  private static func isHost(_ text: String) -> Bool {
    let halves = text.fields(by: ":")
    guard halves.count <= 2, !halves[0].isEmpty else { return false }
    if halves.count == 2 {
      let isNumber = !halves[1].isEmpty && halves[1].utf8.allSatisfy { (48...57).contains($0) }
      guard isNumber, Int(halves[1]).map({ $0 <= 65_535 }) ?? false else { return false }
    }
    var labels = halves[0].fields(by: ".")
    // A name may end in a dot, as in the tables of names.
    if labels.count > 1, labels[labels.count - 1].isEmpty { labels.removeLast() }
    return labels.allSatisfy { !$0.isEmpty && (label($0) == nil || $0.contains(ascii: "--")) }
  }
}

internal import Diagnostics

/// A constraint of versions, such as `>= 5.0, < 6.0`.
///
/// https://developer.hashicorp.com/terraform/language/expressions/version-constraints
enum TerraformVersionConstraint {
  /// What a constraint is of. Terraform reads each a little otherwise.
  enum Subject { case core, provider, module }

  private static let part =
    "^\\s*(=|!=|>|<|>=|<=|~>)?\\s*v?[0-9]+(\\.[0-9]+)*"
    + "(-[0-9]+[0-9A-Za-z~-]*(\\.[0-9A-Za-z~-]+)*|-?[A-Za-z~-]+[0-9A-Za-z~-]*(\\.[0-9A-Za-z~-]+)*)?"
    + "(\\+[0-9A-Za-z~-]+(\\.[0-9A-Za-z~-]+)*)?\\s*$"

  /// What is wrong with a constraint, and how it is mended; nil when Terraform reads it.
  static func fault(_ text: String, of subject: Subject) -> (message: String, hint: String)? {
    let pattern = SchemaPattern(Self.part)
    for part in text.fields(by: ",") {
      let bare = part.trimmingBlanks()
      let version = bare.drop { "=!<>~ ".contains($0) }
      let numbers = version.drop { $0 == "v" }.prefix { $0 == "." || ("0"..."9").contains($0) }.fields(
        by: ".")
      let isRead = pattern?.matches(part) ?? true
      guard isRead, numbers.allSatisfy({ $0.isEmpty || Int($0) != nil }) else {
        return ("'\(text.prefix(80))' is no version constraint", "write it as '~> 5.0' or '>= 5.0, < 6.0'")
      }
      let behind = version.drop { $0 == "v" || $0 == "." || ("0"..."9").contains($0) }
      switch subject {
      case .module: continue
      case .core:
        if let first = behind.first, first != "+" {
          return (
            "'required_version' takes no version before a release, such as '\(version.prefix(40))'",
            "write the release alone"
          )
        }
      case .provider:
        let blanks = bare.dropLast(version.count).count { $0 == " " }
        if version.first == "v" {
          return ("'\(bare.prefix(40))' begins with 'v', and a provider's version does not", "remove the 'v'")
        }
        if blanks > 1 {
          return ("'\(bare.prefix(40))' has more than one blank behind its sign", "leave one blank")
        }
        if numbers.count > 3 {
          return (
            "'\(bare.prefix(40))' has \(numbers.count) numbers, and a provider's version has at most three",
            "leave out those behind the third"
          )
        }
        if let first = behind.first, first != "+", first != "-" {
          return (
            "'\(bare.prefix(40))' goes on with '\(behind.prefix(20))'",
            "a version before a release reads '5.0.0-beta1'; constraints stand apart by commas"
          )
        }
      }
    }
    return nil
  }
}

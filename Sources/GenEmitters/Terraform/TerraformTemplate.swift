import Documents
import GenCore

/// A string where Terraform expects an expression: it reads it as a template, so fixed text must be escaped. The one place that does.
///
/// Source: https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
struct TerraformTemplate {
  private(set) var text = ""

  /// Fixed text: `${` becomes `$${` and `%{` becomes `%%{`. A byte order mark at the beginning, which the template's reader drops, is
  /// written as an expression.
  init(_ literal: String) {
    let isMarked = literal.unicodeScalars.first == "\u{FEFF}"
    if isMarked { text = "${\"\\ufeff\"}" }
    append(isMarked ? String(literal.unicodeScalars.dropFirst()) : literal)
  }

  private init() {}

  /// One expression, such as `var.log_group_name`, which keeps its type.
  static func expression(_ expression: String) -> TerraformTemplate {
    var template = TerraformTemplate()
    template.text = "${\(expression)}"
    return template
  }

  /// Parts one after the other.
  ///
  /// Fixed text that ends in `$` or `%` before an expression would join with its `${` to an escape, so it is passed as an
  /// expression itself.
  static func joined(_ parts: [TerraformTemplate]) -> TerraformTemplate {
    var template = TerraformTemplate()
    for part in parts {
      if part.text.utf8.first == UInt8(ascii: "$") || part.text.utf8.first == UInt8(ascii: "%"),
        let last = template.text.unicodeScalars.last, last == "$" || last == "%"
      {
        template.text.unicodeScalars.removeLast()
        template.text += "${\"\(last)\"}"
      }
      template.text += part.text
    }
    return template
  }

  /// The tree of the string.
  var tree: Tree { .text(text) }

  private mutating func append(_ literal: String) {
    var marks: Unicode.Scalar?
    for scalar in literal.unicodeScalars {
      if scalar == "{", let mark = marks { text.unicodeScalars.append(mark) }
      text.unicodeScalars.append(scalar)
      marks = scalar == "$" || scalar == "%" ? scalar : nil
    }
  }
}

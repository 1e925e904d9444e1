import Diagnostics
import Testing

/// `gen explain` must have something to tell of every code, and a page that it rests on where AWS or a standard has the say.
@Suite struct LintCodePagesTests {
  /// What our own reader or its comments decide.
  private static let own: Set<Int> = [4001, 4002, 4004, 4005, 4006]

  @Test(arguments: DiagnosticCode.all.filter { (4000...5999).contains($0.number) })
  func everyCodeHasAStory(_ code: DiagnosticCode) {
    #expect(!code.title.isEmpty && code.title.first?.isUppercase == false || code.title.hasPrefix("StackSet"))
    #expect(code.explanation.split(separator: " ").count >= 5, "\(code.name): \(code.explanation)")
    #expect(
      DiagnosticCode.find(named: code.name) == code && DiagnosticCode.find(named: "\(code.number)") == code)
    if let source = code.source {
      #expect(source.hasPrefix("https://"), "\(code.name)")
    } else {
      #expect(Self.own.contains(code.number) || code.number >= 5000, "\(code.name) has no source")
    }
  }
}

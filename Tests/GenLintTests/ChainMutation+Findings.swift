import Diagnostics
import Testing

extension ChainMutation {
  /// What the linter finds in the broken artefact, for the mutation's own code.
  func findings() throws -> [Diagnostic] {
    let found = try #require(fixture.findings(replacing: old, by: new), "the part must be there once")
    return found.filter { $0.code == code }
  }

  /// Expects one finding of the code, with a message that holds a text, where it says what to do.
  func expect(_ severity: Diagnostic.Severity, _ text: String) throws {
    let found = try findings()
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(found.first?.severity == severity)
    #expect(found.first?.message.contains(text) ?? false, "\(found.map(\.message))")
    #expect(found.first?.hint != nil && found.first?.range != nil)
  }
}

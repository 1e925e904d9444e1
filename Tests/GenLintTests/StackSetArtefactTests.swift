import Diagnostics
import Foundation
import GenLint
import Testing

/// The two forms of a StackSet are read like every other artefact: clean as they are, and a misspelled word is found.
@Suite struct StackSetArtefactTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("output/member-accounts")

  private func findings(in name: String, replacing old: String = "", with new: String = "") throws -> [Int] {
    var text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    if !old.isEmpty {
      #expect(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    return Linter().lint(SourceText(file: name, text: text)).map { $0.code.number }
  }

  @Test(arguments: ["stackset.sh", "stackset.yaml"])
  func theFormsAreClean(name: String) throws {
    #expect(try findings(in: name) == [])
  }

  @Test(arguments: [
    ("stackset.sh", "--regions=\"$1\"", "--regionss=\"$1\"", 4141),
    ("stackset.sh", "create-stack-set", "create-stackset", 4140),
    ("stackset.sh", "ComparisonOperator: ", "ComparisonOperater: ", 4103),
    ("stackset.yaml", "ComparisonOperator: ", "ComparisonOperater: ", 4103),
    ("stackset.sh", "    FilterName: ", "    FilterNam: ", 4103),
    ("stackset.yaml", "Statistic: Sum", "Statistic: Summ", 4106),
    ("stackset.yaml", "PermissionModel: SERVICE_MANAGED", "PermissionModel: SERVICE", 4106),
    ("stackset.yaml", "        MaxConcurrentPercentage:", "        MaxConcurentPercentage:", 4103),
    ("stackset.yaml", "Regions: !Ref Regions", "Regions: !Ref Region", 4120),
  ])
  func aMisspelledWordIsFound(name: String, old: String, new: String, code: Int) throws {
    let found = try findings(in: name, replacing: old, with: new)
    #expect(found.contains(code), "\(found)")
  }
}

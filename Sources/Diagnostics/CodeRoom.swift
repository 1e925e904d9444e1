/// A part of the code catalogue: the codes of one thousand, which one room of the house raises.
public struct CodeRoom: Sendable {
  /// The thousand that its codes begin with.
  public let thousand: Int
  /// What its codes are about.
  public let title: String

  /// Its codes, by number.
  public var codes: [DiagnosticCode] { DiagnosticCode.all.filter { $0.number / 1000 == thousand } }

  /// Every room, in the order of the numbers.
  public static let all = [
    CodeRoom(thousand: 1, title: "reading YAML and JSON"),
    CodeRoom(thousand: 2, title: "the spec"),
    CodeRoom(thousand: 3, title: "what the spec asks for"),
    CodeRoom(thousand: 4, title: "the rules of gen lint"),
    CodeRoom(thousand: 5, title: "filter patterns and events"),
    CodeRoom(thousand: 9, title: "limits of a target"),
  ]
}

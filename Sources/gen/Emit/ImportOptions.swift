import ArgumentParser
import GenCore
import GenEmitters

/// What `gen cloudformation --import` has to know of the account that the spec does not say.
struct ImportOptions: ParsableArguments {
  @Flag(
    name: .customLong("import"),
    help:
      "Write the list of resources (resources-to-import.json) that takes what exists into a stack, instead of the template."
  )
  var writesList = false

  @Flag(
    name: .customLong("import-template"),
    help: "Write the template (import.yaml) of the change set that imports them.")
  var writesTemplate = false

  @Option(help: ArgumentHelp("With --import: the account in which the resources exist.", valueName: "digits"))
  var account: String?

  @Option(help: ArgumentHelp("With --import: the Region in which they exist.", valueName: "code"))
  var region: String?

  @Option(help: ArgumentHelp("With --import: the log group, when it is not the spec's.", valueName: "name"))
  var logGroup: String?

  @Option(
    help: ArgumentHelp(
      "With --import: the id of a key, or the name of a bucket or role that is named otherwise; may be repeated.",
      valueName: "logicalid=id"))
  var identifier: [String] = []

  func validate() throws {
    if writesList, writesTemplate {
      throw ValidationError("--import and --import-template write a file each; give one of them")
    }
    if !writesList, account != nil || region != nil || logGroup != nil || !identifier.isEmpty {
      throw ValidationError("--account, --region, --log-group and --identifier go with --import")
    }
    for (text, rule) in [(account, PlaceRule.account), (region, .region), (logGroup, .logGroup)] {
      if let text, !rule.accepts(text) {
        throw ValidationError("'\(text)' is refused; wanted: \(rule.wanted)")
      }
    }
    for text in identifier where Self.pair(text) == nil {
      throw ValidationError(
        "'\(text)' is no identifier; wanted: LOGICALID=ID, such as TrailKey=1234abcd-12ab-34cd-56ef-1234567890ab"
      )
    }
  }

  /// The place that the options describe.
  var place: ImportPlace {
    let pairs = identifier.compactMap(Self.pair)
    return ImportPlace(
      account: account, region: region, logGroup: logGroup,
      identifiers: Dictionary(pairs, uniquingKeysWith: { _, last in last }))
  }

  private static func pair(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty ? (parts[0], parts[1]) : nil
  }
}

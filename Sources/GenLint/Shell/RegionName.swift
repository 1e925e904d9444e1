internal import Diagnostics

/// The names of Regions, as far as their form tells: new ones come every year, always of an area, a direction and a number.
///
/// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
enum RegionName {
  private static let directions: Set<String> = [
    "north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest",
  ]

  /// Those of which a misspelled one may be meant.
  private static let common = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "eu-central-1", "eu-central-2",
    "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "ap-east-1",
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1",
    "ap-southeast-2", "ap-southeast-3", "sa-east-1", "me-south-1", "me-central-1", "af-south-1",
    "il-central-1",
    "us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1",
  ]

  /// Whether a text has the form of a Region's name, or of a name that stands for all of a partition's.
  static func isPlausible(_ text: String) -> Bool {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    if fields.last == "global" || ["local", "localhost"].contains(text) { return true }
    if fields.first == "fips" || fields.last == "fips" { return true }
    guard (3...4).contains(fields.count), let number = fields.last, let area = fields.first else {
      return false
    }
    let isLower = { (text: Substring) in !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) } }
    return (1...2).contains(number.utf8.count) && number.utf8.allSatisfy { (48...57).contains($0) }
      && directions.contains(String(fields[fields.count - 2])) && (2...4).contains(area.utf8.count)
      && fields.dropLast().allSatisfy(isLower)
  }

  /// The Region that a misspelled name is near to. A name in capitals stands for one that the reader of a runbook knows.
  static func nearest(to text: String) -> String? {
    text.utf8.contains { (65...90).contains($0) } ? nil : Suggestion.nearest(to: text, among: common)
  }
}

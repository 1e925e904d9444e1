extension TerraformValue {
  /// The entries of an object that is written down, or merged from others: of those with one key the last, in its place.
  static func lastOfEach(_ entries: [(key: String, value: TerraformValue)])
    -> [(key: String, value: TerraformValue)]
  {
    var seen: Set<String> = []
    return entries.reversed().filter { seen.insert($0.key).inserted }.reversed()
  }
}

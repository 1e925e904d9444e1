extension DiagnosticCode {
  /// 1xxx: what the YAML and JSON readers say.
  static let documentCodes: [DiagnosticCode] =
    [
      .yamlSyntax, .sourceTooLarge, .emptyDocument, .secondDocument, .yamlAlias, .nestingTooDeep,
      .duplicateKey,
      .keyIsNoText, .controlCharacter, .invalidUTF8,
    ] + jsonCodes

  /// Not well-formed YAML.
  public static let yamlSyntax = DiagnosticCode(
    1001, "not well-formed YAML",
    """
    The file cannot be read as YAML. The commonest cause in a spec is a filter pattern without quotes: a value that begins \
    with '{', '[', '%', '*', '&', '!' or '@', or contains ': ' or ' #', must stand in single quotes. A single quote inside \
    single quotes is written twice.
    """, source: "https://yaml.org/spec/1.1/")

  /// A source over the limit.
  public static let sourceTooLarge = DiagnosticCode(
    1002, "the file is too large",
    "No spec or template comes near the limit; a file of this size is most likely not the file that was meant."
  )

  /// Nothing in the file.
  public static let emptyDocument = DiagnosticCode(
    1003, "the file holds no document", "The file is empty or holds only comments.")

  /// Two documents in one file.
  public static let secondDocument = DiagnosticCode(
    1004, "more than one document",
    "A file holds one document. Text after a '---' line would be ignored silently; it is refused.")

  /// An anchor or alias.
  public static let yamlAlias = DiagnosticCode(
    1005, "anchors and aliases are not supported",
    "CloudFormation does not support YAML aliases, and a few nested ones can expand to billions of nodes. Write the value out in full. A template may have them where a tool writes them out before deployment, as 'aws cloudformation package' and 'sam' do: they are followed, within a bound, and a warning stands at the first one unless the template shows that such a tool deploys it.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html")

  /// Too many levels.
  public static let nestingTooDeep = DiagnosticCode(
    1006, "nesting is too deep", "No spec or template needs as many levels as the limit allows.")

  /// A key that stands twice.
  public static let duplicateKey = DiagnosticCode(
    1007, "a key stands twice in one mapping",
    "YAML and JSON readers keep the first or the last of two equal keys, each in its own way, so one of the two settings is lost silently."
  )

  /// A key that is a list or a mapping.
  public static let keyIsNoText = DiagnosticCode(
    1008, "a key is not text",
    "A list or mapping stands where a key should. An unquoted value that begins with '{' or '[' is usually the cause."
  )

  /// A control character in a source.
  public static let controlCharacter = DiagnosticCode(
    1009, "a control character",
    """
    Control characters do not show on a screen, can change what a terminal displays, and are treated differently by \
    CloudFormation, Terraform and the shell. They are refused everywhere. So are, in the texts of a spec other than patterns, \
    characters that do not show at all and those that turn the direction of writing: two names that differ in one look alike, \
    and a reviewer reads another text than the tools. Joiners and variation selectors, which scripts and emoji need, are allowed.
    """, source: "https://www.unicode.org/reports/tr36/")

  /// Bytes that are no UTF-8.
  public static let invalidUTF8 = DiagnosticCode(
    1010, "not UTF-8", "All three targets read UTF-8. Save the file in that encoding.")
}

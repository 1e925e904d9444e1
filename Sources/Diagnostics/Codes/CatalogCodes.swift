extension DiagnosticCode {
  /// 25xx: what choosing texts from the catalog says.
  static let catalogCodes: [DiagnosticCode] = [
    .cannotSatisfy, .checkerTwice, .textMatchesEverything, .checkersNotPassed, .overrideFailsChecker,
    .checkersWantSubscriber, .countsTwice, .checkerHasNoControl,
  ]

  /// Two wishes that exclude each other.
  public static let cannotSatisfy = DiagnosticCode(
    2500, "a checker that cannot be satisfied",
    """
    'satisfy: [cis]' wants the text of the edition that 'benchmark' names, and that edition has no such control. Take a \
    later edition, leave the control out, or satisfy a scanner only.
    """)

  /// One checker twice.
  public static let checkerTwice = DiagnosticCode(
    2501, "a checker is named twice",
    "Naming a checker once is enough; the second may have been meant to be another.")

  /// A text that is always true.
  public static let textMatchesEverything = DiagnosticCode(
    2502, "a published text that matches everything",
    """
    The text of control 4.1 in CIS v1.3.0, v1.4.0 and v1.5.0 joins four clauses with ||, two of which say "is not". Each of \
    these two is true for nearly every record, so the alarm is always on and says nothing. Scanners compare the text \
    and pass it all the same. The hint has a text that means what the control's title says; from v2.0.0 on the \
    benchmark's own text is better too.
    """, source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html")

  /// The edition's texts against the scanners.
  public static let checkersNotPassed = DiagnosticCode(
    2503, "scanners that will not pass",
    """
    Security Hub, Prowler and Powerpipe judge a filter by its text, each in its own way, and no edition's texts pass \
    all of them. Name the scanners that your account is judged by in 'satisfy': gen then takes the smallest set of filters \
    with which they pass.
    """, source: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html")

  /// A pattern of the user's own against a checker.
  public static let overrideFailsChecker = DiagnosticCode(
    2504, "a pattern of your own that a checker does not pass",
    """
    A checker compares texts or looks for words in them, so a pattern that watches the same events, or more of them, can \
    still fail. The pattern is deployed as it is written; leave it out to take a text that passes.
    """)

  /// A scanner's other demand.
  public static let checkersWantSubscriber = DiagnosticCode(
    2505, "scanners want a subscriber",
    """
    A filter and an alarm are not enough for a scanner: the alarm must tell an SNS topic that has a subscriber. Add one \
    under 'notify', or make sure that the existing topic has one.
    """, source: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html")

  /// Two filters on one metric.
  public static let countsTwice = DiagnosticCode(
    2506, "an event counts twice",
    """
    Where no single text passes every checker, two filters publish to one metric, and an event that both match counts \
    twice. With a threshold of 1 that changes nothing; with a higher one the alarm comes sooner than the number says.
    """)

  /// A checker that does not know the control.
  public static let checkerHasNoControl = DiagnosticCode(
    2507, "a checker without such a control",
    "Security Hub has controls CloudWatch.1 to CloudWatch.14 and none for changes of AWS Organizations.",
    source: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html")
}

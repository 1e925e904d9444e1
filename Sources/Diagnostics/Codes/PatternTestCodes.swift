extension DiagnosticCode {
  /// Messages that are no array of strings.
  public static let messagesNotStrings = DiagnosticCode(
    5401, "messages that are no array of strings",
    "--messages takes what 'aws logs test-metric-filter --log-event-messages' takes: a JSON "
      + "array of strings, each one log message. A JSON event among them is a string too, with "
      + "its quotes escaped. For events as they are, use --events.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html")

  /// A line of events that is no JSON object.
  public static let eventLineNotJSON = DiagnosticCode(
    5402, "a line of events that is no JSON object",
    "--events takes one event on a line, or one JSON document: an event, an array of events, "
      + "or a CloudTrail file with Records. A line that is no JSON object is a message all the "
      + "same, but no JSON pattern matches it.",
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html")

  /// A file without events.
  public static let noEvents = DiagnosticCode(
    5403, "a file without events",
    "The file is empty, or its Records are. Nothing was tested with it.")

  /// A compressed file.
  public static let compressedEvents = DiagnosticCode(
    5404, "a compressed file of events",
    "CloudTrail delivers its log files to S3 compressed with gzip, as .json.gz. gen reads text: pipe "
      + "the file through 'gunzip -c' and give '-' in its place.",
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html")

  /// 54xx: what the messages and events given to test a pattern may lack.
  static let patternTestCodes: [DiagnosticCode] = [
    .messagesNotStrings, .eventLineNotJSON, .noEvents, .compressedEvents,
  ]
}

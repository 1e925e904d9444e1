extension ServiceOperations {
  /// AWS Lambda, in part: CloudTrail appends the date of the API version to a name, and only these spellings are known
  /// for certain.
  static let lambda = ServiceOperations(
    service: "lambda", eventSource: "lambda.amazonaws.com",
    names: [
      "CreateFunction20150331", "DeleteFunction20150331", "UpdateFunctionCode20150331v2",
      "UpdateFunctionConfiguration20150331v2",
    ],
    renamed: [
      "CreateFunction20150331": "CreateFunction",
      "DeleteFunction20150331": "DeleteFunction",
      "UpdateFunctionCode20150331v2": "UpdateFunctionCode",
      "UpdateFunctionConfiguration20150331v2": "UpdateFunctionConfiguration",
    ],
    isPartial: true)
}

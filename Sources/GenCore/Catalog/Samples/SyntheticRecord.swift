/// The plainest CloudTrail record of one operation: a call by an IAM user that went well.
///
/// Every record has these fields; a filter that wants more of one, such as an error code or a root identity, does not
/// match, and rightly so.
public enum SyntheticRecord {
  /// One line of JSON. Source and name are letters, digits, dots, hyphens and underscores, so nothing needs escaping.
  public static func json(source: String, name: String) -> String {
    #"""
    {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE7USER0001",\#
    "arn":"arn:aws:iam::111122223333:user/mara","accountId":"111122223333",\#
    "accessKeyId":"AKIAEXAMPLE7KEY00001","userName":"mara"},"eventTime":"2026-03-02T08:14:37Z",\#
    "eventSource":"\#(source)","eventName":"\#(name)","awsRegion":"us-east-1",\#
    "sourceIPAddress":"198.51.100.27","userAgent":"aws-cli/2.17.9","requestParameters":null,\#
    "responseElements":null,"requestID":"0c2f7a5e-6a0e-4d7e-9d0e-6f3f0b1f5a01",\#
    "eventID":"5b8d2f10-93c4-4e1b-8a77-2f64c1d90e02","readOnly":false,"eventType":"AwsApiCall",\#
    "managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}
    """#
  }
}

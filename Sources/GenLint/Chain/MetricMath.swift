internal import Diagnostics
internal import Documents

/// The metrics and expressions of an alarm, `Metrics` in CloudFormation.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
struct MetricMath {
  /// One metric or one expression.
  struct Query {
    let id: ChainValue?
    let expression: ChainValue?
    /// Whether the alarm watches it; nil when that is not known.
    let returnsData: Bool?
  }

  let resource: ChainResource
  /// Where the list stands.
  let range: SourceRange
  let queries: [Query]
  /// The Id of the band that the alarm compares with, and how it compares.
  let band: ChainValue?
  let comparison: ChainValue?

  /// Reads an alarm; nil when it watches one metric at its top, or the list is not known.
  init?(_ resource: ChainResource, _ source: some ChainSource) {
    func value(_ node: Node?) -> ChainValue? { node.flatMap { source.value(of: $0) } }
    guard let list = resource["Metrics"], resource["Dynamic"] == nil,
      let structure = source.structure(of: list)
    else { return nil }
    var queries: [Query] = []
    for element in structure.elements ?? [structure] {
      guard let query = source.structure(of: element), query.entries != nil else { return nil }
      let given = query["ReturnData"]
      // Terraform leaves out what CloudFormation takes for true.
      let absent: Bool? = resource.id.hasPrefix("aws_") ? nil : true
      queries.append(
        Query(
          id: value(query["Id"]), expression: value(query["Expression"]),
          returnsData: given == nil ? absent : value(given)?.boolean))
    }
    self.resource = resource
    self.queries = queries
    range = list.range
    band = value(resource["ThresholdMetricId"])
    comparison = value(resource["ComparisonOperator"])
  }

  /// The names in an expression that are Ids of metrics or of other expressions: they begin with a small letter. Nil when it asks
  /// a question of Metrics Insights, or is not known.
  static func names(in expression: ChainValue) -> [String]? {
    guard let text = expression.known, !text.trimmingBlanks().uppercased().hasPrefix("SELECT") else {
      return nil
    }
    var names: [String] = []
    var word = String.UnicodeScalarView()
    var isQuoted = false
    var mark: Unicode.Scalar = "\""
    func end(before next: Unicode.Scalar?) {
      if let first = word.first, ("a"..."z").contains(first), next != "(" { names.append(String(word)) }
      word = .init()
    }
    for scalar in text.unicodeScalars {
      if isQuoted {
        isQuoted = scalar != mark
      } else if scalar == "\"" || scalar == "'" {
        end(before: nil)
        (isQuoted, mark) = (true, scalar)
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" {
        word.append(scalar)
      } else if scalar != " " || word.isEmpty {
        end(before: scalar)
      } else {
        end(before: nil)
      }
    }
    end(before: nil)
    return names
  }

  /// What is wrong with the brackets and quotation marks of an expression.
  static func imbalance(in text: String) -> String? {
    var open: [Unicode.Scalar] = []
    var quote: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let mark = quote {
        if scalar == mark { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "(": open.append(")")
      case "[": open.append("]")
      case ")", "]": if open.popLast() != scalar { return "nothing opens '\(scalar)'" }
      default: break
      }
    }
    if let quote { return "nothing closes the quotation mark \(quote)" }
    return open.last.map { "'\($0)' is missing" }
  }
}

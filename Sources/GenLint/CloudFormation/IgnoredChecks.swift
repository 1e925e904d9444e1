internal import Diagnostics
internal import Documents

/// The checks of cfn-lint that a template asks to leave out: `cfn-lint: {config: {ignore_checks: [E3002]}}` in its Metadata or in a
/// resource's. Who wrote that knows better than a published schema, for instance of a property that is younger.
///
/// https://github.com/aws-cloudformation/cfn-lint#metadata
struct IgnoredChecks {
  /// The codes here that judge what a check of cfn-lint judges, by the check's name.
  private static let codes: [String: [DiagnosticCode]] = [
    "E1001": [.unknownSection], "E3001": [.unknownSection], "E3006": [.unknownType],
    "E3002": [.unknownProperty], "E3003": [.missingProperty], "E3012": [.wrongValueType],
    "E3030": [.notAllowed], "E2531": [.notAllowed], "E2533": [.notAllowed],
    "E3031": [.patternMismatch], "E3033": [.lengthOutOfRange], "E3034": [.numberOutOfRange],
    "E3032": [.countOutOfRange],
    "E3037": [.duplicateElement], "E3040": [.readOnlyProperty],
    "E3014": [.exclusiveProperties], "E3017": [.exclusiveProperties], "E3018": [.exclusiveProperties],
    "E3020": [.exclusiveProperties], "E3021": [.exclusiveProperties], "E2530": [.exclusiveProperties],
    "E3510": [.invalidPolicy, .exclusiveProperties, .patternMismatch],
    "E3511": [.invalidPolicy, .exclusiveProperties],
    "E3512": [.invalidPolicy, .exclusiveProperties, .patternMismatch],
    "E3513": [.invalidPolicy, .exclusiveProperties],
    "E1020": [.undefinedReference], "E1010": [.undefinedReference, .unknownAttribute],
    "E1011": [.undefinedReference, .invalidIntrinsic],
    "E1019": [
      .undefinedReference, .unknownAttribute, .invalidIntrinsic,
    ],
    "E1028": [.invalidIntrinsic], "E1029": [.unreplacedVariable], "E1041": [.mismatchedReference],
    "E3005": [.undefinedReference, .wrongValueType], "E3019": [.duplicateName],
    "E3045": [.missingProperty], "E6101": [.undefinedReference, .unknownAttribute, .wrongValueType],
    "W1001": [.conditionalDependency],
    "E3004": [.circularDependency], "W2001": [.unusedParameter], "W7001": [.unusedCondition],
    "W8001": [.unusedCondition],
  ]

  private var regions: [(lines: ClosedRange<Int>, codes: Set<Int>)] = []

  /// Adds what the Metadata asks for in some lines.
  mutating func add(_ metadata: Node, _ lines: ClosedRange<Int>) {
    guard let list = metadata["cfn-lint"]?["config"]?["ignore_checks"]?.elements else { return }
    // A name may be the beginning of many.
    let names = list.compactMap(\.text).filter { !$0.isEmpty }
    let found = Self.codes.filter { check in names.contains { check.key.hasPrefix($0) } }
    if !found.isEmpty { regions.append((lines, Set(found.values.joined().map(\.number)))) }
  }

  /// Whether a finding is to be left out.
  func hides(_ finding: Diagnostic) -> Bool {
    guard !regions.isEmpty, let line = finding.range?.start.line else { return false }
    return regions.contains { $0.lines.contains(line) && $0.codes.contains(finding.code.number) }
  }
}

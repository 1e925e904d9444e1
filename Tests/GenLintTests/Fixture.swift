import Diagnostics
import Foundation
import GenLint

/// A clean artefact, written the way people write them.
enum Fixture: String, CaseIterable, Sendable {
  case template = "monitoring.yaml"
  case configuration = "monitoring.tf.json"
  case script = "monitoring.sh"

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  /// Its text.
  var text: String {
    (try? String(contentsOf: Self.folder.appendingPathComponent(rawValue), encoding: .utf8)) ?? ""
  }

  /// What the linter finds in it after one part is replaced; nil when that part is not there exactly once.
  func findings(replacing old: String, by new: String) -> [Diagnostic]? {
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { return nil }
    return Fixture.lint(parts.joined(separator: new), as: rawValue)
  }

  /// The beginning of a template: a filter on CloudTrail's StopLogging that publishes one metric. More resources may follow.
  static func filter(_ metric: String, in namespace: String) -> String {
    """
    Resources:
      Filter:
        Type: AWS::Logs::MetricFilter
        Properties:
          LogGroupName: trail
          FilterPattern: '{ $.eventName = "StopLogging" }'
          MetricTransformations: [{MetricNamespace: \(namespace), MetricName: \(metric), MetricValue: '1'}]

    """
  }

  /// What the linter finds in a text.
  static func lint(_ text: String, as file: String = "artefact") -> [Diagnostic] {
    Linter().lint(SourceText(file: file, text: text))
  }
}

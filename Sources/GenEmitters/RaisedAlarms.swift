import GenCore

extension ResourceGraph {
  /// Each control's alarms, and for whom one is, as a phrase that follows the control's title.
  var raised: [(control: MonitoredControl, alarm: Reference<Alarm>, phrase: String)] {
    controls.flatMap { control in
      control.alarms.map { (control, $0, phrase(for: $0)) }
    }
  }

  private func phrase(for alarm: Reference<Alarm>) -> String {
    guard case .alarm(let body)? = resource(alarm.id), !body.dimensions.isEmpty else { return "" }
    return " for \(body.dimensions.map(\.value).joined(separator: ", "))"
  }
}

/// The catalog at a glance.
public enum CatalogTable {
  /// Every control on a line, for a terminal.
  public static func text() -> String {
    var table = TextTable(header: [
      "CONTROL", "1.2.0", "1.3.0-5.0.0", "6.0.0-7.0.0", "SECURITY HUB", "METRIC",
    ])
    table.rows = Catalog.controls.map { control in
      [control.id] + numbers(of: control)
        + [
          control.securityHub?.id ?? "-", control.kind == .metricFilter ? control.metricName : "(no filter)",
        ]
    }
    return table.text()
  }

  /// Every control on a row, in Markdown: the README's table.
  public static func markdown() -> String {
    let rows = Catalog.controls.map { control in
      let cells =
        ["`\(control.id)`"] + numbers(of: control)
        + [
          control.securityHub?.id ?? "-", control.title,
          control.kind == .metricFilter ? "`\(control.metricName)`" : "none: no filter can serve it",
        ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return """
      | control | v1.2.0 | v1.3.0 to v5.0.0 | v6.0.0, v7.0.0 | Security Hub | what it watches | metric, filter and alarm |
      |---|---|---|---|---|---|---|

      """ + rows.joined()
  }

  /// The numbers in the three sections that the controls have stood in; a later first edition is named.
  private static func numbers(of control: Control) -> [String] {
    [Benchmark.cis120, .cis500, .cis700].map { benchmark in
      guard let number = control.number(in: benchmark) else { return "-" }
      let isLate = control.since > .cis130 && benchmark == .cis500
      return isLate ? "\(number) (from \(control.since.edition))" : number
    }
  }
}

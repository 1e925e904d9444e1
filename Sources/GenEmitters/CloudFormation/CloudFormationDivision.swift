import GenCore

/// Divides a graph by control into templates that keep CloudFormation's limits.
///
/// In the order of the controls each template takes as many as fit, so that a further control at the end moves no other. The first
/// template holds everything that is there once; it may hold no control.
struct CloudFormationDivision {
  /// One template, or several.
  let templates: [PrintedTemplate]
  /// What one template would have had too much of; empty when one is enough.
  let excesses: [CloudFormationLimits.Excess]

  init(of graph: ResourceGraph, print: (ResourceGraph) -> PrintedTemplate) {
    let whole = print(graph)
    excesses = whole.excesses
    let ranges = excesses.isEmpty ? nil : Self.ranges(of: graph, print: print)
    guard let ranges else {
      templates = [whole]
      return
    }
    templates = ranges.enumerated().map { index, range in
      print(graph.part(TemplatePart(number: index + 1, of: ranges.count), controls: range))
    }
  }

  /// The controls of each template; nil when a control, or what is there once, is too much for a template by itself.
  private static func ranges(of graph: ResourceGraph, print: (ResourceGraph) -> PrintedTemplate)
    -> [Range<Int>]?
  {
    let count = graph.controls.count
    /// The number of parts stands in the text; the greatest that can be is the longest.
    func fits(_ range: Range<Int>, number: Int) -> Bool {
      print(graph.part(TemplatePart(number: number, of: count + 1), controls: range)).excesses.isEmpty
    }
    var ranges: [Range<Int>] = []
    var start = 0
    while start < count {
      let number = ranges.count + 1
      var (fitting, tooMany) = (start, count + 1)
      while tooMany - fitting > 1 {
        let middle = (fitting + tooMany) / 2
        if fits(start..<middle, number: number) { fitting = middle } else { tooMany = middle }
      }
      guard fitting > start || (number == 1 && fits(start..<start, number: number)) else { return nil }
      ranges.append(start..<fitting)
      start = fitting
    }
    return ranges
  }
}

/// Finds circles in who refers to whom.
enum DependencyCycle {
  /// One node of each circle that the names lead to, in the order of `names`; a circle is reported once.
  static func find(_ names: [String], edges: [String: [String]]) -> [[String]] {
    enum Mark { case open, done }
    var marks: [String: Mark] = [:]
    var circles: [[String]] = []
    for start in names where marks[start] == nil {
      // A stack of our own: a chain of resources may be as long as the template.
      var path: [(name: String, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let top = path.last {
        let targets = edges[top.name] ?? []
        guard top.next < targets.count else {
          marks[top.name] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[top.next]
        switch marks[target] {
        case .open:
          if let from = path.firstIndex(where: { $0.name == target }) {
            circles.append(path[from...].map(\.name))
          }
          marks[target] = .done
        case .done: break
        case nil:
          marks[target] = .open
          path.append((target, 0))
        }
      }
    }
    return circles
  }
}

internal import Diagnostics

/// A resource type that is not published, held against those that are.
struct UnpublishedType {
  /// Whether the name is almost that of a published type, and no younger one's.
  let isSlip: Bool
  /// The type that is meant, as far as the name tells: one of the same service, when there is such a service.
  let meant: String?

  /// Looks at a name beside those that are published.
  init(_ name: String, among published: [String]) {
    let known = published.lazy.filter { $0.contains(ascii: "::") }
    let near = Suggestion.nearest(to: name, among: known)
    isSlip = near != nil
    let parts = name.fields(by: ":")
    let service = parts.count == 5 ? "\(parts[0])::\(parts[2])::" : ""
    let siblings =
      service.isEmpty
      ? [] : published.filter { $0.hasPrefix(service) }.map { String($0.dropFirst(service.count)) }
    guard let own = parts.last, !siblings.isEmpty else {
      meant = near
      return
    }
    let found = siblings.first { $0.hasSuffix(own) } ?? Suggestion.nearest(to: own, among: siblings)
    meant = found.map { service + $0 }
  }
}

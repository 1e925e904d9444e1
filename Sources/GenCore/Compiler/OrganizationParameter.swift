/// The organization's id as a parameter. The trail's bucket and role name it, and the policies of a shared topic; a deployment is in
/// one organization, so both take the same parameter.
struct OrganizationParameter {
  /// The id, given or looked up.
  let id: Value
  let parameter: Parameter
  /// Under the trail's heading when the trail names it.
  var isTrails: Bool { parameter.group == .trail }

  /// Nil when nothing names the organization.
  init?(spec: Spec) {
    var trailID: String??
    if case .create(let trail) = spec.trail, trail.isOrganizationTrail {
      trailID = .some(trail.organizationID?.value)
    }
    var topicID: String??
    if case .create(let topic) = spec.notify?.topic, case .organization(let id)? = topic.sharing?.value {
      topicID = .some(id?.value)
    }
    let uses = [
      trailID == nil ? nil : "whose accounts the trail records",
      topicID == nil ? nil : "whose alarms the topic takes",
    ].compactMap(\.self)
    guard !uses.isEmpty else { return nil }
    let name = Identifier("OrganizationId")
    let known = (trailID ?? nil) ?? (topicID ?? nil)
    parameter = Parameter(
      name: name, description: "Id of the organization \(uses.joined(separator: " and "))",
      group: trailID == nil ? .notification : .trail,
      kind: known.map { .text(.organizationID, default: $0) } ?? .lookup(.organizationID, .organization))
    id = known == nil ? .found(.organization, parameter: name) : .parameter(name)
  }
}

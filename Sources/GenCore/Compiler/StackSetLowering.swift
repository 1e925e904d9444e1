/// The `stackSet` block, defaults filled in.
enum StackSetLowering {
  static func stackSet(of spec: Spec) -> StackSet {
    let settings = spec.deploy?.stackSet ?? StackSetSettings()
    let home = spec.deploy?.homeRegion?.value ?? Spec.defaultHomeRegion
    return StackSet(
      name: settings.name?.value ?? NotificationLowering.undotted(spec.name.value),
      permissions: permissions(settings),
      regions: settings.regions.isEmpty ? [home] : settings.regions.map(\.value),
      preferences: settings.preferences ?? .standard,
      tags: spec.tags.map(\.value).filter(isCarried))
  }

  private static func permissions(_ settings: StackSetSettings) -> StackSet.Permissions {
    let accounts = settings.accounts.map(\.value)
    switch settings.permissionModel?.value ?? .serviceManaged {
    case .serviceManaged:
      return .serviceManaged(
        .init(
          organizationalUnits: settings.organizationalUnits.map(\.value), accounts: accounts,
          filter: settings.accountFilter?.value, callAs: settings.callAs?.value ?? .self,
          autoDeployment: settings.autoDeployment ?? .enabled(retainsStacks: false)))
    case .selfManaged:
      return .selfManaged(
        .init(
          accounts: accounts, administrationRole: settings.administrationRole?.value,
          executionRole: settings.executionRole?.value))
    }
  }

  /// Whether a StackSet takes the tag: it allows fewer characters than the resources, and no empty value.
  static func isCarried(_ tag: ResourceGraph.Tag) -> Bool {
    CharacterSets.only(" :_./=+-", in: tag.key, upTo: 128)
  }
}

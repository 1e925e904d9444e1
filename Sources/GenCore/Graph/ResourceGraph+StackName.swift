extension ResourceGraph {
  /// The name for a stack or a StackSet, which has no dots: letters, digits, hyphens, 64 at most.
  public var stackName: String { NotificationLowering.undotted(name) }
}

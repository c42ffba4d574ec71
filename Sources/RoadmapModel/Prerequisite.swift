/// At least so many of some capabilities.
///
/// *All of* a set asks for as many as it has members; a single capability is a set of one.
public struct Requirement: Hashable, Sendable {
  /// How many members must be live.
  public var count: Int
  /// The capabilities that count, each once, in the order in which they were written.
  public var members: [CapabilityID]

  /// At least `count` of some capabilities.
  public init(atLeast count: Int, of members: [CapabilityID]) {
    self.count = count
    self.members = members
  }

  /// One capability.
  public init(_ capability: CapabilityID) {
    self.init(atLeast: 1, of: [capability])
  }

  /// Whether every member is needed.
  public var needsAll: Bool { count >= members.count }
}

/// What must be live, and for how long, before work on a capability may start.
public struct Prerequisite: Hashable, Sendable {
  /// What must be live.
  public var requirement: Requirement
  /// The whole weeks that must have passed since the requirement was met.
  public var lag: Int

  /// A requirement and a lag in whole weeks.
  public init(_ requirement: Requirement, lag: Int = 0) {
    self.requirement = requirement
    self.lag = lag
  }
}

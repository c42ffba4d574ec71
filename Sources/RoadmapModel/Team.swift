/// People who can do the same work.
public struct Team: Hashable, Sendable {
  /// A new size of a team from a day on.
  public struct CapacityChange: Hashable, Sendable {
    /// The first day of the new size.
    public var from: CivilDate
    /// The new size.
    public var capacity: People

    /// A new size from a day on.
    public init(from: CivilDate, capacity: People) {
      self.from = from
      self.capacity = capacity
    }
  }

  /// The name by which capabilities refer to it.
  public var id: TeamID
  /// Its name for people.
  public var name: LocalizedText
  /// The people at the start.
  public var capacity: People
  /// Later sizes, in the order of their days.
  public var changes: [CapacityChange]

  /// A team that changes its size on given days.
  public init(id: TeamID, name: LocalizedText, capacity: People, changes: [CapacityChange] = []) {
    self.id = id
    self.name = name
    self.capacity = capacity
    self.changes = changes
  }

  /// The people of the team on a day; a period has those of its first day.
  public func capacity(on date: CivilDate) -> People {
    changes.last { $0.from <= date }?.capacity ?? capacity
  }
}

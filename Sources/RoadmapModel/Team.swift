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

  /// How much of a team is away, beyond what its capacity already leaves out: illness, people who leave and are replaced.
  public struct Absence: Hashable, Sendable {
    /// The mean share of the people who are away, from 0 to less than 1.
    public var share: Double
    /// The mean length of a spell of absence of one person, in weeks.
    public var spell: Double

    /// A mean share, in spells of some weeks.
    public init(share: Double, spell: Double = 1) {
      self.share = share
      self.spell = spell
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
  /// How much of it is away at random; nil when nobody ever is.
  ///
  /// Planning does not use it.
  public var absence: Absence?

  /// A team that changes its size on given days.
  public init(
    id: TeamID, name: LocalizedText, capacity: People, changes: [CapacityChange] = [], absence: Absence? = nil
  ) {
    self.id = id
    self.name = name
    self.capacity = capacity
    self.changes = changes
    self.absence = absence
  }

  /// The people of the team on a day; a period has those of its first day.
  public func capacity(on date: CivilDate) -> People {
    changes.last { $0.from <= date }?.capacity ?? capacity
  }
}

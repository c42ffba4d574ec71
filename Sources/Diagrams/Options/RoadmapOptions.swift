public import RoadmapModel

/// What a roadmap diagram shows beside its bars, and how.
public struct RoadmapOptions: Hashable, Sendable {
  /// What a lane stands for.
  public enum Lanes: String, Hashable, Sendable, CaseIterable {
    /// The element of maturity.
    case element
    /// The stage of maturity.
    case stage
    /// The team that gives the most people to a capability.
    case team
  }

  /// The smallest part of the calendar that the time axis names.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// Months where they have room, otherwise quarters.
    case automatic = "auto"
    /// Weeks, by their ISO 8601 numbers.
    case weeks
    /// Months.
    case months
    /// Quarters.
    case quarters
  }

  /// When a capability is live, by forecast: in eight of ten futures between the two outer days, and in half of them by the middle one.
  public struct FinishRange: Hashable, Sendable {
    /// The day by which it is live in one of ten futures.
    public let early: CivilDate
    /// The day by which it is live in half of the futures.
    public let middle: CivilDate
    /// The day by which it is live in nine of ten futures.
    public let late: CivilDate

    /// A range of days, in their order.
    public init(early: CivilDate, middle: CivilDate, late: CivilDate) {
      self.early = early
      self.middle = max(early, middle)
      self.late = max(early, middle, late)
    }
  }

  /// What a lane stands for.
  public var lanes: Lanes
  /// The smallest part of the calendar that the time axis names.
  public var scale: Scale
  /// A day to mark as today; nil for none.
  public var today: CivilDate?
  /// Whether the use of the budget and the load of the teams are drawn below the lanes.
  public var showsLoad: Bool
  /// The capabilities to show; the axis stays that of the whole plan, so that parts can be laid side by side.
  public var filter: CapabilityFilter
  /// When capabilities are live, by forecast.
  public var finishes: [CapabilityID: FinishRange]
  /// Where capabilities link to.
  public var links: LinkTemplate?
  /// Whether the diagram is light or dark.
  public var appearance: DiagramAppearance

  /// Options; by default lanes are elements, all capabilities are shown, and nothing is added.
  public init(
    lanes: Lanes = .element, scale: Scale = .automatic, today: CivilDate? = nil, showsLoad: Bool = false,
    filter: CapabilityFilter = CapabilityFilter(), finishes: [CapabilityID: FinishRange] = [:],
    links: LinkTemplate? = nil, appearance: DiagramAppearance = .automatic
  ) {
    self.lanes = lanes
    self.scale = scale
    self.today = today
    self.showsLoad = showsLoad
    self.filter = filter
    self.finishes = finishes
    self.links = links
    self.appearance = appearance
  }
}

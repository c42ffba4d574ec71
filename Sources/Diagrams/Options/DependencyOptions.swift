public import RoadmapModel

/// What the view of dependencies shows, and how.
public struct DependencyOptions: Hashable, Sendable {
  /// A capability and what is within so many steps of it.
  public struct Focus: Hashable, Sendable {
    /// The capability.
    public let capability: CapabilityID
    /// The steps to what it needs, and to what needs it.
    public let depth: Int

    /// A capability with its surroundings.
    public init(_ capability: CapabilityID, depth: Int) {
      self.capability = capability
      self.depth = max(0, depth)
    }
  }

  /// The capabilities to show.
  public var filter: CapabilityFilter
  /// The capability in the middle; nil for all.
  public var focus: Focus?
  /// Whether the capabilities of one stage and element are one box, for networks that are too large to read.
  public var isCollapsed: Bool
  /// Where capabilities link to.
  public var links: LinkTemplate?
  /// Whether the diagram is light or dark.
  public var appearance: DiagramAppearance

  /// Options; by default all capabilities are shown.
  public init(
    filter: CapabilityFilter = CapabilityFilter(), focus: Focus? = nil, isCollapsed: Bool = false,
    links: LinkTemplate? = nil, appearance: DiagramAppearance = .automatic
  ) {
    self.filter = filter
    self.focus = focus
    self.isCollapsed = isCollapsed
    self.links = links
    self.appearance = appearance
  }
}

/// Names a ``DecisionPoint``.
public typealias DecisionPointID = Identifier<DecisionPoint>

/// A fork of the roadmap: what is built next depends on what a pilot has brought.
///
/// The decision falls once ``pilot`` has been live for ``wait`` weeks. Before it nothing of either branch starts; after it the branch that was not
/// taken is dropped. What is measured is the true relative change of ``kpi`` by the pilot at its full size, counted as positive when it helps.
/// When the pilot is not in the plan, or is live at the start, the first branch is taken at once.
public struct DecisionPoint: Hashable, Sendable {
  /// The name by which results refer to it.
  public var id: DecisionPointID
  /// Its name for people.
  public var name: LocalizedText
  /// The capability whose effect decides.
  public var pilot: CapabilityID
  /// The weeks of measuring, from the go-live of the pilot.
  public var wait: Int
  /// The lever that is measured.
  public var kpi: KPI
  /// The smallest improvement that takes the first branch: 0.005 is half a percent.
  public var improvement: Double
  /// What is built when the improvement is reached.
  public var then: [CapabilityID]
  /// What is built otherwise; the planner leaves it out unless it is wanted anyway.
  public var otherwise: [CapabilityID]

  /// A fork.
  public init(
    id: DecisionPointID, name: LocalizedText, pilot: CapabilityID, wait: Int, kpi: KPI, improvement: Double,
    then: [CapabilityID], otherwise: [CapabilityID] = []
  ) {
    self.id = id
    self.name = name
    self.pilot = pilot
    self.wait = wait
    self.kpi = kpi
    self.improvement = improvement
    self.then = then
    self.otherwise = otherwise
  }
}

/// Something that a company can do once it is live: a checkout, a practice, a system, a way of working.
public struct Capability: Hashable, Sendable {
  /// How the one-off cost falls on the weeks of work.
  public enum CostTiming: String, Hashable, Sendable, CaseIterable, Codable {
    /// The same amount in every week of work.
    case spread
    /// All in the first week of work.
    case start
    /// All in the last week of work.
    case finish
  }

  /// What a capability needs of one team in every week of work.
  public struct TeamNeed: Hashable, Sendable {
    /// The team.
    public var team: TeamID
    /// The people of the team who work on it.
    public var people: People

    /// People of a team.
    public init(_ team: TeamID, _ people: People) {
      self.team = team
      self.people = people
    }
  }

  /// The name by which everything refers to it.
  public var id: CapabilityID
  /// Its name for people.
  public var name: LocalizedText
  /// What it is and why it matters, in a sentence or two.
  public var summary: LocalizedText?
  /// The stage of maturity that it belongs to.
  public var stage: StageID
  /// The element of the maturity model that it belongs to.
  public var element: ElementID
  /// Yes/no questions that tell whether it is live.
  public var proofPoints: [ProofPoint]
  /// What must be live before work starts: all of these.
  public var prerequisites: [Prerequisite]
  /// The capabilities that it also counts as, once live, wherever those are required.
  public var provides: [CapabilityID]
  /// The KPI levels that must have been reached before work starts.
  public var trigger: Trigger?
  /// Weeks of uninterrupted work.
  public var duration: Estimate
  /// The people needed in every week of work; each team once.
  public var needs: [TeamNeed]
  /// The one-off cost, in currency units.
  public var cost: Estimate
  /// How the one-off cost falls on the weeks of work.
  public var costTiming: CostTiming
  /// The cost once live, in currency units a month.
  public var runningCost: Estimate
  /// The levers that it changes once live; each lever once.
  public var effects: [Effect]
  /// The money that it brings by itself once live.
  public var benefit: Benefit?
  /// The probability that it brings its effects at all, from 0 to 1; planning takes success for granted.
  ///
  /// When it fails it goes live and costs all the same, and what needs it can go on; effects that help and the benefit do not come, and effects that hurt
  /// do.
  public var chanceOfSuccess: Double

  /// A capability; everything but its place in the maturity model may be left out.
  public init(
    id: CapabilityID, name: LocalizedText, summary: LocalizedText? = nil, stage: StageID, element: ElementID,
    proofPoints: [ProofPoint] = [], prerequisites: [Prerequisite] = [], provides: [CapabilityID] = [],
    trigger: Trigger? = nil, duration: Estimate, needs: [TeamNeed] = [], cost: Estimate = .zero,
    costTiming: CostTiming = .spread, runningCost: Estimate = .zero, effects: [Effect] = [],
    benefit: Benefit? = nil, chanceOfSuccess: Double = 1
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.stage = stage
    self.element = element
    self.proofPoints = proofPoints
    self.prerequisites = prerequisites
    self.provides = provides
    self.trigger = trigger
    self.duration = duration
    self.needs = needs
    self.cost = cost
    self.costTiming = costTiming
    self.runningCost = runningCost
    self.effects = effects
    self.benefit = benefit
    self.chanceOfSuccess = chanceOfSuccess
  }
}

/// A yes/no question whose answer proves that a part of a capability is live.
public struct ProofPoint: Hashable, Sendable {
  /// The name by which answers refer to it, within its capability.
  public var id: ProofPointID
  /// The question, answerable with yes or no.
  public var question: LocalizedText

  /// A question.
  public init(id: ProofPointID, question: LocalizedText) {
    self.id = id
    self.question = question
  }
}

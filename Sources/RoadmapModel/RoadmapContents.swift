/// Everything that a user says about a roadmap, before it has been validated.
///
/// Build one, then make a ``Roadmap`` of it, which checks it as a whole.
public struct RoadmapContents: Hashable, Sendable {
  /// The name of the scenario.
  public var name: LocalizedText
  /// The periods of the plan.
  public var calendar: PlanningCalendar
  /// Stages and elements.
  public var maturity: MaturityModel
  /// The capabilities, in the order in which they were written.
  public var capabilities: [Capability]
  /// Choices between capabilities.
  public var alternatives: [Alternative]
  /// Groups of effects that compete for the same customers.
  public var overlapGroups: [OverlapGroup]
  /// The publications that numbers are taken from.
  public var sources: [Source]
  /// What the company has today.
  public var company: Company
  /// The stage to reach.
  public var target: Target
  /// Rules for all work.
  public var policy: Policy
  /// The teams.
  public var teams: [Team]
  /// The money for one-off costs; nil for no limit.
  public var budget: Budget?
  /// The figures of the shop; nil when capabilities are valued by benefits only.
  public var business: Business?
  /// The discount rate in a year.
  public var discountRate: Double
  /// What a plan is chosen for, unless the caller says otherwise.
  public var objective: Objective
  /// The weights of the objective ``Objective/value``.
  public var weights: ObjectiveWeights
  /// How weak evidence is shrunk.
  public var evidencePolicy: EvidencePolicy
  /// What has been decided about capabilities.
  public var decisions: [CapabilityID: Decision]
  /// What may happen, and how work meets it.
  public var uncertainty: Uncertainty
  /// What has happened so far, and what had been forecast; nil when nothing is recorded.
  public var record: Record?

  /// A roadmap's contents; what is left out is empty or the documented default.
  public init(
    name: LocalizedText, calendar: PlanningCalendar, maturity: MaturityModel, capabilities: [Capability],
    alternatives: [Alternative] = [], overlapGroups: [OverlapGroup] = [], sources: [Source] = [],
    company: Company = Company(), target: Target, policy: Policy = Policy(), teams: [Team] = [],
    budget: Budget? = nil, business: Business? = nil, discountRate: Double = 0, objective: Objective = .value,
    weights: ObjectiveWeights = ObjectiveWeights(), evidencePolicy: EvidencePolicy = .standard,
    decisions: [CapabilityID: Decision] = [:],
    uncertainty: Uncertainty = Uncertainty(), record: Record? = nil
  ) {
    self.name = name
    self.calendar = calendar
    self.maturity = maturity
    self.capabilities = capabilities
    self.alternatives = alternatives
    self.overlapGroups = overlapGroups
    self.sources = sources
    self.company = company
    self.target = target
    self.policy = policy
    self.teams = teams
    self.budget = budget
    self.business = business
    self.discountRate = discountRate
    self.objective = objective
    self.weights = weights
    self.evidencePolicy = evidencePolicy
    self.decisions = decisions
    self.uncertainty = uncertainty
    self.record = record
  }
}

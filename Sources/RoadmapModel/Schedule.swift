/// When work on each capability starts; what is not named is not built.
public struct Schedule: Hashable, Sendable {
  /// The first period of work of each capability that is built.
  public var starts: [CapabilityID: Period]

  /// A schedule of starts.
  public init(starts: [CapabilityID: Period] = [:]) {
    self.starts = starts
  }

  /// The starts of a plan.
  public init(_ plan: Plan) {
    self.starts = Dictionary(
      plan.capabilities.map { ($0.id, $0.startPeriod) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first period in which a capability is live: period 0 for what is live today; nil for what never is.
  public func livePeriod(of id: CapabilityID, in roadmap: Roadmap) -> Period? {
    if roadmap.state(of: id) == .live { return Period(0) }
    guard let start = starts[id], let capability = roadmap.capability(id) else { return nil }
    return start.advanced(by: roadmap.plannedWork(for: capability).duration)
  }

  /// The first period in which a requirement is met, by its members or by what provides them; nil when it never is.
  public func period(meeting requirement: Requirement, in roadmap: Roadmap) -> Period? {
    let applicable = roadmap.applicable(requirement)
    guard applicable.count > 0 else { return Period(0) }
    let periods = applicable.members.compactMap { member in
      roadmap.standIns(for: member).compactMap { livePeriod(of: $0, in: roadmap) }.min()
    }.sorted()
    return periods.count >= applicable.count ? periods[applicable.count - 1] : nil
  }

  /// The first period in which all demands of the stages up to one are met; nil when they never are.
  public func period(reaching stage: StageID, in roadmap: Roadmap) -> Period? {
    guard let rank = roadmap.maturity.rank(of: stage) else { return nil }
    var latest = Period(0)
    for demand in roadmap.maturity.stages[...rank].flatMap(\.demands) {
      guard let period = period(meeting: demand.requirement, in: roadmap) else { return nil }
      latest = max(latest, period)
    }
    return latest
  }
}

extension Roadmap {
  /// Whether the company has reached a stage before anything is built.
  public func isReachedToday(_ stage: StageID) -> Bool {
    Schedule().period(reaching: stage, in: self) != nil
  }
}

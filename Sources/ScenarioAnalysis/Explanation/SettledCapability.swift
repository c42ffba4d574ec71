public import RoadmapModel

extension Explanation {
  /// A capability that no plan decides about, since it is live or does not apply, and what it is good for in a plan.
  public struct SettledCapability: Hashable, Sendable, Encodable {
    /// Why no plan decides about it.
    public enum State: String, Hashable, Sendable, Encodable {
      /// It is in use.
      case live
      /// It makes no sense for the company, and nothing waits for it.
      case notApplicable

      /// Returns nil for a state that plans decide about.
      init?(_ state: CapabilityState) {
        switch state {
        case .live: self = .live
        case .notApplicable: self = .notApplicable
        case .missing, .partial, .inProgress: return nil
        }
      }
    }

    /// A capability of the plan that could not start when it does without the settled one.
    public struct Need: Hashable, Sendable, Encodable {
      /// The capability.
      public let id: CapabilityID
      /// The first day of work.
      public let start: CivilDate
    }

    /// The capability.
    public let id: CapabilityID
    /// Why no plan decides about it.
    public let state: State
    /// The first day on which it was live; nil when that is not recorded.
    public let since: CivilDate?
    /// The stages up to the target of which a demand would not be met at the end of the plan without it, from the lowest.
    public let demandedBy: [StageID]
    /// The capabilities of the plan that could not start when they do without it, in the order of starts.
    public let neededFor: [Need]
    /// The capabilities that cannot be chosen since it is live.
    public let rulesOut: [CapabilityID]

    /// What a capability is good for in a plan; nil when plans decide about it.
    init?(_ id: CapabilityID, in plan: Plan, of roadmap: Roadmap) {
      guard let state = State(roadmap.state(of: id)) else { return nil }
      self.id = id
      self.state = state
      guard state == .live else {
        (since, demandedBy, neededFor, rulesOut) = (nil, [], [], [])
        return
      }
      since = roadmap.record?.capabilities.first { $0.capability == id }?.finished
      let others = Others(of: id, in: plan, of: roadmap)
      let rank = roadmap.maturity.rank(of: roadmap.target.stage) ?? 0
      demandedBy = roadmap.maturity.stages.prefix(rank + 1).filter { stage in
        stage.demands.contains { others.lack($0.requirement, in: roadmap.calendar.periods.upperBound) }
      }.map(\.id)
      neededFor = plan.capabilities.filter { planned in
        if case .inProgress = roadmap.state(of: planned.id) { return false }
        return roadmap.capability(planned.id)?.prerequisites.contains {
          others.lack($0.requirement, in: planned.startPeriod.advanced(by: -$0.lag))
        } ?? false
      }.map { Need(id: $0.id, start: $0.start) }
      rulesOut = roadmap.alternatives.filter { $0.members.contains(id) }.flatMap(\.members).filter {
        $0 != id
      }
    }

    /// What is live beside one capability, as a plan goes on.
    private struct Others {
      let roadmap: Roadmap
      /// The first period of each capability that is live at some time; nil when it is live today.
      let liveFrom: [CapabilityID: Period?]
      let without: CapabilityID

      init(of id: CapabilityID, in plan: Plan, of roadmap: Roadmap) {
        self.roadmap = roadmap
        without = id
        var periods: [CapabilityID: Period?] = [:]
        for capability in roadmap.capabilities where roadmap.state(of: capability.id) == .live {
          periods[capability.id] = .some(nil)
        }
        for planned in plan.capabilities { periods[planned.id] = .some(planned.finishPeriod) }
        periods.removeValue(forKey: id)
        liveFrom = periods
      }

      /// Whether a requirement is met in a period with the capability and not without it.
      func lack(_ requirement: Requirement, in period: Period) -> Bool {
        let needed = roadmap.applicable(requirement)
        let standIns = needed.members.map { roadmap.standIns(for: $0) }
        guard standIns.contains(where: { $0.contains(without) }) else { return false }
        let live = standIns.filter { ids in
          ids.contains { id in liveFrom[id].map { $0.map { $0 <= period } ?? true } ?? false }
        }
        let added = standIns.filter { !live.contains($0) && $0.contains(without) }
        return live.count < needed.count && live.count + added.count >= needed.count
      }
    }
  }
}

internal import Planning
internal import RoadmapModel

/// Follows what a capability of a plan waits for, back to what waits for nothing that is work.
struct WaitChain {
  let roadmap: Roadmap
  let plan: Plan
  let language: Language

  /// The links from a capability to the root of its wait.
  ///
  /// Where several hold what is waited for, the chain follows the one that starts last, since that is where the time goes.
  func links(from id: CapabilityID) -> [Explanation.ChainLink] {
    var links: [Explanation.ChainLink] = []
    let words = ReasonText(names: Names(roadmap, language: language))
    var seen: Set<CapabilityID> = []
    var next: CapabilityID? = id
    while let current = next, seen.insert(current).inserted, let planned = plan.planned(current) {
      let holders = holders(of: planned)
      links.append(
        Explanation.ChainLink(
          id: current, wait: planned.waitsFor, text: words.text(planned.waitsFor), holders: holders.map(\.id))
      )
      next = holders.max { ($0.startPeriod, $1.id) < ($1.startPeriod, $0.id) }?.id
    }
    return links
  }

  /// The capabilities whose end ends the wait of one.
  private func holders(of waiting: Plan.PlannedCapability) -> [Plan.PlannedCapability] {
    let subject = waiting.waitsFor.subject ?? ""
    switch waiting.waitsFor.kind {
    case .prerequisite:
      return plan.capabilities.filter { $0.id.text == subject }
    case .stageGate:
      return lastDemanded(by: StageID(subject))
    case .team:
      let team = TeamID(subject)
      return ending(at: waiting.startPeriod) { capability in
        capability.needs.contains { $0.team == team && $0.people > .zero }
      }.filter { $0.id != waiting.id }
    case .workInProgress:
      return ending(at: waiting.startPeriod) { _ in true }.filter { $0.id != waiting.id }
    default: return []
    }
  }

  private func ending(at period: Period, _ counts: (Capability) -> Bool) -> [Plan.PlannedCapability] {
    plan.capabilities.filter { planned in
      planned.finishPeriod == period && planned.startPeriod < period
        && roadmap.capability(planned.id).map(counts) ?? false
    }
  }

  /// What goes live in the period in which a stage is reached.
  private func lastDemanded(by stage: StageID) -> [Plan.PlannedCapability] {
    guard let reached = plan.stages.first(where: { $0.stage == stage }),
      let rank = roadmap.maturity.rank(of: stage)
    else { return [] }
    let demanded = Set(roadmap.maturity.stages[...rank].flatMap(\.demands).flatMap(\.requirement.members))
    return plan.capabilities.filter { planned in
      planned.finishPeriod == reached.period
        && roadmap.capabilities.contains { capability in
          capability.id == planned.id
            && (demanded.contains(capability.id) || !demanded.isDisjoint(with: capability.provides))
        }
    }
  }
}

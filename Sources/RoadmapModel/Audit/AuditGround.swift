/// A roadmap made ready for audits: what the rules ask of any schedule, by positions of capabilities.
///
/// Make one and use it again when many schedules of the same roadmap are to be audited.
package struct AuditGround: Sendable {
  /// A requirement without what is not applicable; each member by the positions of those that count as it.
  struct Need: Sendable {
    let members: [[Int]]
    let count: Int
    let lag: Int
    let requirement: Requirement
  }

  /// What an audit asks of one capability.
  struct Activity: Sendable {
    let capability: Capability
    let state: CapabilityState
    let decision: Decision
    let work: PlannedWork
    let needs: [Need]
    let stageRank: Int

    var id: CapabilityID { capability.id }
    var isPlannable: Bool { state != .live && state != .notApplicable }
    var isInProgress: Bool { if case .inProgress = state { true } else { false } }
  }

  let roadmap: Roadmap
  /// The number of periods.
  let periodCount: Int
  /// The capabilities, by position.
  let activities: [Activity]
  /// The demands of each stage, by rank.
  let demands: [[Need]]
  /// Whether nothing may go live in a period, for all from the first to the one after the last.
  let frozen: [Bool]

  /// Reads all rules of a roadmap.
  package init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    let calendar = roadmap.calendar
    periodCount = calendar.periodCount
    var standIns = roadmap.capabilities.indices.map { [$0] }
    for (position, capability) in roadmap.capabilities.enumerated() {
      for provided in capability.provides {
        guard let target = roadmap.position(of: provided), target != position else { continue }
        standIns[target].append(position)
      }
    }
    func need(_ requirement: Requirement, lag: Int) -> Need {
      let members = requirement.members.filter { roadmap.state(of: $0) != .notApplicable }
      return Need(
        members: members.compactMap { roadmap.position(of: $0).map { standIns[$0] } },
        count: min(requirement.count, members.count), lag: lag, requirement: requirement)
    }
    activities = roadmap.capabilities.map { capability in
      Activity(
        capability: capability, state: roadmap.state(of: capability.id),
        decision: roadmap.decision(on: capability.id), work: roadmap.plannedWork(for: capability),
        needs: capability.prerequisites.map { need($0.requirement, lag: $0.lag) },
        stageRank: roadmap.stageRank(of: capability))
    }
    demands = roadmap.maturity.stages.map { stage in stage.demands.map { need($0.requirement, lag: 0) } }
    frozen = (0...periodCount).map { period in
      let date = calendar.date(of: Period(period))
      return roadmap.policy.freeze.contains { $0.contains(date) }
    }
  }

  /// The rules that a schedule breaks.
  package func violations(of schedule: Schedule, path: BusinessPath?) -> [AuditViolation] {
    AuditedSchedule(schedule, path: path, on: self).violations
  }
}

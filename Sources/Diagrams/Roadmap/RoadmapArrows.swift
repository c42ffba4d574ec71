import RoadmapModel

/// An arrow from a planned capability to one that waits for it.
struct RoadmapArrow: Hashable, Sendable {
  let prerequisite: CapabilityID
  let dependent: CapabilityID
  /// Whether other capabilities could have taken the place of the prerequisite.
  let isChoice: Bool
  /// Whether the dependent is critical and starts as soon as the prerequisite, critical too, lets it.
  let isCritical: Bool
  /// Whether the dependent starts as soon as the prerequisite lets it; otherwise there is time to spare.
  let isTight: Bool
}

extension RoadmapArrow {
  /// The arrows between the capabilities of a plan: what each had to wait for, without what others imply.
  ///
  /// Nothing waits for what is live already. Where at least `k` of several are asked for, the arrows come from those
  /// that the plan has finished by then, and are marked as a choice.
  static func arrows(of plan: Plan, in roadmap: Roadmap) -> [RoadmapArrow] {
    var planned: [CapabilityID: Plan.PlannedCapability] = [:]
    var index: [CapabilityID: Int] = [:]
    for (position, entry) in plan.capabilities.enumerated() where planned[entry.id] == nil {
      planned[entry.id] = entry
      index[entry.id] = position
    }
    let builder = Builder(roadmap: roadmap, planned: planned)
    let all = plan.capabilities.flatMap(builder.arrows(to:))
    let pairs = all.map { (index[$0.prerequisite] ?? 0, index[$0.dependent] ?? 0) }
    let certain = all.indices.filter { !all[$0].isChoice }
    let reduction = ArrowReduction(
      nodeCount: plan.capabilities.count, arrows: certain.map { (tail: pairs[$0].0, head: pairs[$0].1) })
    var isNeeded = pairs.map { !reduction.implies($0.0, $0.1) }
    for (number, position) in certain.enumerated() { isNeeded[position] = reduction.isNeeded[number] }
    return all.indices.filter { all[$0].isCritical || isNeeded[$0] }.map { all[$0] }
  }

  private struct Builder {
    let roadmap: Roadmap
    let planned: [CapabilityID: Plan.PlannedCapability]

    func arrows(to dependent: Plan.PlannedCapability) -> [RoadmapArrow] {
      guard let capability = roadmap.capability(dependent.id) else { return [] }
      var arrows: [RoadmapArrow] = []
      for prerequisite in capability.prerequisites {
        for arrow in self.arrows(to: dependent, for: prerequisite)
        where !arrows.contains(where: { $0.prerequisite == arrow.prerequisite }) {
          arrows.append(arrow)
        }
      }
      return arrows
    }

    private func arrows(
      to dependent: Plan.PlannedCapability, for prerequisite: Prerequisite
    ) -> [RoadmapArrow] {
      let requirement = roadmap.applicable(prerequisite.requirement)
      let live = requirement.members.filter { member in
        roadmap.standIns(for: member).contains { roadmap.state(of: $0) == .live }
      }
      guard live.count < requirement.count else { return [] }
      let providers = requirement.members.filter { !live.contains($0) }.compactMap { member in
        provider(of: member, for: dependent)
      }
      return providers.map { provider in
        let isTight = provider.finishPeriod.advanced(by: prerequisite.lag) == dependent.startPeriod
        return RoadmapArrow(
          prerequisite: provider.id, dependent: dependent.id, isChoice: !requirement.needsAll,
          isCritical: isTight && provider.isCritical && dependent.isCritical, isTight: isTight)
      }
    }

    /// What makes a required capability live before work on the dependent starts: itself, or the first stand-in.
    private func provider(
      of member: CapabilityID, for dependent: Plan.PlannedCapability
    ) -> Plan.PlannedCapability? {
      let candidates = roadmap.standIns(for: member).compactMap { planned[$0] }.filter {
        $0.id != dependent.id && $0.finish <= dependent.start
      }
      return candidates.min { ($0.finish, $0.id) < ($1.finish, $1.id) }
    }
  }
}

import RoadmapModel

/// The planned capabilities of one element.
struct PlanGroup {
  let id: String
  let name: String
  let members: [Plan.PlannedCapability]

  /// The elements in which something is planned, in the order of the maturity model; what the roadmap does not know comes last.
  static func groups(of plan: Plan, in roadmap: Roadmap, _ language: Language) -> [PlanGroup] {
    let known = roadmap.maturity.elements.map { element in
      PlanGroup(
        id: element.id.text, name: element.name[language],
        members: plan.capabilities.filter { roadmap.capability($0.id)?.element == element.id })
    }
    let unknown = plan.capabilities.filter { roadmap.capability($0.id) == nil }
    return (known + [PlanGroup(id: "other", name: "\u{2026}", members: unknown)]).filter {
      !$0.members.isEmpty
    }
  }
}

/// What one capability needs of another one, for formats that know no choices.
struct PlanNeed: Hashable {
  let prerequisite: CapabilityID
  let dependent: CapabilityID
  /// Whether others could take the place of the prerequisite.
  let isChoice: Bool
  /// The whole weeks that must pass in between.
  let lag: Int

  /// All needs between capabilities that apply, in the order of the scenario.
  static func needs(in roadmap: Roadmap) -> [PlanNeed] {
    roadmap.capabilities.filter { roadmap.state(of: $0.id) != .notApplicable }.flatMap { capability in
      capability.prerequisites.flatMap { prerequisite -> [PlanNeed] in
        let requirement = roadmap.applicable(prerequisite.requirement)
        return requirement.members.map { member in
          PlanNeed(
            prerequisite: member, dependent: capability.id, isChoice: !requirement.needsAll,
            lag: prerequisite.lag)
        }
      }
    }
  }
}

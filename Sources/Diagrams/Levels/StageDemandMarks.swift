import RoadmapModel

/// Which capabilities the stages demand.
struct StageDemandMarks: Sendable {
  /// How a stage demands a capability.
  enum Mark: Int, Hashable, Sendable, CaseIterable {
    /// The stage is not reached without it.
    case required
    /// Some of several have to be live, of which it is one.
    case choice

    /// The sign in front of the name.
    var sign: String {
      switch self {
      case .required: "\u{2605}"
      case .choice: "\u{2606}"
      }
    }

    /// What the legend calls it.
    var key: LegendKey {
      switch self {
      case .required: .demanded
      case .choice: .demandedChoice
      }
    }
  }

  /// How many of the capabilities that a stage demands are live, by the mark that they have.
  struct Count: Hashable, Sendable {
    var required = Part()
    var choice = Part()

    /// Of what has one mark, how much is live and how much has to be.
    struct Part: Hashable, Sendable {
      var live = 0
      var needed = 0
    }
  }

  let roadmap: Roadmap
  /// The marks of capabilities, and the lowest stage, by rank, that demands each.
  private let marks: [CapabilityID: (mark: Mark, stage: Int)]

  init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    var marks: [CapabilityID: (mark: Mark, stage: Int)] = [:]
    for (rank, stage) in roadmap.maturity.stages.enumerated() {
      for demand in stage.demands {
        let (mark, members) = Self.members(of: demand.requirement, in: roadmap)
        for member in members {
          let known = marks[member]
          // What one demand leaves open another may require.
          let isStronger = known.map { $0.mark == .choice && mark == .required } ?? true
          if isStronger { marks[member] = (mark, known?.stage ?? rank) }
        }
      }
    }
    self.marks = marks
  }

  subscript(id: CapabilityID) -> Mark? { marks[id]?.mark }

  /// The rank of the lowest stage that demands a capability.
  func stage(demanding id: CapabilityID) -> Int? { marks[id]?.stage }

  /// What counts for a requirement, and whether it does without any of that.
  private static func members(
    of requirement: Requirement, in roadmap: Roadmap
  ) -> (mark: Mark, members: [CapabilityID]) {
    let applicable = roadmap.applicable(requirement)
    guard applicable.count > 0 else { return (.choice, []) }
    let slots = applicable.members.map(roadmap.standIns(for:))
    let isOpen = applicable.count < slots.count || slots.contains { $0.count > 1 }
    return (isOpen ? .choice : .required, slots.flatMap(\.self))
  }

  /// What counts for some requirements.
  func capabilities(meeting requirements: [Requirement]) -> Set<CapabilityID> {
    Set(requirements.flatMap { Self.members(of: $0, in: roadmap).members })
  }

  /// How many of what some requirements ask for are live today.
  func count(_ requirements: [Requirement]) -> Count {
    var count = Count()
    for requirement in requirements {
      let applicable = roadmap.applicable(requirement)
      let live = applicable.members.count { member in
        roadmap.standIns(for: member).contains { roadmap.state(of: $0) == .live }
      }
      let (mark, _) = Self.members(of: requirement, in: roadmap)
      let path = mark == .required ? \Count.required : \Count.choice
      count[keyPath: path].live += min(live, applicable.count)
      count[keyPath: path].needed += applicable.count
    }
    return count
  }
}

/// How far each capability counts as done, under one reading of what the company says.
///
/// | | stated | optimistic | pessimistic |
/// |---|---|---|---|
/// | answered yes | counts | counts | counts when documented or measured |
/// | answered no | does not | does not | does not |
/// | answered unknown | does not | counts | does not |
/// | not answered, other questions are | does not | counts | does not |
/// | declared live | counts | counts | counts |
/// | declared partial or in progress | with its share | with its share | does not |
///
/// What somebody declares as live counts in the pessimistic reading too: a declaration covers the whole capability, and whoever makes
/// it answers for it. Each reading counts at least as much of each capability as the one that is stricter, so that scores are
/// ordered as well.
struct AssessmentReading {
  enum Kind { case stated, optimistic, pessimistic }

  private let roadmap: Roadmap
  /// The share of each capability that counts as done, by position; 1 only together with live, or when declared so.
  private let shares: [Double]
  private let live: [Bool]

  init(_ kind: Kind, of roadmap: Roadmap) {
    let answers = Dictionary(grouping: roadmap.company.answers, by: \.capability)
    let states = roadmap.capabilities.map { capability -> CapabilityState in
      guard roadmap.company.states[capability.id] == nil, let answers = answers[capability.id] else {
        return Self.declared(roadmap.state(of: capability.id), kind)
      }
      return Self.answered(answers, to: capability, kind)
    }
    self.roadmap = roadmap
    shares = states.map(\.doneShare)
    live = states.map { $0 == .live }
  }

  private static func declared(_ state: CapabilityState, _ kind: Kind) -> CapabilityState {
    switch (kind, state) {
    case (.pessimistic, .partial), (.pessimistic, .inProgress): .missing
    default: state
    }
  }

  /// The state of a capability that follows from its answers under a reading.
  static func answered(
    _ answers: [ProofAnswer], to capability: Capability, _ kind: Kind
  ) -> CapabilityState {
    switch kind {
    case .stated: return CapabilityState(answers: answers, to: capability.proofPoints)
    case .pessimistic:
      return CapabilityState(answers: answers.filter { $0.basis != .stated }, to: capability.proofPoints)
    case .optimistic:
      let refuted = Set(answers.filter { $0.answer == .no }.map(\.proofPoint))
      let assumed = capability.proofPoints.filter { !refuted.contains($0.id) }.map {
        ProofAnswer(capability: capability.id, proofPoint: $0.id, answer: .yes)
      }
      return CapabilityState(answers: assumed, to: capability.proofPoints)
    }
  }

  /// The share of a capability by itself.
  func ownShare(of capability: CapabilityID) -> Double {
    roadmap.position(of: capability).map { shares[$0] } ?? 0
  }

  /// Whether a capability is live by itself.
  func isLiveItself(_ capability: CapabilityID) -> Bool {
    roadmap.position(of: capability).map { live[$0] } ?? false
  }

  /// The share of a member of a demand: the largest among itself and what provides it.
  func share(of member: CapabilityID) -> Double {
    roadmap.standIns(for: member).map(ownShare).max() ?? 0
  }

  /// Whether a member of a demand is live, by itself or by what provides it.
  func isLive(_ member: CapabilityID) -> Bool {
    roadmap.standIns(for: member).contains(where: isLiveItself)
  }

  /// Whether enough members of a requirement are live.
  func isMet(_ requirement: Requirement) -> Bool {
    requirement.members.filter(isLive).count >= requirement.count
  }

  /// How far a requirement is met: the mean share of its best members, as many as it asks for.
  func coverage(of requirement: Requirement) -> Double {
    let best = requirement.members.map(share).sorted(by: >).prefix(requirement.count)
    return best.reduce(0, +) / Double(requirement.count)
  }
}

/// The three readings of one company.
struct AssessmentReadings {
  let roadmap: Roadmap
  let stated: AssessmentReading
  let optimistic: AssessmentReading
  let pessimistic: AssessmentReading

  init(of roadmap: Roadmap) {
    self.roadmap = roadmap
    stated = AssessmentReading(.stated, of: roadmap)
    optimistic = AssessmentReading(.optimistic, of: roadmap)
    pessimistic = AssessmentReading(.pessimistic, of: roadmap)
  }
}

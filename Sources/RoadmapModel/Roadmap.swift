/// A scenario that has been validated as a whole: the problem that is planned, simulated and drawn.
///
/// It reads like its ``RoadmapContents`` and cannot be changed. Every reference in it resolves, its prerequisites have no cycle, and its
/// numbers are in their ranges.
@dynamicMemberLookup
public struct Roadmap: Sendable {
  /// What the user said.
  public let contents: RoadmapContents
  /// What validation found that does not keep the roadmap from being used.
  public let warnings: [Finding]
  private let positions: [CapabilityID: Int]
  private let resolvedStates: [CapabilityState]

  /// Validates contents as a whole.
  ///
  /// - Throws: ``InvalidInput`` with all findings, when one of them is an error.
  /// - Complexity: linear in the size of the contents, but for spelling suggestions.
  public init(validating contents: RoadmapContents) throws(InvalidInput) {
    // Some rules take time in the product of two sizes, so nothing else is asked of what is too large.
    let sizes = RoadmapRule.tooLarge.findings(in: contents)
    guard sizes.isEmpty else { throw InvalidInput(findings: sizes) }
    let findings = RoadmapRule.allCases.flatMap { $0.findings(in: contents) }
    guard !findings.contains(where: { $0.severity == .error }) else { throw InvalidInput(findings: findings) }
    self.contents = contents
    self.warnings = findings
    var positions: [CapabilityID: Int] = [:]
    for (position, capability) in contents.capabilities.enumerated() { positions[capability.id] = position }
    self.positions = positions
    let states = contents.resolvedStates
    self.resolvedStates = contents.capabilities.map { states[$0.id] ?? .missing }
  }

  /// A part of the contents.
  public subscript<Part>(dynamicMember part: KeyPath<RoadmapContents, Part>) -> Part {
    contents[keyPath: part]
  }

  /// The position of a capability among ``RoadmapContents/capabilities``; nil when there is no such capability.
  public func position(of capability: CapabilityID) -> Int? {
    positions[capability]
  }

  /// The capability of an id.
  public func capability(_ id: CapabilityID) -> Capability? {
    positions[id].map { contents.capabilities[$0] }
  }

  /// How far a capability is today, as declared or as answered; missing when it is unknown.
  public func state(of id: CapabilityID) -> CapabilityState {
    positions[id].map { resolvedStates[$0] } ?? .missing
  }

  /// The team of an id.
  public func team(_ id: TeamID) -> Team? {
    contents.teams.first { $0.id == id }
  }

  /// The decision about a capability; nothing is decided when nobody said so.
  public func decision(on id: CapabilityID) -> Decision {
    contents.decisions[id] ?? Decision()
  }

  /// The rank of a capability's stage, from the lowest, counted from zero.
  public func stageRank(of capability: Capability) -> Int {
    contents.maturity.rank(of: capability.stage) ?? 0
  }

  /// A requirement with what does not apply to the company taken out of it.
  ///
  /// What does not apply cannot hold anything back: a member that is not applicable is dropped, and no more members are asked for
  /// than are left.
  public func applicable(_ requirement: Requirement) -> Requirement {
    let members = requirement.members.filter { state(of: $0) != .notApplicable }
    return Requirement(atLeast: min(requirement.count, members.count), of: members)
  }

  /// The capabilities that count as one: itself, and what provides it once live.
  public func standIns(for capability: CapabilityID) -> [CapabilityID] {
    [capability] + contents.capabilities.filter { $0.provides.contains(capability) }.map(\.id)
  }
}

extension RoadmapContents {
  /// How far each capability is today, as declared or as answered.
  package var resolvedStates: [CapabilityID: CapabilityState] {
    let answers = Dictionary(grouping: company.answers, by: \.capability)
    let states = capabilities.map { capability in
      let answered = CapabilityState(answers: answers[capability.id] ?? [], to: capability.proofPoints)
      return (capability.id, company.states[capability.id] ?? answered)
    }
    return Dictionary(states, uniquingKeysWith: { first, _ in first })
  }
}

extension CapabilityState {
  /// The state that follows from answers: the share of the proof points that are answered with yes.
  public init(answers: [ProofAnswer], to proofPoints: [ProofPoint]) {
    let proved = Set(answers.filter { $0.answer == .yes }.map(\.proofPoint))
    let count = proofPoints.filter { proved.contains($0.id) }.count
    if count == 0 {
      self = .missing
    } else {
      self = count == proofPoints.count ? .live : .partial(Double(count) / Double(proofPoints.count))
    }
  }
}

import RoadmapModel

extension RandomRoadmap {
  /// States come before capabilities, so that answers and questions agree.
  mutating func chooseStates() {
    for position in 0..<count {
      let id = Self.id(position)
      switch random.fraction() {
      case ..<0.10: contents.company.states[id] = .live
      case ..<0.20: contents.company.states[id] = .partial(random.pick([0, 0.25, 0.5, 0.9, 1]))
      case ..<0.27: contents.company.states[id] = .inProgress(random.pick([0, 0.3, 0.6]))
      case ..<0.34: contents.company.states[id] = .notApplicable
      case ..<0.44: answer(for: id)
      default: break
      }
    }
  }

  /// At least one answer is not yes, so that what is live is always declared.
  private mutating func answer(for id: CapabilityID) {
    let count = random.int(in: 1...3)
    let negative = random.int(in: 0...count - 1)
    for question in 0..<count {
      let answer: ProofAnswer.Answer =
        question == negative ? random.pick([.no, .unknown]) : random.pick(ProofAnswer.Answer.allCases)
      contents.company.answers.append(
        ProofAnswer(
          capability: id, proofPoint: ProofPointID("q\(question)"), answer: answer,
          basis: random.pick(ProofAnswer.Basis.allCases)))
    }
  }

  private func isTaken(_ id: CapabilityID) -> Bool {
    switch contents.company.states[id] {
    case .live, .inProgress: true
    default: false
    }
  }

  mutating func addAlternatives() {
    guard count >= 3 else { return }
    for number in 0..<random.pick([0, 1, 1, 2]) {
      let members = random.sample(random.int(in: 2...3), of: (0..<count).map(Self.id))
      // Two live members would be a mistake of the input, and one in progress beside another leaves no plan.
      guard members.filter(isTaken).count < 2 else { continue }
      var alternative = Alternative(
        id: AlternativeID("choice-\(number)"), name: "Choice",
        choice: random.chance(0.6 * strictness) ? .one : .atMostOne,
        members: members)
      if random.chance(0.5) {
        alternative.criteria = [Criterion(id: "cost", weight: 3), Criterion(id: "service", weight: 1)]
        for member in members where random.chance(0.9) {
          alternative.scores[member] = [
            "cost": Double(random.int(in: 0...5)), "service": Double(random.int(in: 0...5)),
          ]
        }
        alternative.minimumScore = random.chance(0.2 + 0.6 * strictness) ? 1.5 : nil
        alternative.pointValue = random.pick([0, 500])
      }
      contents.alternatives.append(alternative)
    }
  }

  mutating func addDecisions() {
    for position in 0..<count {
      let id = Self.id(position)
      var decision = Decision()
      switch contents.company.states[id] {
      case .live, .notApplicable: continue
      case .inProgress: decision.isForced = random.chance(0.1)
      case .partial, .missing, nil: decision = randomDecision()
      }
      if decision != Decision() { contents.decisions[id] = decision }
    }
  }

  private mutating func randomDecision() -> Decision {
    let days = contents.calendar.periodCount * PlanningCalendar.daysPerPeriod - 1
    let day = contents.calendar.start.advanced(by: random.int(in: 0...days))
    switch random.fraction() / (0.4 + 0.6 * strictness) {
    case ..<0.05:
      return Decision(pinnedStart: contents.calendar.start.advanced(by: random.int(in: 0...days * 2 / 3)))
    case ..<0.10: return Decision(isForced: true)
    case ..<0.13: return Decision(isExcluded: true)
    case ..<0.25: return Decision(notBefore: day)
    case ..<0.29:
      return Decision(liveBy: contents.calendar.start.advanced(by: random.int(in: days / 2...days)))
    default: return Decision()
    }
  }

  mutating func addPolicy() {
    let days = contents.calendar.periodCount * PlanningCalendar.daysPerPeriod
    if random.chance(0.2 + 0.2 * strictness) { contents.policy.stageGates = .strict }
    if random.chance(0.3) { contents.policy.workInProgress = random.int(in: 1...3) }
    if random.chance(0.3) {
      let from = contents.calendar.start.advanced(by: random.int(in: 0...days))
      contents.policy.freeze.append(
        .once(from: from, through: from.advanced(by: random.int(in: 0...14))))
    }
    if random.chance(0.3), let from = MonthDay(month: 12, day: random.int(in: 20...31)),
      let through = MonthDay(month: 1, day: random.int(in: 1...7))
    {
      contents.policy.freeze.append(.yearly(from: from, through: through))
    }
  }
}

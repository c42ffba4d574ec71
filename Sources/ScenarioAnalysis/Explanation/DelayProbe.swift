internal import Planning
internal import RoadmapModel

/// Finds out by planning again what it costs to start capabilities later, or to have them in the plan at all.
///
/// Questions are asked in batches. A plan that is better for the scenario itself is adopted at once, and what was asked before is asked again. In the end what was
/// planned for one question is carried over to each of the others, and where that is better than what was found there, the search goes on from it. So a loss is no
/// larger than what any of the plans shows to be enough.
struct DelayProbe: Sendable {
  let replanner: Replanner
  /// The plan that the answers are about.
  private(set) var incumbent: Incumbent
  /// What the planner was asked to do for the plan, and is asked again for what would be better; nil for a longer search of the analysis.
  var planning: PlannerParameters?
  /// Whether every answer is searched for with more work, and not only those that surprise.
  var looksAtAllTwice = false

  /// By how many weeks starts are put off: a month and a quarter.
  static let weeks = [4, 13]
  /// How often plans are carried over between questions at most, as long as that finds something.
  static let exchanges = 3
  /// The capabilities that are asked about before it is looked at whether a better plan has come to light; the number of threads must not change it.
  static let batch = 8
  /// How often a better plan is adopted at most, since all is asked again each time.
  static let adoptions = 24

  /// What is asked about a capability.
  struct Question: Hashable, Sendable {
    let id: CapabilityID
    /// The weeks by which its start is put off; nil when it is left out and has to be in.
    let weeks: Int?
    let changes: [ScenarioChange]
  }

  /// What the best plan looks like that was found, or why there is none.
  struct Answer: Sendable {
    var plan: Plan?
    var obstacle: Explanation.Obstacle?
    /// Whether it was searched for with more work.
    var wasLookedAtTwice = false
  }

  /// Questions with their answers, in the order in which they were asked.
  struct Findings: Sendable {
    var questions: [Question] = []
    var answers: [Answer] = []

    /// The plans of all answers.
    var plans: [Plan] { answers.compactMap(\.plan) }

    /// The answers about a capability.
    func about(_ id: CapabilityID) -> [(question: Question, answer: Answer)] {
      questions.indices.filter { questions[$0].id == id }.map { (questions[$0], answers[$0]) }
    }

    /// The answer to the like of a question, which may have been asked about another plan.
    fileprivate func answer(like question: Question) -> Answer? {
      about(question.id).first { $0.question.weeks == question.weeks }?.answer
    }

    /// Puts answers in the place of all that there are about some capabilities.
    fileprivate mutating func replace(_ ids: Set<CapabilityID>, by new: Findings) {
      let kept = questions.indices.filter { !ids.contains(questions[$0].id) }
      (questions, answers) = (
        kept.map { questions[$0] } + new.questions, kept.map { answers[$0] } + new.answers
      )
    }
  }

  private var roadmap: Roadmap { replanner.roadmap }

  /// What can be asked about a capability.
  func questions(about id: CapabilityID, weeks: [Int]) -> [Question] {
    guard let planned = incumbent.plan.planned(id) else {
      return [Question(id: id, weeks: nil, changes: [.isForced(id, true), .isExcluded(id, false)])]
    }
    guard isFree(id) else { return [] }
    return weeks.compactMap { delay in
      let period = planned.startPeriod.advanced(by: delay)
      guard period < roadmap.calendar.periods.upperBound else { return nil }
      let day = roadmap.calendar.date(of: period)
      return Question(id: id, weeks: delay, changes: [.notBefore(id, day)])
    }
  }

  /// Whether the planner chooses the start of a capability.
  private func isFree(_ id: CapabilityID) -> Bool {
    if case .inProgress = roadmap.state(of: id) { return false }
    return roadmap.decision(on: id).pinnedStart == nil
  }

  /// What is lost by starting capabilities later, or by having them in.
  ///
  /// - Parameters:
  ///   - ids: the capabilities.
  ///   - weeks: by how many weeks starts are put off.
  ///   - earlier: what was found about an earlier plan; each search then begins with what becomes of it, and takes less work.
  mutating func findings(
    about ids: [CapabilityID], weeks: [Int], knowing earlier: Findings
  ) async throws(AnalysisError) -> Findings {
    var findings = earlier
    var due = ids
    var left = Self.adoptions
    while true {
      while !due.isEmpty {
        let batch = due.prefix(Self.batch)
        due.removeFirst(batch.count)
        let found = try await answers(
          to: batch.flatMap { questions(about: $0, weeks: weeks) }, knowing: findings)
        findings.replace(Set(batch), by: found)
        if try await adopts(found.plans, &left) { due += ids.filter { !due.contains($0) } }
      }
      try await exchange(&findings)
      if try await adopts(findings.plans, &left) {
        due = ids
        continue
      }
      guard replanner.parameters.secondLook > 1, try await lookAgain(&findings) else { return findings }
      try await exchange(&findings)
      guard try await adopts(findings.plans, &left) else { return findings }
      due = ids
    }
  }

  /// Whether one of some plans leads to a better one for the scenario itself, which the answers are about from then on.
  private mutating func adopts(_ plans: [Plan], _ left: inout Int) async throws(AnalysisError) -> Bool {
    guard left > 0, try await incumbent.learn(from: plans) else { return false }
    left -= 1
    return true
  }

  /// Answers questions, each from the best that becomes of what is known.
  private func answers(
    to questions: [Question], knowing earlier: Findings
  ) async throws(AnalysisError) -> Findings {
    let known = incumbent.pool + earlier.plans.map(Schedule.init)
    let pool = incumbent.pool
    let answers = try await replanner.map(questions) { (question) async throws(AnalysisError) -> Answer in
      let before = earlier.answer(like: question)
      let starts = replanner.best(of: known, with: question.changes).map { [$0.schedule] } ?? []
      guard
        let outcome = try await replanner.outcome(
          question.changes, from: starts + pool, work: before == nil ? .least : .following)
      else { return Answer() }
      return Answer(outcome, wasLookedAtTwice: before?.wasLookedAtTwice ?? false)
    }
    return Findings(questions: questions, answers: answers)
  }

  /// Carries plans over between questions until that finds nothing better.
  private func exchange(_ findings: inout Findings) async throws(AnalysisError) {
    for _ in 0..<Self.exchanges {
      let present = findings
      let known = present.plans.map(Schedule.init)
      let better = try await replanner.map(Array(present.questions.indices)) {
        (index) async throws(AnalysisError) -> Plan? in
        let (changes, answer) = (present.questions[index].changes, present.answers[index])
        guard !(answer.obstacle?.isProved ?? false),
          let carried = replanner.best(of: known, with: changes),
          answer.plan.map({ replanner.isBetter(carried, than: $0) }) ?? true
        else { return nil }
        let own = answer.plan.map { [Schedule($0)] } ?? []
        return try await replanner.plan(changes, from: [carried.schedule] + own, work: .following)
      }
      var hasFound = false
      for (index, plan) in better.enumerated() {
        guard let plan, replanner.isBetter(plan, than: present.answers[index].plan) else { continue }
        (findings.answers[index].plan, findings.answers[index].obstacle) = (plan, nil)
        hasFound = true
      }
      guard hasFound else { return }
    }
  }

  /// Searches for gains, for large losses, and for what seems to have no plan, with more work; whether that found anything.
  private func lookAgain(_ findings: inout Findings) async throws(AnalysisError) -> Bool {
    let present = findings
    let second = try await replanner.map(Array(present.questions.indices)) {
      (index) async throws(AnalysisError) -> (wasAsked: Bool, plan: Plan?) in
      let answer = present.answers[index]
      guard !answer.wasLookedAtTwice, isSurprising(answer) else { return (false, nil) }
      // From the best that is known alone, so that the rest of the search begins somewhere else.
      let starts = answer.plan.map { [Schedule($0)] } ?? incumbent.pool
      let changes = present.questions[index].changes
      // What a decision of the scenario loses is no less than planning without it finds.
      if let planning, let plan = answer.plan, replanner.isBetter(plan, than: incumbent.plan) {
        let known = try await replanner.plan(changes, from: plan, searchingAs: planning)
        let other = try await replanner.plan(changes, from: nil, searchingAs: planning)
        return (true, other.flatMap { replanner.isBetter($0, than: known) ? $0 : known } ?? known)
      }
      return (true, try await replanner.plan(changes, from: starts, work: .second))
    }
    var hasFound = false
    for (index, look) in second.enumerated() where look.wasAsked {
      findings.answers[index].wasLookedAtTwice = true
      guard let plan = look.plan, replanner.isBetter(plan, than: present.answers[index].plan) else {
        continue
      }
      (findings.answers[index].plan, findings.answers[index].obstacle) = (plan, nil)
      hasFound = true
    }
    return hasFound
  }

  /// Whether an answer may be that of a short search: a gain, a large loss, or no plan without a proof.
  private func isSurprising(_ answer: Answer) -> Bool {
    guard let plan = answer.plan else { return !(answer.obstacle?.isProved ?? true) }
    return looksAtAllTwice || replanner.isBetter(plan, than: incumbent.plan)
      || incumbent.isLargeLoss(plan, for: replanner.objective)
  }
}

extension DelayProbe.Answer {
  fileprivate init(_ outcome: PlanningOutcome, wasLookedAtTwice: Bool) {
    switch outcome {
    case .plan(let plan): self.init(plan: plan, wasLookedAtTwice: wasLookedAtTwice)
    case .infeasible(let infeasibility):
      self.init(
        obstacle: Explanation.Obstacle(
          text: infeasibility.reasons.first?.message ?? "", isProved: infeasibility.isProved),
        wasLookedAtTwice: wasLookedAtTwice)
    }
  }
}

extension Incumbent {
  /// The share of what the plan is worth from which on a loss is looked at again.
  static let surprisingLoss = 0.02

  /// Whether another plan loses so much of the value that a longer search may well find a better one.
  func isLargeLoss(_ other: Plan, for objective: Objective) -> Bool {
    let loss = (plan.value.npv - other.value.npv).units
    return objective == .value && loss > Self.surprisingLoss * abs(plan.value.npv.units)
  }

  /// What another plan changes, compared with this one.
  func consequence(of other: Plan, target: StageID) -> Explanation.Consequence {
    let reached = { (plan: Plan) in plan.stages.first { $0.stage == target }?.period.index }
    let weeks = reached(other).flatMap { after in reached(plan).map { after - $0 } }
    return Explanation.Consequence(
      netPresentValue: other.value.npv - plan.value.npv, targetWeeks: weeks)
  }
}

internal import Planning
internal import RoadmapModel

/// Finds out by planning again what it costs to start capabilities later, or to have them in the plan at all.
///
/// All questions are asked together: what was planned for one of them is carried over to each of the others, and where that is better than what was found there, the
/// search goes on from it. So a loss is no larger than what any of the plans shows to be enough.
struct DelayProbe: Sendable {
  let replanner: Replanner
  let incumbent: Incumbent

  /// By how many weeks starts are put off: a month and a quarter.
  static let weeks = [4, 13]
  /// The share of what the plan is worth from which on a loss is looked at again.
  static let surprisingLoss = 0.02
  /// How often plans are carried over between questions at most, as long as that finds something.
  static let exchanges = 3

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

    /// Whether the like of a question has been looked at twice.
    fileprivate func wasLookedAtTwice(_ question: Question) -> Bool {
      questions.indices.contains { index in
        questions[index].id == question.id && questions[index].weeks == question.weeks
          && answers[index].wasLookedAtTwice
      }
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

  /// Answers questions.
  ///
  /// - Parameter earlier: what was found about an earlier plan; each search then begins with what becomes of it, and takes less work.
  func findings(
    on questions: [Question], knowing earlier: Findings
  ) async throws(AnalysisError) -> Findings {
    let known = earlier.plans.map(Schedule.init)
    let answers = try await replanner.map(questions) { (question) async throws(AnalysisError) -> Answer in
      let starts =
        replanner.best(of: incumbent.pool + known, with: question.changes).map { [$0.schedule] } ?? []
      guard
        let outcome = try await replanner.outcome(
          question.changes, from: starts + incumbent.pool, work: known.isEmpty ? .least : .following)
      else { return Answer() }
      return Answer(outcome, wasLookedAtTwice: earlier.wasLookedAtTwice(question))
    }
    var findings = Findings(questions: questions, answers: answers)
    try await exchange(&findings)
    if replanner.parameters.secondLook > 1, try await lookAgain(&findings) { try await exchange(&findings) }
    return findings
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
        guard let plan, isBetter(plan, than: present.answers[index].plan) else { continue }
        (findings.answers[index].plan, findings.answers[index].obstacle) = (plan, nil)
        hasFound = true
      }
      guard hasFound else { return }
    }
  }

  /// Searches for large losses, and for what seems to have no plan, with more work; whether that found anything.
  private func lookAgain(_ findings: inout Findings) async throws(AnalysisError) -> Bool {
    let present = findings
    let second = try await replanner.map(Array(present.questions.indices)) {
      (index) async throws(AnalysisError) -> (wasAsked: Bool, plan: Plan?) in
      let answer = present.answers[index]
      guard !answer.wasLookedAtTwice, isSurprising(answer) else { return (false, nil) }
      // From the best that is known alone, so that the rest of the search begins somewhere else.
      let starts = answer.plan.map { [Schedule($0)] } ?? incumbent.pool
      return (true, try await replanner.plan(present.questions[index].changes, from: starts, work: .second))
    }
    var hasFound = false
    for (index, look) in second.enumerated() where look.wasAsked {
      findings.answers[index].wasLookedAtTwice = true
      guard let plan = look.plan, isBetter(plan, than: present.answers[index].plan) else { continue }
      (findings.answers[index].plan, findings.answers[index].obstacle) = (plan, nil)
      hasFound = true
    }
    return hasFound
  }

  /// Whether an answer may be that of a short search: a large loss, or no plan without a proof.
  private func isSurprising(_ answer: Answer) -> Bool {
    guard let plan = answer.plan else { return !(answer.obstacle?.isProved ?? true) }
    let loss = (incumbent.plan.value.npv - plan.value.npv).units
    return replanner.objective == .value
      && loss > Self.surprisingLoss * abs(incumbent.plan.value.npv.units)
  }

  private func isBetter(_ plan: Plan, than other: Plan?) -> Bool {
    let score = { (plan: Plan) in Score(plan, for: replanner.objective, target: roadmap.target.stage) }
    return other.map { score($0) < score(plan) } ?? true
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
  /// What another plan changes, compared with this one.
  func consequence(of other: Plan, target: StageID) -> Explanation.Consequence {
    let reached = { (plan: Plan) in plan.stages.first { $0.stage == target }?.period.index }
    let weeks = reached(other).flatMap { after in reached(plan).map { after - $0 } }
    return Explanation.Consequence(
      netPresentValue: other.value.npv - plan.value.npv, targetWeeks: weeks)
  }
}

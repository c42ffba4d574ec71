internal import Planning
internal import RoadmapModel

/// Finds out by planning again what more people and more money would bring, quarter by quarter.
///
/// The prices of a bound say what its limit would rise by, which no plan need follow. So each amount is that of a plan that was found with more means: what is told can be
/// had, and a longer search may find more. What a team brings in all quarters is asked first; where that is nothing, its quarters are not asked one by one; nor is
/// a quarter in which it could take on whatever needs it beside what it does.
struct MeansProbe: Sendable {
  let replanner: Replanner
  let incumbent: Incumbent

  /// The people that a team is given more.
  static let people = People(1)
  /// The percents by which the money is raised.
  static let percents = 10

  /// What the probe found out.
  struct Result: Sendable {
    var gains: [Explanation.Gains] = []
    /// The plans that were made.
    var plans: [Plan] = []
  }

  /// What there is more of, and when.
  private struct Question: Hashable, Sendable {
    /// The team that is larger; nil for more money.
    let team: TeamID?
    /// The number of the quarter; nil for all of them.
    let quarter: Int?
    let changes: [ScenarioChange]
    /// The money that there is more.
    var money = Money.zero
  }

  private var roadmap: Roadmap { replanner.roadmap }
  private var quarters: [Budget.Window] {
    Budget(every: .quarter, amount: .zero, carriesOver: false, in: roadmap.calendar).windows
  }

  /// What more of each team and more money would bring, in all quarters and in each; nothing where the plan is not chosen for its value.
  ///
  /// - Parameter known: plans that were made for other questions.
  func result(knowing known: [Plan]) async throws(AnalysisError) -> Result {
    guard replanner.objective == .value else { return Result() }
    let always = roadmap.teams.map { lasting(more: $0.id) } + [lastingMoney()].compactMap(\.self)
    let first = try await plans(for: always, knowing: known, work: .least)
    let worthwhile = zip(always, first).filter { gain(of: $0.1) > .zero }.map(\.0.team)
    var single: [Question] = []
    for number in quarters.indices {
      for team in worthwhile {
        if let team, !isShort(team, in: number) { continue }
        guard let question = team.map({ more(of: $0, in: number) }) ?? money(in: number) else { continue }
        single.append(question)
      }
    }
    let second = try await plans(for: single, knowing: first.compactMap(\.self), work: .following)
    let questions = always + single
    let found = try await exchanged(questions, first + second)
    return Result(gains: gains(questions, found), plans: found.compactMap(\.self))
  }

  // MARK: Questions

  private func lasting(more team: TeamID) -> Question {
    Question(
      team: team, quarter: nil,
      changes: [.moreTeam(team, people: Self.people, from: roadmap.calendar.start)])
  }

  private func more(of team: TeamID, in quarter: Int) -> Question {
    let window = quarters[quarter]
    var changes = [ScenarioChange.moreTeam(team, people: Self.people, from: window.from)]
    let after = window.through.advanced(by: 1)
    if after < roadmap.calendar.end {
      changes.append(.moreTeam(team, people: .zero - Self.people, from: after))
    }
    return Question(team: team, quarter: quarter, changes: changes)
  }

  /// Whether a team could not take on everything that needs it in some week of a quarter, beside what the plan has it do; otherwise one more has nothing to do.
  private func isShort(_ team: TeamID, in quarter: Int) -> Bool {
    let window = quarters[quarter]
    let needs = Dictionary(
      uniqueKeysWithValues: roadmap.capabilities.map { capability in
        let people = capability.needs.filter { $0.team == team }.reduce(People.zero) { $0 + $1.people }
        return (capability.id, people)
      })
    let largest = needs.values.max() ?? .zero
    return roadmap.calendar.periods.contains { period in
      let day = roadmap.calendar.date(of: period)
      guard window.from <= day, day <= window.through else { return false }
      let used = incumbent.plan.capabilities.filter { $0.startPeriod <= period && period < $0.finishPeriod }
        .reduce(People.zero) { $0 + (needs[$1.id] ?? .zero) }
      return (roadmap.team(team)?.capacity(on: day) ?? .zero) - used < largest
    }
  }

  private func lastingMoney() -> Question? {
    let money = quarters.indices.compactMap { self.money(in: $0) }
    guard !money.isEmpty else { return nil }
    return Question(
      team: nil, quarter: nil, changes: money.flatMap(\.changes), money: money.reduce(.zero) { $0 + $1.money }
    )
  }

  /// More money in the windows of the budget that begin in a quarter; nil when there are none with money.
  private func money(in quarter: Int) -> Question? {
    guard let windows = roadmap.budget?.windows else { return nil }
    let (from, through) = (quarters[quarter].from, quarters[quarter].through)
    var question: [ScenarioChange] = []
    var sum = Money.zero
    for (index, window) in windows.enumerated() where window.amount > .zero {
      let begin = max(window.from, roadmap.calendar.start)
      guard from <= begin, begin <= through, begin <= window.through else { continue }
      let more = Money(cents: window.amount.cents * Int64(Self.percents) / 100)
      question.append(.moreBudget(window: index, by: more))
      sum += more
    }
    return question.isEmpty ? nil : Question(team: nil, quarter: quarter, changes: question, money: sum)
  }

  // MARK: Answers

  private func plans(
    for questions: [Question], knowing known: [Plan], work: Replanner.Work
  ) async throws(AnalysisError) -> [Plan?] {
    let pool = incumbent.pool
    let schedules = pool + known.map(Schedule.init)
    return try await replanner.map(questions) { (question) async throws(AnalysisError) -> Plan? in
      let best = replanner.best(of: schedules, with: question.changes).map { [$0.schedule] } ?? []
      return try await replanner.plan(question.changes, from: best + pool.prefix(1), work: work)
    }
  }

  /// The same plans, or what becomes of those for other questions where that is better.
  private func exchanged(_ questions: [Question], _ plans: [Plan?]) async throws(AnalysisError) -> [Plan?] {
    let known = plans.compactMap(\.self).map(Schedule.init).reduce(into: [Schedule]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return try await replanner.map(Array(questions.indices)) { (index) async throws(AnalysisError) -> Plan? in
      let (changes, present) = (questions[index].changes, plans[index])
      guard let carried = replanner.best(of: known, with: changes),
        present.map({ replanner.isBetter(carried, than: $0) }) ?? true,
        let next = try await replanner.plan(changes, from: [carried.schedule], work: .following),
        replanner.isBetter(next, than: present)
      else { return present }
      return next
    }
  }

  /// What a plan with more means is worth more; nothing when none was found, since the plan that is explained is one of them.
  private func gain(of plan: Plan?) -> Money {
    max(.zero, (plan?.value.npv ?? .zero) - incumbent.plan.value.npv)
  }

  private func gains(_ questions: [Question], _ plans: [Plan?]) -> [Explanation.Gains] {
    let numbers = [nil] + quarters.indices.map { Optional($0) }
    return numbers.compactMap { number in
      let own = zip(questions, plans).filter { $0.0.quarter == number && gain(of: $0.1) > .zero }
      guard !own.isEmpty else { return nil }
      let money = own.first { $0.0.team == nil }
      return Explanation.Gains(
        from: number.map { quarters[$0].from } ?? roadmap.calendar.start,
        through: number.map { quarters[$0].through } ?? roadmap.calendar.end.advanced(by: -1),
        isLasting: number == nil,
        people: own.compactMap { question, plan in
          question.team.map { Explanation.TeamGain(team: $0, gain: gain(of: plan)) }
        },
        money: money.map { Explanation.MoneyGain(more: $0.0.money, gain: gain(of: $0.1)) })
    }
  }
}

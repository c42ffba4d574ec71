internal import Planning
internal import RoadmapModel

/// A rule of a scenario that can be relaxed, from not at all to altogether, in whole steps.
struct Lever: Hashable, Sendable {
  typealias Kind = RepairAdvice.Rule.Kind

  let kind: Kind
  let subject: String?
  /// The number of steps after which the rule is as good as gone.
  let steps: Int

  private init(_ kind: Kind, _ subject: String? = nil, steps: Int = 1) {
    self.kind = kind
    self.subject = subject
    self.steps = steps
  }

  /// Half a person, which is the step of teams.
  private static let half = People(0.5)
  /// The percents of a step of the budget, and the most steps.
  private static let budget = (percents: 1, steps: 1_900)

  /// The rules of a roadmap, those first that say the least about why there is no plan.
  static func all(of roadmap: Roadmap) -> [Lever] {
    let decided = roadmap.decisions.keys.sorted().map { ($0, roadmap.decision(on: $0)) }
    func decisions(_ kind: Kind, _ holds: (Decision) -> Bool) -> [Lever] {
      decided.filter { holds($0.1) }.map { Lever(kind, $0.0.text) }
    }
    let weeks = { (day: CivilDate) in
      max(1, roadmap.calendar.lastPeriod(onOrBefore: day).distance(to: roadmap.calendar.periods.upperBound))
    }
    var levers = decisions(.excluded, \.isExcluded) + decisions(.notBefore) { $0.notBefore != nil }
    levers += decisions(.forced) { $0.isForced && $0.pinnedStart == nil }
    levers += decisions(.pin) { $0.pinnedStart != nil }
    levers += decided.compactMap { id, decision in
      decision.liveBy.map { Lever(.liveBy, id.text, steps: weeks($0)) }
    }
    if !roadmap.policy.freeze.isEmpty { levers.append(Lever(.freeze)) }
    if roadmap.policy.stageGates == .strict { levers.append(Lever(.stageGates)) }
    if let limit = roadmap.policy.workInProgress {
      levers.append(Lever(.workInProgress, steps: max(1, roadmap.capabilities.count - limit)))
    }
    let room = PlanningCalendar.periodLimit - roadmap.calendar.periodCount
    levers.append(Lever(.horizon, steps: min(room, roadmap.calendar.periodCount)))
    if roadmap.budget != nil { levers.append(Lever(.budget, steps: Self.budget.steps)) }
    levers += roadmap.teams.map { team in
      let needs = roadmap.capabilities.flatMap(\.needs).filter { $0.team == team.id }.map(\.people)
      let all = needs.reduce(People.zero) {
        People(hundredths: min(1_000_000, $0.hundredths) + $1.hundredths)
      }
      let steps = (Int(all.hundredths) + Int(half.hundredths) - 1) / Int(half.hundredths)
      return Lever(.team, team.id.text, steps: max(1, steps))
    }
    if let by = roadmap.target.by { levers.append(Lever(.deadline, steps: weeks(by))) }
    if let rank = roadmap.maturity.rank(of: roadmap.target.stage), rank > 0 {
      levers.append(Lever(.target, roadmap.target.stage.text, steps: rank))
    }
    return levers.filter { $0.steps > 0 }
  }

  /// The change that so many steps are; a rule that is relaxed altogether is lifted.
  ///
  /// - Parameter from: the first day of more people; nil for the start of the calendar.
  func change(_ step: Int, in roadmap: Roadmap, from: CivilDate? = nil) -> [ScenarioChange] {
    guard step > 0 else { return [] }
    let id = CapabilityID(subject ?? "")
    switch kind {
    case .excluded: return [.isExcluded(id, false)]
    case .notBefore: return [.notBefore(id, nil)]
    case .forced: return [.isForced(id, false)]
    case .pin: return [.withoutPin(id)]
    case .liveBy:
      return [.liveBy(id, later(roadmap.decision(on: id).liveBy, by: step, in: roadmap))]
    case .freeze: return [.withoutFreeze]
    case .stageGates: return [.softGates]
    case .workInProgress: return [.workInProgress((roadmap.policy.workInProgress ?? 0) + step)]
    case .horizon: return [.longerHorizon(weeks: step)]
    case .budget: return [.budgetFactor(Double(100 + step * Self.budget.percents) / 100)]
    case .team:
      let people = People(hundredths: Int32(step) * Self.half.hundredths)
      return [.moreTeam(TeamID(subject ?? ""), people: people, from: from ?? roadmap.calendar.start)]
    case .deadline: return [.deadline(later(roadmap.target.by, by: step, in: roadmap))]
    case .target:
      let rank = (roadmap.maturity.rank(of: roadmap.target.stage) ?? 0) - step
      return [.target(roadmap.maturity.stages[max(0, rank)].id)]
    }
  }

  private func later(_ day: CivilDate?, by step: Int, in roadmap: Roadmap) -> CivilDate? {
    step >= steps ? nil : day?.advanced(by: step * PlanningCalendar.daysPerPeriod)
  }

  /// The rule in words.
  func rule(_ names: Names) -> RepairAdvice.Rule {
    RepairAdvice.Rule(kind: kind, subject: subject, text: text(names))
  }

  private func text(_ names: Names) -> String {
    let roadmap = names.roadmap
    let id = CapabilityID(subject ?? "")
    let name = "'\(names.capability(id))'"
    func say(_ english: String, _ dutch: String, _ swedish: String) -> String {
      LocalizedText(english, dutch: dutch, swedish: swedish)[names.language]
    }
    switch kind {
    case .excluded: return say("\(name) is excluded", "\(name) is uitgesloten", "\(name) är uteslutet")
    case .notBefore:
      let day = roadmap.decision(on: id).notBefore.map { "\($0)" } ?? ""
      return say(
        "\(name) does not start before \(day)", "\(name) begint niet voor \(day)",
        "\(name) börjar inte före \(day)")
    case .forced:
      return say(
        "\(name) has to be in the plan", "\(name) moet in het plan", "\(name) måste vara med i planen")
    case .pin:
      let day = roadmap.decision(on: id).pinnedStart.map { "\($0)" } ?? ""
      return say("\(name) starts on \(day)", "\(name) begint op \(day)", "\(name) börjar \(day)")
    case .liveBy:
      let day = roadmap.decision(on: id).liveBy.map { "\($0)" } ?? ""
      return say(
        "\(name) is live by \(day)", "\(name) is uiterlijk \(day) live", "\(name) är i drift senast \(day)")
    case .freeze:
      return say(
        "nothing goes live in a freeze", "in een bevriezing gaat niets live",
        "inget driftsätts i en frysperiod")
    case .stageGates:
      return say(
        "work on a stage waits for those below", "werk aan een fase wacht op de fasen eronder",
        "arbete på ett steg väntar på dem under")
    case .workInProgress:
      let limit = roadmap.policy.workInProgress ?? 0
      return say(
        "at most \(limit) are in work at once", "hoogstens \(limit) zijn tegelijk in uitvoering",
        "högst \(limit) pågår samtidigt")
    case .horizon:
      let day = roadmap.calendar.end
      return say("the calendar ends on \(day)", "de planning eindigt op \(day)", "planen slutar \(day)")
    case .budget: return say("the budget as it is", "het budget zoals het is", "budgeten som den är")
    case .team:
      let team = names.team(TeamID(subject ?? ""))
      return say("the people of \(team)", "de mensen van \(team)", "folket i \(team)")
    case .deadline:
      let day = roadmap.target.by.map { "\($0)" } ?? ""
      return say("the target by \(day)", "het doel uiterlijk \(day)", "målet senast \(day)")
    case .target:
      let stage = names.stage(StageID(subject ?? ""))
      return say("the target is \(stage)", "het doel is \(stage)", "målet är \(stage)")
    }
  }
}

import RoadmapModel

extension RoadmapDecoder {
  /// Stands in for a calendar that could not be read; nothing is concluded from it.
  static let anyCalendar = PlanningCalendar(start: CivilDate(dayNumber: 0), periodCount: 1)

  /// A calendar cut to the supported length, so that a mistaken horizon does not make millions of budget windows.
  static func supported(_ calendar: PlanningCalendar) -> PlanningCalendar {
    let count = min(max(calendar.periodCount, 1), PlanningCalendar.periodLimit)
    return PlanningCalendar(start: calendar.start, periodCount: count)
  }

  func calendar(_ node: LocatedNode, _ scenario: Section<ScenarioKey>) -> PlanningCalendar? {
    let place = scenario.place(of: .calendar)
    guard let section = reader.section(node, at: place, keys: CalendarKey.self) else { return nil }
    let start = reader.required(.start, of: section, reader.date)
    let horizon = reader.required(.horizon, of: section, reader.weeks)
    return PlanningCalendar(
      start: start ?? Self.anyCalendar.start,
      periodCount: horizon.map { Int($0.rounded()) } ?? Self.anyCalendar.periodCount)
  }

  func target(_ node: LocatedNode, _ scenario: Section<ScenarioKey>) -> Target? {
    guard let section = reader.section(node, at: scenario.place(of: .target), keys: TargetKey.self) else {
      return nil
    }
    let stage: StageID? = reader.required(.stage, of: section, reader.identifier)
    let by = reader.optional(.by, of: section, reader.date)
    return Target(stage: stage ?? "", by: by)
  }

  func policy(_ scenario: Section<ScenarioKey>) -> Policy {
    var policy = Policy()
    guard let section = section(.policy, of: scenario, keys: PolicyKey.self) else { return policy }
    policy.stageGates = reader.optional(.stageGates, of: section, reader.word) ?? .soft
    policy.workInProgress = reader.optional(.workInProgress, of: section, reader.wholeNumber)
    policy.freeze = reader.optional(.freeze, of: section) { reader.list($0, freezeWindow) } ?? []
    return policy
  }

  private func freezeWindow(_ node: LocatedNode) -> FreezeWindow? {
    guard let section = reader.section(node, at: node.place, keys: FreezeKey.self) else { return nil }
    let from = reader.required(.from, of: section, freezeDay)
    let through = reader.required(.to, of: section, freezeDay)
    switch (from, through) {
    case (.yearly(let from), .yearly(let through)): return .yearly(from: from, through: through)
    case (.once(let from), .once(let through)): return .once(from: from, through: through)
    case (nil, _), (_, nil): return nil
    default:
      let mistake = Mistake(
        .mixedDays, "one day of the window has a year and the other has none",
        advice: "Write both as 11-15, for every year, or both as 2028-06-01.")
      log.report(mistake, at: section.place(of: .to))
      return nil
    }
  }

  private enum FreezeDay {
    case yearly(MonthDay)
    case once(CivilDate)
  }

  private func freezeDay(_ node: LocatedNode) -> FreezeDay? {
    reader.scalar(node) { text throws(Mistake) in
      if DayText.hasShape(text, "dddd-dd-dd") { return .once(try DayText.date(text)) }
      return .yearly(try DayText.seasonDay(text))
    }
  }

  func teams(_ scenario: Section<ScenarioKey>) -> [Team] {
    table(.teams, of: scenario) { (id: TeamID, entry) in
      // A team that cannot be read is large, so that nothing seems to need more than it has.
      var team = Team(id: id, name: LocalizedText(id.text), capacity: People(10_000))
      guard let section = reader.section(entry.value, at: entry.keyPlace, keys: TeamKey.self) else {
        return team
      }
      team.name = reader.optional(.name, of: section, reader.localizedText) ?? team.name
      team.capacity = reader.required(.capacity, of: section, reader.people) ?? team.capacity
      team.changes = reader.optional(.changes, of: section) { reader.list($0, capacityChange) } ?? []
      team.absence = self.section(.absence, of: section, keys: AbsenceKey.self).flatMap(absence)
      return team
    }
  }

  private func absence(_ section: Section<AbsenceKey>) -> Team.Absence? {
    let share = reader.required(.share, of: section, reader.fraction)
    let spell = reader.optional(.spell, of: section, reader.weeks) ?? 1
    return share.map { Team.Absence(share: $0, spell: spell) }
  }

  private func capacityChange(_ node: LocatedNode) -> Team.CapacityChange? {
    guard let section = reader.section(node, at: node.place, keys: CapacityChangeKey.self) else { return nil }
    let from = reader.required(.from, of: section, reader.date)
    let capacity = reader.required(.capacity, of: section, reader.people)
    guard let from, let capacity else { return nil }
    return Team.CapacityChange(from: from, capacity: capacity)
  }

  func budget(_ scenario: Section<ScenarioKey>, in calendar: PlanningCalendar) -> Budget? {
    guard let section = section(.budget, of: scenario, keys: BudgetKey.self) else { return nil }
    let carriesOver = reader.optional(.carryOver, of: section, reader.answer) ?? false
    if section[.windows] != nil {
      for key in [BudgetKey.every, .amount] where section[key] != nil {
        log.reading(section.path + [key.rawValue]) {
          log.report(.conflictingKeys(key.rawValue, "windows"), at: section.place(of: key))
        }
      }
      let windows = reader.optional(.windows, of: section) { reader.list($0, budgetWindow) }
      return windows.map { Budget(windows: $0, carriesOver: carriesOver) }
    }
    let cycle: Budget.Cycle? = reader.required(.every, of: section, reader.word)
    let amount = reader.required(.amount, of: section, reader.amount)
    return Budget(
      every: cycle ?? .year, amount: Money(units: amount ?? 0), carriesOver: carriesOver, in: calendar)
  }

  private func budgetWindow(_ node: LocatedNode) -> Budget.Window? {
    guard let section = reader.section(node, at: node.place, keys: BudgetWindowKey.self) else { return nil }
    let from = reader.required(.from, of: section, reader.date)
    let through = reader.required(.through, of: section, reader.date)
    let amount = reader.required(.amount, of: section, reader.amount)
    guard let from, let through, let amount else { return nil }
    return Budget.Window(from: from, through: through, amount: Money(units: amount))
  }
}

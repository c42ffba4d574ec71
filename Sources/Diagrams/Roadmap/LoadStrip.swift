import RoadmapModel

/// How much of something is used over time, against how much there is.
struct LoadStrip: Hashable, Sendable {
  /// Days with the same use.
  struct Step: Hashable, Sendable {
    let from: CivilDate
    let end: CivilDate
    let used: Double
    let available: Double
  }

  /// What its amounts are counted in.
  enum Unit: Hashable, Sendable {
    case money(currency: String?)
    case people
  }

  /// How often a budget has new money.
  enum Cycle: Hashable, Sendable {
    case month
    case quarter
    case year
    case once
    case irregular

    /// The cycle of windows; the first may be cut off by the start of the calendar.
    init(of windows: [Budget.Window]) {
      let starts = windows.map { $0.from.components }.map { $0.year * 12 + $0.month }
      let steps = zip(starts, starts.dropFirst()).map { $1 - $0 }
      let regular = Set(steps.count > 1 ? steps.dropFirst() : steps[...])
      switch (windows.count, regular.count, regular.first) {
      case (...1, _, _): self = .once
      case (_, 1, 1?): self = .month
      case (_, 1, 3?): self = .quarter
      case (_, 1, 12?): self = .year
      default: self = .irregular
      }
    }
  }

  /// What it is a load of, and that it is that of the whole plan where only a part is drawn.
  let name: String
  /// How much of it there is, in words.
  let allowance: String
  let steps: [Step]
  let unit: Unit

  /// The most that is used or there, of which the strip's height is a picture.
  var most: Double { steps.map { max($0.used, $0.available) }.max() ?? 0 }

  /// The use of the budget by windows, and of each team by weeks.
  static func strips(of content: RoadmapContent, until end: CivilDate) -> [LoadStrip] {
    budget(of: content, until: end) + content.roadmap.teams.map { team($0, in: content, until: end) }
  }

  private static func budget(of content: RoadmapContent, until end: CivilDate) -> [LoadStrip] {
    let steps = content.plan.budget.filter { $0.from < end }.map { window in
      Step(
        from: window.from, end: min(window.through.advanced(by: 1), end), used: window.spent.units,
        available: window.available.units)
    }
    guard !steps.isEmpty, let budget = content.roadmap.budget else { return [] }
    return [
      LoadStrip(
        name: name(content.vocabulary.oneOffBudget, in: content),
        allowance: allowance(of: budget, in: content, until: end),
        steps: steps, unit: .money(currency: content.plan.currency))
    ]
  }

  /// The name of a load: that of the whole plan, whatever part is drawn.
  private static func name(_ name: String, in content: RoadmapContent) -> String {
    content.options.filter.isEmpty ? name : "\(content.vocabulary.wholePlan): \(name)"
  }

  /// The new money of the windows that begin before a day, and whether it may be spent later.
  private static func allowance(
    of budget: Budget, in content: RoadmapContent, until end: CivilDate
  ) -> String {
    let words = content.vocabulary
    let amounts = budget.windows.filter { $0.from < end }.map(\.amount)
    let most = amounts.max() ?? .zero
    let each = words.allowance(
      words.money(most, currency: content.plan.currency), in: Cycle(of: budget.windows))
    let text = amounts.contains { $0 != most } ? words.atMost(each) : each
    return budget.carriesOver && budget.windows.count > 1 ? "\(text), \(words.isCarriedOver)" : text
  }

  private static func team(_ team: Team, in content: RoadmapContent, until end: CivilDate) -> LoadStrip {
    let calendar = content.roadmap.calendar
    let count = max(0, min(calendar.periodCount, calendar.firstPeriod(onOrAfter: end).index))
    var used = Array(repeating: People.zero, count: count)
    for entry in content.plan.capabilities {
      guard let capability = content.roadmap.capability(entry.id) else { continue }
      let people = capability.needs.filter { $0.team == team.id }.reduce(People.zero) { $0 + $1.people }
      let first = max(0, min(entry.startPeriod.index, count))
      for week in first..<max(first, min(entry.finishPeriod.index, count)) { used[week] += people }
    }
    var steps: [Step] = []
    for week in used.indices {
      let from = calendar.date(of: Period(week))
      let step = Step(
        from: from, end: min(from.advanced(by: PlanningCalendar.daysPerPeriod), end), used: used[week].count,
        available: team.capacity(on: from).count)
      if let last = steps.last, last.used == step.used, last.available == step.available {
        steps[steps.count - 1] = Step(
          from: last.from, end: step.end, used: last.used, available: last.available)
      } else {
        steps.append(step)
      }
    }
    let words = content.vocabulary
    let sizes = steps.map { team.capacity(on: $0.from) }
    let most = sizes.max() ?? team.capacity
    let allowance = sizes.contains { $0 != most } ? words.people(upTo: most) : words.people(most)
    return LoadStrip(
      name: name(team.name[words.language], in: content), allowance: allowance, steps: steps, unit: .people)
  }
}

// MARK: - In words

extension LoadStrip {
  /// The steps as a table; each ends on the day before the next.
  func table(in words: DiagramVocabulary) -> DiagramTable {
    DiagramTable(
      title: "\(name) (\(allowance))",
      columns: [words.fromColumn, words.throughColumn, words.usedColumn, words.availableColumn],
      rows: steps.map { step in
        [words.date(step.from), words.date(step.end.advanced(by: -1))]
          + [step.used, step.available].map { amount($0, in: words) }
      })
  }

  private func amount(_ amount: Double, in words: DiagramVocabulary) -> String {
    switch unit {
    case .money(let currency): words.money(Money(units: amount), currency: currency)
    case .people: words.decimal(amount, places: 2)
    }
  }
}

extension DiagramVocabulary {
  var fromColumn: String { say("From", "Van", "Fr\u{E5}n") }
  var throughColumn: String { say("Through", "Tot en met", "Till och med") }
  var usedColumn: String { say("Used", "Gebruikt", "Anv\u{E4}nt") }
  var availableColumn: String { say("Available", "Beschikbaar", "Tillg\u{E4}ngligt") }
}

import RoadmapModel

/// What the comparison of two plans shows, before anything has a place.
struct DifferenceContent: Sendable {
  /// A capability of either plan.
  struct Item: Sendable {
    let entry: PlanDifference.Entry
    let change: DifferenceChange
    /// The days of the work on what has gone live, as far as they are known; nil for everything else.
    let work: WorkDays?
    let name: String
    /// Its change in words.
    let note: String

    /// What stands beside its bar: the name with the sign of its change, and the change in words.
    var lines: [String] {
      let metrics = TextStyle.bar.metrics
      let title = metrics.wrap("\(change.sign)\u{A0}\(name)", width: Self.labelWidth, lines: 1)
      return (title.lines + metrics.wrap(note, width: Self.labelWidth, lines: 1).lines).map(\.text)
    }

    private static let labelWidth = 300.0
  }

  /// The days in which something was built, up to the first on which it was live.
  struct WorkDays: Hashable, Sendable {
    let start: CivilDate
    let finish: CivilDate
    /// Whether they are recorded; otherwise they are those planned, as far as they are over.
    let isRecorded: Bool

    /// - Parameters:
    ///   - planned: the days that were planned.
    ///   - actual: what is recorded.
    ///   - today: the day on which it is live.
    init(planned: Plan.PlannedCapability, actual: Actual?, today: CivilDate) {
      let week = PlanningCalendar.daysPerPeriod
      isRecorded = actual?.finished != nil
      finish = actual?.finished ?? min(planned.finish, today)
      start = min(actual?.started ?? planned.start, finish.advanced(by: -week))
    }
  }

  /// The capabilities of one element.
  struct Lane: Sendable {
    let element: Int
    let id: String
    let name: String
    let items: [Item]
  }

  let difference: PlanDifference
  let base: RoadmapContent
  let earlier: Roadmap
  let lanes: [Lane]

  init(_ difference: PlanDifference, base: RoadmapContent, earlier: Roadmap) {
    self.difference = difference
    self.base = base
    self.earlier = earlier
    let capability = { id in base.roadmap.capability(id) ?? earlier.capability(id) }
    let filter = base.options.filter
    let entries = difference.entries.filter { capability($0.id).map(filter.includes) ?? filter.isEmpty }
    let elements = base.roadmap.maturity.elements
    let known = Set(elements.map(\.id))
    // An element that only the older scenario has comes last, and then what neither scenario knows any more.
    let all = elements + earlier.maturity.elements.filter { !known.contains($0.id) }
    let items = entries.map { Self.item($0, capability($0.id), difference, base) }
    let named = all.enumerated().map { index, element in
      Lane(
        element: index, id: element.id.text, name: element.name[base.vocabulary.language],
        items: items.filter { capability($0.entry.id)?.element == element.id })
    }
    let unknown = Lane(
      element: all.count, id: "unknown", name: base.vocabulary.onlyInOlderPlan,
      items: items.filter { capability($0.entry.id) == nil })
    lanes = (named + [unknown]).filter { !$0.items.isEmpty }
  }

  private static func item(
    _ entry: PlanDifference.Entry, _ capability: Capability?, _ difference: PlanDifference,
    _ base: RoadmapContent
  ) -> Item {
    let words = base.vocabulary
    let state = base.roadmap.capability(entry.id).map { base.roadmap.state(of: $0.id) }
    // What is in work costs the newer plan only what is left of it.
    let isInWork = if case .inProgress = state { true } else { false }
    let isComparable = !isInWork && difference.before.currency == difference.after.currency
    let change = DifferenceChange(entry, state: state, hasComparableCost: isComparable)
    let cost = isComparable ? entry.costChange : .zero
    let actual = base.roadmap.record?.capabilities.first { $0.capability == entry.id }
    let work =
      change == .goneLive
      ? entry.before.map { WorkDays(planned: $0, actual: actual, today: base.roadmap.calendar.start) } : nil
    let recorded = work.flatMap { $0.isRecorded ? $0.finish : nil }
    return Item(
      entry: entry, change: change, work: work, name: capability?.name[words.language] ?? entry.id.text,
      note: words.change(entry, change, cost: cost, currency: base.plan.currency, liveSince: recorded))
  }

  /// The days that the axis covers, in both plans.
  var days: (start: CivilDate, end: CivilDate) {
    let (start, end) = base.days
    let before = difference.before
    let dates = before.capabilities.map(\.finish) + before.stages.map(\.reachedOn)
    let last = dates.max().map { TimeAxis.endOfQuarter(of: $0.advanced(by: -1)) } ?? end
    let starts = before.capabilities.map(\.start) + [earlier.calendar.start]
    return (min(start, starts.min() ?? start), max(end, last))
  }

  var title: String {
    "\(difference.before.scenario) \u{2192} \(difference.after.scenario)\(base.partTitle)"
  }

  var summary: [String] {
    let words = base.vocabulary
    let counts = DifferenceChange.allCases.compactMap { change -> String? in
      let count = lanes.flatMap(\.items).count { $0.change == change }
      return count > 0 ? "\(change.sign)\u{A0}\(words.count(count, change))" : nil
    }
    let stages = difference.stages.compactMap { stage -> String? in
      let day = { (date: CivilDate?, isReached: Bool) in
        isReached ? words.alreadyReached : date.map(words.date) ?? words.never
      }
      let before = day(stage.before, difference.before.hasFromTheStart(stage.stage))
      let after = day(stage.after, base.roadmap.isReachedToday(stage.stage))
      return before == after ? nil : "\(base.name(of: stage.stage)): \(before) \u{2192} \(after)"
    }
    return [counts, stages, money].filter { !$0.isEmpty }.map { $0.joined(separator: "  \u{B7}  ") }
  }

  /// What the plans are worth and cost; or that this cannot be compared, because they count the money of other days.
  private var money: [String] {
    let words = base.vocabulary
    let (before, after) = (difference.before, difference.after)
    guard before.countedDays == after.countedDays, before.currency == after.currency else {
      return [words.valuesAreNotCompared(before.countedDays, after.countedDays)]
    }
    // Where no choice has a score, nobody needs to know of scores.
    let hasScores = before.value.scores != .zero || after.value.scores != .zero
    let parts = [before, after].map { words.parts(of: $0.value, hasScores: hasScores) }
    let texts = parts.map { words.sum(of: $0.map(\.1), currency: after.currency) }
    return zip(parts[0], zip(texts[0], texts[1])).map { "\($0.0) \($1.0) \u{2192} \($1.1)" }
  }

  var tables: [DiagramTable] {
    let words = base.vocabulary
    return lanes.map { lane in
      DiagramTable(
        title: lane.name, columns: [words.capability, words.before, words.after, words.changeColumn],
        rows: lane.items.map { item in
          let days = { (entry: Plan.PlannedCapability?) in
            entry.map { "\(words.date($0.start)) \u{2013} \(words.date($0.finish))" } ?? ""
          }
          let recorded = item.work.flatMap { $0.isRecorded ? $0 : nil }
          return [
            item.name, days(item.entry.before),
            recorded.map { "\(words.date($0.start)) \u{2013} \(words.date($0.finish))" }
              ?? days(item.entry.after),
            (["\(item.change.sign) \(item.note)"] + base.elsewhere(item.entry.id)).joined(separator: "; "),
          ]
        })
    }
  }
}

extension Plan {
  /// The days whose money its values count; nil when it has none.
  fileprivate var countedDays: ClosedRange<CivilDate>? {
    guard let first = quarters.first?.from else { return nil }
    // The calendar may end a few days into a quarter in which no week begins.
    let week = PlanningCalendar.daysPerPeriod
    let last = quarters.last { quarter in
      let days = first.distance(to: quarter.from)
      return first.advanced(by: (days + week - 1) / week * week) <= quarter.through
    }?.through
    return last.flatMap { first <= $0 ? first...$0 : nil }
  }

  /// Whether a stage is reached when the plan begins, so that it is none of the plan's doing.
  fileprivate func hasFromTheStart(_ stage: StageID) -> Bool {
    stages.contains { $0.stage == stage && $0.period.index == 0 }
  }
}

import RoadmapModel

/// What the comparison of two plans shows, before anything has a place.
struct DifferenceContent: Sendable {
  /// A capability of either plan.
  struct Item: Sendable {
    let entry: PlanDifference.Entry
    /// Its name with the sign of its change, and the change in words.
    let lines: [String]
  }

  /// The capabilities of one element.
  struct Lane: Sendable {
    let element: Int
    let id: ElementID
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
    let words = base.vocabulary
    let entries = difference.entries.filter { entry in
      let capability = base.roadmap.capability(entry.id) ?? earlier.capability(entry.id)
      return capability.map(base.options.filter.includes) ?? false
    }
    let elements = base.roadmap.maturity.elements
    let known = Set(elements.map(\.id))
    // An element that only the older scenario has comes last.
    let all = elements + earlier.maturity.elements.filter { !known.contains($0.id) }
    lanes = all.enumerated().compactMap { index, element in
      let items = entries.filter { entry in
        (base.roadmap.capability(entry.id) ?? earlier.capability(entry.id))?.element == element.id
      }.map { entry in
        let name =
          (base.roadmap.capability(entry.id) ?? earlier.capability(entry.id))?.name[words.language]
          ?? entry.id.text
        let metrics = TextStyle.bar.metrics
        let title = metrics.wrap("\(entry.change.sign)\u{A0}\(name)", width: 190, lines: 1)
        let note = metrics.wrap(words.change(entry, currency: base.plan.currency), width: 190, lines: 1)
        return Item(entry: entry, lines: (title.lines + note.lines).map(\.text))
      }
      return items.isEmpty
        ? nil : Lane(element: index, id: element.id, name: element.name[words.language], items: items)
    }
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
    "\(difference.before.scenario) \u{2192} \(difference.after.scenario)"
  }

  var summary: [String] {
    let words = base.vocabulary
    let counts = PlanDifference.Change.allCases.compactMap { change -> String? in
      let count = lanes.flatMap(\.items).count { $0.entry.change == change }
      return count > 0 ? "\(change.sign)\u{A0}\(words.count(count, change))" : nil
    }
    let stages = difference.stages.filter { $0.before != $0.after }.map { stage in
      let day = { (date: CivilDate?) in date.map(words.date) ?? words.never }
      return "\(base.name(of: stage.stage)): \(day(stage.before)) \u{2192} \(day(stage.after))"
    }
    let money: [(String, KeyPath<Plan.Value, Money>)] = [
      (words.netPresentValue, \.npv), (words.impact, \.impact), (words.cost, \.cost),
    ]
    let amounts = money.map { name, part in
      let (before, after) = (difference.before.value[keyPath: part], difference.after.value[keyPath: part])
      let currency = difference.after.currency
      return
        "\(name) \(words.money(before, currency: currency)) \u{2192} \(words.money(after, currency: currency))"
    }
    return [counts, stages, amounts].filter { !$0.isEmpty }.map { $0.joined(separator: "  \u{B7}  ") }
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
          let roadmap = base.roadmap.capability(item.entry.id) == nil ? earlier : base.roadmap
          return [
            roadmap.capability(item.entry.id)?.name[words.language] ?? item.entry.id.text,
            days(item.entry.before), days(item.entry.after),
            "\(item.entry.change.sign) \(words.change(item.entry, currency: base.plan.currency))",
          ]
        })
    }
  }
}

extension PlanDifference.Change {
  /// The sign that says the change where colours do not reach.
  var sign: String {
    switch self {
    case .added: "+"
    case .dropped: "\u{2212}"
    case .moved: "\u{2194}"
    case .recosted: "\u{2260}"
    case .unchanged: "="
    }
  }

  /// What the legend calls it.
  var key: LegendKey {
    switch self {
    case .added: .added
    case .dropped: .dropped
    case .moved: .moved
    case .recosted: .recosted
    case .unchanged: .unchanged
    }
  }
}

extension DiagramVocabulary {
  var before: String { say("Before", "Voorheen", "F\u{F6}re") }
  var after: String { say("After", "Daarna", "Efter") }
  var changeColumn: String { say("Change", "Verandering", "F\u{F6}r\u{E4}ndring") }
  var never: String { say("never", "nooit", "aldrig") }
  var legendAdded: String { say("+ Added", "+ Toegevoegd", "+ Tillagd") }
  var legendDropped: String { say("\u{2212} Dropped", "\u{2212} Vervallen", "\u{2212} Struken") }
  var legendMovedFrom: String { say("Days before", "Dagen voorheen", "Dagar f\u{F6}re") }
  var legendMoved: String { say("\u{2194} Moved", "\u{2194} Verschoven", "\u{2194} Flyttad") }
  var legendRecosted: String {
    say("\u{2260} Other cost", "\u{2260} Andere kosten", "\u{2260} Annan kostnad")
  }
  var legendUnchanged: String { say("= Unchanged", "= Ongewijzigd", "= Of\u{F6}r\u{E4}ndrad") }

  func count(_ count: Int, _ change: PlanDifference.Change) -> String {
    switch change {
    case .added: say("\(count) added", "\(count) toegevoegd", "\(count) tillagda")
    case .dropped: say("\(count) dropped", "\(count) vervallen", "\(count) strukna")
    case .moved: say("\(count) moved", "\(count) verschoven", "\(count) flyttade")
    case .recosted:
      say("\(count) with other cost", "\(count) met andere kosten", "\(count) med annan kostnad")
    case .unchanged: say("\(count) unchanged", "\(count) ongewijzigd", "\(count) of\u{F6}r\u{E4}ndrade")
    }
  }

  /// How a capability differs, in a few words.
  func change(_ entry: PlanDifference.Entry, currency: String?) -> String {
    switch entry.change {
    case .added:
      let day = entry.after.map { date($0.finish) } ?? ""
      return say("added, live \(day)", "toegevoegd, live \(day)", "tillagd, i drift \(day)")
    case .dropped:
      let day = entry.before.map { date($0.finish) } ?? ""
      return say("dropped, was live \(day)", "vervallen, was live \(day)", "struken, var i drift \(day)")
    case .unchanged: return say("unchanged", "ongewijzigd", "of\u{F6}r\u{E4}ndrad")
    case .recosted: return cost(entry.costChange, currency)
    case .moved:
      let days = entry.finishShift ?? 0
      let shift =
        days == 0
        ? say("starts on another day", "start op een andere dag", "b\u{F6}rjar en annan dag")
        : self.shift(days: days)
      return entry.costChange == .zero ? shift : "\(shift), \(cost(entry.costChange, currency))"
    }
  }

  private func cost(_ change: Money, _ currency: String?) -> String {
    let sign = change > .zero ? "+" : ""
    return "\(sign)\(money(change, currency: currency))"
  }

  private func shift(days: Int) -> String {
    let amount =
      days % 7 == 0
      ? weeks(days.magnitude == 0 ? 0 : Int(days.magnitude) / 7)
      : say("\(days.magnitude) days", "\(days.magnitude) dagen", "\(days.magnitude) dagar")
    return days > 0
      ? say("\(amount) later", "\(amount) later", "\(amount) senare")
      : say("\(amount) earlier", "\(amount) eerder", "\(amount) tidigare")
  }
}

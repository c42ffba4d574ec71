import RoadmapModel

/// How the comparison of two plans draws a capability.
///
/// Plans alone cannot tell what has gone live from what was given up: both are in the older plan only. The newer roadmap can.
enum DifferenceChange: String, Hashable, Sendable, CaseIterable {
  case added
  /// It is in the older plan only, and the company of the newer one has it.
  case goneLive
  case dropped
  case moved
  case recosted
  case unchanged

  /// - Parameters:
  ///   - state: what the company of the newer plan has of the capability; nil when its roadmap does not know it.
  ///   - hasComparableCost: whether the costs of both plans are of the same work, in the same currency.
  init(_ entry: PlanDifference.Entry, state: CapabilityState?, hasComparableCost: Bool) {
    self =
      switch entry.change {
      case .added: .added
      case .dropped: state == .live ? .goneLive : .dropped
      case .moved: .moved
      case .recosted: hasComparableCost ? .recosted : .unchanged
      case .unchanged: .unchanged
      }
  }

  /// The sign that says the change where colours do not reach.
  var sign: String {
    switch self {
    case .added: "+"
    case .goneLive: "\u{25CF}"
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
    case .goneLive: .goneLive
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
  var alreadyReached: String { say("reached", "bereikt", "uppn\u{E5}tt") }
  var onlyInOlderPlan: String {
    say("Only in the older plan", "Alleen in het oudere plan", "Endast i den \u{E4}ldre planen")
  }
  var legendAdded: String { say("+ Added", "+ Toegevoegd", "+ Tillagd") }
  var legendGoneLive: String { say("\u{25CF} Gone live", "\u{25CF} Live gegaan", "\u{25CF} Tagen i drift") }
  var legendDropped: String { say("\u{2212} Dropped", "\u{2212} Vervallen", "\u{2212} Struken") }
  var legendMovedFrom: String {
    say(
      "Days before, and the way to those after", "Dagen voorheen, en de weg naar die daarna",
      "Dagar f\u{F6}re, och v\u{E4}gen till dem efter")
  }
  var legendMoved: String { say("\u{2194} Moved", "\u{2194} Verschoven", "\u{2194} Flyttad") }
  var legendRecosted: String {
    say("\u{2260} Other cost", "\u{2260} Andere kosten", "\u{2260} Annan kostnad")
  }
  var legendUnchanged: String { say("= Unchanged", "= Ongewijzigd", "= Of\u{F6}r\u{E4}ndrad") }

  func count(_ count: Int, _ change: DifferenceChange) -> String {
    let isOne = count == 1
    return switch change {
    case .added: say("\(count) added", "\(count) toegevoegd", "\(count) \(isOne ? "tillagd" : "tillagda")")
    case .goneLive:
      say("\(count) gone live", "\(count) live gegaan", "\(count) \(isOne ? "tagen" : "tagna") i drift")
    case .dropped: say("\(count) dropped", "\(count) vervallen", "\(count) \(isOne ? "struken" : "strukna")")
    case .moved: say("\(count) moved", "\(count) verschoven", "\(count) \(isOne ? "flyttad" : "flyttade")")
    case .recosted:
      say("\(count) with other cost", "\(count) met andere kosten", "\(count) med annan kostnad")
    case .unchanged:
      say(
        "\(count) unchanged", "\(count) ongewijzigd",
        "\(count) \(isOne ? "of\u{F6}r\u{E4}ndrad" : "of\u{F6}r\u{E4}ndrade")")
    }
  }

  /// How a capability differs, in a few words.
  ///
  /// - Parameters:
  ///   - cost: what its cost grew by; zero when that is not known.
  ///   - liveSince: the day on which it went live; nil when it is not live or no day is recorded.
  func change(
    _ entry: PlanDifference.Entry, _ change: DifferenceChange, cost: Money, currency: String?,
    liveSince: CivilDate? = nil
  ) -> String {
    let before = entry.before.map { date($0.finish) } ?? ""
    switch change {
    case .added:
      let day = entry.after.map { date($0.finish) } ?? ""
      return say("added, live \(day)", "toegevoegd, live \(day)", "tillagd, i drift \(day)")
    case .goneLive:
      if let liveSince { return live(since: liveSince, planned: entry.before?.finish ?? liveSince) }
      return say(
        "live by now, planned \(before)", "inmiddels live, gepland \(before)",
        "nu i drift, planerad \(before)")
    case .dropped:
      return say(
        "dropped, was due \(before)", "vervallen, was gepland \(before)", "struken, var planerad \(before)")
    case .unchanged: return say("unchanged", "ongewijzigd", "of\u{F6}r\u{E4}ndrad")
    case .recosted: return amount(cost, currency)
    case .moved:
      let days = entry.finishShift ?? 0
      let shift =
        days == 0
        ? say("starts on another day", "start op een andere dag", "b\u{F6}rjar en annan dag")
        : self.shift(days: days)
      return cost == .zero ? shift : "\(shift), \(amount(cost, currency))"
    }
  }

  private func live(since day: CivilDate, planned: CivilDate) -> String {
    let days = planned.distance(to: day)
    let shift = days == 0 ? say("as planned", "zoals gepland", "som planerat") : shift(days: days)
    return say(
      "live since \(date(day)), \(shift)", "live sinds \(date(day)), \(shift)",
      "i drift sedan \(date(day)), \(shift)")
  }

  private func amount(_ change: Money, _ currency: String?) -> String {
    let sign = change > .zero ? "+" : ""
    return "\(sign)\(money(change, currency: currency))"
  }

  private func shift(days: Int) -> String {
    let count = Int(days.magnitude)
    let amount = count % 7 == 0 ? weeks(count / 7) : self.days(count)
    return days > 0
      ? say("\(amount) later", "\(amount) later", "\(amount) senare")
      : say("\(amount) earlier", "\(amount) eerder", "\(amount) tidigare")
  }

  private func days(_ count: Int) -> String {
    count == 1 ? say("1 day", "1 dag", "1 dag") : say("\(count) days", "\(count) dagen", "\(count) dagar")
  }

  /// Why the values of two plans do not stand beside each other: they count the money of other days, or another currency.
  func valuesAreNotCompared(_ before: ClosedRange<CivilDate>?, _ after: ClosedRange<CivilDate>?) -> String {
    let days = { (range: ClosedRange<CivilDate>?) in
      range.map { "\(date($0.lowerBound)) \u{2013} \(date($0.upperBound))" } ?? "?"
    }
    let (old, new) = (days(before), days(after))
    guard old != new else {
      return say(
        "The plans have other currencies: their money is not compared",
        "De plannen hebben andere valuta: hun geld wordt niet vergeleken",
        "Planerna har olika valutor: deras pengar j\u{E4}mf\u{F6}rs inte")
    }
    return say(
      "The plans have other calendars, \(old) and \(new): their values are not compared",
      "De plannen hebben andere kalenders, \(old) en \(new): hun waarden worden niet vergeleken",
      "Planerna har olika kalendrar, \(old) och \(new): deras v\u{E4}rden j\u{E4}mf\u{F6}rs inte")
  }
}

/// What an estimate estimates, which tells what values make sense.
enum EstimateKind {
  case weeks
  case cost
  case costPerMonth
  case benefitPerMonth
  case relativeChange
  case factor
  case share

  /// The values that make sense.
  var range: ClosedRange<Double> {
    switch self {
    case .weeks: 0...520
    case .cost: 0...1e12
    case .costPerMonth: 0...1e11
    case .benefitPerMonth: -1e11...1e11
    case .relativeChange: -0.99...10
    case .factor: 0...20
    case .share: 0...1
    }
  }

  var measure: Measure {
    switch self {
    case .weeks: .weeks
    case .cost, .costPerMonth, .benefitPerMonth, .factor: .amount
    case .relativeChange, .share: .share
    }
  }
}

/// A number that must lie in a range, with its path.
struct PlacedNumber {
  let value: Double
  let range: ClosedRange<Double>
  let measure: Measure
  let path: [String]

  init(_ value: Double, _ range: ClosedRange<Double>, _ measure: Measure = .amount, at path: [String]) {
    self.value = value
    self.range = range
    self.measure = measure
    self.path = path
  }
}

/// An estimate somewhere in the contents, with its path.
struct PlacedEstimate {
  let estimate: Estimate
  let kind: EstimateKind
  let path: [String]
}

extension RoadmapContents {
  var placedEffects: [(Effect, [String])] {
    capabilities.flatMap { capability in
      capability.effects.map { ($0, ["capabilities", capability.id.text, "effects", $0.kpi.rawValue]) }
    }
  }

  var placedEstimates: [PlacedEstimate] {
    placedCapabilityEstimates + placedDoneRanges + placedRiskEstimates + placedPastRanges
  }

  private var placedCapabilityEstimates: [PlacedEstimate] {
    capabilities.flatMap { capability in
      let path = ["capabilities", capability.id.text]
      var placed = [
        PlacedEstimate(estimate: capability.duration, kind: .weeks, path: path + ["duration"]),
        PlacedEstimate(estimate: capability.cost, kind: .cost, path: path + ["cost"]),
        PlacedEstimate(estimate: capability.runningCost, kind: .costPerMonth, path: path + ["runningCost"]),
      ]
      placed += capability.effects.map { effect in
        PlacedEstimate(
          estimate: effect.change, kind: .relativeChange, path: path + ["effects", effect.kpi.rawValue])
      }
      if let benefit = capability.benefit {
        placed.append(
          PlacedEstimate(estimate: benefit.perMonth, kind: .benefitPerMonth, path: path + ["benefit"]))
      }
      return placed
    }
  }
}

extension RoadmapRule {
  func rangeOrders(_ contents: RoadmapContents) -> [Finding] {
    contents.placedEstimates.filter { placed in
      !(placed.estimate.low <= placed.estimate.likely && placed.estimate.likely <= placed.estimate.high)
    }.map { placed in
      error(
        "the range does not run from low over likely to high",
        advice: "Write it as [low, likely, high], the smallest number first.", at: placed.path)
    }
  }

  func numberRanges(_ contents: RoadmapContents) -> [Finding] {
    let estimates = contents.placedEstimates.compactMap { placed -> Finding? in
      let values = [placed.estimate.low, placed.estimate.likely, placed.estimate.high]
      guard let wrong = values.first(where: { !placed.kind.range.contains($0) }) else { return nil }
      return outside(PlacedNumber(wrong, placed.kind.range, placed.kind.measure, at: placed.path))
    }
    let numbers =
      companyNumbers(contents) + businessNumbers(contents) + planNumbers(contents)
      + uncertaintyNumbers(contents) + recordNumbers(contents)
    return estimates + numbers.filter { !$0.range.contains($0.value) }.map(outside)
  }

  private func outside(_ number: PlacedNumber) -> Finding {
    let (range, measure) = (number.range, number.measure)
    let isWithoutPercent = measure == .share && number.value > 1 && range.contains(number.value / 100)
    return error(
      "\(measure.text(number.value)) is outside the range from \(measure.text(range.lowerBound)) to \(measure.text(range.upperBound))",
      advice: isWithoutPercent
        ? "Write \(measure.text(number.value / 100)), if that is what you mean."
        : "Check the number and its unit.", at: number.path)
  }

  /// Changes that more than double a lever: mostly percentages without their sign.
  func largeChanges(_ contents: RoadmapContents) -> [Finding] {
    contents.placedEffects.compactMap { effect, path in
      let largest = max(effect.change.low, effect.change.likely, effect.change.high)
      guard largest > 1, EstimateKind.relativeChange.range.contains(largest) else { return nil }
      let share = Measure.share
      return warning(
        "a change of +\(share.text(largest)) more than doubles '\(effect.kpi.rawValue)'",
        advice: "Write \(share.text(largest / 100)), if that is what you mean.", at: path)
    }
  }

  private func companyNumbers(_ contents: RoadmapContents) -> [PlacedNumber] {
    let isRange = { contents.company.doneRanges[$0] != nil }
    let states = contents.company.states.keys.sorted().filter { !isRange($0) }.map { id in
      let state = contents.company.states[id] ?? .missing
      return PlacedNumber(
        state.doneShare, 0...1, .share, at: ["company", Self.section(of: state), id.text])
    }
    let lags = contents.capabilities.flatMap { capability in
      capability.prerequisites.enumerated().map { position, prerequisite in
        PlacedNumber(
          Double(prerequisite.lag), 0...520, .weeks,
          at: ["capabilities", capability.id.text, "requires", String(position), "lag"])
      }
    }
    let ramps =
      contents.placedEffects.map { PlacedNumber($0.ramp, 0...520, .weeks, at: $1 + ["ramp"]) }
      + contents.capabilities.compactMap { capability in
        capability.benefit.map {
          PlacedNumber($0.ramp, 0...520, .weeks, at: ["capabilities", capability.id.text, "benefit", "ramp"])
        }
      }
    let needs = contents.capabilities.flatMap { capability in
      capability.needs.map {
        PlacedNumber(
          $0.people.count, 0...10_000, at: ["capabilities", capability.id.text, "needs", $0.team.text])
      }
    }
    return states + lags + ramps + needs + contents.teams.flatMap(teamNumbers)
  }

  private func teamNumbers(_ team: Team) -> [PlacedNumber] {
    let path = ["teams", team.id.text]
    var numbers = [PlacedNumber(team.capacity.count, Self.teamSizes, at: path + ["capacity"])]
    numbers += team.changes.enumerated().map {
      PlacedNumber($1.capacity.count, Self.teamSizes, at: path + ["changes", String($0), "capacity"])
    }
    if let absence = team.absence {
      numbers += [
        PlacedNumber(absence.share, 0...0.9, .share, at: path + ["absence", "share"]),
        PlacedNumber(absence.spell, 0.2...520, .weeks, at: path + ["absence", "spell"]),
      ]
    }
    return numbers
  }

  /// The sizes of teams that make sense, in persons.
  static let teamSizes = 0.0...10_000

  private func businessNumbers(_ contents: RoadmapContents) -> [PlacedNumber] {
    guard let business = contents.business else { return [] }
    let ranges: [(KPI, ClosedRange<Double>, Measure)] = [
      (.visits, 0...1e12, .amount), (.conversion, 0...1, .share), (.orderValue, 0...1e9, .amount),
      (.margin, -1...1, .share), (.returnRate, 0...1, .share), (.costToServe, 0...1e9, .amount),
      (.churn, 0...1, .share), (.reorderRate, 0...100, .share),
    ]
    var numbers = [
      PlacedNumber(business.customers, 0...1e12, at: ["business", "customers"]),
      PlacedNumber(business.newCustomerShare, 0...1, .share, at: ["business", "newCustomerShare"]),
    ]
    for (kpi, range, measure) in ranges {
      guard let baseline = business[kpi] else { continue }
      let path = ["business", kpi.rawValue]
      numbers.append(PlacedNumber(baseline.value, range, measure, at: path))
      numbers.append(PlacedNumber(baseline.growthPerYear, -0.9...10, .share, at: path + ["growth"]))
      numbers += baseline.seasonality.enumerated().map {
        PlacedNumber($1, 0...20, at: path + ["seasonality", String($0)])
      }
      let variation = baseline.variation
      numbers += [
        PlacedNumber(variation.growthSpread, 0...5, .share, at: path + ["growthSpread"]),
        PlacedNumber(variation.noise, 0...3, .share, at: path + ["noise"]),
        PlacedNumber(variation.autocorrelation, 0...0.999, .share, at: path + ["autocorrelation"]),
      ]
    }
    return numbers
  }

  private func planNumbers(_ contents: RoadmapContents) -> [PlacedNumber] {
    let policy = contents.evidencePolicy
    var numbers = [
      PlacedNumber(contents.discountRate, 0...1, .share, at: ["discountRate"]),
      PlacedNumber(contents.weights.impact, 0...1_000, at: ["weights", "impact"]),
      PlacedNumber(contents.weights.cost, 0...1_000, at: ["weights", "cost"]),
      PlacedNumber(policy.prior, 0...0.1, .share, at: ["evidence", "prior"]),
      PlacedNumber(policy.priorSpread, 0...0.5, .share, at: ["evidence", "priorSpread"]),
      PlacedNumber(
        Double(contents.policy.workInProgress ?? 1), 1...10_000, at: ["policy", "workInProgress"]),
    ]
    numbers += EvidenceGrade.allCases.map {
      PlacedNumber(policy[$0], 0...1, .share, at: ["evidence", "trust", $0.rawValue])
    }
    numbers += contents.overlapGroups.map {
      PlacedNumber($0.ceiling, -0.99...10, .share, at: ["overlapGroups", $0.id.text, "ceiling"])
    }
    numbers += contents.alternatives.flatMap(alternativeNumbers)
    for (position, window) in (contents.budget?.windows ?? []).enumerated() {
      let path = ["budget", "windows", String(position), "amount"]
      numbers.append(PlacedNumber(window.amount.units, 0...1e12, at: path))
    }
    return numbers
  }

  private func alternativeNumbers(_ alternative: Alternative) -> [PlacedNumber] {
    let path = ["alternatives", alternative.id.text]
    var numbers = [
      PlacedNumber(alternative.pointValue, 0...1e9, at: path + ["pointValue"]),
      PlacedNumber(alternative.minimumScore ?? 0, 0...5, at: path + ["minimumScore"]),
    ]
    numbers += alternative.criteria.map {
      PlacedNumber($0.weight, 0...1_000, at: path + ["criteria", $0.id.text])
    }
    for member in alternative.scores.keys.sorted() {
      for (criterion, score) in (alternative.scores[member] ?? [:]).sorted(by: { $0.key < $1.key }) {
        numbers.append(PlacedNumber(score, 0...5, at: path + ["scores", member.text, criterion.text]))
      }
    }
    return numbers
  }

  func seasonCounts(_ contents: RoadmapContents) -> [Finding] {
    KPI.levers.compactMap { kpi in
      guard let count = contents.business?[kpi]?.seasonality.count, count != 0, count != 12 else {
        return nil
      }
      return error(
        "a season has twelve factors, from January to December; these are \(count)",
        advice: "Write one factor for each month.", at: ["business", kpi.rawValue, "seasonality"])
    }
  }

  func calendarLength(_ contents: RoadmapContents) -> [Finding] {
    guard !(1...PlanningCalendar.periodLimit ~= contents.calendar.periodCount) else { return [] }
    return [
      error(
        "the horizon is \(contents.calendar.periodCount) weeks; 1 to \(PlanningCalendar.periodLimit) are supported",
        advice: "Three years are usual.", at: ["calendar", "horizon"])
    ]
  }

  func dateOrders(_ contents: RoadmapContents) -> [Finding] {
    var findings: [Finding] = []
    for team in contents.teams {
      for position in team.changes.indices.dropFirst()
      where team.changes[position].from <= team.changes[position - 1].from {
        findings.append(
          error(
            "the changes of '\(team.id)' are not in the order of their days",
            advice: "Put the earlier day first.",
            at: ["teams", team.id.text, "changes", String(position)]))
      }
    }
    let windows = contents.budget?.windows ?? []
    for (position, window) in windows.enumerated() {
      let follows = position == 0 || windows[position - 1].through < window.from
      guard window.through < window.from || !follows else { continue }
      findings.append(
        error(
          "the budget's windows are not in the order of their days, or overlap",
          advice: "Give each window days of its own, the earlier first.",
          at: ["budget", "windows", String(position)]))
    }
    for (position, freeze) in contents.policy.freeze.enumerated() {
      guard case .once(let from, let through) = freeze, through < from else { continue }
      findings.append(
        error(
          "the freeze window ends before it begins", advice: "Swap its days.",
          at: ["policy", "freeze", String(position)]))
    }
    return findings + uncertaintyDateOrders(contents)
  }
}

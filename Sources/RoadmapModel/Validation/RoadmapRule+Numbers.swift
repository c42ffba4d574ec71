/// What an estimate estimates, which tells what values make sense.
enum EstimateKind {
  case weeks
  case cost
  case costPerMonth
  case benefitPerMonth
  case relativeChange

  /// The values that make sense.
  var range: ClosedRange<Double> {
    switch self {
    case .weeks: 0...520
    case .cost: 0...1e12
    case .costPerMonth: 0...1e11
    case .benefitPerMonth: -1e11...1e11
    case .relativeChange: -0.99...10
    }
  }

  var unit: String {
    switch self {
    case .weeks: "weeks"
    case .cost, .costPerMonth, .benefitPerMonth: "currency units"
    case .relativeChange: "as a fraction"
    }
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
      return outside(wrong, placed.kind.range, placed.kind.unit, at: placed.path)
    }
    return estimates + companyNumbers(contents) + businessNumbers(contents) + planNumbers(contents)
  }

  private func outside(
    _ value: Double, _ range: ClosedRange<Double>, _ unit: String = "", at path: [String]
  ) -> Finding {
    error(
      "\(value) is outside the range from \(range.lowerBound) to \(range.upperBound)"
        + (unit.isEmpty ? "" : " (\(unit))"),
      advice: "Check the number and its unit.", at: path)
  }

  private func check(
    _ values: [(Double, ClosedRange<Double>, [String])]
  ) -> [Finding] {
    values.filter { !$0.1.contains($0.0) }.map { outside($0.0, $0.1, at: $0.2) }
  }

  private func companyNumbers(_ contents: RoadmapContents) -> [Finding] {
    let states = contents.company.states.keys.sorted().compactMap {
      id -> (Double, ClosedRange<Double>, [String])? in
      let state = contents.company.states[id] ?? .missing
      return (state.doneShare, 0...1, ["company", Self.section(of: state), id.text])
    }
    let lags = contents.capabilities.flatMap { capability in
      capability.prerequisites.enumerated().map { position, prerequisite in
        (
          Double(prerequisite.lag), 0.0...520,
          ["capabilities", capability.id.text, "requires", String(position), "lag"]
        )
      }
    }
    let ramps =
      contents.placedEffects.map { ($0.ramp, 0.0...520, $1 + ["ramp"]) }
      + contents.capabilities.compactMap { capability in
        capability.benefit.map {
          ($0.ramp, 0.0...520, ["capabilities", capability.id.text, "benefit", "ramp"])
        }
      }
    let needs = contents.capabilities.flatMap { capability in
      capability.needs.map {
        ($0.people.count, 0.0...10_000, ["capabilities", capability.id.text, "needs", $0.team.text])
      }
    }
    let teams = contents.teams.flatMap { team in
      [(team.capacity.count, 0.0...10_000, ["teams", team.id.text, "capacity"])]
        + team.changes.enumerated().map {
          ($1.capacity.count, 0.0...10_000, ["teams", team.id.text, "changes", String($0), "capacity"])
        }
    }
    return check(states + lags + ramps + needs + teams)
  }

  private func businessNumbers(_ contents: RoadmapContents) -> [Finding] {
    guard let business = contents.business else { return [] }
    let ranges: [(KPI, ClosedRange<Double>)] = [
      (.visits, 0...1e12), (.conversion, 0...1), (.orderValue, 0...1e9), (.margin, -1...1),
      (.returnRate, 0...1), (.costToServe, 0...1e9), (.churn, 0...1), (.reorderRate, 0...100),
    ]
    var values: [(Double, ClosedRange<Double>, [String])] = [
      (business.customers, 0...1e12, ["business", "customers"]),
      (business.newCustomerShare, 0...1, ["business", "newCustomerShare"]),
    ]
    for (kpi, range) in ranges {
      guard let baseline = business[kpi] else { continue }
      let path = ["business", kpi.rawValue]
      values.append((baseline.value, range, path))
      values.append((baseline.growthPerYear, -0.9...10, path + ["growth"]))
      values += baseline.seasonality.enumerated().map { ($1, 0...20, path + ["seasonality", String($0)]) }
    }
    return check(values)
  }

  private func planNumbers(_ contents: RoadmapContents) -> [Finding] {
    var values: [(Double, ClosedRange<Double>, [String])] = [
      (contents.discountRate, 0...1, ["discountRate"]),
      (contents.weights.impact, 0...1_000, ["weights", "impact"]),
      (contents.weights.cost, 0...1_000, ["weights", "cost"]),
      (contents.evidencePolicy.prior, 0...0.1, ["evidence", "prior"]),
      (Double(contents.policy.workInProgress ?? 1), 1...10_000, ["policy", "workInProgress"]),
    ]
    values += EvidenceGrade.allCases.map {
      (contents.evidencePolicy[$0], 0...1, ["evidence", "trust", $0.rawValue])
    }
    values += contents.overlapGroups.map {
      ($0.ceiling, -0.99...10, ["overlapGroups", $0.id.text, "ceiling"])
    }
    for alternative in contents.alternatives {
      let path = ["alternatives", alternative.id.text]
      values.append((alternative.pointValue, 0...1e9, path + ["pointValue"]))
      values.append((alternative.minimumScore ?? 0, 0...5, path + ["minimumScore"]))
      values += alternative.criteria.map { ($0.weight, 0...1_000, path + ["criteria", $0.id.text]) }
      for member in alternative.scores.keys.sorted() {
        for (criterion, score) in (alternative.scores[member] ?? [:]).sorted(by: { $0.key < $1.key }) {
          values.append((score, 0...5, path + ["scores", member.text, criterion.text]))
        }
      }
    }
    for (position, window) in (contents.budget?.windows ?? []).enumerated() {
      values.append((window.amount.units, 0...1e12, ["budget", "windows", String(position), "amount"]))
    }
    return check(values)
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
    return findings
  }
}

extension RoadmapRule {
  func lognormalSkews(_ contents: RoadmapContents) -> [Finding] {
    contents.placedEstimates.filter { placed in
      let estimate = placed.estimate
      guard estimate.distribution == .lognormal, estimate.low <= estimate.likely, !estimate.isCertain else {
        return false
      }
      return
        !(estimate.low < estimate.likely
        && estimate.high - estimate.likely > estimate.likely - estimate.low)
    }.map { placed in
      error(
        "a lognormal range reaches further above the likely value than below it; this one does not",
        advice: "Move the likely value, or take pert or triangular.", at: placed.path)
    }
  }

  func correlationSums(_ contents: RoadmapContents) -> [Finding] {
    let groups = contents.uncertainty.correlations
    let ids = Set(contents.capabilities.map(\.id))
    var sums: [CorrelationGroup.Quantity: [CapabilityID: Double]] = [:]
    var findings: [Finding] = []
    for group in groups where (0...1).contains(group.coefficient) {
      let members = contents.members(of: group.scope).filter { ids.contains($0) }
      let over = CorrelationGroup.Quantity.allCases.filter(group.quantities.contains).compactMap { quantity in
        members.filter { member in
          sums[quantity, default: [:]][member, default: 0] += group.coefficient
          return sums[quantity, default: [:]][member, default: 0] > 1 + 1e-9
        }.first
      }
      guard let member = over.first else { continue }
      findings.append(
        error(
          "with '\(group.id)' the correlations of '\(member)' add up to more than 100%",
          advice: "Lower the coefficients, or take '\(member)' out of a group.",
          at: ["uncertainty", "correlations", group.id.text, "coefficient"]))
    }
    return findings
  }

  func conflictingBranches(_ contents: RoadmapContents) -> [Finding] {
    var owners: [CapabilityID: DecisionPointID] = [:]
    return contents.uncertainty.decisionPoints.flatMap { point -> [Finding] in
      let path = ["uncertainty", "decisionPoints", point.id.text]
      let branches = [("then", point.then), ("otherwise", point.otherwise)]
      return branches.flatMap { key, members in
        Set(members).sorted().compactMap { member -> Finding? in
          let owner = owners.updateValue(point.id, forKey: member)
          guard owner != nil || member == point.pilot else { return nil }
          let message =
            member == point.pilot
            ? "'\(member)' is the pilot and waits for itself"
            : owner == point.id
              ? "'\(member)' stands in both branches"
              : "'\(member)' already depends on '\(owner ?? point.id)'"
          return error(
            message, advice: "Take it out of one branch.", at: path + [key, member.text])
        }
      }
    }
  }

  func pilotsWithoutEffect(_ contents: RoadmapContents) -> [Finding] {
    contents.uncertainty.decisionPoints.compactMap { point in
      guard point.kpi.isLever, let pilot = contents.capabilities.first(where: { $0.id == point.pilot }),
        !pilot.effects.contains(where: { $0.kpi == point.kpi })
      else { return nil }
      return error(
        "the pilot '\(pilot.id)' has no effect on '\(point.kpi.rawValue)', so there is nothing to measure",
        advice: "Take a KPI that it changes, or give it the effect.",
        at: ["uncertainty", "decisionPoints", point.id.text, "kpi"])
    }
  }

  func harmlessRisks(_ contents: RoadmapContents) -> [Finding] {
    contents.uncertainty.risks.filter { risk in
      risk.delayFactor == Estimate(1) && risk.delay == .zero && risk.cost == .zero
        && risk.effectLoss == .zero
    }.map { risk in
      warning(
        "'\(risk.id)' changes nothing when it happens",
        advice: "Say what it costs: factor, delay, cost or loss.",
        at: ["uncertainty", "risks", risk.id.text])
    }
  }

  func uncertaintyNumbers(_ contents: RoadmapContents) -> [PlacedNumber] {
    let uncertainty = contents.uncertainty
    let success = contents.capabilities.map {
      PlacedNumber(
        $0.chanceOfSuccess, 0...1, .share, at: ["capabilities", $0.id.text, "chanceOfSuccess"])
    }
    let coefficients = uncertainty.correlations.map {
      PlacedNumber(
        $0.coefficient, 0...1, .share, at: ["uncertainty", "correlations", $0.id.text, "coefficient"])
    }
    let risks = uncertainty.risks.flatMap { risk -> [PlacedNumber] in
      let path = ["uncertainty", "risks", risk.id.text]
      var numbers = [PlacedNumber(risk.probability, 0...1, .share, at: path + ["probability"])]
      if let mitigation = risk.mitigation {
        let path = path + ["mitigation"]
        numbers.append(PlacedNumber(mitigation.price, 0...1e12, at: path + ["price"]))
        numbers.append(PlacedNumber(mitigation.probability, 0...1, .share, at: path + ["probability"]))
      }
      return numbers
    }
    let points = uncertainty.decisionPoints.flatMap { point -> [PlacedNumber] in
      let path = ["uncertainty", "decisionPoints", point.id.text]
      return [
        PlacedNumber(Double(point.wait), 0...520, .weeks, at: path + ["wait"]),
        PlacedNumber(point.improvement, -0.99...10, .share, at: path + ["improvement"]),
      ]
    }
    return success + coefficients + risks + points
  }

  func recordNumbers(_ contents: RoadmapContents) -> [PlacedNumber] {
    guard let record = contents.record else { return [] }
    let actuals = record.capabilities.flatMap { actual -> [PlacedNumber] in
      let path = ["record", "capabilities", actual.capability.text]
      let cost = actual.cost.map { PlacedNumber($0, 0...1e12, at: path + ["cost"]) }
      return [cost].compactMap(\.self)
        + actual.effects.map {
          PlacedNumber($0.change, -0.99...10, .share, at: path + ["effects", $0.kpi.rawValue])
        }
    }
    let promises = record.forecasts.flatMap { forecast in
      forecast.promises.enumerated().map { position, promise in
        PlacedNumber(
          promise.probability, 0...1, .share,
          at: ["record", "forecasts", forecast.id.text, "promises", String(position), "probability"])
      }
    }
    return actuals + promises
  }

  /// Days of risks and of what happened that are not in their order.
  func uncertaintyDateOrders(_ contents: RoadmapContents) -> [Finding] {
    let risks = contents.uncertainty.risks.compactMap { risk -> Finding? in
      guard let from = risk.from, let through = risk.through, through < from else { return nil }
      return error(
        "the risk '\(risk.id)' ends before it begins", advice: "Swap its days.",
        at: ["uncertainty", "risks", risk.id.text, "through"])
    }
    guard let record = contents.record else { return risks }
    let actuals = record.capabilities.compactMap { actual -> Finding? in
      let path = ["record", "capabilities", actual.capability.text]
      if let started = actual.started, let finished = actual.finished, finished < started {
        return error(
          "'\(actual.capability)' was live before work on it started", advice: "Swap its days.",
          at: path + ["finished"])
      }
      let days = [("started", actual.started), ("finished", actual.finished)]
      return days.compactMap { key, day in day.flatMap { late($0, record, path + [key]) } }.first
    }
    let stages = record.stages.keys.sorted().compactMap { stage in
      record.stages[stage].flatMap { late($0, record, ["record", "stages", stage.text]) }
    }
    return risks + actuals + stages
  }

  private func late(_ day: CivilDate, _ record: Record, _ path: [String]) -> Finding? {
    guard day > record.through else { return nil }
    return error(
      "\(day) is later than the end of the record, \(record.through)",
      advice: "Correct the day, or move record.through.", at: path)
  }
}

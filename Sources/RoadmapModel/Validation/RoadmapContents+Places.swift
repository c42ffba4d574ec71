/// Where the sections on uncertainty and on what happened name and number things, as paths of a scenario.
extension RoadmapContents {
  /// The capabilities of a scope, in the order of the roadmap or of the scope; those that do not exist are among them.
  func members(of scope: CapabilityScope) -> [CapabilityID] {
    if case .capabilities(let ids) = scope { return ids }
    return capabilities.filter { scope.contains($0) }.map(\.id)
  }

  var placedScopes: [(CapabilityScope, [String])] {
    uncertainty.correlations.map { ($0.scope, ["uncertainty", "correlations", $0.id.text]) }
      + uncertainty.risks.map { ($0.scope, ["uncertainty", "risks", $0.id.text]) }
  }

  /// Lists of capabilities in which none may stand twice.
  var uncertainLists: [([CapabilityID], [String])] {
    let scopes = placedScopes.compactMap { scope, path -> ([CapabilityID], [String])? in
      guard case .capabilities(let ids) = scope else { return nil }
      return (ids, path + ["capabilities"])
    }
    return scopes
      + uncertainty.decisionPoints.flatMap { point in
        let path = ["uncertainty", "decisionPoints", point.id.text]
        return [(point.then, path + ["then"]), (point.otherwise, path + ["otherwise"])]
      }
  }

  var uncertainCapabilities: [(CapabilityID, [String])] {
    let members = uncertainLists.flatMap { ids, path in
      ids.enumerated().map { ($1, path + [String($0)]) }
    }
    let mitigations = uncertainty.risks.compactMap { risk -> (CapabilityID, [String])? in
      risk.mitigation?.capability.map {
        ($0, ["uncertainty", "risks", risk.id.text, "mitigation", "capability"])
      }
    }
    return members + mitigations
      + uncertainty.decisionPoints.map { ($0.pilot, ["uncertainty", "decisionPoints", $0.id.text, "pilot"]) }
  }

  var recordedCapabilities: [(CapabilityID, [String])] {
    guard let record else { return [] }
    let actuals = record.capabilities.map { ($0.capability, ["record", "capabilities", $0.capability.text]) }
    let ranges = record.forecasts.flatMap { forecast in
      forecast.ranges.map { ($0.capability, $0.path(in: forecast.id)) }
    }
    let promises = placedPromises.compactMap { promise, path -> (CapabilityID, [String])? in
      guard case .capability(let id) = promise.subject else { return nil }
      return (id, path + ["capability"])
    }
    return actuals + ranges + promises
  }

  var recordedStages: [(StageID, [String])] {
    guard let record else { return [] }
    let promises = placedPromises.compactMap { promise, path -> (StageID, [String])? in
      guard case .stage(let id) = promise.subject else { return nil }
      return (id, path + ["stage"])
    }
    return record.stages.keys.sorted().map { ($0, ["record", "stages", $0.text]) } + promises
  }

  private var placedPromises: [(PastForecast.Promise, [String])] {
    (record?.forecasts ?? []).flatMap { forecast in
      forecast.promises.enumerated().map { position, promise in
        (promise, ["record", "forecasts", forecast.id.text, "promises", String(position)])
      }
    }
  }

  /// KPIs that must be levers, beside those of effects.
  var placedLevers: [(KPI, [String])] {
    let points = uncertainty.decisionPoints.map {
      ($0.kpi, ["uncertainty", "decisionPoints", $0.id.text, "kpi"])
    }
    let measured = (record?.capabilities ?? []).flatMap { actual in
      actual.effects.map {
        ($0.kpi, ["record", "capabilities", actual.capability.text, "effects", $0.kpi.rawValue])
      }
    }
    let forecast = (record?.forecasts ?? []).flatMap { forecast in
      forecast.ranges.compactMap { range -> (KPI, [String])? in
        guard case .effect(let kpi) = range.quantity else { return nil }
        return (kpi, range.path(in: forecast.id))
      }
    }
    return points + measured + forecast
  }

  var placedDoneRanges: [PlacedEstimate] {
    company.doneRanges.keys.sorted().compactMap { id in
      company.doneRanges[id].map { range in
        let section = RoadmapRule.section(of: company.states[id] ?? .missing)
        return PlacedEstimate(estimate: range, kind: .share, path: ["company", section, id.text])
      }
    }
  }

  var placedRiskEstimates: [PlacedEstimate] {
    uncertainty.risks.flatMap { risk in
      let path = ["uncertainty", "risks", risk.id.text]
      return [
        PlacedEstimate(estimate: risk.delayFactor, kind: .factor, path: path + ["factor"]),
        PlacedEstimate(estimate: risk.delay, kind: .weeks, path: path + ["delay"]),
        PlacedEstimate(estimate: risk.cost, kind: .cost, path: path + ["cost"]),
        PlacedEstimate(estimate: risk.effectLoss, kind: .share, path: path + ["loss"]),
      ]
    }
  }

  var placedPastRanges: [PlacedEstimate] {
    (record?.forecasts ?? []).flatMap { forecast in
      forecast.ranges.map { range in
        let kind: EstimateKind =
          switch range.quantity {
          case .duration: .weeks
          case .cost: .cost
          case .effect: .relativeChange
          }
        return PlacedEstimate(estimate: range.estimate, kind: kind, path: range.path(in: forecast.id))
      }
    }
  }
}

extension PastForecast.Range {
  /// Where a scenario writes the range.
  fileprivate func path(in forecast: PastForecastID) -> [String] {
    let path = ["record", "forecasts", forecast.text]
    return switch quantity {
    case .duration: path + ["durations", capability.text]
    case .cost: path + ["costs", capability.text]
    case .effect(let kpi): path + ["effects", capability.text, kpi.rawValue]
    }
  }
}

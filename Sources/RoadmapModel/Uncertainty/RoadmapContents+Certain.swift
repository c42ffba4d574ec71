extension RoadmapContents {
  /// The same scenario without any uncertainty: every estimate is what planning takes it for, and nothing else may happen.
  ///
  /// A simulation of it repeats the plan.
  public var certain: RoadmapContents {
    var contents = self
    contents.capabilities = capabilities.map(\.certain)
    contents.uncertainty = Uncertainty(executionPolicy: uncertainty.executionPolicy, isStartUncertain: false)
    contents.evidencePolicy.priorSpread = 0
    contents.teams = teams.map { team in
      var team = team
      team.absence = nil
      return team
    }
    for lever in KPI.levers { contents.business?[lever]?.variation = Business.Variation() }
    return contents
  }
}

extension Capability {
  /// The capability with estimates that are certain.
  fileprivate var certain: Capability {
    var capability = self
    capability.duration = duration.certain
    capability.cost = cost.certain
    capability.runningCost = runningCost.certain
    capability.effects = effects.map { effect in
      var effect = effect
      effect.change = effect.change.certain
      return effect
    }
    capability.benefit?.perMonth = benefit?.perMonth.certain ?? .zero
    capability.chanceOfSuccess = 1
    return capability
  }
}

extension Estimate {
  /// The mean, without spread and from the same evidence.
  fileprivate var certain: Estimate { Estimate(mean, evidence: evidence) }
}

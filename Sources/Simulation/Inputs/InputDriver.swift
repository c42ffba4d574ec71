internal import BusinessModel
internal import RandomStreams
internal import RoadmapModel

/// One uncertain input as results are explained by it.
struct InputDriver: Sendable {
  /// Where its value is found in a future.
  enum Source: Hashable, Sendable {
    case weeks(Int)
    case cost(Int)
    case runningCost(Int)
    case benefit(Int)
    case success(Int)
    case doneShare(Int)
    case effect(Int)
    case risk(Int)
    case growth(Int)
    case noise(Int)
    case absence(Int)
    case correlation(Int)
  }

  let input: Forecast.Driver.Input
  let subject: String
  let kpi: KPI?
  let source: Source
  /// What is drawn anew when the input alone changes: columns, and paths by negative numbers.
  let columns: [Int]
}

extension UncertainInputs {
  /// All inputs that are uncertain, in the order of the plan.
  ///
  /// They are independent of each other: what the estimates of a correlation group have in common is an input of its own, and of each of them counts what is its own.
  var drivers: [InputDriver] {
    var isUsed = columns.map { _ in false }
    for column in columns { for factor in column.factors { isUsed[factor.column] = true } }
    var drivers = model.order.flatMap(capabilityDrivers)
    for (number, compiled) in model.risks.enumerated() {
      let chances = compiled.firstChance..<compiled.firstChance + compiled.chanceCount
      guard !chances.isEmpty else { continue }
      let columns = chances.flatMap { place in
        [chance[place], delayFactor[place], delay[place], riskCost[place], effectLoss[place]].filter {
          $0 >= 0
        }
      }
      drivers.append(
        InputDriver(
          input: .risk, subject: compiled.risk.id.text, kpi: nil, source: .risk(number), columns: columns))
    }
    for (number, group) in roadmap.uncertainty.correlations.enumerated() where isUsed[factors[number]] {
      drivers.append(
        InputDriver(
          input: .correlation, subject: group.id.text, kpi: nil, source: .correlation(factors[number]),
          columns: [factors[number]]))
    }
    for (number, rule) in absences.enumerated() {
      drivers.append(
        InputDriver(
          input: .absence, subject: roadmap.teams[rule.team].id.text, kpi: nil, source: .absence(number),
          columns: [-1 - noises.count - number]))
    }
    for (number, rule) in growths.enumerated() {
      drivers.append(
        InputDriver(
          input: .growth, subject: rule.kpi.rawValue, kpi: nil, source: .growth(number),
          columns: [rule.column]))
    }
    for (number, rule) in noises.enumerated() {
      drivers.append(
        InputDriver(
          input: .noise, subject: rule.kpi.rawValue, kpi: nil, source: .noise(number),
          columns: [rule.column, -1 - number]))
    }
    return drivers
  }

  private func capabilityDrivers(_ activity: Int) -> [InputDriver] {
    let id = roadmap.capabilities[model.position[activity]].id.text
    var drivers: [InputDriver] = []
    func add(
      _ column: Int, _ input: Forecast.Driver.Input, _ source: InputDriver.Source
    ) {
      guard column >= 0 else { return }
      drivers.append(InputDriver(input: input, subject: id, kpi: nil, source: source, columns: [column]))
    }
    add(duration[activity], .duration, .weeks(activity))
    add(cost[activity], .cost, .cost(activity))
    add(runningCost[activity], .runningCost, .runningCost(activity))
    add(benefit[activity], .benefit, .benefit(activity))
    add(success[activity], .success, .success(activity))
    add(doneShare[activity], .doneShare, .doneShare(activity))
    for effect in effectRanges[activity] {
      let columns = [effects[effect].claimColumn, effects[effect].truthColumn].filter { $0 >= 0 }
      guard !columns.isEmpty else { continue }
      drivers.append(
        InputDriver(
          input: .effect, subject: id, kpi: effects[effect].kpi, source: .effect(effect), columns: columns))
    }
    return drivers
  }
}

extension FutureSampler {
  /// The value of an input in a future of the block; larger is more of it, and of estimates that are correlated with others it is the part of their own.
  func value(of driver: InputDriver, _ place: Int, in world: World) -> Double {
    switch driver.source {
    case .weeks(let activity): ownDraw(inputs.duration[activity], place)
    case .cost(let activity): ownDraw(inputs.cost[activity], place)
    case .runningCost(let activity): ownDraw(inputs.runningCost[activity], place)
    case .benefit(let activity): ownDraw(inputs.benefit[activity], place)
    case .success(let activity): world.succeeds[activity] ? 1 : 0
    case .doneShare(let activity): draw(inputs.doneShare[activity], place)
    case .effect(let effect): ownChange(inputs.effects[effect], place)
    case .risk(let risk): hits(of: inputs.model.risks[risk], in: world)
    case .growth(let number): draw(inputs.growths[number].column, place)
    case .noise(let number): world.noiseScore[number]
    case .absence(let number): world.absentShare[number]
    case .correlation(let column): draw(column, place)
    }
  }

  /// The number of the chances of a risk that would hit without mitigation by a capability.
  private func hits(of risk: ExecutionModel.CompiledRisk, in world: World) -> Double {
    let chances = risk.firstChance..<risk.firstChance + risk.chanceCount
    return Double(chances.count { world.chance[$0] < risk.probability })
  }
}

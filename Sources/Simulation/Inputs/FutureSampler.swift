internal import RandomStreams
internal import RealModule
internal import RoadmapModel

/// Draws futures, a block of them at a time; one sampler for each thread.
///
/// A future has a number within one of several independent copies (scrambles) of the sampling. Its draws depend on the seed, the copy, the number and what they are for, and on
/// nothing else.
struct FutureSampler: Sendable {
  /// The number of futures in a block.
  static let blockSize = 64

  let inputs: UncertainInputs
  private let seed: UInt64
  private let sampling: Forecast.Run.Sampling
  private let points: SobolPoints
  /// One row of a block for each column.
  private var draws: [Double]
  /// The rows of the correlated columns as they are without their factors, and the row of each column; -1 for what has no factors.
  private var own: [Double]
  private let ownRow: [Int]
  /// The normal scores of the columns that are factors, once a block.
  private var factorScores: [Double]
  /// The scores of a path, by week.
  private var scores: [Double]
  /// The copy and the number of the first future of the block.
  private var copy = 0
  private var first = 0
  /// The columns, and by negative numbers the paths, whose draws come from another seed: what sensitivity analysis changes.
  var replaced: Set<Int> = []
  private static let otherSeed: UInt64 = 0x5DEE_CE66_D1CE_5EED

  init(_ inputs: UncertainInputs, seed: UInt64, sampling: Forecast.Run.Sampling) {
    self.inputs = inputs
    self.seed = seed
    self.sampling = sampling
    points = SobolPoints(dimensionCount: sampling == .sobol ? UncertainInputs.coordinateCount : 0)
    draws = [Double](repeating: 0, count: inputs.columns.count * Self.blockSize)
    factorScores = draws
    var rows = 0
    ownRow = inputs.columns.map { column in
      guard !column.factors.isEmpty else { return -1 }
      rows += 1
      return rows - 1
    }
    own = [Double](repeating: 0, count: rows * Self.blockSize)
    scores = [Double](repeating: 0, count: inputs.model.periodCount)
  }

  // MARK: A block

  /// Draws the futures of a copy from a number on.
  mutating func fill(copy: Int, from first: Int) {
    self.copy = copy
    self.first = first
    for column in inputs.columns.indices { drawUniform(column) }
    score(inputs.factors)
    for column in inputs.columns.indices where !inputs.columns[column].factors.isEmpty { correlate(column) }
    for (column, rule) in inputs.columns.enumerated() {
      guard let draw = rule.draw else { continue }
      inputs.tables.tables[draw.table].invert(
        &draws, in: row(column), factor: draw.factor, offset: draw.offset)
    }
  }

  private func row(_ column: Int) -> Range<Int> {
    column * Self.blockSize..<(column + 1) * Self.blockSize
  }

  private func key(_ owner: StreamPurpose, isReplaced: Bool) -> StreamKey {
    StreamKey(seed: isReplaced ? seed ^ Self.otherSeed : seed, purpose: owner)[copy]
  }

  private mutating func drawUniform(_ column: Int) {
    let rule = inputs.columns[column]
    let key = key(rule.owner, isReplaced: replaced.contains(column))
    switch sampling {
    case .sobol:
      points.fill(
        &draws, in: row(column), dimension: rule.dimension, from: first, shuffle: key.word(at: 0),
        scramble: key.word(at: 1 + rule.dimension))
    case .random:
      let own = key[rule.dimension]
      for place in row(column) { draws[place] = own.uniform(at: first + place - column * Self.blockSize) }
    }
  }

  private mutating func score(_ factors: [Int]) {
    for column in factors { for place in row(column) { factorScores[place] = inputs.normal[draws[place]] } }
  }

  /// Mixes the normal scores of factors into those of a column: a Gaussian copula with one factor for each group.
  private mutating func correlate(_ column: Int) {
    let factors = inputs.columns[column].factors
    let weight = max(0, 1 - factors.reduce(0) { $0 + $1.weight * $1.weight }).squareRoot()
    let ownRow = ownRow[column] * Self.blockSize
    for place in 0..<Self.blockSize {
      let draw = draws[column * Self.blockSize + place]
      own[ownRow + place] = draw
      var score = weight * inputs.normal[draw]
      for factor in factors { score += factor.weight * factorScores[factor.column * Self.blockSize + place] }
      draws[column * Self.blockSize + place] = NormalDistribution.cumulative(score)
    }
  }

  // MARK: One future

  func draw(_ column: Int, _ place: Int) -> Double {
    draws[column * Self.blockSize + place]
  }

  /// What would have been drawn for a column if it had no factors.
  func ownDraw(_ column: Int, _ place: Int) -> Double {
    guard ownRow[column] >= 0 else { return draw(column, place) }
    let uniform = own[ownRow[column] * Self.blockSize + place]
    guard let draw = inputs.columns[column].draw else { return uniform }
    return draw.offset + draw.factor * inputs.tables.tables[draw.table][uniform]
  }

  /// What an effect would change if its claim had no factors.
  func ownChange(_ rule: UncertainInputs.EffectRule, _ place: Int) -> Double {
    change(rule, claim: rule.claimColumn >= 0 ? ownDraw(rule.claimColumn, place) : rule.claim, place)
  }

  /// The change that follows from a claim: shrunk by its evidence, and off by what claims are off.
  private func change(_ rule: UncertainInputs.EffectRule, claim: Double, _ place: Int) -> Double {
    var change = inputs.roadmap.evidencePolicy.planned(claim, of: rule.kpi, grade: rule.grade)
    if rule.truthColumn >= 0 { change += rule.spread * inputs.normal[draw(rule.truthColumn, place)] }
    return change
  }

  /// Writes a future of the block into a world.
  mutating func load(_ place: Int, into world: inout World) {
    loadCapabilities(place, &world)
    loadRisks(place, &world)
    loadBusiness(place, &world)
    loadAbsence(place, &world)
  }

  private func loadCapabilities(_ place: Int, _ world: inout World) {
    let model = inputs.model
    for activity in model.order {
      let capability = model.position[activity]
      let doneColumn = inputs.doneShare[activity]
      let left = doneColumn >= 0 ? 1 - draw(doneColumn, place) : inputs.left[activity]
      if inputs.duration[activity] >= 0 || doneColumn >= 0 {
        let weeks =
          inputs.duration[activity] >= 0
          ? draw(inputs.duration[activity], place) : inputs.meanDuration[activity]
        world.weeks[activity] = weeks * left
      }
      if inputs.cost[activity] >= 0 || doneColumn >= 0 {
        let cost = inputs.cost[activity] >= 0 ? draw(inputs.cost[activity], place) : inputs.meanCost[activity]
        world.cost[activity] = Money(units: cost * left).cents
      }
      if inputs.runningCost[activity] >= 0 {
        world.runningCost[activity] = draw(inputs.runningCost[activity], place)
      }
      let share = inputs.isPartial[activity] ? left : 1
      if inputs.benefit[activity] >= 0 {
        world.benefit[activity] = draw(inputs.benefit[activity], place) * share
      } else if doneColumn >= 0 {
        world.benefit[activity] = inputs.meanBenefit[activity] * share
      }
      if inputs.success[activity] >= 0 {
        world.succeeds[activity] =
          draw(inputs.success[activity], place) < model.roadmap.capabilities[capability].chanceOfSuccess
      }
      for effect in inputs.effectRanges[activity] {
        loadEffect(effect, place, share: share, isShareUncertain: doneColumn >= 0, &world)
      }
    }
  }

  private func loadEffect(
    _ effect: Int, _ place: Int, share: Double, isShareUncertain: Bool, _ world: inout World
  ) {
    let rule = inputs.effects[effect]
    guard rule.claimColumn >= 0 || rule.truthColumn >= 0 || isShareUncertain else { return }
    let claim = rule.claimColumn >= 0 ? draw(rule.claimColumn, place) : rule.claim
    world.change[effect] = change(rule, claim: claim, place) * share
  }

  private func loadRisks(_ place: Int, _ world: inout World) {
    for chance in inputs.chance.indices {
      world.chance[chance] = draw(inputs.chance[chance], place)
      if inputs.delayFactor[chance] >= 0 {
        world.delayFactor[chance] = draw(inputs.delayFactor[chance], place)
      }
      if inputs.delay[chance] >= 0 { world.delay[chance] = draw(inputs.delay[chance], place) }
      if inputs.riskCost[chance] >= 0 {
        world.riskCost[chance] = Money(units: draw(inputs.riskCost[chance], place)).cents
      }
      if inputs.effectLoss[chance] >= 0 { world.effectLoss[chance] = draw(inputs.effectLoss[chance], place) }
    }
  }

  private mutating func loadBusiness(_ place: Int, _ world: inout World) {
    guard !inputs.growths.isEmpty || !inputs.noises.isEmpty else { return }
    if world.variations.isEmpty {
      let levers = Set(inputs.growths.map(\.lever) + inputs.noises.map(\.lever)).sorted()
      let ones = [Double](repeating: 1, count: inputs.model.periodCount)
      world.variations = levers.map { World.Variation(lever: $0, factors: ones) }
    }
    for variation in world.variations.indices {
      let lever = world.variations[variation].lever
      for week in 0..<inputs.model.periodCount { world.variations[variation].factors[week] = 1 }
      for growth in inputs.growths where growth.lever == lever {
        let actual = growth.growth + growth.spread * inputs.normal[draw(growth.column, place)]
        Variability.addGrowth(
          to: &world.variations[variation].factors, expected: growth.growth, actual: actual)
      }
      for (number, noise) in inputs.noises.enumerated() where noise.lever == lever {
        var stream = RandomStream(key(noise.owner, isReplaced: replaced.contains(-1 - number))[first + place])
        Variability.drawScores(&scores, autocorrelation: noise.autocorrelation, &stream, inputs.normal)
        noise.level.move(&scores, to: inputs.normal[draw(noise.column, place)])
        world.noiseScore[number] = Variability.addNoise(
          to: &world.variations[variation].factors, scale: noise.scale, scores)
      }
    }
  }

  private func loadAbsence(_ place: Int, _ world: inout World) {
    guard !inputs.absences.isEmpty else { return }
    let weeks = inputs.model.periodCount
    let cells = inputs.roadmap.teams.count * weeks
    if world.presence.count != cells { world.presence = [Double](repeating: 1, count: cells) }
    for cell in 0..<cells { world.presence[cell] = 1 }
    for (number, rule) in inputs.absences.enumerated() {
      let isReplaced = replaced.contains(-1 - inputs.noises.count - number)
      var stream = RandomStream(key(rule.owner, isReplaced: isReplaced)[first + place])
      world.absentShare[number] = Variability.addAbsence(
        to: &world.presence, in: rule.team * weeks..<(rule.team + 1) * weeks, people: rule.people,
        rule.absence, &stream)
    }
  }
}

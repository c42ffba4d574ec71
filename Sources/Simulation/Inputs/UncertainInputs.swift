internal import BusinessModel
internal import Planning
internal import RandomStreams
internal import RoadmapModel

/// All uncertain numbers of a roadmap, each as a column of draws, and how a future follows from them.
///
/// The draws of a column belong to what they are for: a capability, a risk, a group. So another capability more, or another order of them, leaves the draws of all others
/// as they are, and scenarios are compared on the same futures.
struct UncertainInputs: Sendable {
  /// A column of draws.
  struct Column: Sendable {
    /// What the column belongs to; columns of one owner are spread evenly together.
    let owner: StreamPurpose
    /// The coordinate among the columns of the owner.
    let dimension: Int
    /// The distribution; nil for numbers that are uniform from 0 to 1.
    var draw: QuantileTables.Draw?
    /// The factors of correlation groups: their columns, and their weights in the normal score.
    var factors: [(column: Int, weight: Double)] = []
  }

  /// How an effect follows from its claim.
  struct EffectRule: Sendable {
    let kpi: KPI
    let grade: EvidenceGrade
    let claim: Double
    /// The standard deviation of the truth around the shrunk claim.
    let spread: Double
    var claimColumn = -1
    var truthColumn = -1
  }

  /// The weekly deviations of a lever.
  struct NoiseRule: Sendable {
    let lever: Int
    let kpi: KPI
    /// The standard deviation of the logarithm.
    let scale: Double
    let autocorrelation: Double
    let owner: StreamPurpose
    /// The column of the level of the whole path, and how the path follows it.
    let column: Int
    let level: Variability.PathLevel
  }

  /// The growth of a lever.
  struct GrowthRule: Sendable {
    let lever: Int
    let kpi: KPI
    let growth: Double
    let spread: Double
    let column: Int
  }

  /// The absence of a team.
  struct AbsenceRule: Sendable {
    let team: Int
    let people: Int
    let absence: Team.Absence
    let owner: StreamPurpose
  }

  let model: ExecutionModel
  /// Whether futures are drawn; otherwise there is only the expected one, and no distribution is computed.
  private let isDrawn: Bool
  /// The future that planning expects.
  private(set) var expected: World
  private(set) var columns: [Column] = []
  private(set) var tables = QuantileTables()
  /// The scores of the standard normal distribution.
  let normal = QuantileTable.normal()
  /// The columns of the factors of correlation groups, in the order of the groups.
  private(set) var factors: [Int] = []

  /// The columns by activity; -1 for what is certain.
  private(set) var duration: [Int]
  private(set) var cost: [Int]
  private(set) var runningCost: [Int]
  private(set) var benefit: [Int]
  private(set) var success: [Int]
  private(set) var doneShare: [Int]
  /// What planning takes for granted about each activity: the share of the work that is left, and means of whole work.
  private(set) var left: [Double]
  private(set) var meanDuration: [Double]
  private(set) var meanCost: [Double]
  private(set) var meanBenefit: [Double]
  /// Whether effects come in proportion to the work that is left.
  private(set) var isPartial: [Bool]
  private(set) var effects: [EffectRule] = []
  /// The effects of each activity among all of the shop.
  private(set) var effectRanges: [Range<Int>]
  private(set) var effectSources: [Int] = []
  private(set) var effectIsHelpful: [Bool] = []
  /// The columns by chance of a risk.
  private(set) var chance: [Int]
  private(set) var delayFactor: [Int]
  private(set) var delay: [Int]
  private(set) var riskCost: [Int]
  private(set) var effectLoss: [Int]
  private(set) var growths: [GrowthRule] = []
  private(set) var noises: [NoiseRule] = []
  private(set) var absences: [AbsenceRule] = []

  /// The coordinates of what belongs to a capability; effects follow, two each: the claim and the truth.
  enum Coordinate: Int {
    case duration, cost, success, doneShare, runningCost, benefit, firstEffect
  }

  /// The coordinates that the columns of one owner may have.
  static let coordinateCount = Coordinate.firstEffect.rawValue + 2 * KPI.levers.count

  /// Compiles what is uncertain about the active capabilities of a model.
  init(_ model: ExecutionModel, isDrawn: Bool = true) {
    let none = [Int](repeating: -1, count: model.count)
    let noChance = [Int](repeating: -1, count: model.chanceCount)
    self.model = model
    self.isDrawn = isDrawn
    (duration, cost, runningCost, benefit, success, doneShare) = (none, none, none, none, none, none)
    (chance, delayFactor, delay, riskCost, effectLoss) = (noChance, noChance, noChance, noChance, noChance)
    effectRanges = [Range<Int>](repeating: 0..<0, count: model.count)
    expected = World(model)
    let zero = [Double](repeating: 0, count: model.count)
    (left, meanDuration, meanCost, meanBenefit) = (zero, zero, zero, zero)
    isPartial = [Bool](repeating: false, count: model.count)
    for activity in model.order {
      let capability = model.roadmap.capabilities[model.position[activity]]
      let state = model.roadmap.state(of: capability.id)
      left[activity] = 1 - state.doneShare
      meanDuration[activity] = capability.duration.mean
      meanCost[activity] = capability.cost.mean
      meanBenefit[activity] = capability.benefit?.perMonth.mean ?? 0
      if case .partial = state { isPartial[activity] = true }
    }
    addEffects()
    factors = addFactors()
    for activity in model.order { addEstimates(of: activity) }
    for risk in model.risks { add(risk) }
    addBusiness()
    addAbsence()
    expected.noiseScore = noises.map { _ in 0 }
    expected.absentShare = absences.map { _ in 0 }
  }

  var roadmap: Roadmap { model.roadmap }

  /// Adds a column unless the estimate is certain.
  private mutating func column(_ estimate: Estimate, _ owner: StreamPurpose, _ dimension: Int) -> Int {
    guard isDrawn, !estimate.isCertain else { return -1 }
    columns.append(Column(owner: owner, dimension: dimension, draw: tables.draw(of: estimate)))
    return columns.count - 1
  }

  /// Adds a column of uniform numbers.
  private mutating func uniformColumn(_ owner: StreamPurpose, _ dimension: Int) -> Int {
    columns.append(Column(owner: owner, dimension: dimension))
    return columns.count - 1
  }

  // MARK: Capabilities

  private mutating func addEffects() {
    let policy = roadmap.evidencePolicy
    for slot in ShopRun(model.instance.shop).slots {
      let effect = roadmap.capabilities[slot.capability].effects[slot.source]
      let activity = model.activityOfPosition[slot.capability]
      let planned = policy.planned(effect.change.mean, of: effect.kpi, grade: effect.change.evidence.grade)
      let isHelpful = effect.kpi.higherIsBetter ? planned > 0 : planned < 0
      let trust = policy[effect.change.evidence.grade]
      let isSpread = policy.shrinks && effect.kpi.hasPrior && isHelpful
      effects.append(
        EffectRule(
          kpi: effect.kpi, grade: effect.change.evidence.grade, claim: effect.change.mean,
          spread: isSpread ? max(0, 1 - trust).squareRoot() * policy.priorSpread : 0))
      effectSources.append(slot.source)
      effectIsHelpful.append(isHelpful)
      guard activity >= 0 else {
        expected.change.append(0)
        continue
      }
      expected.change.append(model.work[activity]?.effects[slot.source].change ?? 0)
      let begin = effectRanges[activity].isEmpty ? slot.number : effectRanges[activity].lowerBound
      effectRanges[activity] = begin..<slot.number + 1
    }
  }

  private mutating func addEstimates(of activity: Int) {
    let capability = roadmap.capabilities[model.position[activity]]
    let owner = StreamPurpose("capability " + capability.id.text)
    duration[activity] = column(capability.duration, owner, Coordinate.duration.rawValue)
    cost[activity] = column(capability.cost, owner, Coordinate.cost.rawValue)
    runningCost[activity] = column(capability.runningCost, owner, Coordinate.runningCost.rawValue)
    doneShare[activity] = column(roadmap.doneRange(of: capability.id), owner, Coordinate.doneShare.rawValue)
    if let estimate = capability.benefit?.perMonth {
      benefit[activity] = column(estimate, owner, Coordinate.benefit.rawValue)
    }
    if capability.chanceOfSuccess < 1 {
      success[activity] = uniformColumn(owner, Coordinate.success.rawValue)
    }
    for effect in effectRanges[activity] {
      let dimension = Coordinate.firstEffect.rawValue + 2 * effectSources[effect]
      let change = capability.effects[effectSources[effect]].change
      effects[effect].claimColumn = column(change, owner, dimension)
      if effects[effect].spread > 0 { effects[effect].truthColumn = uniformColumn(owner, dimension + 1) }
    }
    for (number, group) in roadmap.uncertainty.correlations.enumerated()
    where group.scope.contains(capability) && group.coefficient > 0 {
      correlate(activity, group, factor: factors[number])
    }
  }

  // MARK: Correlations

  private mutating func addFactors() -> [Int] {
    roadmap.uncertainty.correlations.map { uniformColumn(StreamPurpose("correlation " + $0.id.text), 0) }
  }

  private mutating func correlate(_ activity: Int, _ group: CorrelationGroup, factor: Int) {
    let weight = group.coefficient.squareRoot()
    for quantity in group.quantities {
      switch quantity {
      case .duration: correlate(duration[activity], factor, weight)
      case .cost: correlate(cost[activity], factor, weight)
      case .runningCost: correlate(runningCost[activity], factor, weight)
      case .benefit: correlate(benefit[activity], factor, weight)
      case .effects:
        // A good factor is good for all: it lowers what is better low.
        for effect in effectRanges[activity] {
          let isBetterHigh = effects[effect].kpi.higherIsBetter
          correlate(effects[effect].claimColumn, factor, isBetterHigh ? weight : -weight)
        }
      }
    }
  }

  private mutating func correlate(_ column: Int, _ factor: Int, _ weight: Double) {
    guard column >= 0 else { return }
    columns[column].factors.append((factor, weight))
  }

  // MARK: Risks, business, absence

  private mutating func add(_ compiled: ExecutionModel.CompiledRisk) {
    let risk = compiled.risk
    for number in 0..<compiled.chanceCount {
      let place = compiled.firstChance + number
      let name = risk.hitsEachByItself ? " " + hitCapability(place) : ""
      let owner = StreamPurpose("risk " + risk.id.text + name)
      chance[place] = uniformColumn(owner, 0)
      delayFactor[place] = column(risk.delayFactor, owner, 1)
      delay[place] = column(risk.delay, owner, 2)
      riskCost[place] = column(risk.cost, owner, 3)
      effectLoss[place] = column(risk.effectLoss, owner, 4)
      expected.delayFactor[place] = risk.delayFactor.mean
      expected.delay[place] = risk.delay.mean
      expected.riskCost[place] = Money(units: risk.cost.mean).cents
      expected.effectLoss[place] = risk.effectLoss.mean
    }
  }

  /// The id of the capability that a chance of its own belongs to.
  private func hitCapability(_ chance: Int) -> String {
    for activity in model.order where model.risksOfActivity[activity].contains(where: { $0.chance == chance })
    {
      return roadmap.capabilities[model.position[activity]].id.text
    }
    return ""
  }

  private mutating func addBusiness() {
    guard let business = roadmap.business else { return }
    for (lever, kpi) in KPI.levers.enumerated() {
      guard let baseline = business[kpi] else { continue }
      let variation = baseline.variation
      let owner = StreamPurpose("business " + kpi.rawValue)
      if variation.growthSpread > 0 {
        growths.append(
          GrowthRule(
            lever: lever, kpi: kpi, growth: baseline.growthPerYear, spread: variation.growthSpread,
            column: uniformColumn(owner, 0)))
      }
      if variation.noise > 0 {
        noises.append(
          NoiseRule(
            lever: lever, kpi: kpi, scale: Variability.logarithmicScale(of: variation.noise),
            autocorrelation: variation.autocorrelation, owner: StreamPurpose("noise " + kpi.rawValue),
            column: uniformColumn(owner, 1),
            level: Variability.PathLevel(
              weeks: model.periodCount, autocorrelation: variation.autocorrelation)))
      }
    }
  }

  private mutating func addAbsence() {
    for (number, team) in roadmap.teams.enumerated() {
      guard let absence = team.absence, absence.share > 0 else { continue }
      let largest = roadmap.calendar.periods.map { team.capacity(on: roadmap.calendar.date(of: $0)) }.max()
      let people = max(1, Int((largest ?? .zero).count.rounded(.up)))
      absences.append(
        AbsenceRule(
          team: number, people: min(people, Variability.peopleLimit), absence: absence,
          owner: StreamPurpose("absence " + team.id.text)))
    }
  }
}

extension World {
  /// What planning expects; no risk happens.
  init(_ model: ExecutionModel) {
    let (roadmap, count) = (model.roadmap, model.count)
    func value(_ number: (Capability, PlannedWork) -> Double) -> [Double] {
      (0..<count).map { activity in
        guard let work = model.work[activity], model.position[activity] >= 0 else { return 0 }
        return number(roadmap.capabilities[model.position[activity]], work)
      }
    }
    weeks = value { capability, _ in
      capability.duration.mean * (1 - roadmap.state(of: capability.id).doneShare)
    }
    cost = model.work.map { $0?.cost.cents ?? 0 }
    runningCost = value { $1.runningCostPerMonth }
    benefit = value { $1.benefitPerMonth }
    succeeds = [Bool](repeating: true, count: count)
    change = []
    chance = [Double](repeating: 1, count: model.chanceCount)
    delayFactor = chance
    delay = [Double](repeating: 0, count: model.chanceCount)
    riskCost = [Int64](repeating: 0, count: model.chanceCount)
    effectLoss = delay
    presence = []
    variations = []
    noiseScore = []
    absentShare = []
  }
}

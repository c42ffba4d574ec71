import RealModule
import RoadmapModel

/// Lower limits of products that shrink with every effect, as sums of one term for each effect: tangents at a plan.
///
/// What is left of churn, of returns, of handling costs and of the ceiling of an overlap group is a product `p = m1 * m2 * ...` of
/// factors below one, so each further effect gains less. As `p` is the exponential of a sum of logarithms, and the exponential
/// lies above its tangents,
///
///     p >= p' * (1 + sum of log(m / m'))
///
/// where the dashes mark the plan, at which the two are equal. An overlap group inside such a product enters with the logarithm of
/// `offset + slope * p`, which is convex in the logarithm of `p`: its tangent scales the terms by `slope * p' / (offset + slope * p')`.
/// A term is cut off where the others, at their largest, cannot lift the sum above what all effects together leave. A product with
/// only one effect is a function of one go-live, so it needs no tangent and stays as it is.
struct SaturationTangent {
  /// The members of one product that belong to the same bundle.
  fileprivate struct Part {
    var members: [Int]
    /// The factor of the part is `offset + slope * product of the members`.
    var offset: Double
    var slope: Double
  }

  /// The row of each effect among the products: its lever or its overlap group; nil when it multiplies as it is.
  let rows: [Int?]
  /// The products in the plan, in a column for each bundle; those of levers first.
  private(set) var references: [Double]
  /// What is linearised, in words.
  private(set) var dropped: [String] = []
  private let periodCount: Int
  private var isAlone: [Bool]
  /// By effect and period: the effect's factor in the plan, the scale of its logarithm and the smallest value of the term.
  private var planned: [Double]
  private var scales: [Double]
  private var floors: [Double]

  /// The smallest factor at which a tangent is laid, so that what saturates fully keeps a finite slope.
  private static let smallestFactor = 0.02

  /// The tangents at a plan, for the effects that help.
  init(_ shop: ShopModel, _ effects: [LeverEffect], _ range: ShopRange, plan: [Int]) {
    let compiled = shop.compiledEffects
    periodCount = shop.periodCount
    rows = effects.map { compiled.bundles.saturatingRow(of: $0) }
    references = [Double](repeating: 1, count: compiled.bundles.count * shop.periodCount)
    isAlone = effects.map { _ in false }
    scales = [Double](repeating: 1, count: effects.count * shop.periodCount)
    floors = scales
    planned = effects.flatMap { effect in
      (0..<shop.periodCount).map { period in
        max(Self.smallestFactor, compiled.factor(of: effect, goLive: plan[effect.capability], in: period))
      }
    }
    let smallest = effects.flatMap { effect in
      (0..<shop.periodCount).map { period in
        compiled.factor(of: effect, goLive: range.earliest[effect.capability], in: period)
      }
    }
    for row in compiled.bundles.indices {
      let members = rows.indices.filter { rows[$0] == row }
      guard !members.isEmpty else { continue }
      let parts = compiled.bundles.indices.compactMap { bundle in
        Part(members.filter { effects[$0].bundle == bundle }, of: compiled.bundles[bundle], row: row)
      }
      if members.count == 1 {
        isAlone[members[0]] = true
      } else {
        let words = Self.words(for: compiled.bundles[row], isLever: row < ShopBaseline.leverCount)
        if !dropped.contains(words) { dropped.append(words) }
      }
      for period in 0..<shop.periodCount { lay(parts, row, period, smallest: smallest) }
    }
  }

  /// The term of an effect in a period, when its factor has a value.
  func term(of effect: Int, in period: Int, factor: Double) -> Double {
    let cell = effect * periodCount + period
    if isAlone[effect] { return factor / planned[cell] - 1 }
    return max(floors[cell], scales[cell] * Double.log(factor / planned[cell]))
  }

  /// Lays the tangent of one product in one period: its value, scales and floors.
  private mutating func lay(_ parts: [Part], _ row: Int, _ period: Int, smallest: [Double]) {
    var value = 1.0
    var least = 1.0
    var highest = 0.0
    for part in parts {
      let product = part.members.reduce(1) { $0 * planned[$1 * periodCount + period] }
      let factor = part.offset + part.slope * product
      let leastFactor =
        part.offset + part.slope * part.members.reduce(1) { $0 * smallest[$1 * periodCount + period] }
      let scale = part.slope * product / factor
      let lift = -scale * Double.log(product)
      for member in part.members {
        let cell = member * periodCount + period
        scales[cell] = scale
        floors[cell] = -(Double.log(factor / leastFactor) + lift - self.lift(of: cell))
      }
      value *= factor
      least *= leastFactor
      highest += lift
    }
    for member in parts.flatMap(\.members) {
      let cell = member * periodCount + period
      floors[cell] = max(floors[cell], -(1 - least / value + highest - self.lift(of: cell)))
    }
    references[row * periodCount + period] = value
  }

  /// The largest value of a term: that without any take-up.
  private func lift(of cell: Int) -> Double {
    -scales[cell] * Double.log(planned[cell])
  }

  private static func words(for bundle: EffectBundle, isLever: Bool) -> String {
    let kpi = KPI.levers[bundle.lever].rawValue
    return isLever
      ? "the diminishing returns of effects on \(kpi) count by their tangent at the plan"
      : "the overlap of effects on \(kpi) counts by its tangent at the plan"
  }
}

extension SaturationTangent.Part {
  /// The members of a bundle within a product, unless there are none.
  fileprivate init?(_ members: [Int], of bundle: EffectBundle, row: Int) {
    guard !members.isEmpty else { return nil }
    // The product of a group on a lever that multiplies is bounded by itself; elsewhere its factor is a part of the lever's.
    let isWhole = row >= ShopBaseline.leverCount
    self.init(members: members, offset: isWhole ? 0 : bundle.offset, slope: isWhole ? 1 : bundle.slope)
  }
}

extension [EffectBundle] {
  /// The product with diminishing gains that a helpful effect belongs to; nil when it multiplies.
  fileprivate func saturatingRow(of effect: LeverEffect) -> Int? {
    let lever = self[effect.bundle].lever
    if !KPI.levers[lever].higherIsBetter { return lever }
    return effect.bundle < ShopBaseline.leverCount ? nil : effect.bundle
  }
}

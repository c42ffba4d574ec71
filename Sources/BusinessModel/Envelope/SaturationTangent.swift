import RealModule
import RoadmapModel

/// Lower limits of products that limit what effects can bring, as sums of one term for each effect: tangents at a point.
///
/// What is left of churn, of returns, of handling costs and of the ceiling of an overlap group is a product `p = m1 * m2 * ...` of
/// factors, below one for what helps and above it for what hurts. As `p` is the exponential of a sum of logarithms, and the exponential
/// lies above its tangents,
///
///     p >= p' * (1 + sum of log(m / m'))
///
/// where the dashes mark the point, at which the two are equal. An overlap group inside such a product enters with the logarithm of
/// `offset + slope * p`. With a positive slope that is convex in the logarithm of `p`: its tangent scales the terms by `slope * p' / (offset + slope * p')`.
/// With a negative slope (harm that saturates) it is concave, and its chord between no effects and all of them takes the place of the tangent.
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
  /// The products at the point, in a column for each bundle; those of levers first.
  private(set) var references: [Double]
  /// What is linearised, in words.
  private(set) var dropped: [String] = []
  private let periodCount: Int
  private var isAlone: [Bool]
  /// By effect and period: the effect's factor at the point and its logarithm, the scale of the logarithm and the smallest value of the term.
  private let planned: [Double]
  private let plannedLogarithms: [Double]
  private var scales: [Double]
  private var floors: [Double]
  /// By effect and period: the factor of the earliest go-live.
  private let extremes: [Double]

  /// The smallest factor at which a tangent is laid, so that what saturates fully keeps a finite slope.
  private static let smallestFactor = 0.02
  private static let smallestLogarithm = Double.log(smallestFactor)

  /// The tangents at a point.
  init(_ shop: ShopModel, _ effects: [LeverEffect], _ range: ShopRange, at point: LiveShares) {
    let compiled = shop.compiledEffects
    periodCount = shop.periodCount
    rows = effects.map { compiled.bundles.saturatingRow(of: $0) }
    references = [Double](repeating: 1, count: compiled.bundles.count * shop.periodCount)
    isAlone = effects.map { _ in false }
    scales = [Double](repeating: 1, count: effects.count * shop.periodCount)
    floors = [Double](repeating: -.infinity, count: scales.count)
    plannedLogarithms = effects.flatMap { effect in
      point.mean(of: effect.capability, settledAge: effect.rampCount) { age in
        let takeUp = age.map { compiled.takeUp(of: effect, age: $0) } ?? 0
        return Double.log(max(Self.smallestFactor, 1 + effect.size * takeUp))
      }
    }
    planned = plannedLogarithms.map { Double.exp($0) }
    extremes = effects.flatMap { effect in
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
      if members.count == 1, parts[0].offset == 0, parts[0].slope == 1 {
        isAlone[members[0]] = true
      } else {
        let words = Self.words(for: compiled.bundles[row], isLever: row < ShopBaseline.leverCount)
        if !dropped.contains(words) { dropped.append(words) }
      }
      for period in 0..<shop.periodCount { lay(parts, row, period) }
    }
  }

  /// A value that the factor of an effect can have, with what terms are made of.
  struct Factor {
    let value: Double
    let logarithm: Double

    init(_ value: Double) {
      self.value = value
      logarithm = Double.log(max(0, value))
    }
  }

  /// The term of an effect in a period, when its factor has a value.
  func term(of effect: Int, in period: Int, factor: Factor) -> Double {
    let cell = effect * periodCount + period
    if isAlone[effect] { return factor.value / planned[cell] - 1 }
    return max(floors[cell], logarithm(cell, factor))
  }

  private func logarithm(_ cell: Int, _ factor: Factor) -> Double {
    // A chord counts harm that saturates by less than all of it; less harm is a smaller product.
    let logarithm = scales[cell] < 0 ? max(Self.smallestLogarithm, factor.logarithm) : factor.logarithm
    return scales[cell] * (logarithm - plannedLogarithms[cell])
  }

  /// Lays the tangent of one product in one period: its value, scales and floors.
  private mutating func lay(_ parts: [Part], _ row: Int, _ period: Int) {
    if isAlone[parts[0].members[0]] {
      references[row * periodCount + period] = planned[parts[0].members[0] * periodCount + period]
      return
    }
    var value = 1.0
    var least = 1.0
    var highest = 0.0
    for part in parts {
      let cells = part.members.map { $0 * periodCount + period }
      let (factor, scale) = reference(of: part, cells)
      for cell in cells {
        scales[cell] = scale
        highest += lift(of: cell)
      }
      value *= factor
      least *= leastFactor(of: part, cells)
    }
    for member in parts.flatMap(\.members) {
      let cell = member * periodCount + period
      floors[cell] = -(1 - least / value + highest - lift(of: cell))
    }
    references[row * periodCount + period] = value
  }

  /// What a part is at the point, and by how much its logarithm grows with that of its product.
  private func reference(of part: Part, _ cells: [Int]) -> (factor: Double, scale: Double) {
    let product = cells.reduce(1) { $0 * planned[$1] }
    guard part.slope < 0 else {
      let factor = part.offset + part.slope * product
      return (factor, part.slope * product / factor)
    }
    let all = cells.map { max(Self.smallestFactor, extremes[$0]) }
    let (low, high) = (all.reduce(1) { $0 * min(1, $1) }, all.reduce(1) { $0 * max(1, $1) })
    let top = part.offset + part.slope * high
    guard low < high, top > 0 else { return (max(top, Self.smallestFactor), 0) }
    let rise = Double.log((part.offset + part.slope * low) / top)
    let scale = -rise / Double.log(high / low)
    return (top * Double.exp(scale * Double.log(product / high)), scale)
  }

  /// The least that a part can be.
  private func leastFactor(of part: Part, _ cells: [Int]) -> Double {
    let rising = part.slope >= 0
    let product = cells.reduce(1) { $0 * (rising ? min(1, extremes[$1]) : max(1, extremes[$1])) }
    return max(0, part.offset + part.slope * product)
  }

  /// The largest value of a term: that without any take-up or with all of it.
  private func lift(of cell: Int) -> Double {
    max(logarithm(cell, Factor(1)), logarithm(cell, Factor(extremes[cell])))
  }

  private static func words(for bundle: EffectBundle, isLever: Bool) -> String {
    let kpi = KPI.levers[bundle.lever].rawValue
    return isLever
      ? "the diminishing returns of effects on \(kpi) count by a tangent"
      : "the overlap of effects on \(kpi) counts by a tangent"
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
  /// The product with diminishing gains that an effect belongs to; nil when it multiplies as it is.
  ///
  /// On a lever that is better when it is higher, effects without a group multiply, and so does the rest of a ceiling that harm takes.
  fileprivate func saturatingRow(of effect: LeverEffect) -> Int? {
    let bundle = self[effect.bundle]
    if !KPI.levers[bundle.lever].higherIsBetter { return bundle.lever }
    return effect.bundle < ShopBaseline.leverCount || bundle.slope > 0 ? nil : effect.bundle
  }
}

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

  /// How the factor of an effect enters what limits can count.
  enum Entry {
    /// It multiplies as it is.
    case factor
    /// It is a product by itself, so its term is linear in it.
    case alone
    /// Its term is a multiple of its logarithm.
    case logarithm
  }

  /// The row of each effect among the products: its lever or its overlap group; nil when it multiplies as it is.
  let rows: [Int?]
  /// How each effect enters.
  private(set) var entries: [Entry]
  /// The factors of each effect by age.
  let factors: AgedFactors
  /// The products at the point, in a column for each bundle; those of levers first.
  private(set) var references: [Double]
  /// What is linearised, in words.
  private(set) var dropped: [String] = []
  /// By effect and period, one where the effect multiplies as it is: the effect's factor at the point.
  private(set) var planned: [Double]
  /// By effect and period: the logarithm of the factor at the point, the scale of logarithms and the smallest value of the term.
  private(set) var plannedLogarithms: [Double]
  private(set) var scales: [Double]
  private(set) var floors: [Double]
  private let periodCount: Int
  /// The earliest go-live of each effect.
  private let earliest: [Int]

  /// The smallest factor at which a tangent is laid, so that what saturates fully keeps a finite slope.
  private static let smallestFactor = 0.02
  /// The logarithm at which chords end.
  static let smallestLogarithm = Double.log(smallestFactor)

  /// The tangents at a point.
  init(_ shop: ShopModel, _ effects: [LeverEffect], _ range: ShopRange, at point: LiveShares) {
    let compiled = shop.compiledEffects
    periodCount = shop.periodCount
    rows = effects.map { compiled.bundles.saturatingRow(of: $0) }
    entries = rows.map { $0 == nil ? .factor : .logarithm }
    factors = AgedFactors(effects, of: compiled)
    references = [Double](repeating: 1, count: compiled.bundles.count * shop.periodCount)
    planned = [Double](repeating: 1, count: effects.count * shop.periodCount)
    plannedLogarithms = [Double](repeating: 0, count: planned.count)
    scales = planned
    floors = [Double](repeating: -.infinity, count: planned.count)
    earliest = effects.map { range.earliest[$0.capability] }
    for (number, effect) in effects.enumerated() where rows[number] != nil {
      let mean = point.mean(of: effect.capability, settledAge: effect.rampCount) { age in
        let takeUp = age.map { compiled.takeUp(of: effect, age: $0) } ?? 0
        return Double.log(max(Self.smallestFactor, 1 + effect.size * takeUp))
      }
      for (period, logarithm) in mean.enumerated() {
        plannedLogarithms[number * periodCount + period] = logarithm
        planned[number * periodCount + period] = Double.exp(logarithm)
      }
    }
    for row in compiled.bundles.indices {
      let members = rows.indices.filter { rows[$0] == row }
      guard !members.isEmpty else { continue }
      let parts = compiled.bundles.indices.compactMap { bundle in
        Part(members.filter { effects[$0].bundle == bundle }, of: compiled.bundles[bundle], row: row)
      }
      if members.count == 1, parts[0].offset == 0, parts[0].slope == 1 {
        entries[members[0]] = .alone
        for period in 0..<periodCount {
          references[row * periodCount + period] = planned[members[0] * periodCount + period]
        }
      } else {
        let words = Self.words(for: compiled.bundles[row], isLever: row < ShopBaseline.leverCount)
        if !dropped.contains(words) { dropped.append(words) }
        for period in 0..<periodCount { lay(parts, row, period) }
      }
    }
  }

  /// The term of an effect in a period, when it has an age; a negative one when it is not live.
  func term(of effect: Int, in period: Int, age: Int) -> Double {
    let cell = effect * periodCount + period
    let place = factors.place(of: effect, age: age)
    if entries[effect] == .alone { return Self.term(factors.values[place], planned: planned[cell]) }
    return max(floors[cell], linear(cell, factors.logarithms[place]))
  }

  /// The term of a factor that is a product by itself.
  @inline(__always)
  static func term(_ factor: Double, planned: Double) -> Double { factor / planned - 1 }

  /// The term of a logarithm before it is cut off.
  ///
  /// - Parameter least: ``smallestLogarithm``, which loops fetch once.
  @inline(__always)
  static func term(_ logarithm: Double, planned: Double, scale: Double, least: Double) -> Double {
    // A chord counts harm that saturates by less than all of it; less harm is a smaller product.
    scale * ((scale < 0 ? max(least, logarithm) : logarithm) - planned)
  }

  private func linear(_ cell: Int, _ logarithm: Double) -> Double {
    Self.term(
      logarithm, planned: plannedLogarithms[cell], scale: scales[cell], least: Self.smallestLogarithm)
  }

  /// Lays the tangent of one product in one period: its value, scales and floors.
  private mutating func lay(_ parts: [Part], _ row: Int, _ period: Int) {
    var value = 1.0
    var least = 1.0
    var highest = 0.0
    for part in parts {
      let (factor, scale) = reference(of: part, period)
      for member in part.members {
        let cell = member * periodCount + period
        scales[cell] = scale
        // Until all are known, what the others can lift the sum by is kept in the place of the floor.
        floors[cell] = lift(of: member, period)
        highest += floors[cell]
      }
      value *= factor
      least *= leastFactor(of: part, period)
    }
    for part in parts {
      for member in part.members {
        let cell = member * periodCount + period
        floors[cell] = -(1 - least / value + highest - floors[cell])
      }
    }
    references[row * periodCount + period] = value
  }

  /// What a part is at the point, and by how much its logarithm grows with that of its product.
  private func reference(of part: Part, _ period: Int) -> (factor: Double, scale: Double) {
    var product = 1.0
    for member in part.members { product *= planned[member * periodCount + period] }
    guard part.slope < 0 else {
      let factor = part.offset + part.slope * product
      return (factor, part.slope * product / factor)
    }
    var (low, high) = (1.0, 1.0)
    for member in part.members {
      let extreme = max(Self.smallestFactor, factors.values[extreme(of: member, period)])
      low *= min(1, extreme)
      high *= max(1, extreme)
    }
    let top = part.offset + part.slope * high
    guard low < high, top > 0 else { return (max(top, Self.smallestFactor), 0) }
    let rise = Double.log((part.offset + part.slope * low) / top)
    let scale = -rise / Double.log(high / low)
    return (top * Double.exp(scale * Double.log(product / high)), scale)
  }

  /// The least that a part can be.
  private func leastFactor(of part: Part, _ period: Int) -> Double {
    var product = 1.0
    for member in part.members {
      let extreme = factors.values[extreme(of: member, period)]
      product *= part.slope >= 0 ? min(1, extreme) : max(1, extreme)
    }
    return max(0, part.offset + part.slope * product)
  }

  /// Where the factor is that an effect has in a period after its earliest go-live.
  private func extreme(of effect: Int, _ period: Int) -> Int {
    factors.place(of: effect, age: period - earliest[effect])
  }

  /// The largest value of a term: that without any take-up or with all of it.
  private func lift(of effect: Int, _ period: Int) -> Double {
    let cell = effect * periodCount + period
    return max(linear(cell, 0), linear(cell, factors.logarithms[extreme(of: effect, period)]))
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

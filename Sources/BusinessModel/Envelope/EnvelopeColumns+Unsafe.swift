import RoadmapModel

/// The numbers of an over-estimated shop, in columns of all periods, changed in place while effects move.
///
/// Much of the time of a bound is spent in these loops. They go through pointers because a check of bounds and ownership for each number would keep the compiler
/// from working on several at once. All index arithmetic is in this file: effects and levers are those of the shop, periods are clamped to the columns
/// here, and the memory belongs to this value alone.
struct EnvelopeColumns: ~Copyable {
  /// An effect, with where its numbers stand.
  private struct Place {
    let entry: SaturationTangent.Entry
    /// The lever that it changes, and the overlap group through which it does so when the lever multiplies.
    let lever: Int
    let group: Int?
    /// The product that it is a factor or a term of.
    let product: UnsafeMutablePointer<Double>
    /// Its factors by age, beginning with that of what is not live, and their logarithms.
    let factors: UnsafeMutablePointer<Double>
    let logarithms: UnsafeMutablePointer<Double>
    /// For effects that multiply: what a step of one period multiplies the product by, by the younger of the two ages.
    let ratios: UnsafeMutablePointer<Double>
    /// For effects with terms: the factor at the point or its logarithm, the scales and the floors.
    let planned: UnsafeMutablePointer<Double>
    let scales: UnsafeMutablePointer<Double>
    let floors: UnsafeMutablePointer<Double>
    /// The age from which on it keeps its factor.
    let settledAge: Int
  }

  /// An overlap group on a lever that multiplies.
  private struct Group {
    let lever: Int
    let offset: Double
    let slope: Double
    let product: UnsafeMutablePointer<Double>
    let reference: UnsafeMutablePointer<Double>
    /// What the group multiplies the lever by.
    let factor: UnsafeMutablePointer<Double>

    init(
      _ bundle: EffectBundle, product: UnsafeMutablePointer<Double>, reference: UnsafeMutablePointer<Double>,
      factor: UnsafeMutablePointer<Double>
    ) {
      lever = bundle.lever
      offset = bundle.offset
      slope = bundle.slope
      self.product = product
      self.reference = reference
      self.factor = factor
    }
  }

  /// All numbers, one column after the other; the other pointers lead into it.
  private let numbers: UnsafeMutablePointer<Double>
  private let places: UnsafeMutablePointer<Place>
  private let effectCount: Int
  /// The first effect that hurts.
  private let firstHarm: Int
  private let groups: UnsafeMutablePointer<Group>
  private let groupCount: Int
  /// The levers without their groups, and with them.
  private let multiplied: UnsafeMutablePointer<Double>
  private let levers: UnsafeMutablePointer<Double>
  /// For each bundle, one plus the terms of its tangent, or its product where that is exact.
  private let sums: UnsafeMutablePointer<Double>
  /// Of levers with diminishing gains: what one is worth in `sums`.
  private let references: UnsafeMutablePointer<Double>
  private let discountFactors: UnsafeMutablePointer<Double>
  /// What a period brings, whatever its customers are: orders that visits bring, the share of the customers who stay, and
  /// the contribution of an order, if it is positive, discounted.
  private let ordersFromVisits: UnsafeMutablePointer<Double>
  private let retention: UnsafeMutablePointer<Double>
  private let contribution: UnsafeMutablePointer<Double>
  /// The present value of a customer at the start of each period, and at the end.
  private let customerWorth: UnsafeMutablePointer<Double>
  /// The present value of the profit from each period on without any customer at its start.
  private let otherWorth: UnsafeMutablePointer<Double>
  private let newCustomerShare: Double
  private let periodCount: Int
  /// A bit for each lever that its factors multiply as they are.
  private let multiplyingLevers: UInt

  /// The smallest factor that an effect leaves: harm that leaves nothing could not be taken back by division.
  private static let smallestFactor = 1e-6

  /// The shop without any effect; nothing that follows from its products is computed yet.
  ///
  /// - Parameter firstHarm: the first effect that hurts; those before it help.
  init(
    _ shop: ShopModel, _ baseline: ShopBaseline, _ effects: [LeverEffect], _ tangent: SaturationTangent,
    firstHarm: Int
  ) {
    let bundles = shop.compiledEffects.bundles
    let periods = shop.periodCount
    let leverSize = ShopBaseline.leverCount * periods
    let grouped = bundles.indices.dropFirst(ShopBaseline.leverCount).filter {
      KPI.levers[bundles[$0].lever].higherIsBetter
    }
    let ratios = tangent.factors.ratios(smallest: Self.smallestFactor, firstHarm: firstHarm)
    precondition(baseline.levers.count == leverSize && effects.count * periods == tangent.planned.count)
    let size =
      2 * leverSize + (2 * bundles.count + grouped.count + 4) * periods + 2 * (periods + 1) + 3 * ratios.count
      + 4 * tangent.planned.count
    let numbers = UnsafeMutablePointer<Double>.allocate(capacity: size)
    numbers.initialize(repeating: 0, count: size)
    var next = numbers
    func column(_ count: Int) -> UnsafeMutablePointer<Double> {
      precondition(next + count <= numbers + size)
      defer { next += count }
      return next
    }
    func column(of values: [Double]) -> UnsafeMutablePointer<Double> {
      let start = column(values.count)
      start.update(from: values, count: values.count)
      return start
    }
    self.numbers = numbers
    multiplied = column(of: baseline.levers.map { max(0, $0) })
    levers = column(leverSize)
    sums = column(of: [Double](repeating: 1, count: bundles.count * periods))
    references = column(of: tangent.references)
    discountFactors = column(of: shop.discountFactors)
    ordersFromVisits = column(periods)
    retention = column(periods)
    contribution = column(periods)
    customerWorth = column(periods + 1)
    otherWorth = column(periods + 1)
    newCustomerShare = baseline.newCustomerShare
    periodCount = periods
    for (lever, kpi) in KPI.levers.enumerated() where !kpi.higherIsBetter {
      for cell in lever * periods..<(lever + 1) * periods {
        references[cell] = multiplied[cell] * references[cell]
      }
    }
    multiplyingLevers = KPI.levers.indices.reduce(0) { $0 | (KPI.levers[$1].higherIsBetter ? 1 << $1 : 0) }
    let values = column(of: tangent.factors.values)
    let logarithms = column(of: tangent.factors.logarithms)
    let steps = column(of: ratios)
    let planned = column(of: tangent.planned)
    let plannedLogarithms = column(of: tangent.plannedLogarithms)
    let (scales, floors) = (column(of: tangent.scales), column(of: tangent.floors))
    effectCount = effects.count
    self.firstHarm = firstHarm
    places = .allocate(capacity: effects.count)
    for (number, effect) in effects.enumerated() {
      let (entry, first) = (tangent.entries[number], tangent.factors.first[number])
      let isLever = entry == .factor && effect.bundle < ShopBaseline.leverCount
      (places + number).initialize(
        to: Place(
          entry: entry, lever: bundles[effect.bundle].lever, group: grouped.firstIndex(of: effect.bundle),
          product: (isLever ? multiplied : sums) + (tangent.rows[number] ?? effect.bundle) * periods,
          factors: values + first, logarithms: logarithms + first, ratios: steps + first,
          planned: (entry == .alone ? planned : plannedLogarithms) + number * periods,
          scales: scales + number * periods, floors: floors + number * periods,
          settledAge: effect.rampCount))
    }
    groupCount = grouped.count
    groups = .allocate(capacity: grouped.count)
    for (index, number) in grouped.enumerated() {
      (groups + index).initialize(
        to: Group(
          bundles[number], product: sums + number * periods, reference: references + number * periods,
          factor: column(periods)))
    }
  }

  deinit {
    numbers.deallocate()
    places.deallocate()
    groups.deallocate()
  }

  /// The present value of the profit from a period on, with so many customers at its start.
  func worth(from period: Int, _ customers: Double) -> Double {
    precondition(0...periodCount ~= period)
    return otherWorth[period] + customerWorth[period] * customers
  }

  /// The customers after a period that begins with so many.
  func customersAfter(_ period: Int, _ customers: Double) -> Double {
    precondition(0..<periodCount ~= period)
    return customers * retention[period] + newCustomerShare * ordersFromVisits[period]
  }

  /// Makes effects that help live one period earlier, and those that hurt one period later, and computes what follows.
  ///
  /// - Parameter period: the first live period of what helps from now on, or of what has hurt until now.
  mutating func move(_ effects: Range<Int>, from period: Int) {
    precondition(
      0..<periodCount ~= period && 0...effectCount ~= effects.upperBound && effects.lowerBound >= 0)
    var end = period
    for number in effects {
      let place = places[number]
      let count = min(place.settledAge + 1, periodCount - period)
      step(place, period, count, older: number < firstHarm)
      if let group = place.group { computeFactor(groups[group], period, count) }
      computeLever(place.lever, period, count)
      computeWeek(of: place.lever, period, count)
      end = max(end, period + count)
    }
    computeWorth(from: period, to: end)
  }

  /// Makes an effect one period older, or younger, from a period to where its ramp has settled, in its product.
  private func step(_ place: Place, _ period: Int, _ count: Int, older: Bool) {
    let product = place.product + period
    switch place.entry {
    case .factor:
      for index in 0..<count { product[index] *= place.ratios[index] }
    case .alone:
      let planned = place.planned + period
      let after = place.factors + (older ? 1 : 0)
      let before = place.factors + (older ? 0 : 1)
      for index in 0..<count {
        product[index] +=
          SaturationTangent.term(after[index], planned: planned[index])
          - SaturationTangent.term(before[index], planned: planned[index])
      }
    case .logarithm:
      let planned = place.planned + period
      let scales = place.scales + period
      let floors = place.floors + period
      let after = place.logarithms + (older ? 1 : 0)
      let before = place.logarithms + (older ? 0 : 1)
      let least = SaturationTangent.smallestLogarithm
      for index in 0..<count {
        let (scale, planned, floor) = (scales[index], planned[index], floors[index])
        product[index] +=
          max(floor, SaturationTangent.term(after[index], planned: planned, scale: scale, least: least))
          - max(floor, SaturationTangent.term(before[index], planned: planned, scale: scale, least: least))
      }
    }
  }

  /// Brings an effect from nothing to a go-live, without what follows from it.
  mutating func bring(_ number: Int, live: Int, _ tangent: SaturationTangent) {
    precondition(0..<effectCount ~= number && live >= 0)
    let place = places[number]
    for period in min(live, periodCount)..<periodCount {
      let age = period - live
      if place.entry == .factor {
        let factor = place.factors[1 + min(place.settledAge, age)]
        place.product[period] *= max(factor, Self.smallestFactor) / max(place.factors[0], Self.smallestFactor)
      } else {
        place.product[period] +=
          tangent.term(of: number, in: period, age: age) - tangent.term(of: number, in: period, age: -1)
      }
    }
  }

  /// Adds the terms of an effect that nobody has taken up to its product.
  mutating func begin(_ number: Int, _ tangent: SaturationTangent) {
    precondition(0..<effectCount ~= number)
    guard places[number].entry != .factor else { return }
    for period in 0..<periodCount {
      places[number].product[period] += tangent.term(of: number, in: period, age: -1)
    }
  }

  /// Computes everything that follows from the products.
  mutating func computeAll() {
    for group in 0..<groupCount { computeFactor(groups[group], 0, periodCount) }
    for lever in 0..<ShopBaseline.leverCount { computeLever(lever, 0, periodCount) }
    for lever in 0..<ShopBaseline.leverCount { computeWeek(of: lever, 0, periodCount) }
    computeWorth(from: 0, to: periodCount)
  }

  private func computeFactor(_ group: Group, _ period: Int, _ count: Int) {
    let factor = group.factor + period
    let product = group.product + period
    let reference = group.reference + period
    if group.slope > 0 {
      for index in 0..<count { factor[index] = max(0, group.offset + group.slope * product[index]) }
    } else {
      for index in 0..<count {
        factor[index] = max(0, group.offset + group.slope * (reference[index] * product[index]))
      }
    }
  }

  private func computeLever(_ lever: Int, _ period: Int, _ count: Int) {
    let first = lever * periodCount + period
    let values = levers + first
    guard multiplyingLevers & 1 << UInt(lever) != 0 else {
      for index in 0..<count { values[index] = references[first + index] * sums[first + index] }
      return
    }
    values.update(from: multiplied + first, count: count)
    for number in 0..<groupCount where groups[number].lever == lever {
      let factor = groups[number].factor + period
      for index in 0..<count { values[index] *= factor[index] }
    }
  }

  /// Computes what a lever has a part in, for so many periods.
  private func computeWeek(of lever: Int, _ period: Int, _ count: Int) {
    // The order of the columns is that of `KPI.levers`; the reorder rate is used as it is.
    let levers = levers + period
    switch lever {
    case 0, 1:
      let conversion = levers + periodCount
      for index in 0..<count { ordersFromVisits[period + index] = levers[index] * conversion[index] }
    case 6:
      let churn = levers + 6 * periodCount
      for index in 0..<count { retention[period + index] = max(0, 1 - churn[index]) }
    case 7: break
    default:
      let orderValue = levers + 2 * periodCount
      let margin = levers + 3 * periodCount
      let returnRate = levers + 4 * periodCount
      let costToServe = levers + 5 * periodCount
      for index in 0..<count {
        let kept = orderValue[index] * max(0, 1 - returnRate[index])
        contribution[period + index] =
          discountFactors[period + index] * max(0, kept * margin[index] - costToServe[index])
      }
    }
  }

  /// Computes present values backwards, from those at the end of some periods.
  mutating func computeWorth(from first: Int, to end: Int) {
    precondition(0 <= first && first <= end && end <= periodCount)
    let reorderRate = levers + 7 * periodCount
    var customer = customerWorth[end]
    var other = otherWorth[end]
    for period in (first..<end).reversed() {
      other = ordersFromVisits[period] * (contribution[period] + newCustomerShare * customer) + other
      customer = contribution[period] * reorderRate[period] + retention[period] * customer
      customerWorth[period] = customer
      otherWorth[period] = other
    }
  }
}

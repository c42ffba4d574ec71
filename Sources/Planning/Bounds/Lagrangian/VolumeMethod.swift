/// Looks for the prices at which a Lagrangian relaxation is tightest: the volume algorithm.
///
/// Barahona and Anbil, "The volume algorithm: producing primal solutions with a subgradient method", Mathematical Programming 87, 2000. Steps go
/// along the excess of an average of the relaxation's schedules, from the best prices so far; the average tends to a solution of the linear
/// relaxation, from which starts can be read.
struct VolumeMethod {
  /// The settings.
  struct Parameters: Sendable {
    /// The factor of the first step.
    var factor = 0.5
    /// The largest and the smallest weight of a new schedule in the average.
    var largestWeight = 0.05
    var smallestWeight = 0.01
    /// So many evaluations without progress shorten the steps.
    var patience = 5
  }

  /// No price needs to be larger than this, in cents; it keeps sums finite.
  private static let largestPrice = 1e15

  /// Of graphs with up to so many nodes, every step finds the least limit: on the way through others limits came out up to 0.3 % higher.
  private static let largestExact = 100_000

  /// The best prices so far and their limit.
  private(set) var prices: [Double]
  private(set) var limit = Double.infinity
  /// The share of the average in which each node is taken.
  private(set) var shares: [Double]
  private var evaluations = 0
  private var excess: [Double] = []
  private var factor: Double
  private var badSteps = 0
  private var weight: Double
  private let parameters: Parameters

  /// A search that begins without prices.
  init(_ relaxation: LagrangianRelaxation, parameters: Parameters = Parameters()) {
    self.parameters = parameters
    prices = [Double](repeating: 0, count: relaxation.table.rowCount)
    shares = [Double](repeating: 0, count: relaxation.nodeCount)
    factor = parameters.factor
    weight = parameters.largestWeight
  }

  /// Goes on from what another method has found.
  mutating func take(_ found: PartitionMethod) {
    (prices, limit, excess, shares) = (found.prices, found.limit, found.excess, found.shares)
  }

  /// Takes the limit anew after the relaxation has changed a little; the prices and the average stay.
  ///
  /// When no schedule is left, the limit is less than any number.
  mutating func renew(_ relaxation: inout LagrangianRelaxation) {
    guard limit.isFinite else { return }
    let found = relaxation.evaluate(prices)
    limit = found.limit
    guard limit.isFinite else { return }
    let share = share(of: found.excess, relaxation.table, prices)
    for row in excess.indices { excess[row] = share * found.excess[row] + (1 - share) * excess[row] }
    mix(found.members, weight: share)
  }

  /// Gives rows that are new a price of nothing.
  ///
  /// - Parameter excess: what the average uses of each of these rows beyond its limit.
  mutating func extend(by excess: [Double]) {
    prices += excess.map { _ in 0 }
    self.excess += excess
  }

  /// Evaluates once.
  ///
  /// - Parameter target: a value that some plan has, in cents; the limit cannot fall below it.
  mutating func step(_ relaxation: inout LagrangianRelaxation, target: Double) {
    evaluations += 1
    guard limit.isFinite else {
      let first = relaxation.evaluate(prices)
      limit = first.limit
      excess = first.excess
      shares = [Double](repeating: 0, count: shares.count)
      mix(first.members, weight: 1)
      return
    }
    let trial = moved(relaxation.table, target: target)
    let isLarge = relaxation.nodeCount > Self.largestExact
    let found = relaxation.evaluate(
      trial, accuracy: isLarge ? Accuracy(best: limit, target: target) : nil)
    guard found.limit.isFinite else { return }
    let share = share(of: found.excess, relaxation.table, trial)
    let progress = limit - found.limit
    var agreement = 0.0
    for row in excess.indices {
      agreement += excess[row] * found.excess[row]
      excess[row] = share * found.excess[row] + (1 - share) * excess[row]
    }
    mix(found.members, weight: share)
    if progress > 0 {
      (prices, limit) = (trial, found.limit)
      // The new schedule points the same way: a longer step would have been better.
      if agreement > 0 { factor = min(2, factor * 1.1) }
      badSteps = 0
    } else {
      badSteps += 1
      if badSteps >= parameters.patience {
        factor = max(0.0005, factor * 0.66)
        badSteps = 0
      }
    }
    if evaluations % 50 == 0 { weight = max(parameters.smallestWeight, weight * 0.8) }
  }

  /// The prices after a step along the average excess.
  private func moved(_ table: PriceTable, target: Double) -> [Double] {
    var norm = 0.0
    for row in excess.indices where prices[row] > 0 || excess[row] > 0 || table.isEquation[row] {
      norm += excess[row] * excess[row]
    }
    // An average that keeps all limits has nothing more to say.
    guard norm > 1e-12 else { return prices }
    let step = factor * max(limit - target, limit.magnitude * 1e-6) / norm
    return prices.indices.map { row in
      let price = min(Self.largestPrice, max(-Self.largestPrice, prices[row] + step * excess[row]))
      return table.isEquation[row] ? price : max(0, price)
    }
  }

  /// The share of a new schedule that makes the average's excess smallest, within limits.
  private func share(of new: [Double], _ table: PriceTable, _ prices: [Double]) -> Double {
    var top = 0.0
    var bottom = 0.0
    for row in new.indices where prices[row] > 0 || excess[row] > 0 || new[row] > 0 || table.isEquation[row] {
      let difference = excess[row] - new[row]
      top += excess[row] * difference
      bottom += difference * difference
    }
    guard bottom > 0 else { return weight }
    return min(weight, max(weight / 10, top / bottom))
  }

  private mutating func mix(_ members: [Bool], weight: Double) {
    for node in shares.indices { shares[node] = (1 - weight) * shares[node] + (members[node] ? weight : 0) }
  }
}

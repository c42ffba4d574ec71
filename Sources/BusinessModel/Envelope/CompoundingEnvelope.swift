/// A linear limit of what effects can bring, although their effects compound.
///
/// For every set of go-lives, the mechanism impact is at most
///
///     constant + sum over capabilities v of the sum over periods t >= goLive(v) of weights[v * periodCount + t]
///
/// which is the form that a minimum cut can maximise over all closed sets of pairs (capability, live by period).
///
/// **Why it holds.** Live-by pairs under intersection and union are a distributive lattice, the same as vectors of go-lives under
/// the later and the earlier of two. What hurts is looked at from the other side: the pairs (capability, free of its harm until a period)
/// are such a lattice, too, and profit grows on both. A function of one go-live alone is modular, whatever its shape; sums, and products of
/// non-negative, non-decreasing, supermodular functions, are supermodular, and so is a convex, non-decreasing function of one
/// (Topkis, *Supermodularity and Complementarity*, 1998, section 2.6). The limit is built in three steps.
///
/// 1. *Replace what is not supermodular by something larger.* Factors `1 + effect * take-up` multiply as they are, those that help as functions of what is
///    live, those that hurt as functions of what is free. Factors with diminishing gains (churn, returns, cost to serve, overlap groups) are replaced by
///    tangents, see ``SaturationTangent``. The contribution of an order is replaced by its positive part, and the limits of 100 % are left out.
/// 2. *Bound the supermodular function by a modular one.* The marginal gains along any order of all pairs whose prefixes are closed
///    add up to at least the function on every closed set, and exactly the function on every prefix (Edmonds, "Submodular functions,
///    matroids, and certain polyhedra", 1970; Lovasz, "Submodular functions and convexity", 1983). A plan has both kinds of pairs at once: being
///    free of harm is not being live, so the gain of freedom goes to the constant and comes off the weight of the live pair.
/// 3. *Choose the order by a point.* For a plan it passes through the plan's own pairs, so the limit touches there. For the averaged solution of a
///    relaxation, pairs by falling share give the smallest limit that any order gives at that point (Lovasz 1983).
///
/// Every step is exact at the plan itself, except for the limits of 100 %, for orders that lose money, for harm that saturates on churn, returns or cost to
/// serve, and for what takes all of a ceiling.
public struct CompoundingEnvelope: Hashable, Sendable {
  /// The limit of what comes of no go-live at all, in currency units; it is not negative but for rounding.
  public let constant: Double
  /// What each pair of a capability and a period in which it is live adds, at `capability * periodCount + period`.
  ///
  /// A weight is negative where an effect hurts.
  public let weights: [Double]
  /// What the limit leaves out or linearises, in words; empty when it is exact for the plan and its neighbours.
  public let dropped: [String]
  /// The number of periods of each capability.
  public let periodCount: Int

  /// The limit for a set of go-lives, in currency units.
  public func limit(goLive: [Int32]) -> Double {
    var sum = constant
    for (position, period) in goLive.enumerated() where period < Int32(periodCount) {
      let row = position * periodCount
      sum = weights[row + max(0, Int(period))..<row + periodCount].reduce(sum, +)
    }
    return sum
  }

  /// The limit at a point of a relaxation.
  public func limit(at point: LiveShares) -> Double {
    zip(weights, point.shares).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// A part of this limit and the rest of another one, which is a limit again.
  ///
  /// - Parameter share: the part of the other one, from zero to one.
  public func mixed(with other: CompoundingEnvelope, share: Double) -> CompoundingEnvelope {
    precondition(weights.count == other.weights.count && (0...1).contains(share))
    return CompoundingEnvelope(
      constant: (1 - share) * constant + share * other.constant,
      weights: zip(weights, other.weights).map { (1 - share) * $0 + share * $1 },
      dropped: dropped + other.dropped.filter { !dropped.contains($0) }, periodCount: periodCount)
  }
}

/// The marginal gains along an order, collected into a limit.
struct EnvelopeGains {
  /// The sum of the gains of freedom from harm.
  private(set) var constant = 0.0
  /// What each pair of a capability and a period in which it is live adds.
  private(set) var weights: [Double]
  private let periodCount: Int

  init(capabilityCount: Int, periodCount: Int) {
    weights = [Double](repeating: 0, count: capabilityCount * periodCount)
    self.periodCount = periodCount
  }

  /// The gain of help that is live in one period more.
  mutating func addHelp(_ capability: Int, _ period: Int, _ gain: Double) {
    weights[capability * periodCount + period] += gain
  }

  /// The gain of being free of harm in one period more, which the live pair gives away.
  mutating func addFreedom(_ capability: Int, _ period: Int, _ gain: Double) {
    constant += gain
    weights[capability * periodCount + period] -= gain
  }
}

extension ShopModel {
  /// A linear limit of the mechanism impact that touches it at a plan.
  ///
  /// - Parameters:
  ///   - incumbent: the go-lives of the plan, by position of the capability.
  ///   - earliest: the earliest possible go-lives, or nil for none. The limit is tighter and holds for go-lives that are not
  ///     earlier than these and those of the plan.
  /// - Complexity: O(capabilities × periods × ramp weeks).
  public func envelope(
    touching incumbent: [Int32], notBefore earliest: [Int32]? = nil
  ) -> CompoundingEnvelope {
    envelope(at: LiveShares(goLive: incumbent, periodCount: periodCount), notBefore: earliest)
  }

  /// A linear limit of the mechanism impact that is tight at a point of a relaxation, or touches at a plan.
  ///
  /// - Parameters:
  ///   - point: to what share each capability is live in each period.
  ///   - earliest: the earliest possible go-lives, or nil for none. The limit is tighter and holds for go-lives that are not
  ///     earlier than these and those of the point.
  /// - Complexity: O(capabilities × periods × ramp weeks).
  public func envelope(at point: LiveShares, notBefore earliest: [Int32]? = nil) -> CompoundingEnvelope {
    precondition(
      point.count == money.count && point.periodCount == periodCount
        && earliest.map { $0.count == money.count } ?? true, "There is a row or a go-live for each capability"
    )
    var gains = EnvelopeGains(capabilityCount: point.count, periodCount: periodCount)
    guard let baseline, !compiledEffects.effects.isEmpty else {
      return CompoundingEnvelope(constant: 0, weights: gains.weights, dropped: [], periodCount: periodCount)
    }
    let first = point.goLives { $0 > 0 }
    let bounds = zip(earliest ?? first.map { _ in 0 }, first).map { max(0, min(Int($0), $1)) }
    let range = ShopRange(self, baseline, earliest: bounds)
    var shop = OverestimatedShop(self, baseline, range, at: point)
    let nothing = shop.presentProfit - zip(baseline.profit, discountFactors).reduce(0) { $0 + $1.0 * $1.1 }
    let end = EnvelopeStage(help: bounds, harm: bounds.map { _ in periodCount })
    for stage in EnvelopeStage.stages(through: point) + [end] { shop.move(to: stage, adding: &gains) }
    return CompoundingEnvelope(
      constant: nothing + gains.constant, weights: gains.weights, dropped: range.dropped + shop.dropped,
      periodCount: periodCount)
  }
}

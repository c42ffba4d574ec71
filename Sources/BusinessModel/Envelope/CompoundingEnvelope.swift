/// A linear limit of what effects can bring, although their effects compound.
///
/// For every set of go-lives, the mechanism impact is at most
///
///     constant + sum over capabilities v of the sum over periods t >= goLive(v) of weights[v * periodCount + t]
///
/// which is the form that a minimum cut can maximise over all closed sets of pairs (capability, live by period).
///
/// **Why it holds.** Live-by pairs under intersection and union are a distributive lattice, the same as vectors of go-lives under
/// the later and the earlier of two. A function of one go-live alone is modular on it, whatever its shape; sums, and products of
/// non-negative, non-decreasing, supermodular functions, are supermodular, and so is a convex, non-decreasing function of one
/// (Topkis, *Supermodularity and Complementarity*, 1998, section 2.6). The limit is built in three steps.
///
/// 1. *Replace what is not supermodular by something larger.* Helpful factors `1 + effect * take-up` multiply as they are. Factors with
///    diminishing gains (churn, returns, cost to serve, overlap groups) are replaced by tangents, see ``SaturationTangent``. The
///    contribution of an order is replaced by its positive part, and the limits of 100 % are left out. Effects that hurt are held at
///    what they are in the plan, and every deviation from that is charged or credited by a price per period, see ``HarmPrices``.
/// 2. *Bound the supermodular function by a modular one.* The marginal gains along any order of all pairs whose prefixes are closed
///    add up to at least the function on every closed set, and exactly the function on every prefix (Edmonds, "Submodular functions,
///    matroids, and certain polyhedra", 1970; Lovasz, "Submodular functions and convexity", 1983). The order begins with the
///    pairs of the plan, so the limit touches there.
/// 3. *Within a stage of the order, latest periods first.* A pair then changes no customers but those after it, and the profit after a
///    ramp is linear in the customers, so a marginal gain costs only the weeks of a ramp and not the whole horizon.
///
/// Every step is exact at the plan itself, except for the limits of 100 % and for orders that lose money.
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
}

extension ShopModel {
  /// A linear limit of the mechanism impact that touches it at a plan.
  ///
  /// - Parameters:
  ///   - incumbent: the go-lives of the plan, by position of the capability.
  ///   - waypoints: further go-lives at which the limit should be tight, such as those of a relaxation; each stage of the order
  ///     goes on to the earlier of two go-lives.
  ///   - earliest: the earliest possible go-lives, or nil for none. The limit is tighter and holds for go-lives that are not
  ///     earlier than these and those of the plan.
  /// - Complexity: O(capabilities × periods × ramp weeks).
  public func envelope(
    touching incumbent: [Int32], then waypoints: [[Int32]] = [], notBefore earliest: [Int32]? = nil
  ) -> CompoundingEnvelope {
    precondition(
      ([incumbent, earliest ?? incumbent] + waypoints).allSatisfy { $0.count == money.count },
      "There is one go-live for each capability")
    var weights = [Double](repeating: 0, count: incumbent.count * periodCount)
    guard let baseline, !compiledEffects.effects.isEmpty else {
      return CompoundingEnvelope(constant: 0, weights: weights, dropped: [], periodCount: periodCount)
    }
    let plan = within(incumbent)
    let bounds = zip(within(earliest ?? plan.map { _ in 0 }), plan).map { min($0, $1) }
    let range = ShopRange(self, baseline, earliest: bounds)
    let harm = HarmPrices(self, range, plan: plan)
    harm.charge(&weights)
    var shop = OverestimatedShop(self, baseline, range, plan: plan)
    let nothing = shop.presentProfit - presentValue(of: baseline.profit)
    for stage in [plan] + waypoints.map({ within($0) }) + [bounds] {
      shop.moveGoLives(to: zip(stage, bounds).map { max($0, $1) }, adding: &weights)
    }
    return CompoundingEnvelope(
      constant: nothing + harm.relief, weights: weights, dropped: range.dropped + shop.dropped + harm.dropped,
      periodCount: periodCount)
  }

  /// The go-lives, with everything outside the horizon at its ends.
  private func within(_ goLive: [Int32]) -> [Int] {
    goLive.map { max(0, min(Int($0), periodCount)) }
  }

  private func presentValue(of flow: [Double]) -> Double {
    zip(flow, discountFactors).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

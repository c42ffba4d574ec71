import RealModule
public import RoadmapModel

/// The shop as stock and flow, which turns go-live periods into money: the one model of value of the whole package.
///
/// Visits become orders, orders make customers, customers order again and leave; what is left of an order is profit. A
/// capability changes levers of this shop from the period in which it goes live. `docs/business-model.md` has all
/// formulas, a worked example and the reasons.
///
/// A model is compiled once from a roadmap and then run many times: a run reads flat tables, writes to a ``Workspace`` and
/// allocates nothing. The same go-lives give the same bits in every run.
///
/// ```swift
/// let shop = ShopModel(roadmap)
/// var workspace = shop.makeWorkspace()
/// var goLive = [Int32](repeating: ShopModel.never, count: roadmap.capabilities.count)
/// goLive[3] = 12
/// let worth = shop.impact(goLive: goLive, in: &workspace)
/// ```
///
/// Go-lives are indexed by the position of a capability in `roadmap.capabilities`. Entries of capabilities that are live today
/// or not applicable are ignored: what those do is in the figures of the business already.
public struct ShopModel: Sendable {
  /// The go-live of what is not live within the horizon.
  public static let never = Int32.max

  /// The number of periods that are simulated.
  public let periodCount: Int
  /// What a currency unit at the start of each period is worth at the start of period 0: `(1 + r)^(-t / periodsPerYear)`.
  public let discountFactors: [Double]
  /// The sums of the discount factors from each period to the end; one more than there are periods.
  let remainingDiscount: [Double]
  let baseline: ShopBaseline?
  let compiledEffects: CompiledEffects
  let money: [CapabilityMoney]
  /// The value of ``presentBenefit(of:goLive:)`` by capability and period.
  let benefitValues: [Double]

  /// Compiles a roadmap: baselines, effects, overlap groups, benefits and costs.
  ///
  /// - Complexity: O(capabilities × periods × ramp weeks).
  public init(_ roadmap: Roadmap) {
    let calendar = roadmap.calendar
    let work = roadmap.capabilities.map { roadmap.plannedWork(for: $0) }
    let growth = 1 + roadmap.discountRate
    let factors = (0..<calendar.periodCount).map { period in
      Double.pow(growth, -Double(period) / PlanningCalendar.periodsPerYear)
    }
    periodCount = calendar.periodCount
    discountFactors = factors
    remainingDiscount = Self.remainingDiscount(factors)
    baseline = roadmap.business.map { ShopBaseline($0, calendar: calendar) }
    compiledEffects = CompiledEffects(roadmap, work: work)
    money = zip(roadmap.capabilities, work).map { capability, work in
      CapabilityMoney(work, canGoLive: roadmap.canGoLive(capability))
    }
    benefitValues = money.flatMap { $0.benefitValues(discountFactors: factors) }
  }

  /// Whether any go-live changes the shop, so that impacts depend on each other.
  public var hasEffects: Bool { baseline != nil && !compiledEffects.effects.isEmpty }

  /// The sums of discount factors from each period to the end, and 0 for the end.
  static func remainingDiscount(_ factors: [Double]) -> [Double] {
    factors.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }.reversed()
  }

  /// The present value of the additional profit that go-lives bring, by effects and benefits.
  ///
  /// - Complexity: that of ``mechanismImpact(goLive:in:)``.
  public func impact(goLive: [Int32], in workspace: inout Workspace) -> Double {
    var sum = mechanismImpact(goLive: goLive, in: &workspace)
    for position in goLive.indices where goLive[position] < Int32(periodCount) {
      sum += presentBenefit(of: position, goLive: Int(goLive[position]))
    }
    return sum
  }

  /// The present value of the benefit of a capability that is live from a period on, in currency units.
  ///
  /// It is zero for ``never``, for anything at or after the end, and for what is live today or not applicable.
  public func presentBenefit(of position: Int, goLive: Int) -> Double {
    goLive < periodCount ? benefitValues[position * periodCount + max(0, goLive)] : 0
  }

  /// The present value of what the scores of a capability among its alternatives count for, in currency units.
  ///
  /// It is what somebody judges a good choice to be worth; nobody is paid it, so it is no part of ``impact(goLive:in:)``. It is zero where
  /// ``presentBenefit(of:goLive:)`` is.
  public func presentScore(of position: Int, goLive: Int) -> Double {
    goLive < periodCount ? money[position].scoreValue * discountFactors[max(0, goLive)] : 0
  }
}

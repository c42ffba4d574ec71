public import RoadmapModel

/// Finds out when triggers are reached with given go-lives, and what the effects are worth: all that a search asks of the shop, in one run of it.
///
/// It says what ``ShopModel/path(goLive:)`` and ``ShopModel/mechanismImpact(goLive:in:)`` say, to the last bit, without a path being written. A watch
/// belongs to one thread and keeps its memory from run to run.
///
/// ```swift
/// var watch = TriggerWatch(shop, triggers)
/// watch.run(goLive: goLive)
/// let period = watch.period(reaching: 0)
/// ```
public struct TriggerWatch: Sendable {
  private let shop: ShopModel
  private let conditions: [TriggerCondition]
  /// The conditions of each trigger.
  private let ranges: [Range<Int>]
  /// The first period in which each condition holds without any go-live; the number of periods for never.
  private let reachedAnyway: [Int]
  private var reached: [Int]
  private var workspace: ShopModel.Workspace
  /// The present value of the additional profit by effects in the last run, in currency units.
  public private(set) var mechanismImpact = 0.0

  /// A watch for some triggers.
  ///
  /// - Complexity: O(conditions x periods).
  public init(_ shop: ShopModel, _ triggers: [Trigger]) {
    self.shop = shop
    conditions = triggers.flatMap(\.conditions)
    var end = 0
    ranges = triggers.map { trigger in
      end += trigger.conditions.count
      return end - trigger.conditions.count..<end
    }
    reachedAnyway = Self.reached(conditions, in: shop)
    reached = reachedAnyway
    workspace = shop.makeWorkspace()
  }

  /// The first period in which each condition holds without any go-live.
  private static func reached(_ conditions: [TriggerCondition], in shop: ShopModel) -> [Int] {
    conditions.map { condition in
      (0..<shop.periodCount).first { period in
        // Without figures of the business all levels are zero.
        condition.holds(for: shop.baseline?.week(in: period).level(of: condition.kpi) ?? 0)
      } ?? shop.periodCount
    }
  }

  /// Runs the shop with these go-lives.
  ///
  /// - Complexity: O((effects + conditions) x periods), without allocation.
  public mutating func run(goLive: [Int32]) {
    precondition(goLive.count == shop.money.count, "There is one go-live for each capability")
    mechanismImpact = 0
    for number in reached.indices { reached[number] = reachedAnyway[number] }
    guard let baseline = shop.baseline else { return }
    let first = shop.applyEffects(goLive: goLive, baseline, in: &workspace)
    guard first < shop.periodCount else { return }
    let never = shop.periodCount
    // What holds later without go-lives may hold sooner with them, or never.
    var isOpen = false
    for number in reached.indices where reached[number] >= first {
      reached[number] = never
      isOpen = true
    }
    var customers = baseline.customers[first]
    var impact = 0.0
    for period in first..<never {
      let week = workspace.week(in: period, periodCount: never, customers: customers)
      impact += shop.discountFactors[period] * (week.profit - baseline.profit[period])
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
      guard isOpen else { continue }
      isOpen = false
      for number in reached.indices where reached[number] == never {
        if conditions[number].holds(for: week.level(of: conditions[number].kpi)) {
          reached[number] = period
        } else {
          isOpen = true
        }
      }
    }
    mechanismImpact = impact
  }

  /// The first period in which every condition of a trigger has been reached in the last run; nil when that never happens.
  ///
  /// - Parameter number: the position of the trigger among those that are watched.
  public func period(reaching number: Int) -> Int? {
    var latest = 0
    for condition in ranges[number] { latest = max(latest, reached[condition]) }
    return latest < shop.periodCount ? latest : nil
  }
}

extension ShopBaseline {
  /// The shop in a period without any go-live.
  fileprivate func week(in period: Int) -> ShopWeek {
    ShopWeek(
      levers: levers.span, periodCount: customers.count, period: period, customers: customers[period])
  }
}

extension ShopModel {
  /// The scratch memory of runs; one for each thread.
  public struct Workspace: Sendable {
    /// A column of all periods for each bundle of effects: the levers first, then the products of the overlap groups.
    fileprivate var columns: [Double]

    /// The shop in a period after effects that have been written here.
    @inline(__always)
    func week(in period: Int, periodCount: Int, customers: Double) -> ShopWeek {
      ShopWeek(levers: columns.span, periodCount: periodCount, period: period, customers: customers)
    }
  }

  /// Scratch memory that fits this model.
  public func makeWorkspace() -> Workspace {
    let count = baseline == nil ? 0 : compiledEffects.bundles.count * periodCount
    return Workspace(columns: [Double](repeating: 0, count: count))
  }

  /// The present value of the additional profit by effects, compared with no go-live at all, in currency units.
  ///
  /// The result is a function of the go-lives alone: it does not depend on what the workspace was used for before.
  ///
  /// - Parameter goLive: the first live period by position of the capability; ``never`` or anything at or after the
  ///   end of the horizon for what does not go live.
  /// - Complexity: O(effects × periods), without allocation.
  public func mechanismImpact(goLive: [Int32], in workspace: inout Workspace) -> Double {
    precondition(goLive.count == money.count, "There is one go-live for each capability")
    guard let baseline else { return 0 }
    let first = applyEffects(goLive: goLive, baseline, in: &workspace)
    guard first < periodCount else { return 0 }
    var customers = baseline.customers[first]
    var gain = 0.0
    for period in first..<periodCount {
      let week = workspace.week(in: period, periodCount: periodCount, customers: customers)
      gain += discountFactors[period] * (week.profit - baseline.profit[period])
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
    }
    return gain
  }

  /// Writes the levers after effects into a workspace, as ``applyEffects(goLive:_:to:)`` does.
  func applyEffects(goLive: [Int32], _ baseline: ShopBaseline, in workspace: inout Workspace) -> Int {
    applyEffects(goLive: goLive, baseline, to: &workspace.columns)
  }

  /// Writes the levers after effects into columns, from the first period in which anything is live, which is the result.
  ///
  /// Before that period, the columns keep what was in them.
  func applyEffects(goLive: [Int32], _ baseline: ShopBaseline, to columns: inout [Double]) -> Int {
    var earliest = Int32(periodCount)
    for effect in compiledEffects.effects { earliest = min(earliest, goLive[effect.capability]) }
    let first = max(0, Int(earliest))
    guard first < periodCount else { return periodCount }
    multiply(compiledEffects.effects, goLive: goLive, from: first, baseline, into: &columns)
    return first
  }

  /// Writes the levers after some of the effects into columns, from a period on.
  func multiply(
    _ effects: [LeverEffect], goLive: [Int32], from first: Int, _ baseline: ShopBaseline,
    into columns: inout [Double]
  ) {
    FactorColumns.withColumns(&columns, count: compiledEffects.bundles.count, from: first) { columns in
      columns.reset(to: baseline.levers)
      for effect in effects {
        columns.multiply(effect, goLive: goLive[effect.capability], compiledEffects.adoptions)
      }
      for (number, bundle) in compiledEffects.bundles.enumerated().dropFirst(ShopBaseline.leverCount) {
        columns.multiply(bundle, product: number)
      }
    }
  }
}

extension ShopModel {
  /// The scratch memory of runs; one for each thread.
  public struct Workspace: Sendable {
    /// What go-lives do to a layer in a period.
    fileprivate struct Change {
      /// The product of the ramps that are under way.
      var ramping = LeverValues(repeating: 1)
      /// The product of what is complete from this period on.
      var lasting = LeverValues(repeating: 1)
    }

    /// The changes by layer and period.
    fileprivate var changes: [Change]
    /// The levers after effects, before limits, by period.
    fileprivate(set) var levers: [LeverValues]

    fileprivate init(layerCount: Int, periodCount: Int) {
      changes = Array(repeating: Change(), count: layerCount * periodCount)
      levers = Array(repeating: LeverValues(), count: periodCount)
    }
  }

  /// Scratch memory that fits this model.
  public func makeWorkspace() -> Workspace {
    Workspace(layerCount: layers.layers.count, periodCount: baseline == nil ? 0 : periodCount)
  }

  /// The present value of the additional profit by effects, compared with no go-live at all, in currency units.
  ///
  /// The result is a function of the go-lives alone: it does not depend on what the workspace was used for before.
  ///
  /// - Parameter goLive: the first live period by position of the capability; ``never`` or anything at or after the
  ///   end of the horizon for what does not go live.
  /// - Complexity: O(capabilities × ramp weeks + periods × layers), without allocation. Each overlap group of a lever is a layer.
  public func mechanismImpact(goLive: [Int32], in workspace: inout Workspace) -> Double {
    precondition(goLive.count == money.count, "There is one go-live for each capability")
    guard let baseline else { return 0 }
    let first = applyEffects(goLive: goLive, baseline, &workspace)
    guard first < periodCount else { return 0 }
    let levers = workspace.levers.span
    var customers = baseline.customers[first]
    var gain = 0.0
    for period in first..<periodCount {
      let week = ShopWeek(levers: levers[period].limited, customers: customers)
      gain += discountFactors[period] * (week.profit - baseline.profit[period])
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
    }
    return gain
  }

  /// Writes the levers after effects to the workspace, from the first period in which anything is live, which is the result.
  func applyEffects(goLive: [Int32], _ baseline: ShopBaseline, _ workspace: inout Workspace) -> Int {
    let first = firstLivePeriod(goLive)
    guard first < periodCount else { return periodCount }
    multiplyRamps(goLive, from: first, into: &workspace.changes)
    multiplyLayers(workspace.changes, over: baseline, from: first, into: &workspace.levers)
    return first
  }

  private func firstLivePeriod(_ goLive: [Int32]) -> Int {
    var first = Int32(periodCount)
    for entry in layers.entries { first = min(first, goLive[entry.capability]) }
    return max(0, Int(first))
  }

  private func multiplyRamps(_ goLive: [Int32], from first: Int, into changes: inout [Workspace.Change]) {
    var changes = changes.mutableSpan
    for row in layers.layers.indices {
      for period in first..<periodCount { changes[row * periodCount + period] = Workspace.Change() }
    }
    for entry in layers.entries where goLive[entry.capability] < Int32(periodCount) {
      let live = max(0, Int(goLive[entry.capability]))
      let row = entry.layer * periodCount
      for age in 0..<min(entry.count, periodCount - live) {
        changes[row + live + age].ramping *= layers.ramping[entry.start + age]
      }
      if live + entry.count < periodCount { changes[row + live + entry.count].lasting *= entry.lasting }
    }
  }

  private func multiplyLayers(
    _ changes: [Workspace.Change], over baseline: ShopBaseline, from first: Int,
    into levers: inout [LeverValues]
  ) {
    var levers = levers.mutableSpan
    for period in first..<periodCount { levers[period] = baseline.levers[period] }
    for (row, layer) in layers.layers.enumerated() {
      var product = LeverValues(repeating: 1)
      for period in first..<periodCount {
        let change = changes[row * periodCount + period]
        product *= change.lasting
        levers[period] *= layer.offset + layer.slope * (product * change.ramping)
      }
    }
  }
}

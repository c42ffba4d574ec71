import RealModule

/// To what share each capability is live in each period: a plan, or what a relaxation makes of one.
///
/// Shares lie between zero and one and never fall in time. In a plan they are zero before the go-live and one from then on.
public struct LiveShares: Hashable, Sendable {
  /// The shares, at `capability * periodCount + period`.
  public let shares: [Double]
  /// The number of periods of each capability.
  public let periodCount: Int

  /// The shares of a relaxation; what falls in time or leaves the range is put right.
  ///
  /// - Parameter shares: a row of all periods for each capability.
  public init(shares: [Double], periodCount: Int) {
    precondition(periodCount > 0 && shares.count.isMultiple(of: periodCount), "Rows have the same length")
    var shares = shares
    for row in stride(from: 0, to: shares.count, by: periodCount) {
      var before = 0.0
      for cell in row..<row + periodCount {
        before = min(1, max(before, shares[cell]))
        shares[cell] = before
      }
    }
    self.shares = shares
    self.periodCount = periodCount
  }

  /// The shares of a plan.
  ///
  /// - Parameter goLive: the first live period of each capability; anything at or after the end for what does not go live.
  public init(goLive: [Int32], periodCount: Int) {
    self.init(
      shares: goLive.flatMap { live in
        (0..<periodCount).map { Int($0) >= Int(live) ? 1.0 : 0.0 }
      }, periodCount: periodCount)
  }

  /// The number of capabilities.
  var count: Int { shares.count / max(1, periodCount) }

  /// The first period of each capability in which the share passes a level; the number of periods where it never does.
  ///
  /// - Parameter passes: whether a share passes, and with it every larger one.
  func goLives(_ passes: (Double) -> Bool) -> [Int] {
    (0..<count).map { capability in
      let row = capability * periodCount
      var (low, high) = (0, periodCount)
      while low < high {
        let middle = (low + high) / 2
        if passes(shares[row + middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// The mean over the go-lives of a capability, weighted by the growth of the share, of what each brings in each period.
  ///
  /// - Parameter value: what a period brings at an age, which is settled from some age on; nil is no go-live by then.
  func mean(of capability: Int, settledAge: Int, _ value: (Int?) -> Double) -> [Double] {
    let row = capability * periodCount
    let nothing = value(nil)
    let byAge = (0...settledAge).map { value($0) - nothing }
    var mean = [Double](repeating: nothing, count: periodCount)
    var before = 0.0
    for live in 0..<periodCount {
      let growth = shares[row + live] - before
      before = shares[row + live]
      guard growth > 0 else { continue }
      let settled = min(live + settledAge, periodCount)
      for period in live..<settled { mean[period] += growth * byAge[period - live] }
      let rest = growth * byAge[settledAge]
      for period in settled..<periodCount { mean[period] += rest }
    }
    return mean
  }
}

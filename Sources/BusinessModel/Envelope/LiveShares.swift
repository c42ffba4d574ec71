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
    for cell in shares.indices {
      let before = cell.isMultiple(of: periodCount) ? 0 : shares[cell - 1]
      shares[cell] = min(1, max(before, shares[cell]))
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
  func goLives(_ passes: (Double) -> Bool) -> [Int] {
    (0..<count).map { capability in
      let row = capability * periodCount
      return (0..<periodCount).first { passes(shares[row + $0]) } ?? periodCount
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
      for period in live..<periodCount { mean[period] += growth * byAge[min(period - live, settledAge)] }
    }
    return mean
  }
}

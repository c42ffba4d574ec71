/// What the work of one period can be, as a linear limit over activities: whatever can be in work together has shares that add up to at most one.
///
/// It knows all resources at once, and who waits for whom, so it is often tighter than what each resource says alone (``CapacityRows``).
struct FeasibleSetCut: Hashable, Sendable {
  /// What an activity counts when it is in work.
  struct Share: Hashable, Sendable {
    let activity: Int
    let share: Double
  }

  /// The activities that count, ascending.
  let shares: [Share]
  /// The period.
  let period: Int

  /// What it adds up to when activities are in work to some degree in the period.
  func sum(of degrees: [Double]) -> Double { shares.reduce(0) { $0 + $1.share * degrees[$1.activity] } }

  /// The same limit in another period with the same capacities.
  func moved(to period: Int) -> FeasibleSetCut { FeasibleSetCut(shares: shares, period: period) }
}

/// What a relaxation finds at some prices.
struct Relaxed {
  /// No plan that the relaxation speaks of is worth more, in cents; less than any number when there is none.
  var limit: Double
  /// Whether each node is in the relaxation's own solution.
  var members: [Bool]
  /// What the solution uses of each row beyond its limit, scaled; negative where something is left.
  var excess: [Double]
}

/// How near to the least limit at some prices the limit has to be that is found there.
///
/// Where a limit turns out to be above the best so far, it matters little by how much; and in no case does a small part of what may still be gained matter.
struct Accuracy {
  /// The least limit so far, in cents.
  let best: Double
  /// What some plan is worth, in cents.
  let target: Double

  /// The largest part of the distance from the best limit that may be left open, and of that between it and the target.
  private static let partAbove = 0.1
  private static let partOfGap = 1e-4

  /// Whether the least limit, of which `lower` and `upper` are bounds, is known well enough.
  func suffices(lower: Double, upper: Double) -> Bool {
    let open = upper - lower
    return open <= Self.partAbove * (lower - best) || open <= Self.partOfGap * (best - target)
  }
}

/// What a relaxation finds at some prices.
struct Relaxed {
  /// No plan that the relaxation speaks of is worth more, in cents; less than any number when there is none.
  var limit: Double
  /// Whether each node is in the relaxation's own solution.
  var members: [Bool]
  /// What the solution uses of each row beyond its limit, scaled; negative where something is left.
  var excess: [Double]
}

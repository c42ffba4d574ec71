/// How far customers have taken up a capability, by the number of whole weeks since it went live.
///
/// The take-up grows evenly from nothing to everything over `weeks`. A week counts with its mean take-up, so a ramp of any
/// length, whole weeks or not, loses exactly half of itself.
struct Adoption: Hashable, Sendable {
  /// The weeks from the first day to the full take-up; zero means at once.
  let weeks: Double

  /// The first age at which the take-up is complete.
  var settledAge: Int { Int(weeks.rounded(.up)) }

  /// The mean take-up in the week of an age: the mean of `min(1, x / weeks)` for `x` from `age` to `age + 1`.
  subscript(age: Int) -> Double {
    guard age >= 0 else { return 0 }
    let from = Double(age)
    if from >= weeks { return 1 }
    if from + 1 <= weeks { return (from + 0.5) / weeks }
    return (weeks * weeks - from * from) / (2 * weeks) + (from + 1 - weeks)
  }
}

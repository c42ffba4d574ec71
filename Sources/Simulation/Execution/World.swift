/// One future: every uncertain number, as it turns out to be.
///
/// Activities, effects, risks and teams are numbered as in the ``ExecutionModel`` and the ``UncertainInputs``.
struct World: Sendable {
  /// Weeks of work that are left, by activity, before rounding up.
  var weeks: [Double]
  /// The one-off cost that is left in cents, by activity.
  var cost: [Int64]
  /// The running cost in currency units a month, by activity.
  var runningCost: [Double]
  /// The benefit in currency units a month, by activity.
  var benefit: [Double]
  /// Whether each activity brings its effects.
  var succeeds: [Bool]
  /// The relative change of a lever by each effect of the shop.
  var change: [Double]
  /// A uniform number for each chance of a risk: it happens when the number is below the probability.
  var chance: [Double]
  /// What being hit means, by chance: the factor and the weeks by which work takes longer, the cost in cents, and the share of effects that is lost.
  var delayFactor: [Double]
  var delay: [Double]
  var riskCost: [Int64]
  var effectLoss: [Double]
  /// The share of each team that is present, by team and period; empty when nobody is ever away.
  var presence: [Double]
  /// The levers that move otherwise than expected, each with a factor for every period.
  var variations: [Variation]
  /// The mean score of the deviations of each noisy lever, and the mean share of each team that is away: by what futures are told apart.
  var noiseScore: [Double]
  var absentShare: [Double]

  /// A lever that moves otherwise than expected.
  struct Variation: Sendable {
    /// The position in `KPI.levers`.
    let lever: Int
    var factors: [Double]
  }
}

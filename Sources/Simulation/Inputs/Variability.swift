internal import RandomStreams
internal import RealModule
internal import RoadmapModel

/// Paths over time that vary at random.
enum Variability {
  /// The most people of a team whose absences are drawn one by one; each stands for a share of a larger team.
  static let peopleLimit = 32

  /// The standard deviation of the logarithm of a lognormal factor with mean 1 and a standard deviation.
  static func logarithmicScale(of deviation: Double) -> Double {
    Double.log(onePlus: deviation * deviation).squareRoot()
  }

  /// Draws a path of a stationary autoregressive process whose weeks are standard normal.
  static func drawScores(
    _ scores: inout [Double], autocorrelation: Double, _ stream: inout RandomStream, _ normal: QuantileTable
  ) {
    let fresh = (1 - autocorrelation * autocorrelation).squareRoot()
    var score = normal[stream.uniform()]
    for week in scores.indices {
      if week > 0 { score = autocorrelation * score + fresh * normal[stream.uniform()] }
      scores[week] = score
    }
  }

  /// The level of a whole path as one standard normal number, which can be spread evenly over futures while the rest of the path is drawn at random.
  ///
  /// The level is the sum of the weeks, the later ones with more weight, since a plan has more to gain or to lose once more of it is live. A path is moved to a level by the
  /// regression of its weeks on the level, after which it has the distribution that it had (Matheron's rule; the idea is that of the Brownian bridge in Caflisch,
  /// Morokoff, Owen, "Valuation of mortgage-backed securities using Brownian bridges to reduce effective dimension", Journal of Computational Finance 1(1), 1997).
  struct PathLevel: Sendable {
    private let weights: [Double]
    /// The covariance of each week with the level.
    private let covariances: [Double]

    /// The level of paths of an autoregressive process.
    ///
    /// - Complexity: O(weeks).
    init(weeks: Int, autocorrelation: Double) {
      let raw = (0..<weeks).map { Double($0 + 1) }
      var sums = raw
      var (before, after) = (0.0, 0.0)
      for week in raw.indices {
        sums[week] += before
        before = autocorrelation * (before + raw[week])
      }
      for week in raw.indices.reversed() {
        sums[week] += after
        after = autocorrelation * (after + raw[week])
      }
      let variance = zip(raw, sums).reduce(0) { $0 + $1.0 * $1.1 }
      let deviation = max(variance.squareRoot(), .leastNormalMagnitude)
      weights = raw.map { $0 / deviation }
      covariances = sums.map { $0 / deviation }
    }

    /// Moves a path to a level.
    func move(_ scores: inout [Double], to level: Double) {
      var present = 0.0
      for week in scores.indices { present += weights[week] * scores[week] }
      let shift = level - present
      for week in scores.indices { scores[week] += covariances[week] * shift }
    }
  }

  /// Multiplies factors by a lognormal deviation with mean 1 for each week, by the scores of its logarithms.
  ///
  /// - Returns: the mean of the scores, by which futures can be put into an order.
  static func addNoise(to factors: inout [Double], scale: Double, _ scores: [Double]) -> Double {
    var sum = 0.0
    for week in factors.indices {
      factors[week] *= Double.exp(scale * scores[week] - scale * scale / 2)
      sum += scores[week]
    }
    return sum / Double(max(1, factors.count))
  }

  /// Multiplies factors by what another growth makes of them.
  static func addGrowth(to factors: inout [Double], expected: Double, actual: Double) {
    // Nothing shrinks by more than 99 % a year.
    let yearly = max(1 + actual, 0.01) / max(1 + expected, 0.01)
    let weekly = Double.pow(yearly, 1 / PlanningCalendar.periodsPerYear)
    var factor = 1.0
    for week in factors.indices {
      factors[week] *= factor
      factor *= weekly
    }
  }

  /// Takes spells of absence off the present share of a team in each week.
  ///
  /// Every person is present and away in turns, for geometrically distributed numbers of weeks whose means give the share and the spell; the first week is drawn from
  /// the share.
  ///
  /// - Returns: the mean share that is away.
  static func addAbsence(
    to presence: inout [Double], in weeks: Range<Int>, people: Int, _ absence: Team.Absence,
    _ stream: inout RandomStream
  ) -> Double {
    let spell = max(1, absence.spell)
    let return_ = 1 / spell
    // In the long run the share of the weeks away is leave / (leave + return).
    let leave = min(1, absence.share * return_ / max(1e-9, 1 - absence.share))
    let part = 1 / Double(people)
    var away = 0
    for _ in 0..<people {
      var isAway = stream.uniform() < absence.share
      var week = weeks.lowerBound
      while week < weeks.upperBound {
        let length = geometric(isAway ? return_ : leave, stream.uniform(), limit: weeks.upperBound - week)
        if isAway {
          for period in week..<week + length { presence[period] -= part }
          away += length
        }
        week += length
        isAway.toggle()
      }
    }
    return Double(away) * part / Double(max(1, weeks.count))
  }

  /// The number of weeks until something of a weekly probability happens: at least 1, at most a limit.
  private static func geometric(_ probability: Double, _ uniform: Double, limit: Int) -> Int {
    guard probability < 1 else { return min(1, limit) }
    let weeks = Double.log(onePlus: -uniform) / Double.log(onePlus: -probability)
    return min(limit, max(1, Int(min(weeks, Double(limit)).rounded(.up))))
  }
}

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

  /// Multiplies factors by a lognormal deviation with mean 1 for each week, whose logarithms are a stationary autoregressive process.
  ///
  /// - Returns: the mean of the logarithms' scores, by which futures can be put into an order.
  static func addNoise(
    to factors: inout [Double], scale: Double, autocorrelation: Double, _ stream: inout RandomStream,
    _ normal: QuantileTable
  ) -> Double {
    let fresh = (1 - autocorrelation * autocorrelation).squareRoot()
    var score = normal[stream.uniform()]
    var sum = 0.0
    for week in factors.indices {
      if week > 0 { score = autocorrelation * score + fresh * normal[stream.uniform()] }
      factors[week] *= Double.exp(scale * score - scale * scale / 2)
      sum += score
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

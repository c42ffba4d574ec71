/// What the capabilities of a generated roadmap need and what there is: people of four teams, and money by quarters.
///
/// All numbers are in hundredths of a person and in cents.
struct RoadmapMeans {
  /// The people that each capability needs, by team; 0 for none.
  let needs: [[Int]]
  /// The people of each team, by week.
  let capacity: [[Int]]
  /// The one-off cost of each capability in each week of its work.
  let costs: [[Int]]
  /// The weeks of each quarter.
  let quarters: [Range<Int>]
  /// What may have been spent by the end of each quarter.
  let limits: [Int]

  static let teams = ["commerce", "data", "platform", "operations"]
  /// What may be spent by the end, over the cost of all capabilities.
  static let shareOfCost = 1.2
  /// The chance that a capability needs a second team.
  static let secondTeam = 0.4

  /// Draws needs and costs, and sizes teams and budget by them.
  ///
  /// A capability needs half a person to two, of one team or two. A team grows from 85 to 115 % of its average in four steps. No need is larger than
  /// its team at first, so every capability can be worked on at any time.
  init(_ family: RoadmapFamily, durations: [Int]) {
    var stream = GeneratorStream(seed: family.seed, purpose: 4)
    let periods = family.periodCount
    var needs = durations.map { _ in [Int](repeating: 0, count: Self.teams.count) }
    for capability in durations.indices {
      let count = stream.isTrue(Self.secondTeam) ? 2 : 1
      for team in stream.sample(count, of: Array(Self.teams.indices)) {
        needs[capability][team] = 50 * stream.integer(1...4)
      }
    }
    let capacity = Self.teams.indices.map { team in
      let work = durations.indices.reduce(0) { $0 + durations[$1] * needs[$1][team] }
      let even = Double(work) * family.shareOfWork / Double(periods)
      return (0..<periods).map { week in
        let growth = 0.85 + 0.1 * Double(week * 4 / periods)
        return max(25, Int((even * growth / 25).rounded()) * 25)
      }
    }
    for capability in needs.indices {
      for team in capacity.indices {
        needs[capability][team] = min(needs[capability][team], capacity[team][0])
      }
    }
    self.needs = needs
    self.capacity = capacity
    costs = durations.map { Self.costs(duration: $0, &stream) }
    let total = costs.reduce(0) { $0 + $1.reduce(0, +) }
    quarters = stride(from: 0, to: periods, by: 13).map { $0..<min($0 + 13, periods) }
    let count = quarters.count
    limits = (1...count).map { Int(Double(total) * Self.shareOfCost * Double($0) / Double(count)) }
  }

  /// A cost of 10,000 to 60,000 for each week of work, a third of it at the start, for licences and the like.
  private static func costs(duration: Int, _ stream: inout GeneratorStream) -> [Int] {
    let weekly = Int(stream.number(6_700...40_000)) * 100
    return (0..<duration).map { $0 == 0 ? weekly + weekly * duration / 2 : weekly }
  }
}

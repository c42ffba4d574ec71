/// What an instance asks of a schedule beyond prerequisites and capacity: choices, exclusive groups, money, and to be worth enough.
///
/// Starts that stand for leaving an activity out are later than all others, see ``ClauseSolver/never``; nothing is spent or gained for them.
struct SelectionRules: Sendable {
  /// So many slots must be live before an activity starts.
  struct Choice: Sendable {
    /// The activity that waits.
    let activity: Int
    /// How many slots must be live.
    let count: Int
    /// The activities that fill each slot, and the periods from their start to the earliest start of the one that waits.
    let slots: [[MakespanProblem.Link]]
  }

  /// A set of activities of which at most one, or exactly one, is not left out.
  struct Group: Sendable {
    let members: [Int]
    let needsOne: Bool
  }

  /// Choices, in the order of the activities that wait.
  let choices: [Choice]
  let groups: [Group]
  let budget: SpendingTable?
  /// What a schedule has to be worth by each of several measures.
  var goals: [LinearGoal]
  /// The starts that are tried first.
  var preferred: [Int]

  /// The next statement to decide: that an activity starts as preferred, the most valuable doubt first by number; nil when all starts are settled.
  func next(_ earliest: [Int], _ latest: [Int], _ literals: BoundLiterals) -> Int32? {
    for activity in earliest.indices where earliest[activity] < latest[activity] {
      let wish = min(max(preferred[activity], earliest[activity]), latest[activity])
      let start = Int(literals.starts[literals.place(activity, through: wish)])
      return start > earliest[activity]
        ? literals.atLeast(activity, start) : literals.atMost(activity, earliest[activity])
    }
    return nil
  }
}

/// What every possible start of every activity has spent by the end of each segment of a budget, or in it when nothing carries over.
struct SpendingTable: Sendable {
  /// The limit of each segment, in cents.
  let limits: [Int64]
  /// Cents, by the place of a start among all possible ones and by segment.
  private let spent: [Int64]
  /// Whether a later start never has spent more by a segment.
  let carriesOver: Bool

  /// The table of a budget, for possible starts.
  init(_ instance: Instance, _ literals: BoundLiterals) {
    limits = instance.budget.limits
    carriesOver = instance.budget.carriesOver
    var spent = [Int64](repeating: 0, count: literals.count * limits.count)
    for place in 0..<literals.count {
      let costUpTo = instance.budget.costUpTo[Int(literals.activities[place])]
      let start = Int(literals.periods[place])
      for week in 0..<costUpTo.count - 1 where start + week < instance.periodCount {
        let cost = costUpTo[week + 1] - costUpTo[week]
        guard cost != 0, let segment = instance.budget.segment[start + week] else { continue }
        let last = carriesOver ? limits.count - 1 : segment
        for later in segment...last { spent[place * limits.count + later] += cost }
      }
    }
    self.spent = spent
  }

  /// What a start has spent by a segment.
  func spent(at place: Int, by segment: Int) -> Int64 { spent[place * limits.count + segment] }

  /// The least that any of some starts has spent by a segment.
  func least(_ places: ClosedRange<Int>, by segment: Int) -> Int64 {
    if carriesOver { return spent(at: places.upperBound, by: segment) }
    return places.reduce(Int64.max) { min($0, spent(at: $1, by: segment)) }
  }
}

/// A sum over all activities of what each start is worth, which has to reach a target.
struct LinearGoal: Sendable {
  /// The least sum that is enough.
  private(set) var target = Int64.min
  /// Parts of a cent in which the worth of starts is counted.
  private let scale: Double
  /// What is worth as much for every schedule, in cents, and not part of the sum.
  private let constant: Double
  /// The largest worth of every run of starts whose length is a power of two, by power and first place.
  private let largest: [[Int64]]

  /// Beyond this, a target is passed by every schedule or by none.
  private static let largestTarget = Double(Int64.max >> 8)

  /// A goal that every schedule passes.
  ///
  /// - Parameters:
  ///   - values: what each possible start of each activity is worth at most beside those of the others, by its place among all, in parts of a cent.
  ///   - scale: the parts of a cent.
  ///   - constant: what to add to the sum of the values, so that no schedule is worth more than that, in cents.
  ///   - longestRow: the most possible starts of an activity.
  init(values: [Int64], scale: Double, constant: Double, longestRow: Int) {
    self.scale = scale
    self.constant = constant
    var largest = [values]
    var length = 1
    while 2 * length <= longestRow {
      let shorter = largest[largest.count - 1]
      largest.append(
        shorter.indices.map {
          max(shorter[$0], $0 + length < shorter.count ? shorter[$0 + length] : Int64.min)
        })
      length *= 2
    }
    self.largest = largest
  }

  /// Asks for schedules that are worth more than so many cents.
  mutating func ask(above value: Int64) {
    // What is worth a little less than a whole cent may be rounded to it.
    let least = (Double(value) + 0.49 - constant) * scale
    let target = (least - 1 - least.magnitude * 1e-12).rounded(.down)
    self.target = Int64(min(Self.largestTarget, max(-Self.largestTarget, target)))
  }

  /// What the start at a place is worth.
  func value(at place: Int) -> Int64 { largest[0][place] }

  /// The most that any of some starts of one activity is worth.
  func most(_ places: ClosedRange<Int>) -> Int64 {
    let power = Int.bitWidth - 1 - places.count.leadingZeroBitCount
    return max(largest[power][places.lowerBound], largest[power][places.upperBound + 1 - (1 << power)])
  }
}

/// Turns limits of a relaxation that are taken apart by activity into goals of a search among starts.
struct SeparateGoals: Sendable {
  /// The node of the relaxation of each possible start, by its place among all; nil for leaving an activity out.
  private let nodes: [Int?]
  private let longestRow: Int

  /// The goals of a search, for the nodes of a relaxation.
  init(_ literals: BoundLiterals, _ expansion: TimeExpansion, never: Int) {
    nodes = (0..<literals.count).map { place in
      let start = Int(literals.periods[place])
      return start == never ? nil : expansion.node(of: Int(literals.activities[place]), startedBy: start)
    }
    longestRow = zip(literals.startOffsets, literals.startOffsets.dropFirst()).reduce(1) {
      max($0, $1.1 - $1.0)
    }
  }

  /// The goal that no schedule misses which is worth enough; it asks for nothing yet.
  func goal(_ limit: LagrangianRelaxation.SeparateLimit) -> LinearGoal {
    LinearGoal(
      values: nodes.map { $0.map { limit.values[$0] } ?? 0 }, scale: limit.scale, constant: limit.constant,
      longestRow: longestRow)
  }
}

internal import RandomStreams

/// Two populations of schedules, one packed to the left and one packed to the right, that beget each other.
///
/// In turn, each population is the parents and the other is renewed: a parent is changed in a window in several ways, each is packed to the other side, and the shortest takes the
/// place that the parent has, in the other population. So every schedule is a pass of forward-backward improvement and a child at the same time. Source: the bi-population
/// genetic algorithm of Debels and Vanhoucke, *A bi-population based genetic algorithm for the resource-constrained project scheduling problem*, 2005.
///
/// What is longer by some periods than both its parent and what it would take the place of is given up; in the end, what is longer at all. What is next to another schedule of its
/// population that is no longer is not taken either: left alone, the schedules would become copies of one, which have nothing to learn from each other (the distance that Sorensen and
/// Sevaux ask for in *MA|PM: memetic algorithms with population management*, 2006). The distance becomes smaller as the search goes on, so that it first looks everywhere and then
/// closely.
struct MakespanIsland: Sendable {
  /// A schedule that is packed to one side.
  struct Member: Sendable {
    var starts: [Int]
    var makespan: Int
    /// The use of capacity over time.
    var use: UseProfile

    /// Whether starts differ from those of another by no more than a sum over all activities.
    ///
    /// - Complexity: O(n), less when the sum is passed early.
    func isNear(_ other: Member, within limit: Int) -> Bool {
      var sum = 0
      for activity in starts.indices {
        sum += abs(starts[activity] - other.starts[activity])
        if sum > limit { return false }
      }
      return true
    }
  }

  private let problem: MakespanProblem
  private let parameters: MakespanSearchParameters
  private var move: WindowMove
  private var scheduler: SerialScheduler
  private var keys: PriorityKeys
  private var stream: RandomStream
  /// Schedules that are packed to the left.
  private(set) var early: [Member] = []
  /// Schedules that are packed to the right, as many.
  ///
  /// Where capacity changes over time they are orders only: they may use what is not there.
  private(set) var late: [Member] = []
  /// Whether schedules that are packed to the left come from those that are packed to the right.
  private var packsLeft = true
  private var turn = 0
  /// The shortest schedule of all.
  private(set) var best: Member
  /// Activities that have been placed; one for each activity is a schedule.
  private(set) var placements = 0
  /// The placements after which the search is over.
  private var total = Int.max
  private let totalDuration: Int
  private var order: [Int]
  private var key: [Int]
  private var starts: [Int]

  /// An island without schedules, with random numbers of its own.
  init(_ problem: MakespanProblem, _ parameters: MakespanSearchParameters, _ stream: RandomStream) {
    self.problem = problem
    self.parameters = parameters
    self.stream = stream
    totalDuration = problem.durations.reduce(0, +)
    move = WindowMove(problem, parameters)
    scheduler = SerialScheduler(problem)
    keys = PriorityKeys(problem)
    order = problem.topologicalOrder
    key = [Int](repeating: 0, count: problem.activityCount)
    starts = key
    best = Member(starts: key, makespan: Int.max, use: move.use(of: key, problem.durations.max() ?? 0))
  }

  /// Schedules to begin with: those that are given, and samples of parallel schedule generation, each improved once.
  ///
  /// - Parameter total: the placements after which the search is over.
  mutating func settle(from given: [MakespanSchedule], until total: Int, lowerBound: Int, stop: () -> Bool) {
    self.total = total
    var parallel = ParallelScheduler(problem)
    while early.count < parameters.population, best.makespan > lowerBound,
      early.isEmpty || placements < total && !stop()
    {
      if early.count < given.count {
        key = given[early.count].starts
      } else {
        // The first is the schedule of the priority rule itself.
        let makespan = parallel.sample(bias: early.isEmpty ? 20 : 5, into: &starts, &stream)
        placements += problem.activityCount
        keep(member(makespan))
        for activity in starts.indices { key[activity] = starts[activity] + problem.durations[activity] }
        if let packed = packedRight(limit: Int.max) { key = packed.starts }
      }
      early.append(packedLeft(limit: Int.max) ?? best)
    }
    late = early
  }

  /// Improves until so many activities have been placed, or the makespan reaches the lower bound.
  mutating func improve(until limit: Int, lowerBound: Int, stop: () -> Bool) {
    guard !early.isEmpty else { return }
    while placements < limit, best.makespan > lowerBound {
      let index = turn % early.count
      if index == 0 { packsLeft.toggle() }
      renew(index)
      turn += 1
      if turn & 31 == 0, stop() { return }
    }
  }

  /// Puts a schedule in the place of the longest.
  mutating func welcome(_ guest: Member) {
    guard let worst = early.indices.max(by: { early[$0].makespan < early[$1].makespan }) else { return }
    early[worst] = guest
    late[worst] = guest
    keep(guest)
  }

  /// Puts the best child of a schedule in the same place of the other population; what is there stays when no child is good enough.
  private mutating func renew(_ index: Int) {
    let left = 1 - Double(placements) / Double(total)
    let excess = (Double(parameters.excess) * left).rounded()
    var limit = max(early[index].makespan, late[index].makespan) + Int(max(0, excess))
    let nearness = nearness(left)
    for _ in 0..<parameters.children {
      move.keys(of: index, among: packsLeft ? late : early, isLate: packsLeft, into: &key, &stream)
      guard let child = packsLeft ? packedLeft(limit: limit) : packedRight(limit: limit),
        !isRepeated(child, besides: index, within: nearness)
      else { continue }
      // The next child has to be as short, and is given up as soon as it cannot be.
      limit = child.makespan
      if packsLeft { early[index] = child } else { late[index] = child }
    }
  }

  /// The greatest sum of differences at which starts count as the same, when a share of the search is left: it shrinks to a third.
  private func nearness(_ left: Double) -> Int {
    let share = parameters.distance * (1 + 2 * max(0, left)) / 3
    return Int(share * Double(totalDuration))
  }

  /// Packs to the right by the keys; nil when that takes longer than a limit.
  private mutating func packedRight(limit: Int) -> Member? {
    keys.order(&key, into: &order)
    let deadline = best.makespan
    let (length, placed) = scheduler.backward(order, deadline: deadline, limit: limit, into: &starts)
    placements += placed
    guard length <= limit else { return nil }
    for activity in starts.indices { starts[activity] += length - deadline }
    return member(length)
  }

  /// Packs to the left by the keys; nil when that takes longer than a limit.
  private mutating func packedLeft(limit: Int) -> Member? {
    keys.order(&key, into: &order)
    let (makespan, placed) = scheduler.forward(order, limit: limit, into: &starts)
    placements += placed
    guard makespan <= limit else { return nil }
    let member = member(makespan)
    keep(member)
    return member
  }

  /// Whether a schedule of the population that is renewed, other than the one whose place is to be taken, is no longer and near.
  private func isRepeated(_ next: Member, besides index: Int, within nearness: Int) -> Bool {
    let others = packsLeft ? early : late
    return others.indices.contains {
      $0 != index && others[$0].makespan <= next.makespan && others[$0].isNear(next, within: nearness)
    }
  }

  /// The starts that were found last, as a member.
  private func member(_ makespan: Int) -> Member {
    Member(starts: starts, makespan: makespan, use: move.use(of: starts, makespan))
  }

  private mutating func keep(_ member: Member) {
    if member.makespan < best.makespan { best = member }
  }
}

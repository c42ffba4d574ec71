internal import RandomStreams

/// A population of schedules, each improved by moves of its own, that learn from each other.
///
/// Every schedule in turn is changed in a window, packed to the right and packed to the left again (forward-backward improvement; Tormos and Lova 2001;
/// Valls, Ballestin, Quintanilla 2005). What is much longer to the right than before is given up. The result takes the place of the schedule when it is no longer
/// than before; equal ones are taken as well, since most of the way leads over schedules of equal makespan.
///
/// In a long search, what is next to another schedule that is no longer is not taken: left alone, the schedules would become copies of one, which have nothing to learn
/// from each other (the distance that Sorensen and Sevaux ask for in *MA|PM: memetic algorithms with population management*, 2006).
struct MakespanIsland: Sendable {
  /// A schedule that is packed to the left.
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
  private(set) var members: [Member] = []
  private var turn = 0
  /// The shortest schedule of all.
  private(set) var best: Member
  /// Activities that have been placed; one for each activity is a schedule.
  private(set) var placements = 0
  /// The greatest sum of differences at which starts count as the same; nil when all count as different.
  private let nearness: Int?
  private var order: [Int]
  private var key: [Int]
  private var starts: [Int]

  /// An island without schedules, with random numbers of its own.
  init(_ problem: MakespanProblem, _ parameters: MakespanSearchParameters, _ stream: RandomStream) {
    self.problem = problem
    self.parameters = parameters
    self.stream = stream
    move = WindowMove(problem, parameters)
    scheduler = SerialScheduler(problem)
    keys = PriorityKeys(problem)
    nearness = parameters.distance.map { Int($0 * Double(problem.durations.reduce(0, +))) }
    order = problem.topologicalOrder
    key = [Int](repeating: 0, count: problem.activityCount)
    starts = key
    best = Member(starts: key, makespan: Int.max, use: move.use(of: key, problem.durations.max() ?? 0))
  }

  /// Schedules to begin with: those that are given, and samples of parallel schedule generation, each improved once.
  mutating func settle(from given: [MakespanSchedule], until limit: Int, lowerBound: Int) {
    var parallel = ParallelScheduler(problem)
    while members.count < parameters.population, best.makespan > lowerBound,
      placements < limit || members.isEmpty
    {
      if members.count < given.count {
        key = given[members.count].starts
      } else {
        // The first is the schedule of the priority rule itself.
        let makespan = parallel.sample(bias: members.isEmpty ? 20 : 5, into: &starts, &stream)
        placements += problem.activityCount
        keep(member(makespan))
        for activity in starts.indices { key[activity] = starts[activity] + problem.durations[activity] }
        packRight(limit: Int.max)
      }
      members.append(packedLeft(limit: Int.max) ?? best)
    }
  }

  /// Improves until so many activities have been placed, or the makespan reaches the lower bound.
  mutating func improve(until limit: Int, lowerBound: Int, stop: () -> Bool) {
    guard !members.isEmpty else { return }
    while placements < limit, best.makespan > lowerBound {
      turn += 1
      if turn & 63 == 0, stop() { return }
      let index = turn % members.count
      let makespan = members[index].makespan
      move.keys(of: index, among: members, into: &key, &stream)
      if packRight(limit: parameters.excess.map { makespan + $0 } ?? Int.max),
        let next = packedLeft(limit: makespan), !isRepeated(next, besides: index)
      {
        members[index] = next
      }
      if let interval = parameters.copyInterval, turn % (interval * members.count) == 0 { welcome(best) }
    }
  }

  /// Puts a schedule in the place of the longest.
  mutating func welcome(_ guest: Member) {
    guard let worst = members.indices.max(by: { members[$0].makespan < members[$1].makespan }) else { return }
    members[worst] = guest
    keep(guest)
  }

  /// Packs to the right by the keys, which become the starts; false when that takes longer than a limit.
  @discardableResult private mutating func packRight(limit: Int) -> Bool {
    keys.order(&key, into: &order)
    let (length, placed) = scheduler.backward(order, deadline: best.makespan, limit: limit, into: &key)
    placements += placed
    return length <= limit
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

  /// Whether a schedule other than the one whose place is to be taken is no longer and near.
  private func isRepeated(_ next: Member, besides index: Int) -> Bool {
    guard let nearness else { return false }
    return members.indices.contains {
      $0 != index && members[$0].makespan <= next.makespan && members[$0].isNear(next, within: nearness)
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

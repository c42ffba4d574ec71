import GraphAlgorithms
import RandomStreams
import Testing

@testable import Planning

/// Items that need others, and one limit on their weight: compared with every set of items.
@Suite struct KnapsackSearchTests {
  /// Random items in which arcs lead from later to earlier ones.
  private static func items(_ stream: inout RandomStream) -> ClosureKnapsack {
    let count = 2 + stream.integer(below: 8)
    let density = 1 + stream.integer(below: 4)
    var arcs: [Arc] = []
    for tail in 1..<count {
      for head in 0..<tail where stream.integer(below: 12) < density {
        arcs.append(Arc(tail: Node(tail), head: Node(head)))
      }
    }
    // Costs and goals apart, as in a release; or everything mixed, with ties, losses and items that weigh nothing.
    let isRelease = stream.integer(below: 3) == 0
    let largest = 1 + stream.integer(below: 8)
    var values: [Int64] = []
    var weights: [Int64] = []
    for item in 0..<count {
      let isGoal = item >= count / 2
      values.append(
        Int64(isRelease ? (isGoal ? stream.integer(below: 20) : 0) : stream.integer(below: 30) - 10))
      weights.append(Int64(isRelease && isGoal ? 0 : stream.integer(below: largest)))
    }
    let capacity = stream.integer(below: Int(weights.reduce(0, +)) + 2)
    var problem = ClosureKnapsack(
      needs: Digraph(nodeCount: count, arcs: arcs), values: values, weights: weights,
      capacity: stream.integer(below: 8) == 0 ? 0 : Int64(capacity))
    if stream.integer(below: 3) == 0 { problem.required = [Node(stream.integer(below: count))] }
    return problem
  }

  /// A release whose goals share many needs, so that its relaxation is far from the optimum.
  private static func release(_ stream: inout RandomStream, needs: Int, goals: Int) -> ClosureKnapsack {
    var arcs: [Arc] = []
    for goal in 0..<goals {
      for _ in 0..<2 + stream.integer(below: 3) {
        arcs.append(Arc(tail: Node(needs + goal), head: Node(stream.integer(below: needs))))
      }
    }
    let weights = (0..<needs).map { _ in Int64(5 + stream.integer(below: 20)) }
    return ClosureKnapsack(
      needs: Digraph(nodeCount: needs + goals, arcs: arcs),
      values: weights.map { _ in 0 } + (0..<goals).map { _ in Int64(1 + stream.integer(below: 30)) },
      weights: weights + (0..<goals).map { _ in 0 }, capacity: weights.reduce(0, +) / 2)
  }

  /// The best value, by trying every set of items; nil when no set is allowed.
  private static func optimum(_ problem: ClosureKnapsack) -> Int64? {
    let needs = problem.needs.nodes.map { item in
      problem.needs.successors(of: item).reduce(0) { $0 | 1 << Int($1) }
    }
    let required = problem.required.reduce(0) { $0 | 1 << Int($1) }
    var best: Int64?
    for set in 0..<1 << problem.count where required & ~set == 0 {
      var (value, weight): (Int64, Int64) = (0, 0)
      var isClosed = true
      for item in 0..<problem.count where set >> item & 1 == 1 {
        value += problem.values[item]
        weight += problem.weights[item]
        isClosed = isClosed && needs[item] & ~set == 0
      }
      if isClosed, weight <= problem.capacity { best = max(best ?? .min, value) }
    }
    return best
  }

  /// The best value of a release, by trying every set of needs.
  private static func optimum(ofRelease problem: ClosureKnapsack, needs: Int) -> Int64 {
    let goals = (needs..<problem.count).map { goal in
      (problem.values[goal], problem.needs.successors(of: Node(goal)).reduce(0) { $0 | 1 << Int($1) })
    }
    var best: Int64 = 0
    for set in 0..<1 << needs {
      var weight: Int64 = 0
      for need in 0..<needs where set >> need & 1 == 1 { weight += problem.weights[need] }
      guard weight <= problem.capacity else { continue }
      var value: Int64 = 0
      for goal in goals where goal.1 & ~set == 0 { value += goal.0 }
      best = max(best, value)
    }
    return best
  }

  /// Whether a solution keeps the rules and is worth what is said.
  private static func isValid(_ members: [Bool], worth value: Int64, _ problem: ClosureKnapsack) -> Bool {
    let chosen = members.indices.filter { members[$0] }
    return chosen.reduce(Int64(0)) { $0 + problem.weights[$1] } <= problem.capacity
      && chosen.reduce(Int64(0)) { $0 + problem.values[$1] } == value
      && problem.required.allSatisfy { members[Int($0)] }
      && problem.needs.arcs.allSatisfy { !members[Int($0.tail)] || members[Int($0.head)] }
  }

  /// At every moment the optimum lies between the solution and the limit, and at the end they meet there.
  @Test(arguments: 0..<40) func findsTheOptimum(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: UInt64(seed), purpose: "knapsack"))
    for _ in 0..<6 {
      let problem = Self.items(&stream)
      var search = KnapsackSearch(problem)
      guard let optimum = Self.optimum(problem) else {
        #expect(search.isFinished && search.best == nil)
        continue
      }
      while !search.isFinished {
        #expect(search.value <= optimum && optimum <= search.limit)
        search.run(work: search.work + 1, stop: { false })
      }
      #expect(search.value == optimum && search.limit == optimum)
      #expect(Self.isValid(try #require(search.best), worth: optimum, problem))
    }
  }

  /// Goals that share needs take branches, and the limit never falls below the optimum on the way.
  @Test(arguments: 0..<10) func findsTheBestRelease(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: UInt64(seed), purpose: "release"))
    let problem = Self.release(&stream, needs: 10, goals: 30)
    let optimum = Self.optimum(ofRelease: problem, needs: 10)
    var search = KnapsackSearch(problem)
    var limits = [search.limit]
    while !search.isFinished {
      search.run(work: search.work + 1, stop: { false })
      limits.append(search.limit)
    }
    #expect(limits.allSatisfy { $0 >= optimum })
    #expect(zip(limits, limits.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(search.value == optimum)
    #expect(Self.isValid(try #require(search.best), worth: optimum, problem))
  }

  /// A search that is ended goes on where it was, and says a limit that holds until then.
  @Test func canBeEndedAtAnyMoment() {
    var stream = RandomStream(StreamKey(seed: 3, purpose: "release"))
    let problem = Self.release(&stream, needs: 10, goals: 30)
    let optimum = Self.optimum(ofRelease: problem, needs: 10)
    var search = KnapsackSearch(problem)
    var ends = 0
    while !search.isFinished {
      // The end comes between two nodes as well as between two branches, each time a little later.
      var questions = 0
      search.run(work: .max) {
        questions += 1
        return questions > ends
      }
      ends += 1
      #expect(search.value <= optimum && optimum <= search.limit)
    }
    #expect(ends > 2 && search.value == optimum)
  }

  /// Chains, twins, what cannot fit and what is free are gone before anything is searched.
  @Test func coresAreSmall() throws {
    // 0 <- 1 <- 2 is a chain of costs that ends in the goal 3; 4 and 5 are needed by the goals 6 and 7, which need nothing else;
    // 8 weighs too much, 9 is free, and nothing needs the cost 10.
    let problem = ClosureKnapsack(
      needs: Digraph(
        nodeCount: 11,
        arcs: [(1, 0), (2, 1), (3, 2), (6, 4), (6, 5), (7, 4), (7, 5)].map { Arc(tail: $0.0, head: $0.1) }),
      values: [0, 0, 0, 9, 0, 0, 5, 6, 50, 4, -1], weights: [2, 2, 2, 0, 3, 4, 0, 0, 20, 0, 0], capacity: 10)
    let open = [ClosureKnapsack.Decision](repeating: .open, count: 11)
    let core = try #require(KnapsackCore(problem, after: open))
    #expect(core.count == 2 && core.needs.arcCount == 0)
    #expect(core.values.sorted() == [9, 11] && core.weights.sorted() == [6, 7])
    #expect(core.takenValue == 4 && core.capacity == 10)
    #expect(core.decisions[8] == .left && core.decisions[9] == .taken && core.decisions[10] == .left)
    #expect(core.nodeOfItem[0] == core.nodeOfItem[3] && core.nodeOfItem[4] == core.nodeOfItem[7])
    var search = KnapsackSearch(problem)
    search.run(work: .max, stop: { false })
    #expect(search.value == 15)
  }
}

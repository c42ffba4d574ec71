internal import GraphAlgorithms

/// Solves a knapsack problem of items that need others by branch and bound.
///
/// The limit of a branch is its Lagrangian relaxation (``KnapsackBound``), which has two best closures: one that fits and one that is too heavy. Two branches are drawn at a node in which
/// these differ, the one whose two sides lower the limit most (strong branching: Achterberg, Koch, Martin, "Branching rules revisited", Operations Research Letters 33, 2005). A node
/// that no better solution contains, or that every one does, is settled on the way, and what is left becomes smaller by it (``KnapsackCore``). The
/// search goes on with the better branch, and when there is none, with the open one of the largest limit.
///
/// The higher the value that is asked for, the more is settled at once. So first only solutions near the limit are looked for, and when there are none, the limit
/// comes down and twice the distance is tried, until the best known solution is reached.
struct KnapsackSearch {
  /// A part of the problem that is not settled.
  private struct Branch {
    var decisions: [ClosureKnapsack.Decision]
    var limit: Int64
    var price: Double
  }

  let problem: ClosureKnapsack
  /// The best solution so far; nil when there is none.
  private(set) var best: [Bool]?
  /// What it is worth; the least number when there is none.
  private(set) var value = Int64.min
  /// The work so far: nodes and arcs, each as often as it was looked at in a cut or a reduction.
  private(set) var work = 0
  private let needed: Digraph
  private var open: [Branch] = []
  private var current: Branch?
  /// The whole problem, with the limit of its relaxation; nil when its requirements contradict each other.
  private var root: Branch?
  /// Only solutions that are worth more are looked for.
  private var threshold = Int64.min
  /// No solution is worth more, as the relaxation and the thresholds so far have shown.
  private var refuted = Int64.max

  /// The most nodes that are tried before branches are drawn, and how many may follow one another without a better one among them.
  private static let mostCandidates = 40
  private static let patience = 6
  /// How far from the least limit the two sides of a node may be, as a part of the gap.
  private static let precision: Int64 = 8
  /// The first distance from the limit, as a part of the gap.
  private static let firstPart: Int64 = 8

  /// A search that has bounded the whole problem and completed what the relaxation takes.
  init(_ problem: ClosureKnapsack) {
    self.problem = problem
    needed = problem.needs.reversed()
    var decisions = [ClosureKnapsack.Decision](repeating: .open, count: problem.count)
    for item in problem.required {
      guard problem.decide(item, .taken, in: &decisions, needed: needed) else { return }
    }
    guard let core = KnapsackCore(problem, after: decisions) else { return }
    var bound = KnapsackBound(core)
    let result = bound.limit(from: 0, cutoff: .min)
    work += core.work + bound.work
    refuted = result.limit
    improve(core, from: result.fitting)
    root = Branch(decisions: core.decisions, limit: result.limit, price: result.price)
    ask(distance: max(1, (result.limit - value) / Self.firstPart))
  }

  /// No solution is worth more than this.
  var limit: Int64 {
    guard !isFinished else { return value }
    return min(refuted, max(cutoff, current?.limit ?? .min, open.reduce(.min) { max($0, $1.limit) }))
  }

  /// Whether the best solution is proved to be best, or it is proved that there is none.
  var isFinished: Bool { current == nil && open.isEmpty }

  /// What is worth no more is not looked for.
  private var cutoff: Int64 { max(value, threshold) }

  /// Searches until everything is settled, the work is done or somebody ends it.
  ///
  /// - Parameter most: the work, that of earlier calls included, after which the search ends.
  mutating func run(work most: Int, stop: () -> Bool) {
    while !isFinished, work < most, !stop() {
      guard let branch = current ?? popLargest() else { return }
      current = explore(branch, stop: stop)
      let cutoff = cutoff
      open.removeAll { $0.limit <= cutoff }
      guard isFinished, let root else { continue }
      refuted = cutoff
      if value < threshold { ask(distance: 2 * (root.limit - threshold)) }
    }
  }

  /// Looks for solutions that are worth more than the limit of the relaxation less a distance, and more than the best.
  private mutating func ask(distance: Int64) {
    guard let root, refuted > value else { return }
    threshold = max(value, root.limit - distance)
    current = root
  }

  private mutating func popLargest() -> Branch? {
    guard let index = open.indices.max(by: { (open[$0].limit, $0) < (open[$1].limit, $1) }) else {
      return nil
    }
    return open.remove(at: index)
  }

  // MARK: Branches

  /// Bounds a branch, tries nodes on both sides, and returns the part of it to go on with: nil when all is settled.
  private mutating func explore(_ branch: Branch, stop: () -> Bool) -> Branch? {
    var branch = branch
    guard branch.limit > cutoff, let core = KnapsackCore(problem, after: branch.decisions) else { return nil }
    branch.decisions = core.decisions
    var bound = KnapsackBound(core)
    defer { work += core.work + bound.work }
    let result = bound.limit(from: branch.price, cutoff: cutoff)
    branch.limit = min(branch.limit, result.limit)
    branch.price = result.price
    if branch.limit > value { improve(core, from: result.fitting) }
    guard branch.limit > cutoff, let tooHeavy = result.tooHeavy else { return nil }
    let candidates = Self.candidates(core, result.fitting, tooHeavy)
    let verdict = compare(candidates, &bound, result, limit: branch.limit, stop: stop)
    guard !verdict.isSettled else { return nil }
    if verdict.isComplete, verdict.decided.isEmpty { return draw(verdict, core, branch) }
    for (node, decision) in verdict.decided {
      guard settle(node, decision, core, &branch.decisions) else { return nil }
    }
    branch.limit = min(branch.limit, verdict.limit)
    return branch
  }

  /// Decides about all items of a node; false when that contradicts other decisions.
  private func settle(
    _ node: Node, _ decision: ClosureKnapsack.Decision, _ core: KnapsackCore,
    _ decisions: inout [ClosureKnapsack.Decision]
  ) -> Bool {
    core.nodeOfItem.indices.allSatisfy { item in
      core.nodeOfItem[item] != node || problem.decide(Node(item), decision, in: &decisions, needed: needed)
    }
  }

  /// Draws two branches at the chosen node, keeps one for later and returns the better one.
  private mutating func draw(_ verdict: Verdict, _ core: KnapsackCore, _ branch: Branch) -> Branch? {
    guard let choice = verdict.choice else {
      preconditionFailure("a closure that is too heavy contains what one that fits does not")
    }
    var branches: [Branch] = []
    for (decision, side) in [(ClosureKnapsack.Decision.taken, choice.with), (.left, choice.without)] {
      var next = Branch(
        decisions: branch.decisions, limit: min(branch.limit, side.limit), price: side.price)
      if settle(choice.node, decision, core, &next.decisions) { branches.append(next) }
    }
    branches.sort { $0.limit < $1.limit }
    let better = branches.popLast()
    open += branches
    return better
  }

  /// Completes a closure that fits, and keeps it when it is better than the best.
  private mutating func improve(_ core: KnapsackCore, from closure: KnapsackBound.Line) {
    let completion = KnapsackCompletion(core).fill(closure)
    guard core.takenValue + completion.value > value else { return }
    value = core.takenValue + completion.value
    best = core.nodeOfItem.indices.map { item in
      let node = core.nodeOfItem[item]
      return node < 0 ? core.decisions[item] == .taken : completion.members[Int(node)]
    }
  }

  // MARK: Branching

  /// The limits on both sides of a node.
  private struct Choice {
    var node: Node
    var with: KnapsackBound.Result
    var without: KnapsackBound.Result
  }

  /// What trying nodes has shown.
  private struct Verdict {
    /// Whether no solution can be better than the best.
    var isSettled = false
    /// Whether all that should be tried was.
    var isComplete = true
    var decided: [(Node, ClosureKnapsack.Decision)] = []
    var choice: Choice?
    /// No solution is worth more.
    var limit = Int64.max
  }

  /// The nodes in which two closures differ; first those that move most weight and value.
  private static func candidates(
    _ core: KnapsackCore, _ fitting: KnapsackBound.Line, _ tooHeavy: KnapsackBound.Line
  ) -> [Node] {
    let differs = fitting.members.indices.map { tooHeavy.members[$0] && !fitting.members[$0] }
    var weight = core.weights.map { Double($0) }
    var value = core.values.map { Double(max(0, $0)) }
    for node in core.needs.nodes where differs[Int(node)] {
      for needed in core.reach.descendants(of: node) where differs[Int(needed)] {
        weight[Int(node)] += Double(core.weights[Int(needed)])
        value[Int(needed)] += Double(max(0, core.values[Int(node)]))
      }
    }
    // What weighs or brings nothing is told apart by the other number.
    let score = weight.indices.map { (weight[$0] + 0.01) * (value[$0] + 0.01) }
    return core.needs.nodes.filter { differs[Int($0)] }
      .sorted { (score[Int($0)], $1) > (score[Int($1)], $0) }
  }

  /// Tries nodes on both sides, the likely ones first.
  private func compare(
    _ candidates: [Node], _ bound: inout KnapsackBound, _ result: KnapsackBound.Result, limit: Int64,
    stop: () -> Bool
  ) -> Verdict {
    var verdict = Verdict()
    var bestScore = -1.0
    var failures = 0
    let cutoff = cutoff
    let tolerance = (limit - cutoff) / Self.precision
    for node in candidates.prefix(Self.mostCandidates) where failures <= Self.patience {
      if stop() {
        verdict.isComplete = false
        break
      }
      let with = bound.limit(result, with: node, cutoff: cutoff, tolerance: tolerance)
      let without = bound.limit(result, without: node, cutoff: cutoff, tolerance: tolerance)
      let withLimit = with?.limit ?? .min
      verdict.limit = min(verdict.limit, max(withLimit, without.limit))
      if withLimit <= cutoff { verdict.decided.append((node, .left)) }
      if without.limit <= cutoff { verdict.decided.append((node, .taken)) }
      verdict.isSettled = withLimit <= cutoff && without.limit <= cutoff
      if verdict.isSettled { break }
      guard let with, verdict.decided.isEmpty else { continue }
      let score =
        (Double(max(0, limit - with.limit)) + 0.5) * (Double(max(0, limit - without.limit)) + 0.5)
      failures += 1
      guard score > bestScore else { continue }
      bestScore = score
      verdict.choice = Choice(node: node, with: with, without: without)
      failures = 0
    }
    return verdict
  }
}

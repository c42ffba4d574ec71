/// The limit of the objective `value`, drawn tighter by splitting the schedules into branches, each with windows of starts of its own.
///
/// The limit of all is the largest of any branch. So the branches with the largest limits are split (best first; Land and Doig, Econometrica 28(3), 1960): one activity has
/// started by some period in one half and not in the other. Each half goes on with the prices, the envelope and the flow of the branch, takes a few cuts, and then shuts out
/// what cannot be in a schedule that is worth more than the best known (reduced-cost fixing) by means of the clauses of a complete search.
struct BranchedBound {
  /// The windows of starts of some schedules, and their relaxation.
  private struct Branch: Sendable {
    var bound: ValueBound
    var earliest: [Int]
    var latest: [Int]
  }

  /// The cuts of each half.
  static let cutsPerHalf = 20
  /// The branches that are split side by side, whatever the number of threads.
  private static let branchesPerRound = 2
  /// The nodes that the relaxations of all branches may have, since each keeps its own flow.
  private static let mostNodes = 3_000_000

  /// No schedule is worth more, in cents.
  private(set) var limit: Double
  /// The splits so far.
  private(set) var splits = 0

  private let root: ClauseSolver
  private let goals: SeparateGoals
  private let target: Int64
  private var branches: [Branch]
  /// The largest limit of the branches that cannot be split.
  private var undivided = -Double.infinity

  /// The limit of all schedules, before any split.
  ///
  /// - Parameters:
  ///   - bound: the relaxation, at its best prices.
  ///   - root: a search among all schedules that are worth more than the target, propagated.
  ///   - goals: turns limits of relaxations into goals of that search.
  ///   - target: what the best known schedule is worth, in cents.
  init(_ bound: ValueBound, root: ClauseSolver, goals: SeparateGoals, target: Int64) {
    self.root = root
    self.goals = goals
    self.target = target
    limit = max(bound.limit, Double(target))
    branches = [Branch(bound: bound, earliest: root.earliest, latest: root.latest)]
  }

  /// Whether no further split brings anything: nothing is left that is worth more than the target, or what is left cannot be split.
  var isFinished: Bool { branches.isEmpty || undivided >= limit }

  /// Splits the branches with the largest limits and draws the limits of their halves tighter.
  ///
  /// What it leads to does not depend on the number of threads.
  ///
  /// - Parameter mostSplits: the splits of all rounds are no more than this.
  mutating func round(mostSplits: Int, threads: Int, until rule: StoppingRule) async {
    var halves: [Branch] = []
    for _ in 0..<min(Self.branchesPerRound, mostSplits - splits) {
      guard let largest = branches.indices.max(by: { branches[$0].bound.limit < branches[$1].bound.limit })
      else { break }
      let branch = branches.remove(at: largest)
      guard let split = branch.bound.widestSplit(earliest: branch.earliest, latest: branch.latest) else {
        undivided = max(undivided, branch.bound.limit)
        continue
      }
      splits += 1
      halves += self.halves(of: branch, split)
    }
    branches += await drawn(halves, threads: threads, until: rule)
    let largest = branches.reduce(undivided) { max($0, $1.bound.limit) }
    limit = min(limit, max(Double(target), largest))
  }

  /// Whether there is room for the relaxations of further branches.
  var hasRoom: Bool {
    branches.reduce(0) { $0 + $1.bound.expansion.nodeCount } < Self.mostNodes
  }

  private func halves(of branch: Branch, _ split: StartSplit) -> [Branch] {
    var early = branch
    early.latest[split.activity] = split.latest
    var late = branch
    late.earliest[split.activity] = split.next ?? root.never
    return [early, late]
  }

  /// The halves that may have a schedule that is worth more than the target, in their order.
  private func drawn(_ halves: [Branch], threads: Int, until rule: StoppingRule) async -> [Branch] {
    await withTaskGroup(of: [(Int, Branch)].self) { group in
      for worker in 0..<min(threads, halves.count) {
        group.addTask {
          stride(from: worker, to: halves.count, by: threads).compactMap { index in
            drawn(halves[index], until: rule).map { (index, $0) }
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// A half with its limit drawn tighter; nil when nothing in it is worth more than the target.
  private func drawn(_ half: Branch, until rule: StoppingRule) -> Branch? {
    var solver = root
    for activity in half.earliest.indices {
      guard solver.raise(activity, to: half.earliest[activity], .decision),
        solver.lower(activity, to: half.latest[activity], .decision)
      else { return nil }
    }
    guard solver.propagate() else { return nil }
    var half = half
    half.bound.confine(earliest: solver.earliest, latest: solver.latest)
    half.bound.tighten(cuts: Self.cutsPerHalf, target: Double(target), until: rule)
    guard half.bound.limit > Double(target), let separate = half.bound.separate() else { return nil }
    var goal = goals.goal(separate)
    goal.ask(above: target)
    solver.rules?.goals.append(goal)
    guard solver.propagate() else { return nil }
    (half.earliest, half.latest) = (solver.earliest, solver.latest)
    return half
  }
}

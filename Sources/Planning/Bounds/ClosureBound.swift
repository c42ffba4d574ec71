internal import BusinessModel
internal import GraphAlgorithms
internal import RealModule
internal import RoadmapModel

/// The largest value that any plan could have if people and money were no limit: a minimum cut.
///
/// With `x[v, s] = 1` when activity `v` has started by period `s`, prerequisites, windows, freezes and what is required are all of the form
/// "`x` here needs `x` there", so the best plan is a closure of maximum weight in the time-expanded graph, and one minimum cut finds it
/// (Picard 1976; Mohring, Schulz, Stork, Uetz, Management Science 49(3), 2003). The effects on the shop enter through the compounding
/// envelope of the business model, which lies above the true impact of every plan.
struct ClosureBound {
  /// The bound, and the plan of the relaxation.
  struct Solution {
    /// No plan is worth more, in cents.
    let limit: Int64
    /// The starts of the relaxation; nil for what it leaves out.
    let starts: [Int?]
    /// What was left out of account.
    let relaxed: [String]
  }

  let instance: Instance

  /// How often the relaxation's own plan is used to tighten the envelope.
  private static let rounds = 3

  /// The tightest bound found from envelopes that touch a schedule's impact.
  ///
  /// The envelope is tight at one plan only, and the relaxation looks for plans at which it is loose. So the relaxation is solved again with
  /// an envelope that touches at its last plan, while that helps; once it returns the same plan, no relaxation of this kind is tighter.
  ///
  /// - Parameter incumbent: the starts of a schedule, -1 for what is not planned; any schedule gives a valid bound, a good one a tight one.
  /// - Returns: nil when the required activities contradict each other.
  func solve(touching incumbent: [Int]) -> Solution? {
    let plan = instance.goLives(of: incumbent)
    let earliest = earliestGoLives()
    guard var best = solve(with: instance.shop.envelope(touching: plan, notBefore: earliest)) else {
      return nil
    }
    for _ in 0..<Self.rounds {
      let relaxed = instance.goLives(of: best.starts.map { $0 ?? -1 })
      let envelope = instance.shop.envelope(touching: relaxed, notBefore: earliest)
      guard let next = solve(with: envelope), next.limit < best.limit else { break }
      best = next
    }
    return best
  }

  /// The earliest go-lives by position of the roadmap; what can never be planned never goes live.
  private func earliestGoLives() -> [Int32] {
    instance.goLives(of: instance.earliest)
  }

  /// The bound from an envelope.
  ///
  /// - Complexity: that of one minimum cut on capabilities x periods nodes.
  private func solve(with envelope: CompoundingEnvelope) -> Solution? {
    let allowed = (0..<instance.activityCount).map(allowedStarts)
    var first: [Int] = []
    var nodeCount = 0
    for starts in allowed {
      first.append(nodeCount)
      nodeCount += starts.count
    }
    let profits = profits(allowed, envelope)
    var weights: [Int64] = []
    weights.reserveCapacity(nodeCount)
    for profit in profits {
      for index in profit.indices {
        weights.append(profit[index] - (index + 1 < profit.count ? profit[index + 1] : 0))
      }
    }
    let required = (0..<instance.activityCount).filter { instance.isRequired[$0] }
    guard required.allSatisfy({ !allowed[$0].isEmpty }) else { return nil }
    var closure = MaximumClosure(requirements: Digraph(nodeCount: nodeCount, arcs: arcs(allowed, first)))
    let forced = required.map { Node(first[$0] + allowed[$0].count - 1) }
    guard let solution = try? closure.solve(weights: weights, forcedIn: forced) else { return nil }
    let starts = (0..<instance.activityCount).map { activity -> Int? in
      allowed[activity].indices.first { solution.members[first[activity] + $0] }.map { allowed[activity][$0] }
    }
    // Every profit was rounded up; one more cent covers the rounding of the plan's own value.
    let constant = Int64((envelope.constant * instance.impactWeight * 100).rounded(.up))
    return Solution(
      limit: solution.weight + constant + 1, starts: starts, relaxed: named(envelope))
  }

  /// The starts that time alone allows.
  private func allowedStarts(_ activity: Int) -> [Int] {
    let range = instance.earliest[activity]...max(instance.earliest[activity], instance.latest[activity])
    guard instance.latest[activity] >= instance.earliest[activity] else { return [] }
    if let fixed = instance.fixedStart[activity] { return range.contains(fixed) ? [fixed] : [] }
    if instance.isMilestone[activity] { return Array(range) }
    return range.filter { !instance.isFrozen[$0 + instance.duration[activity]] }
  }

  /// What each allowed start is worth in cents, rounded up.
  private func profits(_ allowed: [[Int]], _ envelope: CompoundingEnvelope) -> [[Int64]] {
    (0..<instance.activityCount).map { activity in
      guard let position = instance.position(of: activity) else {
        return [Int64](repeating: 0, count: allowed[activity].count)
      }
      var laterWeights = [Double](repeating: 0, count: instance.periodCount + 1)
      for period in (0..<instance.periodCount).reversed() {
        laterWeights[period] =
          laterWeights[period + 1] + envelope.weights[position * instance.periodCount + period]
      }
      return allowed[activity].map { start in
        let live = min(instance.periodCount, start + instance.duration[activity])
        let value =
          instance.additiveValue(of: activity, start: start)
          + instance.impactWeight * laterWeights[live]
        return Int64((value * 100).rounded(.up))
      }
    }
  }

  /// Started by a period means started by the next; and having started means that what is needed has started early enough.
  private func arcs(_ allowed: [[Int]], _ first: [Int]) -> [Arc] {
    var arcs: [Arc] = []
    for activity in 0..<instance.activityCount {
      for index in allowed[activity].indices.dropLast() {
        arcs.append(Arc(tail: Node(first[activity] + index), head: Node(first[activity] + index + 1)))
      }
    }
    for requirement in instance.requirements {
      guard let needed = requirement.onlyActivity else { continue }
      let distance = requirement.lag + instance.duration[needed]
      var last = -1
      for (index, start) in allowed[requirement.activity].enumerated() {
        while last + 1 < allowed[needed].count, allowed[needed][last + 1] + distance <= start { last += 1 }
        // Windows are consistent, so a start that is allowed has a start of what it needs; if not, the start is not possible at all.
        let head = last >= 0 ? first[needed] + last : first[needed]
        arcs.append(Arc(tail: Node(first[requirement.activity] + index), head: Node(head)))
      }
    }
    return arcs
  }

  /// What the bound leaves out, each once: several overlap groups of a lever share their words.
  private func named(_ envelope: CompoundingEnvelope) -> [String] {
    var seen: Set<String> = []
    return (relaxed + envelope.dropped).filter { seen.insert($0).inserted }
  }

  private var relaxed: [String] {
    var relaxed: [String] = []
    if instance.resources.needs.contains(where: { !$0.isEmpty }) { relaxed.append("team capacity") }
    if instance.resources.workInProgress != nil { relaxed.append("work in progress") }
    if instance.budget.isLimited { relaxed.append("budget") }
    if !instance.groups.isEmpty { relaxed.append("alternatives") }
    if instance.requirements.contains(where: { $0.onlyActivity == nil }) {
      relaxed.append("choices among prerequisites")
    }
    if instance.triggers.contains(where: { $0 != nil }) { relaxed.append("triggers") }
    return relaxed
  }
}

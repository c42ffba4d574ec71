internal import RandomStreams
internal import RealModule
internal import RoadmapModel

/// One chain of simulated annealing over activity lists.
///
/// Kirkpatrick, Gelatt and Vecchi 1983, with geometric cooling, on the moves of ``moves``. What a worse schedule costs is measured in the typical
/// change of the objective that moves make, so that no parameter depends on the size of the company. For activity lists in project
/// scheduling see Bouleimen and Lecocq 2003.
struct Annealing {
  /// The settings of a chain.
  struct Parameters: Sendable {
    /// The temperature at the start, in typical changes.
    var start = 0.7
    /// The temperature at the end.
    var end = 0.002
    /// The share of the schedules that measure typical changes.
    var warmUp = 0.03
    /// The weight of the tie-break beside the objective, in typical changes of each.
    var tieBreak = 0.02
    /// What one unit of violation costs, in typical changes of the objective.
    var violation = 4.0
    /// After so many schedules without a new best, as a share of all, the chain goes back to its best.
    var patience = 0.15
    /// Whether the chain ends as soon as it has a schedule that keeps all rules.
    var endsWhenFeasible = false
    /// How many schedules are built between two looks at the clock.
    var clockInterval = 16
  }

  /// What a chain leads to.
  struct Outcome: Sendable {
    var list: ActivityList
    var result: Evaluator.Result
    var wasCutShort = false
    /// The schedules that were built.
    var schedules = 0
  }

  /// The moves, each with its weight.
  static let moves: [(move: any Move, weight: Double)] = [
    (ShiftMove(), 4), (SwapMove(), 3), (ToggleMove(), 2), (AdvanceMove(), 2), (PostponeMove(), 2),
    (ChoiceMove(), 1),
  ]

  private var evaluator: Evaluator
  private var stream: RandomStream
  private let parameters: Parameters
  private var scale = (primary: 1.0, secondary: 0.0)

  init(
    _ instance: Instance, objective: Objective, stream: RandomStream, parameters: Parameters = Parameters()
  ) {
    evaluator = Evaluator(instance, objective: objective)
    self.stream = stream
    self.parameters = parameters
  }

  /// Improves a list until the rule says stop.
  ///
  /// - Parameter report: is called with the number of schedules since the last call and the best so far.
  mutating func run(
    from list: ActivityList, until rule: StoppingRule, report: (Int, Evaluator.Result) -> Void
  ) -> Outcome {
    var current = Outcome(list: list, result: evaluator.evaluate(list))
    var best = current
    if parameters.endsWhenFeasible, best.result.fitness.violation == 0 { return best }
    measure(around: current, schedules: max(20, Int(Double(rule.schedules) * parameters.warmUp)), until: rule)
    let cooling = Double.log(parameters.end / parameters.start) / Double(max(1, rule.schedules))
    let patience = max(50, Int(Double(rule.schedules) * parameters.patience))
    let start = ContinuousClock.now
    var ahead = 0.0
    var lastBest = 0
    var reported = 0
    var done = 0
    for step in 0..<rule.schedules {
      if parameters.endsWhenFeasible, best.result.fitness.violation == 0 { break }
      done = step + 1
      if step % parameters.clockInterval == 0 {
        report(step - reported, best.result)
        reported = step
        if rule.endsEarly() {
          best.wasCutShort = true
          break
        }
        // What time will cut short cools as fast as time goes by.
        ahead = rule.timeShare(since: start) * Double(rule.schedules)
      }
      guard let candidate = neighbour(of: current) else { continue }
      let temperature = parameters.start * Double.exp(cooling * max(Double(step), ahead))
      let change = energy(candidate.result.fitness, over: current.result.fitness)
      if change >= 0 || stream.uniform() < Double.exp(change / temperature) { current = candidate }
      if best.result.fitness < candidate.result.fitness {
        best = candidate
        lastBest = step
      } else if step - lastBest > patience {
        current = best
        lastBest = step
      }
    }
    best.schedules = done
    report(done - reported, best.result)
    return best
  }

  private mutating func neighbour(of current: Outcome) -> Outcome? {
    var list = current.list
    guard let index = stream.weightedIndex(Self.moves.map(\.weight)) else { return nil }
    let instance = evaluator.instance
    guard Self.moves[index].move.apply(to: &list, starts: current.result.starts, instance, &stream) else {
      return nil
    }
    return Outcome(list: list, result: evaluator.evaluate(list))
  }

  /// How much better one schedule is than another, in typical changes.
  private func energy(_ new: Fitness, over old: Fitness) -> Double {
    Double(new.primary - old.primary) * scale.primary + Double(new.secondary - old.secondary)
      * scale.secondary
      - Double(new.violation - old.violation) * parameters.violation
  }

  /// Measures what moves typically change, the median over moves that change something.
  private mutating func measure(around start: Outcome, schedules: Int, until rule: StoppingRule) {
    var primary: [Double] = []
    var secondary: [Double] = []
    for step in 0..<schedules {
      if step % parameters.clockInterval == 0, rule.endsEarly() { break }
      guard let candidate = neighbour(of: start) else { continue }
      let change = Double(candidate.result.fitness.primary - start.result.fitness.primary).magnitude
      let tie = Double(candidate.result.fitness.secondary - start.result.fitness.secondary).magnitude
      if change > 0 { primary.append(change) }
      if tie > 0 { secondary.append(tie) }
    }
    func unit(_ values: [Double]) -> Double { values.isEmpty ? 1 : 1 / values.sorted()[values.count / 2] }
    scale = (unit(primary), unit(secondary) * parameters.tieBreak)
  }
}

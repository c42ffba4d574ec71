import BenchmarkArguments
import BenchmarkInstances
import BenchmarkMeasures
import Planning
import RoadmapModel

/// What was measured of one instance.
struct Measurement: Codable, Sendable {
  /// The instance.
  var name: String
  /// Where it comes from.
  var family: BenchmarkInstance.Family
  /// `optimal`, `feasible` or `none`.
  var status: String
  /// The value in the unit of the objective, as the checker finds it; nil without a solution.
  var value: Double?
  /// The limit that no solution passes.
  var bound: Double
  /// The relative distance between them; nil without a solution.
  var gap: Double?
  /// The elapsed time, for compiling and solving.
  var seconds: Double
  /// The largest resident memory while solving, in megabytes of 10^6 bytes.
  var peakMegabytes: Double
  /// The starts of what is planned.
  var starts: [String: Int]
  /// The broken rules and bounds; empty when all is well.
  var violations: [String]
  /// The length of the critical path, for project scheduling.
  var criticalPath: Double?
  /// The best value that is known, and, for project scheduling, the best lower bound.
  var bestKnown: Double?
  var bestKnownBound: Double?
}

/// All that `quality --json` prints.
struct QualityReport: Encodable {
  let instances: [Measurement]
  let summary: QualitySummary
}

/// What `quality --check --json` prints.
struct CheckReport: Encodable {
  let violations: [String]
  let value: Double
}

/// Solves instances one after the other, and checks every answer.
struct MeasurementRunner {
  /// The solver.
  let solver: GaitSolver
  /// The best known makespans.
  let bestKnown: BestKnown?

  /// Measures one instance.
  func measure(_ instance: BenchmarkInstance, known: [(name: String, value: Double)]) async throws
    -> Measurement
  {
    let problem = try instance.load().problem
    PeakMemory.reset()
    let begin = ContinuousClock.now
    let answer = try await solver.solve(problem)
    let elapsed = begin.duration(to: .now)
    let peak = PeakMemory.megabytes()
    var measurement = Measurement(
      name: problem.scenario, family: instance.family, status: answer.status, value: nil, bound: answer.bound,
      gap: answer.gap, seconds: elapsed / .seconds(1), peakMegabytes: peak, starts: answer.starts,
      violations: [])
    if answer.status != "none" {
      let verdict = SolutionChecker(problem).check(answer.starts, claimedValue: answer.value)
      measurement.violations = verdict.violations
      if verdict.violations.isEmpty { measurement.value = verdict.value }
    }
    if problem.objective == .time, instance.family == .psplib {
      let target = problem.activities.first { $0.id == problem.targetMilestone }
      measurement.criticalPath = target.map { Double($0.earliestStart) }
    }
    if let entry = bestKnown?.entries[problem.scenario], instance.family == .psplib {
      measurement.bestKnown = Double(entry.upperBound)
      measurement.bestKnownBound = Double(entry.lowerBound)
      if measurement.criticalPath != Double(entry.criticalPath) {
        measurement.violations.append("the critical path is not the known one of \(entry.criticalPath)")
      }
    } else if let entry = known.last(where: { $0.name == problem.scenario }) {
      measurement.bestKnown = entry.value
    }
    measurement.violations += contradictions(measurement, isMaximised: problem.objective == .value)
    return measurement
  }

  /// Values and bounds that cannot both be right.
  private func contradictions(_ measurement: Measurement, isMaximised: Bool) -> [String] {
    let sign = isMaximised ? 1.0 : -1.0
    let slack = 0.01 + 0.005 * Double(measurement.starts.count)
    var found: [String] = []
    if let value = measurement.value, sign * (value - measurement.bound) > slack {
      found.append("the value \(value) beats the bound \(measurement.bound)")
    }
    if let value = measurement.value, let limit = measurement.bestKnownBound, value < limit {
      found.append("the value \(value) beats the known lower bound \(limit)")
    }
    if let known = measurement.bestKnown, sign * (known - measurement.bound) > slack {
      found.append("the bound \(measurement.bound) excludes the known solution of \(known)")
    }
    if measurement.bestKnown != nil, measurement.status == "none" {
      found.append("a solution is known, and none was found")
    }
    return found
  }
}

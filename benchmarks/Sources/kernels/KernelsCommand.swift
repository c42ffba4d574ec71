import ArgumentParser
import BenchmarkArguments
import BenchmarkInstances
import Foundation
import GraphAlgorithms
import Planning
import RoadmapModel

/// `kernels`: what one operation of the planner's inner loops takes.
@main struct KernelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: "Time schedule generation with evaluation, and minimum cuts, on generated roadmaps.",
    discussion: """
        kernels --sizes 60,300
        kernels --psplib j1201_1.sm

      A schedule is timed as the difference of two searches with one thread, so that compiling and bounds do not count.
      """)

  @OptionGroup var instances: InstanceOptions

  @Option(help: "The schedules of the longer search; the shorter one builds a fifth of them.")
  var schedules = 10_000

  @Option(help: "How often each minimum cut is found from scratch; the least time counts.")
  var repetitions = 5

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func validate() throws {
    guard schedules >= 100 else { throw ValidationError("fewer than 100 schedules say nothing") }
    guard repetitions >= 1 else { throw ValidationError("a minimum cut is found once at least") }
  }

  func run() async throws {
    var timings: [KernelTiming] = []
    for instance in try instances.instances() {
      let problem = try instance.load().problem
      timings.append(try await schedule(problem))
      // Without values there is nothing to cut.
      if problem.objective == .value { timings.append(minimumCut(problem)) }
    }
    if json {
      FileHandle.standardOutput.write(try ProblemFile.json(timings, isPretty: true))
      return
    }
    for timing in timings {
      let number = String(format: "%.1f", timing.nanoseconds)
      let cells = [(timing.instance, 22), (timing.kernel, 12), (number, 12)].map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      print("\(cells.joined(separator: " ")) ns/\(timing.unit)")
    }
  }

  /// The time for each schedule that a search builds and evaluates.
  private func schedule(_ problem: CompiledProblem) async throws -> KernelTiming {
    let solver = try ProblemSolver(problem)
    func seconds(_ count: Int) async -> Double {
      var parameters = PlannerParameters(threads: 1)
      parameters.schedules = count
      let begin = ContinuousClock.now
      _ = await solver.solve(parameters)
      return begin.duration(to: .now) / .seconds(1)
    }
    let short = await seconds(schedules / 5)
    let long = await seconds(schedules)
    return KernelTiming(
      instance: problem.scenario, kernel: "schedule", unit: "schedule",
      nanoseconds: max(0, long - short) / Double(schedules - schedules / 5) * 1e9)
  }

  /// The time for each arc of a minimum cut in the network of the closure bound.
  private func minimumCut(_ problem: CompiledProblem) -> KernelTiming {
    let network = ClosureNetwork(problem)
    var least = Double.infinity
    for _ in 0..<repetitions {
      var cut = MinimumCut(of: network.graph, capacities: network.capacities)
      let begin = ContinuousClock.now
      _ = cut.solve(sourceCapacities: network.gains, sinkCapacities: network.losses)
      least = min(least, begin.duration(to: .now) / .seconds(1))
    }
    return KernelTiming(
      instance: problem.scenario, kernel: "minimum cut", unit: "arc",
      nanoseconds: least / Double(max(1, network.graph.arcCount)) * 1e9)
  }
}

/// What one operation takes.
struct KernelTiming: Encodable {
  let instance: String
  let kernel: String
  let unit: String
  let nanoseconds: Double
}

import ArgumentParser
import BenchmarkArguments
import BenchmarkInstances
import BenchmarkMeasures
import Foundation
import GraphAlgorithms
import Planning
import RoadmapModel

/// `kernels`: what one operation of the planner's inner loops takes.
@main struct KernelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract:
      "Time schedule generation with evaluation, minimum cuts, and steps of the bound, on generated roadmaps.",
    discussion: """
        kernels --sizes 60,300
        kernels --sizes 100,300,1000,3000 --kernels bound
        kernels --psplib j1201_1.sm

      A schedule and a step of the bound are timed as the difference of two searches with one thread, in time of the processor, so that what comes before does not count. A step of the bound is
      one priced minimum cut with the change of prices that follows; it is divided by the cells, capabilities times periods. The memory is the peak of the process
      since the instance was read.
      """)

  @OptionGroup var instances: InstanceOptions

  @Option(help: "The schedules of the longer search; the shorter one builds a fifth of them.")
  var schedules = 10_000

  @Option(help: "How often each minimum cut is found from scratch; the least time counts.")
  var repetitions = 5

  @Option(help: "The cuts of the longer search for the bound; the shorter one takes a fifth of them.")
  var cuts = 50

  @Option(parsing: .upToNextOption, help: "What is timed.")
  var kernels = Kernel.allCases

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func validate() throws {
    guard schedules >= 100 else { throw ValidationError("fewer than 100 schedules say nothing") }
    guard repetitions >= 1 else { throw ValidationError("a minimum cut is found once at least") }
    guard cuts >= 10 else { throw ValidationError("fewer than 10 cuts say nothing") }
  }

  func run() async throws {
    var timings: [KernelTiming] = []
    for instance in try instances.instances() {
      let problem = try instance.load().problem
      PeakMemory.reset()
      for kernel in kernels {
        // Without values there is nothing to cut.
        guard kernel == .schedule || problem.objective == .value else { continue }
        switch kernel {
        case .schedule: timings.append(try await schedule(problem))
        case .cut: timings.append(minimumCut(problem))
        case .bound: timings.append(try await bound(problem))
        }
      }
    }
    if json {
      FileHandle.standardOutput.write(try ProblemFile.json(timings, isPretty: true))
      return
    }
    for timing in timings {
      let number = String(format: "%.1f", timing.nanoseconds)
      let memory = String(format: "%.0f MB", timing.megabytes)
      let cells = [
        (timing.instance, 22), (timing.kernel, 12), (number, 12), ("ns/\(timing.unit)", 12),
        ("\(timing.units) in one", 18), (memory, 0),
      ].map { text, width in text + String(repeating: " ", count: max(0, width - text.count)) }
      print(cells.joined(separator: " "))
    }
  }

  /// The time for each schedule that a search builds and evaluates.
  private func schedule(_ problem: CompiledProblem) async throws -> KernelTiming {
    let each = try await secondsOfEach(schedules, problem) { $0.schedules = $1 }
    return KernelTiming(
      instance: problem.scenario, kernel: "schedule", unit: "schedule", units: 1, nanoseconds: each * 1e9)
  }

  /// The time for each capability and period of a step of the bound on the value.
  private func bound(_ problem: CompiledProblem) async throws -> KernelTiming {
    let each = try await secondsOfEach(cuts, problem) { parameters, count in
      parameters.schedules = 1
      (parameters.nodes, parameters.splits) = (0, 0)
      parameters.cuts = count
    }
    let cells = problem.activities.count * problem.periodCount
    return KernelTiming(
      instance: problem.scenario, kernel: "bound", unit: "cell", units: cells,
      nanoseconds: each / Double(cells) * 1e9)
  }

  /// The seconds that one of several steps takes: the difference of a search with all of them and one with a fifth.
  private func secondsOfEach(
    _ count: Int, _ problem: CompiledProblem, _ set: (inout PlannerParameters, Int) -> Void
  ) async throws -> Double {
    let solver = try ProblemSolver(problem)
    func seconds(_ count: Int) async -> Double {
      var parameters = PlannerParameters(threads: 1)
      set(&parameters, count)
      let begin = clock()
      _ = await solver.solve(parameters)
      return Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    }
    let short = await seconds(count / 5)
    let long = await seconds(count)
    return max(0, long - short) / Double(count - count / 5)
  }

  /// The time for each arc of a minimum cut in the network of the closure bound.
  private func minimumCut(_ problem: CompiledProblem) -> KernelTiming {
    let network = ClosureNetwork(problem)
    var least = Double.infinity
    for _ in 0..<repetitions {
      var closure = MaximumClosure(requirements: network.graph)
      let begin = clock()
      _ = try? closure.solve(weights: network.weights)
      least = min(least, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
    }
    let arcs = max(1, network.graph.arcCount)
    return KernelTiming(
      instance: problem.scenario, kernel: "minimum cut", unit: "arc", units: arcs,
      nanoseconds: least / Double(arcs) * 1e9)
  }
}

/// What is timed.
enum Kernel: String, CaseIterable, ExpressibleByArgument {
  /// Building and evaluating a schedule.
  case schedule
  /// A minimum cut from scratch.
  case cut
  /// A step of the bound on the value.
  case bound
}

/// What one operation takes.
struct KernelTiming: Encodable {
  let instance: String
  let kernel: String
  let unit: String
  /// The units of one operation.
  let units: Int
  /// The time for each unit.
  let nanoseconds: Double
  /// The peak of the memory so far.
  var megabytes = PeakMemory.megabytes()
}

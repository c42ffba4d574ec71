import ArgumentParser
import BenchmarkMeasures
import Foundation
import Planning
import RoadmapModel
import ScenarioFormat
import Simulation

/// `simulation`: what simulating takes, and how far off it is.
@main struct SimulationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulation",
    abstract: "Time simulations, measure their errors and their memory, and write what the peers need.",
    subcommands: [Network.self, Model.self, Errors.self, Memory.self, Export.self])
}

/// Seconds that a body takes, by the clock and of the processor; the second does not depend on what else the machine does.
func seconds(_ body: () async throws -> Void) async rethrows -> (elapsed: Double, processor: Double) {
  let (start, used) = (ContinuousClock.now, clock())
  try await body()
  let (whole, part) = (ContinuousClock.now - start).components
  return (Double(whole) + Double(part) / 1e18, Double(clock() - used) / Double(CLOCKS_PER_SEC))
}

/// The least seconds of several runs of a body.
func leastSeconds(
  of repetitions: Int, _ body: () async throws -> Void
) async rethrows -> (elapsed: Double, processor: Double) {
  var least = (elapsed: Double.infinity, processor: Double.infinity)
  for _ in 0..<repetitions {
    let time = try await seconds(body)
    least = (min(least.elapsed, time.elapsed), min(least.processor, time.processor))
  }
  return least
}

/// The options by which a scenario and its plan are found.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "A scenario.")
  var scenario = "../scenarios/b2b-wholesaler.yaml"

  @Option(help: "A plan of the scenario as JSON; without it a quick one is made.")
  var plan: String?

  struct Unusable: Error, CustomStringConvertible {
    let description: String
  }

  func load() async throws -> (Roadmap, Plan) {
    guard let roadmap = ScenarioReader().read(scenario).roadmap else {
      throw Unusable(description: "\(scenario) has findings; see gait check")
    }
    if let plan {
      return (roadmap, try JSONDecoder().decode(Plan.self, from: Data(contentsOf: URL(filePath: plan))))
    }
    guard case .plan(let plan) = try await Planner(roadmap).plan(PlannerParameters(effort: .quick)) else {
      throw Unusable(description: "\(scenario) has no plan")
    }
    return (roadmap, plan)
  }
}

/// `simulation network`: prerequisites only.
struct Network: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time a PERT network: all of it, and drawing its numbers alone.")

  @Argument(help: "The network as JSON: low, likely, high and predecessors of each activity.")
  var file: String

  @Option(help: "The number of futures.")
  var trials = 1_000_000

  @Option(help: "How often each is timed; the least counts.")
  var repetitions = 3

  @Option(parsing: .upToNextOption, help: "The numbers of threads.")
  var threads = [1, 2]

  struct Activity: Codable {
    let low: Double
    let likely: Double
    let high: Double
    let predecessors: [Int]
  }

  func run() async throws {
    let activities = try JSONDecoder().decode([Activity].self, from: Data(contentsOf: URL(filePath: file)))
    let network = ActivityNetwork(
      activities.enumerated().map { number, activity in
        ("\(number)", Estimate(low: activity.low, likely: activity.likely, high: activity.high))
      }, predecessors: activities.map(\.predecessors))
    var sum = 0.0
    let draws = await leastSeconds(of: repetitions) { sum = network.drawDurations(trials: trials, seed: 1) }
    precondition(sum > 0)
    print(
      String(
        format: "%d activities, %d futures, the draws alone on one thread: %.3f s, %.3f s of the processor",
        activities.count, trials, draws.elapsed, draws.processor))
    var results: [ActivityNetwork.Duration] = []
    for count in threads {
      var result = await network.duration(trials: 1, seed: 1, threads: 1)
      let time = await leastSeconds(of: repetitions) {
        result = await network.duration(trials: trials, seed: 1, threads: count)
      }
      results.append(result)
      print(
        String(
          format: "%d threads: %.3f s, %.3f s of the processor; mean %.4f, P80 %.3f", count, time.elapsed,
          time.processor, result.mean, result.quantile(0.8)))
    }
    print(
      "the same result for all numbers of threads: \(results.allSatisfy { $0 == results[0] } ? "yes" : "NO")")
  }
}

/// `simulation model`: the whole model on a scenario.
struct Model: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time the whole model on a scenario.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The number of futures.")
  var trials = 10_000

  @Option(help: "How often it is timed; the least counts.")
  var repetitions = 5

  @Option(parsing: .upToNextOption, help: "The numbers of threads.")
  var threads = [1, 2]

  func run() async throws {
    let (roadmap, plan) = try await scenario.load()
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    var forecasts: [Forecast] = []
    for count in threads {
      var forecast = await simulator.run(SimulationParameters(trials: 16, threads: count))
      let best = await leastSeconds(of: repetitions) {
        forecast = await simulator.run(SimulationParameters(trials: trials, threads: count))
      }
      forecasts.append(forecast)
      print(
        String(
          format:
            "%d capabilities, %d futures, %d threads: %.3f s, %.3f s of the processor; mean value %.0f (error %.0f), target in the calendar %.4f",
          plan.capabilities.count, forecast.run.trials, count, best.elapsed, best.processor,
          forecast.money.npv.mean,
          forecast.money.npv.standardError, forecast.stages.last?.reached.share.value ?? 1))
    }
    print(
      "the same forecast for all numbers of threads: \(forecasts.allSatisfy { $0 == forecasts[0] } ? "yes" : "NO")"
    )
  }
}

/// `simulation errors`: evenly spread against independent numbers.
struct Errors: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the errors of the mean value and of the 80 % week over seeds.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The number of seeds.")
  var seeds = 50

  @Option(help: "The futures of evenly spread numbers.")
  var sobol = 4_096

  @Option(help: "The futures of independent numbers.")
  var random = 65_536

  func run() async throws {
    let (roadmap, plan) = try await scenario.load()
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    var results: [[(mean: Double, week: Double, told: Int, meanWeek: Double)]] = [[], []]
    var allWeeks: [Int] = []
    for seed in 1...UInt64(seeds) {
      for (place, sampling) in [Forecast.Run.Sampling.sobol, .random].enumerated() {
        let parameters = SimulationParameters(
          trials: sampling == .sobol ? sobol : random, seed: seed, sampling: sampling)
        let outcomes = await simulator.outcomes(parameters)
        let weeks = outcomes.map { $0.targetPeriod ?? roadmap.calendar.periodCount + 1 }.sorted()
        let mean = outcomes.reduce(0) { $0 + $1.npv } / Double(outcomes.count)
        let meanWeek = Double(weeks.reduce(0, +)) / Double(weeks.count)
        results[place].append((mean, interpolated(weeks, 0.8), told(weeks, 0.8), meanWeek))
        if sampling == .random { allWeeks += weeks }
      }
    }
    // Both ways are free of bias, so that the spread over seeds is the error; means are printed so that this can be seen.
    for (place, name) in ["sobol \(sobol)", "random \(random)"].enumerated() {
      let (means, weeks, meanWeeks) = (
        results[place].map(\.mean), results[place].map(\.week), results[place].map(\.meanWeek)
      )
      print(
        String(
          format:
            "%@: mean value %.0f, error %.0f (%.3f %%); 80 %% week %.3f, error %.3f; mean week %.3f, error %.3f",
          name, average(means), spread(means), 100 * spread(means) / abs(average(means)), average(weeks),
          spread(weeks), average(meanWeeks), spread(meanWeeks)))
    }
    // A forecast tells whole weeks; the right one is that of all independent futures of all seeds together.
    let right = told(allWeeks.sorted(), 0.8)
    for (place, name) in ["sobol \(sobol)", "random \(random)"].enumerated() {
      let errors = results[place].map { Double($0.told - right) }
      print(
        String(
          format: "%@: the 80 %% week that is told, %d, is the right one for %d of %d seeds, error %.3f",
          name,
          right, errors.count { $0 == 0 }, seeds, average(errors.map { $0 * $0 }).squareRoot()))
    }
  }

  /// A quantile as a forecast tells it: the first week by which a share of the futures is there.
  private func told(_ weeks: [Int], _ level: Double) -> Int {
    weeks[max(0, Int((level * Double(weeks.count)).rounded(.up)) - 1)]
  }

  /// A quantile of whole weeks, interpolated within its week, so that errors below a week show.
  private func interpolated(_ weeks: [Int], _ level: Double) -> Double {
    let rank = level * Double(weeks.count)
    let week = weeks[min(weeks.count - 1, Int(rank))]
    let below = weeks.firstIndex { $0 >= week } ?? 0
    let upTo = weeks.lastIndex { $0 <= week }.map { $0 + 1 } ?? weeks.count
    return Double(week) + (rank - Double(below)) / Double(upTo - below)
  }

  private func average(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func spread(_ values: [Double]) -> Double {
    let mean = average(values)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }
}

/// `simulation memory`: the peak of one run.
struct Memory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the peak memory of one run; start it anew for each size.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The number of futures.")
  var trials = 10_000

  func run() async throws {
    let (roadmap, plan) = try await scenario.load()
    let simulator = try Simulator(roadmap: roadmap, plan: plan)
    let time = await seconds { _ = await simulator.run(SimulationParameters(trials: trials)) }
    print(String(format: "%d futures: %.2f s, %.1f MB", trials, time.elapsed, PeakMemory.megabytes()))
  }
}

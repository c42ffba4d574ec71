public import Planning
public import RoadmapModel
internal import Synchronization

/// Simulates a plan in thousands of uncertain futures.
///
/// ```swift
/// let forecast = try await Simulator(roadmap: roadmap, plan: plan).run(SimulationParameters())
/// ```
///
/// In each future every uncertain number is drawn, the plan is carried out by the policy, and the shop is run; `docs/simulation.md` explains it.
public struct Simulator: Sendable {
  let roadmap: Roadmap
  let plan: Plan
  private let base: ExecutionModel

  /// A simulator of a plan.
  ///
  /// - Throws: ``SimulationError`` when the plan is not one of the roadmap.
  /// - Complexity: that of compiling the roadmap for planning.
  public init(roadmap: Roadmap, plan: Plan) throws(SimulationError) {
    self.roadmap = roadmap
    self.plan = plan
    base = try ExecutionModel(roadmap, Schedule(plan), policy: roadmap.uncertainty.executionPolicy)
  }

  /// Draws futures and says what they have in common.
  ///
  /// The same roadmap, plan and parameters give the same forecast for any number of threads, unless the signal ends it early, which the forecast then says.
  ///
  /// - Parameters:
  ///   - parameters: how many futures, from which seed, and the rest.
  ///   - signal: may be raised at any time to end with the futures so far.
  ///   - onProgress: is called now and then, from any thread.
  /// - Complexity: O(futures x (activities x weeks of work + effects x periods)); memory does not depend on the number of futures.
  public func run(
    _ parameters: SimulationParameters = SimulationParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) async -> Forecast {
    let model = base.following(parameters.policy ?? base.policy).holdingByPolicy()
    let inputs = UncertainInputs(model)
    let writer = ForecastWriter(model: model, inputs: inputs, plan: plan)
    let batch = FutureBatch(
      inputs: inputs, plan: writer.tallyPlan, parameters: parameters, signal: signal, onProgress: onProgress)
    let (tally, end) = await batch.run()
    var sensitivities: [Sensitivity] = []
    if parameters.sensitivity == .sobol, end != .interrupted {
      sensitivities = await SobolIndices(inputs: inputs, plan: writer.tallyPlan, parameters: parameters)
        .estimate(of: tally, signal: signal)
    }
    return await writer.forecast(of: tally, parameters, end: end, sensitivities)
  }
}

/// The results of one future.
public struct FutureOutcome: Hashable, Sendable {
  /// The net present value, in currency units.
  public let npv: Double
  /// The first period in which the target stage is reached; nil when it is not within the calendar.
  public let targetPeriod: Int?
  /// The first period from which on all that was spent has come back, not discounted; nil when that is not within the calendar.
  public let paybackPeriod: Int?
  /// The one-off costs, not discounted, with those of risks and mitigations.
  public let oneOffCost: Double
  /// The most money that was out at once.
  public let peakSpend: Double
}

extension Simulator {
  /// The results of futures one by one, so that plans and scenarios can be compared future by future.
  ///
  /// In the same future of two roadmaps every input that both have is drawn alike, since draws belong to what they are for: the id of a capability, a risk, a team,
  /// a group or a KPI. This holds for both ways of sampling.
  ///
  /// - Returns: the results in the order of the futures; fewer than asked for when the signal was raised.
  /// - Complexity: that of ``run(_:signal:onProgress:)``, with memory in proportion to the futures.
  public func outcomes(
    _ parameters: SimulationParameters = SimulationParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }
  ) async -> [FutureOutcome] {
    let model = base.following(parameters.policy ?? base.policy).holdingByPolicy()
    let inputs = UncertainInputs(model)
    let writer = ForecastWriter(model: model, inputs: inputs, plan: plan)
    let batch = FutureBatch(
      inputs: inputs, plan: writer.tallyPlan, parameters: parameters, signal: signal, onProgress: onProgress)
    return await batch.outcomes()
  }
}

/// Shares futures out among threads until there are enough.
struct FutureBatch: Sendable {
  let inputs: UncertainInputs
  let plan: TallyPlan
  let parameters: SimulationParameters
  let signal: StopSignal
  let onProgress: @Sendable (SimulationProgress) -> Void

  /// The futures of each copy in the first round, when precision may end the run.
  private static let firstRound = 64

  /// The futures of each copy.
  private var perCopy: Int {
    (parameters.trials + SimulationParameters.scrambles - 1) / SimulationParameters.scrambles
  }

  /// Simulates, in rounds of doubling size when precision may end the run.
  func run() async -> (Tally, Forecast.Run.End) {
    let counter = FutureCounter(total: perCopy * SimulationParameters.scrambles, onProgress: onProgress)
    var sum: Tally?
    var done = 0
    while done < perCopy {
      let upTo = parameters.targetError == nil ? perCopy : min(perCopy, max(Self.firstRound, 2 * done))
      let parts = await simulate(done..<upTo, counter, keepsOutcomes: false)
      for part in parts {
        if sum == nil { sum = part.tally } else { sum?.add(part.tally) }
      }
      done = upTo
      guard let tally = sum else { continue }
      if signal.wasRaised || Task.isCancelled { return (tally, .interrupted) }
      if let error = parameters.targetError, done < perCopy, isPrecise(tally, error) {
        return (tally, .precision)
      }
    }
    return (sum ?? Tally(plan), .trials)
  }

  /// The results of all futures, copy by copy.
  func outcomes() async -> [FutureOutcome] {
    let counter = FutureCounter(total: perCopy * SimulationParameters.scrambles, onProgress: onProgress)
    let parts = await simulate(0..<perCopy, counter, keepsOutcomes: true)
    return parts.flatMap(\.outcomes).sorted { $0.key < $1.key }.map(\.outcome)
  }

  private func isPrecise(_ tally: Tally, _ error: Double) -> Bool {
    let value = tally.netPresentValue.figure(parameters.sampling)
    let target = ScrambledWeeks(tally.stages.last ?? []).probability(
      by: plan.model.periodCount, parameters.sampling)
    return tally.loss.probability(parameters.sampling).standardError <= error
      && target.standardError <= error && value.standardError <= error * value.standardDeviation
  }

  private func simulate(
    _ numbers: Range<Int>, _ counter: FutureCounter, keepsOutcomes: Bool
  ) async -> [FutureWorker.Result] {
    let blocks = stride(from: numbers.lowerBound, to: numbers.upperBound, by: FutureSampler.blockSize).map {
      first in
      first..<min(first + FutureSampler.blockSize, numbers.upperBound)
    }
    let unitCount = blocks.count * SimulationParameters.scrambles
    let next = NextUnit()
    let replanner: Replanner? =
      plan.model.policy == .replan ? Replanner(plan.model, seed: parameters.seed) : nil
    return await withTaskGroup(of: FutureWorker.Result.self) { group in
      for _ in 0..<min(parameters.threads, unitCount) {
        group.addTask {
          var worker = FutureWorker(inputs, plan, seed: parameters.seed, sampling: parameters.sampling)
          worker.keepsOutcomes = keepsOutcomes
          while let unit = next.take(below: unitCount), !signal.wasRaised, !Task.isCancelled {
            let block = blocks[unit / SimulationParameters.scrambles]
            let copy = unit % SimulationParameters.scrambles
            if let replanner {
              worker.simulate(copy: copy, block, replanner)
            } else {
              worker.simulate(copy: copy, block)
            }
            counter.add(block.count)
          }
          return worker.result
        }
      }
      // Tallies are sums of whole numbers, so that their order makes no difference.
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}

/// The units of work that nobody has taken.
private final class NextUnit: Sendable {
  private let next = Atomic<Int>(0)

  /// The number of a unit; nil when all are taken.
  func take(below count: Int) -> Int? {
    let unit = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return unit < count ? unit : nil
  }
}

/// Counts the futures of all threads and reports them.
private final class FutureCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let onProgress: @Sendable (SimulationProgress) -> Void

  init(total: Int, onProgress: @escaping @Sendable (SimulationProgress) -> Void) {
    self.total = total
    self.onProgress = onProgress
  }

  func add(_ count: Int) {
    let sum = done.wrappingAdd(count, ordering: .relaxed).newValue
    onProgress(SimulationProgress(trials: sum, total: total))
  }
}

public import Planning
public import RoadmapModel

/// Plans several scenarios at the same time.
///
/// The threads of one search often wait for each other, and those of several fill these gaps. Each plan is the one that its scenario has by itself: nothing of it depends
/// on the others. All searches together use as many threads as there are processors, unless the caller runs this with a task executor that has fewer.
public struct ScenarioPlanning: Sendable {
  private let roadmaps: [Roadmap]
  private let parameters: [PlannerParameters]

  /// A planning of scenarios.
  ///
  /// - Parameters:
  ///   - roadmaps: the scenarios.
  ///   - parameters: what the planner is asked to do for each of them.
  /// - Precondition: there are parameters for each scenario.
  public init(_ roadmaps: [Roadmap], _ parameters: [PlannerParameters]) {
    precondition(roadmaps.count == parameters.count, "every scenario has its parameters")
    self.roadmaps = roadmaps
    self.parameters = parameters
  }

  /// Plans all scenarios.
  ///
  /// - Parameters:
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread, with the share of all work that is done, from 0 to 1.
  /// - Returns: the outcomes in the order of the scenarios, up to the first one that has no plan: those after it are not looked at any further.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func outcomes(
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws(AnalysisError) -> [PlanningOutcome] {
    let shares = PartialSum<Double>(parts: roadmaps.count)
    let stops = roadmaps.map { _ in StopSignal(under: signal) }
    let results = await withTaskGroup(of: (Int, Result<PlanningOutcome, PlannerDefect>).self) { group in
      for number in roadmaps.indices {
        group.addTask {
          do throws(PlannerDefect) {
            let outcome = try await Planner(roadmaps[number]).plan(parameters[number], signal: stops[number])
            {
              onProgress(shares.update(number, to: $0.share) / Double(roadmaps.count))
            }
            return (number, .success(outcome))
          } catch {
            return (number, .failure(error))
          }
        }
      }
      var results = [Result<PlanningOutcome, PlannerDefect>?](repeating: nil, count: roadmaps.count)
      for await (number, result) in group {
        results[number] = result
        // Without this plan there is nothing to compare, so the scenarios after it need none either.
        if case .success(.infeasible) = result { stops[(number + 1)...].forEach { $0.raise() } }
      }
      return results.compactMap(\.self)
    }
    guard !signal.wasRaised else { throw .interrupted }
    var outcomes: [PlanningOutcome] = []
    for result in results {
      switch result {
      case .failure(let defect): throw .defect(defect)
      case .success(let outcome):
        outcomes.append(outcome)
        if case .infeasible = outcome { return outcomes }
      }
    }
    return outcomes
  }
}

public import Planning
public import RoadmapModel

/// Finds out which uncertain numbers are worth knowing before anybody decides.
///
/// For each capability the best plans with it, without it and with it later are made. Then all of them are carried out for each value of each of its uncertain numbers.
public struct InformationSearch: Sendable {
  private let roadmap: Roadmap
  private let plan: Plan

  /// A search around a plan of a roadmap.
  public init(_ roadmap: Roadmap, plan: Plan) {
    self.roadmap = roadmap
    self.plan = plan
  }

  /// By how many weeks the later plan puts a capability off.
  static let delay = 26

  /// Values all uncertain numbers.
  ///
  /// - Parameters:
  ///   - parameters: how much each search does, and the rest; numbers are valued by net present value, whatever the objective.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func report(
    _ parameters: AnalysisParameters = AnalysisParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> InformationReport {
    var parameters = parameters
    parameters.objective = .value
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    var incumbent = try await Incumbent(plan, replanner)
    let ids = plan.capabilities.map(\.id) + plan.notPlanned.map(\.id)
    replanner.expect(2 * ids.count)
    var choices = try await self.choices(ids, incumbent, replanner)
    while try await incumbent.learn(from: choices.flatMap(\.self)) {
      choices = try await self.choices(ids, incumbent, replanner)
    }
    let (best, others) = (incumbent.plan, choices)
    let worths = try await replanner.map(Array(ids.indices)) {
      (index) async throws(AnalysisError) -> [InformationReport.InformationValue] in
      values(of: ids[index], [best] + others[index])
    }
    return InformationReport(
      format: "gait-information/1", scenario: plan.scenario, currency: plan.currency,
      values: worths.flatMap(\.self).filter { $0.worth > .zero }.sorted(by: Self.isWorthMore),
      measurements: MeasurementFinder(roadmap: roadmap, plan: best).measurements(of: ids),
      plans: replanner.plansMade, seed: parameters.seed, inputHash: plan.inputHash)
  }

  private static func isWorthMore(
    _ left: InformationReport.InformationValue, _ right: InformationReport.InformationValue
  ) -> Bool {
    if left.worth != right.worth { return left.worth > right.worth }
    if left.id != right.id { return left.id < right.id }
    return (left.input.rawValue, left.kpi?.rawValue ?? "") < (right.input.rawValue, right.kpi?.rawValue ?? "")
  }

  /// For each capability, the best plans that decide otherwise about it.
  private func choices(
    _ ids: [CapabilityID], _ incumbent: Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> [[Plan]] {
    try await replanner.map(ids) { (id) async throws(AnalysisError) -> [Plan] in
      var changes: [ScenarioChange] = []
      if let planned = incumbent.plan.planned(id) {
        changes.append(.isExcluded(id, true))
        let later = planned.startPeriod.advanced(by: Self.delay)
        if later < roadmap.calendar.periods.upperBound {
          changes.append(.notBefore(id, roadmap.calendar.date(of: later)))
        }
      } else if !roadmap.decision(on: id).isExcluded {
        changes.append(.isForced(id, true))
      }
      var plans: [Plan] = []
      for change in changes {
        if let plan = try await replanner.plan([change], from: incumbent.pool) { plans.append(plan) }
      }
      return plans
    }
  }

  /// What the uncertain numbers of a capability are worth, given some plans to choose from.
  private func values(of id: CapabilityID, _ plans: [Plan]) -> [InformationReport.InformationValue] {
    guard let capability = roadmap.capability(id), plans.count > 1 else { return [] }
    let schedules = plans.map(Schedule.init)
    return UncertainNumber.all(of: capability, in: roadmap).compactMap { number in
      value(of: number, schedules)
    }
  }

  private func value(
    of number: UncertainNumber, _ schedules: [Schedule]
  ) -> InformationReport.InformationValue? {
    var means = [Double](repeating: 0, count: schedules.count)
    var rows: [(probability: Double, worths: [Double])] = []
    for value in number.values {
      guard let changed = roadmap.changed(by: [value.change]) else { return nil }
      let planner = Planner(changed)
      let points = StartingPoints(planner: planner, variant: changed, changes: [value.change])
      let worths = schedules.map { points.worth(of: $0).units }
      rows.append((value.probability, worths))
      for index in means.indices { means[index] += value.probability * worths[index] }
    }
    let blind = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    var (informed, changes) = (0.0, 0.0)
    for row in rows {
      let most = row.worths.max() ?? 0
      informed += row.probability * most
      if most > row.worths[blind] { changes += row.probability }
    }
    return InformationReport.InformationValue(
      id: number.id, input: number.input, kpi: number.kpi,
      worth: Money(units: max(0, informed - means[blind])), changesDecision: changes.asShare,
      isPlanned: schedules[blind].starts[number.id] != nil)
  }
}

import Planning
import RoadmapModel
import Testing

@testable import ScenarioAnalysis

/// What is lost by starting later agrees with itself, however short the searches are.
@Suite struct DelayProbeTests {
  private static func replanner(_ roadmap: Roadmap) -> Replanner {
    var parameters = AnalysisParameters(objective: .value)
    parameters.schedules = 12
    parameters.secondLook = 1
    return Replanner(roadmap, parameters, signal: StopSignal(), onProgress: { _ in })
  }

  @Test func whatIsPlannedForOneQuestionCountsForAllOthers() async throws {
    let kept = try KeptPlan("global-brand-lean")
    let replanner = Self.replanner(kept.roadmap)
    let incumbent = try await Incumbent(kept.plan, replanner)
    var probe = DelayProbe(replanner: replanner, incumbent: incumbent)
    let ids = incumbent.plan.capabilities.filter { $0.startPeriod > Period(8) }.map(\.id).prefix(3)
    let findings = try await probe.findings(
      about: Array(ids), weeks: DelayProbe.weeks, knowing: DelayProbe.Findings())
    #expect(!findings.plans.isEmpty)
    for id in ids {
      let plans = findings.about(id).map(\.answer.plan)
      // What starts a quarter later starts a month later as well.
      guard plans.count == 2, let quarter = plans[1] else { continue }
      let month = try #require(plans[0], "\(id)")
      #expect(month.value.npv >= quarter.value.npv, "\(id)")
    }
    let known = findings.plans.map(Schedule.init)
    for (question, answer) in zip(findings.questions, findings.answers) {
      guard !(answer.obstacle?.isProved ?? false),
        let carried = replanner.best(of: known, with: question.changes)
      else { continue }
      let plan = try #require(answer.plan, "\(question)")
      #expect(carried.netPresentValue <= plan.value.npv, "\(question)")
    }
  }
}

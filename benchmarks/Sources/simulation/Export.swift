import ArgumentParser
import Foundation
import RoadmapModel

/// `simulation export`: what a peer needs beside the compiled problem.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the plan and the estimates of a scenario as JSON, beside what gait compile writes.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  /// What is uncertain about a capability of the plan.
  struct Entry: Codable {
    let id: String
    let start: Int
    let left: Double
    let duration: [Double]
    let cost: [Double]
    let runningCost: [Double]
    let chanceOfSuccess: Double
    let effects: [Effect]

    struct Effect: Codable {
      let kpi: String
      let change: [Double]
      let trust: Double
      let prior: Double
      let spread: Double
      let planned: Double
    }
  }

  func run() async throws {
    let (roadmap, plan) = try await scenario.load()
    let policy = roadmap.evidencePolicy
    let entries = plan.capabilities.compactMap { planned -> Entry? in
      guard let capability = roadmap.capability(planned.id) else { return nil }
      let work = roadmap.plannedWork(for: capability)
      let effects = zip(capability.effects, work.effects).map { effect, planned in
        let trust = policy.shrinks ? policy[effect.change.evidence.grade] : 1
        return Entry.Effect(
          kpi: effect.kpi.rawValue, change: points(effect.change), trust: trust,
          prior: effect.kpi.hasPrior ? policy.prior : 0,
          spread: effect.kpi.hasPrior ? (1 - trust).squareRoot() * policy.priorSpread : 0,
          planned: planned.change)
      }
      return Entry(
        id: planned.id.text, start: planned.startPeriod.index,
        left: 1 - roadmap.state(of: planned.id).doneShare, duration: points(capability.duration),
        cost: points(capability.cost), runningCost: points(capability.runningCost),
        chanceOfSuccess: capability.chanceOfSuccess, effects: effects)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(entries).write(to: URL(filePath: output), options: .atomic)
  }

  private func points(_ estimate: Estimate) -> [Double] {
    [estimate.low, estimate.likely, estimate.high]
  }
}

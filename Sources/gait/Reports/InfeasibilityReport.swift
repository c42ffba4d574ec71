import Planning
import RoadmapModel

/// What is said when there is no plan: which demands cannot be met, why, and what would help.
struct InfeasibilityReport {
  let infeasibility: Infeasibility
  let language: Language

  /// The blocks of the report.
  var report: Report {
    let words = Vocabulary[language].infeasibility
    return Report([.heading(infeasibility.isProved ? words.proved : words.notFound)] + reasons)
  }

  /// The reasons alone.
  var reasons: [Report.Block] {
    let lines = infeasibility.reasons.map { reason in
      [reason.message, reason.advice].compactMap(\.self).map(\.asSentence).joined(separator: " ")
    }
    return [.list(lines)]
  }
}

/// The reasons why there is no plan as a JSON document; a form of `gait-plan/1`, described by `docs/schema/plan.schema.json`.
struct InfeasibilityDocument: Encodable {
  let format = "gait-plan/1"
  let scenario: String
  let status = "infeasible"
  let objective: Objective
  let isProved: Bool
  let reasons: [Infeasibility.Reason]
  let seed: UInt64
  let effort: String
  let inputHash: String

  init(_ infeasibility: Infeasibility, of roadmap: Roadmap, _ parameters: PlannerParameters) {
    scenario = roadmap.name[parameters.language]
    objective = parameters.objective ?? roadmap.objective
    isProved = infeasibility.isProved
    reasons = infeasibility.reasons
    seed = parameters.seed
    effort = parameters.effort.rawValue
    inputHash = parameters.inputHash
  }
}

extension String {
  /// The text with a capital at its beginning and a full stop at its end, unless it ends in a mark already.
  fileprivate var asSentence: String {
    let sentence = prefix(1).uppercased() + dropFirst()
    return last.map { ".!?".contains($0) } ?? true ? sentence : sentence + "."
  }
}

import RoadmapModel
import Simulation

/// A plan that was chosen for a confidence: the form `gait-plan/1`, with what the plan reaches under `confidence`.
struct ConfidencePlanDocument: Encodable {
  let choice: ConfidenceChoice
  let roadmap: Roadmap

  private enum Key: CodingKey {
    case confidence
  }

  func encode(to encoder: any Encoder) throws {
    try choice.plan.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(statement, forKey: .confidence)
  }

  private var statement: Statement {
    Statement(
      level: choice.confidence, trials: choice.forecast.run.trials, reached: result(choice.achieved),
      expectedPlan: result(choice.deterministicAchieved), loss: choice.loss,
      lossStandardError: choice.standardError, comparedTrials: choice.comparedTrials,
      candidates: choice.candidates.enumerated().map { number, candidate in
        Candidate(
          candidate.origin, reached: result(candidate.reached), isChosen: number == choice.chosen)
      },
      changes: PlanDifference(from: choice.deterministic, to: choice.plan).entries
        .filter { $0.change != .unchanged && $0.change != .recosted }
        .map { Change(id: $0.id, change: $0.change, finishShiftDays: $0.finishShift) })
  }

  private func result(_ reached: Double) -> Result {
    guard choice.plan.objective == .time else { return Result(amount: reached, day: nil) }
    let isInCalendar = reached <= Double(roadmap.calendar.periodCount)
    return Result(
      amount: nil, day: isInCalendar ? roadmap.calendar.date(of: Period(Int(reached))) : nil)
  }

  /// What is stated about the plan.
  private struct Statement: Encodable {
    let level: Double
    let trials: Int
    let reached: Result
    let expectedPlan: Result
    let loss: Double
    let lossStandardError: Double
    let comparedTrials: Int
    let candidates: [Candidate]
    let changes: [Change]
  }

  /// What is reached with the confidence: an amount, or a day; neither for a day after the calendar.
  private struct Result: Encodable {
    let amount: Double?
    let day: CivilDate?
  }

  /// A plan that was compared.
  private struct Candidate: Encodable {
    let origin: String
    var seed: UInt64?
    var durationLevel: Double?
    var isPutOff: Bool?
    var without: CapabilityID?
    let reached: Result
    let isChosen: Bool

    init(_ origin: ConfidenceChoice.Candidate.Origin, reached: Result, isChosen: Bool) {
      self.reached = reached
      self.isChosen = isChosen
      switch origin {
      case .expectedValues: self.origin = "expectedValues"
      case .otherSeed(let seed):
        self.origin = "otherSeed"
        self.seed = seed
      case .longerWork(let level, let isPutOff):
        self.origin = "longerWork"
        durationLevel = level
        self.isPutOff = isPutOff
      case .omission(let id):
        self.origin = "omission"
        without = id
      }
    }
  }

  /// What is otherwise than in the plan for expected values.
  private struct Change: Encodable {
    let id: CapabilityID
    let change: PlanDifference.Change
    let finishShiftDays: Int?
  }
}

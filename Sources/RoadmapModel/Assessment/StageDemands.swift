/// The demands of all stages in one element or in all, and the rule that turns them into a stage and a score.
///
/// A stage is reached when all its demands and all those of the stages below are met; one without demands is reached with the stage below.
/// The score is the number of stages that are reached plus the mean coverage of the demands of the next one, so it lies
/// between the scores of the two stages.
struct StageDemands {
  let stages: [StageID]
  /// The demands of each stage that apply to the company, by rank, without members that do not.
  let byRank: [[StageDemand]]

  /// The demands in one element, or in all of them when none is named.
  init(of roadmap: Roadmap, in element: ElementID? = nil) {
    stages = roadmap.maturity.stages.map(\.id)
    byRank = roadmap.maturity.stages.map { stage in
      stage.demands.filter { element == nil || $0.element == element }.map {
        StageDemand($0.element, roadmap.applicable($0.requirement))
      }.filter { $0.requirement.count > 0 }
    }
  }

  /// The number of stages that are reached.
  func reachedCount(in reading: AssessmentReading) -> Int {
    byRank.firstIndex { demands in demands.contains { !reading.isMet($0.requirement) } } ?? byRank.count
  }

  /// The mean of how far the demands of a stage are met; 1 beyond the highest stage.
  func coverage(ofRank rank: Int, in reading: AssessmentReading) -> Double {
    guard rank < byRank.count, !byRank[rank].isEmpty else { return 1 }
    let sum = byRank[rank].reduce(0) { $0 + reading.coverage(of: $1.requirement) }
    return sum / Double(byRank[rank].count)
  }

  /// The stage and the score under a reading.
  func result(in reading: AssessmentReading) -> Assessment.Reading {
    let reached = reachedCount(in: reading)
    let fraction = reached < byRank.count ? coverage(ofRank: reached, in: reading) : 0
    return Assessment.Reading(
      stage: reached > 0 ? stages[reached - 1] : nil, score: Double(reached) + fraction)
  }
}

extension Assessment.Standing {
  init(element: ElementID?, demands: StageDemands, readings: AssessmentReadings) {
    let result = demands.result(in: readings.stated)
    let reached = demands.reachedCount(in: readings.stated)
    let hasNext = reached < demands.stages.count
    self.init(
      element: element, stage: result.stage, score: result.score,
      nextStage: hasNext ? demands.stages[reached] : nil,
      coverage: demands.coverage(ofRank: reached, in: readings.stated),
      missing: hasNext
        ? demands.byRank[reached].compactMap {
          Assessment.UnmetDemand($0, of: demands.stages[reached], in: readings)
        } : [],
      evidence: Assessment.EvidenceQuality(of: demands, in: readings),
      optimistic: demands.result(in: readings.optimistic),
      pessimistic: demands.result(in: readings.pessimistic))
  }
}

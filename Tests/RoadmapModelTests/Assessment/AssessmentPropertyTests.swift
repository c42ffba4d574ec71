import RoadmapModel
import TestSupport
import Testing

@Suite("Properties of assessments")
struct AssessmentPropertyTests {
  private static let roadmaps = (UInt64(0)..<200).map { RandomRoadmap.make(seed: $0, capabilities: 12) }

  private func standings(_ assessment: Assessment) -> [Assessment.Standing] {
    [assessment.overall] + assessment.elements
  }

  private func rank(_ stage: StageID?, in assessment: Assessment) -> Int {
    stage.flatMap { assessment.stages.firstIndex(of: $0) } ?? -1
  }

  @Test("Pessimistic is never above the result, and the result never above optimistic")
  func readingsAreOrdered() {
    var different = 0
    for roadmap in Self.roadmaps {
      let assessment = Assessment(of: roadmap)
      for standing in standings(assessment) {
        #expect(standing.pessimistic.score <= standing.score && standing.score <= standing.optimistic.score)
        let ranks = [standing.pessimistic.stage, standing.stage, standing.optimistic.stage]
          .map { rank($0, in: assessment) }
        #expect(ranks == ranks.sorted(), "\(assessment.scenario)")
        if standing.pessimistic.score < standing.optimistic.score { different += 1 }
      }
    }
    #expect(different > 50)
  }

  @Test("A score lies between the numbers of its stage and the next, and the coverage is what lies between")
  func scoreLiesBetween() {
    for roadmap in Self.roadmaps {
      let assessment = Assessment(of: roadmap)
      for standing in standings(assessment) {
        let reached = Double(rank(standing.stage, in: assessment) + 1)
        #expect(reached <= standing.score && standing.score <= reached + 1)
        let isTop = standing.nextStage == nil
        #expect(standing.score == (isTop ? Double(assessment.stages.count) : reached + standing.coverage))
        #expect(isTop == standing.missing.isEmpty)
        #expect(standing.missing.allSatisfy { $0.stage == standing.nextStage && $0.live < $0.atLeast })
      }
    }
  }

  @Test("The company's stage is the lowest of its elements and the one that its schedule starts with")
  func stageAgrees() {
    for roadmap in Self.roadmaps {
      let assessment = Assessment(of: roadmap)
      let overall = rank(assessment.overall.stage, in: assessment)
      #expect(overall == assessment.elements.map { rank($0.stage, in: assessment) }.min())
      let reached = assessment.stages.prefix { Schedule().period(reaching: $0, in: roadmap) != nil }
      #expect(overall == reached.count - 1, "\(assessment.scenario)")
    }
  }

  @Test("Another live capability never lowers a score")
  func isMonotone() throws {
    var raised = 0
    for seed in UInt64(0)..<40 {
      let roadmap = RandomRoadmap.make(
        seed: seed, capabilities: 8, features: [.demands, .states, .provides])
      let before = Assessment(of: roadmap)
      for capability in roadmap.capabilities where roadmap.state(of: capability.id) != .notApplicable {
        var contents = roadmap.contents
        contents.company.states[capability.id] = .live
        contents.company.answers.removeAll { $0.capability == capability.id }
        let after = Assessment(of: try Roadmap(validating: contents))
        for (low, high) in zip(standings(before), standings(after)) {
          #expect(low.score <= high.score, "seed \(seed), \(capability.id)")
        }
        if before.overall.score < after.overall.score { raised += 1 }
      }
    }
    #expect(raised > 40)
  }

  @Test("Evidence shares add up to one where something is met")
  func evidenceAddsUp() {
    for roadmap in Self.roadmaps {
      let assessment = Assessment(of: roadmap)
      for evidence in standings(assessment).map(\.evidence) {
        let sum = evidence.stated + evidence.documented + evidence.measured
        #expect((sum - (evidence.met > 0 ? 1 : 0)).magnitude < 1e-12)
      }
    }
  }
}

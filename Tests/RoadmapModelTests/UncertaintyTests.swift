import RoadmapModel
import TestSupport
import Testing

@Suite("What a roadmap says about uncertainty")
struct UncertaintyTests {
  @Test("The mean of an estimate is that of its distribution")
  func means() {
    func mean(_ distribution: Estimate.Distribution) -> Double {
      Estimate(low: 2, likely: 4, high: 12, distribution: distribution).mean
    }
    #expect(mean(.pert) == 5)
    #expect(mean(.triangular) == 6)
    #expect(abs(mean(.lognormal) - 5.8) < 1e-12)
    #expect(mean(.fixed) == 4)
    for distribution in Estimate.Distribution.allCases {
      let certain = Estimate(low: 0.1, likely: 0.1, high: 0.1, distribution: distribution)
      #expect(certain.mean == 0.1 && certain.isCertain)
    }
    #expect(Estimate(low: 1, likely: 2, high: 3, distribution: .fixed).isCertain)
    #expect(!Estimate(low: 1, likely: 2, high: 3).isCertain)
  }

  @Test("What is answered may be less or more done, what is declared only when a range says so")
  func doneRanges() throws {
    let start = try #require(CivilDate(iso: "2026-01-01"))
    func answer(
      _ question: ProofPointID, _ answer: ProofAnswer.Answer, _ basis: ProofAnswer.Basis = .stated
    ) -> ProofAnswer {
      ProofAnswer(capability: "a", proofPoint: question, answer: answer, basis: basis, on: start)
    }
    let fixture = RoadmapFixture().capability("a", proof: ["p", "q", "r", "s"]).capability("b").capability(
      "c"
    )
    .capability("d", proof: ["p"]).states(["b": .partial(0.4), "c": .inProgress(0.5)])
    .with { contents in
      contents.company.answers = [
        answer("p", .yes, .measured), answer("q", .yes), answer("r", .no), answer("s", .unknown),
      ]
      contents.company.doneRanges = ["c": Estimate(low: 0.2, likely: 0.5, high: 0.6)]
    }
    let roadmap = try fixture.roadmap()
    #expect(roadmap.doneRange(of: "a") == Estimate(low: 0.25, likely: 0.5, high: 0.75))
    #expect(roadmap.doneRange(of: "b") == Estimate(0.4))
    #expect(roadmap.doneRange(of: "c") == Estimate(low: 0.2, likely: 0.5, high: 0.6))
    #expect(roadmap.doneRange(of: "d") == .zero)
    let sure = try fixture.with { $0.uncertainty.isStartUncertain = false }.roadmap()
    #expect(sure.doneRange(of: "a") == Estimate(0.5) && sure.doneRange(of: "c") == Estimate(0.5))
  }

  @Test("A scenario without its uncertainty is planned the same and certain", arguments: 0..<20)
  func certain(seed: Int) throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed))
    var contents = roadmap.contents
    contents.uncertainty.risks = [Risk(id: "rain", name: "Rain", probability: 0.5, delay: Estimate(2))]
    contents.capabilities[0].chanceOfSuccess = 0.5
    contents.business?.visits.variation.noise = 0.1
    let certain = try Roadmap(validating: contents.certain)
    for capability in certain.capabilities {
      let original = try #require(roadmap.capability(capability.id))
      #expect(certain.plannedWork(for: capability) == roadmap.plannedWork(for: original))
      #expect(capability.duration.isCertain && capability.cost.isCertain && capability.chanceOfSuccess == 1)
      let areCertain = capability.effects.allSatisfy { $0.change.isCertain }
      #expect(areCertain)
    }
    #expect(certain.uncertainty.risks == [] && certain.evidencePolicy.priorSpread == 0)
    #expect(certain.business?.visits.variation ?? Business.Variation() == Business.Variation())
  }

  @Test("A scope is everybody, the named ones or those whose team works")
  func scopes() {
    let a = Capability(
      id: "a", name: "A", stage: "crawl", element: "data", duration: Estimate(1),
      needs: [.init("development", People(1)), .init("data", .zero)])
    #expect(CapabilityScope.all.contains(a))
    #expect(
      CapabilityScope.capabilities(["b", "a"]).contains(a) && !CapabilityScope.capabilities([]).contains(a))
    #expect(CapabilityScope.team("development").contains(a) && !CapabilityScope.team("data").contains(a))
  }

  @Test("A risk hits work that starts within its days")
  func riskWindow() {
    let day = CivilDate(dayNumber: 20_000)
    var risk = Risk(id: "rain", name: "Rain", probability: 1)
    #expect(risk.hits(workStartingOn: day))
    risk.from = day
    risk.through = day.advanced(by: 2)
    #expect(
      (-1...3).map { risk.hits(workStartingOn: day.advanced(by: $0)) } == [false, true, true, true, false])
  }

  @Test("A lever's baseline is read and written by its KPI")
  func levers() {
    var business = RoadmapFixture().business().contents.business
    for (position, lever) in KPI.levers.enumerated() {
      business?[lever] = Business.Baseline(Double(position))
    }
    #expect(KPI.levers.compactMap { business?[$0]?.value } == [0, 1, 2, 3, 4, 5, 6, 7])
    business?[.profit] = Business.Baseline(3)
    #expect(business?[.profit] == nil)
  }
}

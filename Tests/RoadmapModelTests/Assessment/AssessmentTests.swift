import Foundation
import RoadmapModel
import TestSupport
import Testing

@Suite("Maturity assessment")
struct AssessmentTests {
  /// Two elements and two stages with demands: crawl asks for `shop` and two of three ways to pay, walk for `crm` and `tracking`.
  private static let company = RoadmapFixture()
    .with { $0.maturity.elements.append(Element(id: "data", name: "Data")) }
    .capability("shop").capability("card").capability("wallet").capability("invoice")
    .capability("crm", proof: ["stored", "used", "cleaned", "owned"]).capability("tracking")
    .demand("crawl", Requirement("shop"))
    .demand("crawl", Requirement(atLeast: 2, of: ["card", "wallet", "invoice"]))
    .demand("walk", Requirement("crm")).demand("walk", Requirement("tracking"), element: "data")

  private func assess(_ fixture: RoadmapFixture) throws -> Assessment {
    Assessment(of: try fixture.roadmap())
  }

  @Test("Nothing live is no stage and no score where something is demanded")
  func nothing() throws {
    let result = try assess(Self.company)
    #expect(result.overall.stage == nil)
    #expect(result.overall.score == 0)
    #expect(result.overall.nextStage == "crawl")
    #expect(result.elements.map(\.element) == ["commerce", "data"])
    // Nothing is demanded of data before the stage walk.
    #expect(result.elements[1].stage == "crawl")
    #expect(result.elements[1].score == 1)
    #expect(result.elements[1].nextStage == "walk")
  }

  @Test("The coverage of a choice is the mean of the largest shares, as many as are asked for")
  func coverage() throws {
    let result = try assess(
      Self.company.states(["card": .live, "wallet": .partial(0.25), "invoice": .inProgress(0.75)]))
    let demand = try #require(result.overall.missing.last)
    #expect(demand.coverage == 0.875)
    #expect(demand.atLeast == 2)
    #expect(demand.live == 1)
    #expect(demand.members.map(\.capability) == ["wallet", "invoice"])
    #expect(demand.members.map(\.state) == [.partial, .inProgress])
    #expect(demand.members.map(\.done) == [0.25, 0.75])
    #expect(result.overall.coverage == 0.4375)
    #expect(result.overall.score == 0.4375)
  }

  @Test("The company's stage is the lowest of its elements, its score pools their demands")
  func pools() throws {
    let result = try assess(
      Self.company.states(["shop": .live, "card": .live, "wallet": .live, "tracking": .live]))
    #expect(result.overall.stage == "crawl")
    #expect(result.overall.score == 1.5)
    #expect(result.elements.map(\.stage) == ["crawl", "run"])
    #expect(result.elements.map(\.score) == [1, 3])
    #expect(result.elements[1].nextStage == nil)
    #expect(result.elements[1].coverage == 1)
    #expect(result.elements[1].missing == [])
  }

  @Test("A higher stage does not count while a lower one is not reached")
  func doesNotSkip() throws {
    let result = try assess(Self.company.states(["crm": .live, "tracking": .live, "shop": .live]))
    #expect(result.elements[0].stage == nil)
    #expect(result.elements[0].score == 0.5)
  }

  @Test("What is not applicable is dropped, and asked for no more")
  func dropsWhatDoesNotApply() throws {
    let twoLeft = try assess(
      Self.company.states(["shop": .live, "card": .live, "invoice": .notApplicable, "wallet": .partial(0.5)]))
    #expect(twoLeft.overall.score == 0.875)
    let noneLeft = try assess(
      Self.company.states([
        "shop": .live, "card": .notApplicable, "invoice": .notApplicable, "wallet": .notApplicable,
      ]))
    #expect(noneLeft.overall.stage == "crawl")
    #expect(noneLeft.overall.evidence.met == 1)
  }

  @Test("What provides a capability stands in for it")
  func standsIn() throws {
    let suite = Self.company.capability("suite", provides: ["crm", "tracking"])
      .states(["shop": .live, "card": .live, "wallet": .live])
    let started = try assess(suite.states(["suite": .partial(0.4), "crm": .partial(0.1)]))
    #expect(started.overall.score == 1.4)
    #expect(started.overall.missing.map { $0.members[0].standIn } == ["suite", "suite"])
    #expect(started.overall.missing.map { $0.members[0].state } == [.partial, .missing])
    let live = try assess(suite.states(["suite": .live]))
    #expect(live.overall.stage == "run")
    #expect(live.overall.score == 3)
  }

  @Test("What is all done but not live does not meet a demand")
  func doneIsNotLive() throws {
    let result = try assess(Self.company.states(["shop": .partial(1), "card": .live, "wallet": .live]))
    #expect(result.overall.stage == nil)
    #expect(result.overall.score == 1)
    #expect(result.overall.missing.map { $0.members[0].capability } == ["shop"])
  }

  @Test("Answers are reported one by one, and read in three ways")
  func readsAnswers() throws {
    let base = Self.company.states(["shop": .live, "card": .live, "wallet": .live, "tracking": .live])
    let result = try assess(
      base.answer("crm", "stored", .yes, basis: .measured).answer("crm", "used", .yes)
        .answer("crm", "cleaned", .unknown))
    let member = try #require(result.overall.missing.first?.members.first)
    #expect(member.answeredNo == [])
    #expect(member.answeredUnknown == ["cleaned"])
    #expect(member.notAsked == ["owned"])
    #expect(member.done == 0.5)
    #expect(result.overall.score == 1.75)
    #expect(result.overall.optimistic == .init(stage: "run", score: 3))
    #expect(result.overall.pessimistic == .init(stage: "crawl", score: 1.625))

    let refused = try assess(base.answer("crm", "owned", .no, basis: .documented))
    #expect(refused.overall.missing.first?.members.first?.answeredNo == ["owned"])
    #expect(refused.overall.optimistic.score == 1.875)
    #expect(refused.overall.pessimistic.score == 1.5)
  }

  @Test(
    "Declared work in progress counts for nothing in the pessimistic reading, what is declared live counts")
  func readsDeclarations() throws {
    let result = try assess(
      Self.company.states(["shop": .live, "card": .partial(0.5), "wallet": .inProgress(0.5)]))
    #expect(result.overall.score == 0.75)
    #expect(result.overall.optimistic.score == 0.75)
    #expect(result.overall.pessimistic.score == 0.5)
  }

  @Test("A demand rests on the weakest of what is needed to meet it")
  func evidence() throws {
    var fixture = Self.company.states(["shop": .live])
    for id in ["card", "wallet", "invoice"] as [CapabilityID] {
      fixture = fixture.with { contents in
        let position = contents.capabilities.firstIndex { $0.id == id } ?? 0
        contents.capabilities[position].proofPoints = [
          ProofPoint(id: "offered", question: "Is it offered?"),
          ProofPoint(id: "used", question: "Is it used?"),
        ]
      }
    }
    fixture = fixture.answer("card", "offered", .yes, basis: .measured)
      .answer("card", "used", .yes, basis: .measured)
      .answer("wallet", "offered", .yes, basis: .measured)
      .answer("wallet", "used", .yes, basis: .documented)
    // Two of three are needed: the better two rest on a measurement and on a document.
    let evidence = try assess(fixture).overall.evidence
    #expect(evidence == .init(met: 2, stated: 0.5, documented: 0.5, measured: 0))
    let third = fixture.answer("invoice", "offered", .yes, basis: .measured)
      .answer("invoice", "used", .yes, basis: .measured)
    #expect(try assess(third).overall.evidence == .init(met: 2, stated: 0.5, documented: 0, measured: 0.5))
  }

  @Test("The JSON form reads back, and carries its version")
  func codable() throws {
    let result = try assess(Self.company.states(["card": .partial(0.3)]))
    let data = try JSONEncoder().encode(result)
    #expect(try JSONDecoder().decode(Assessment.self, from: data) == result)
    let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(keys["format"] as? String == "gait-assessment/1")
  }
}

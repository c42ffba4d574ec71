import RoadmapModel
import TestSupport
import Testing

@Suite("Roadmaps")
struct RoadmapTests {
  private let fixture = RoadmapFixture().team("development", 2)
    .capability("a", proof: ["one", "two", "three", "four"]).capability("b", stage: "walk", provides: ["a"])
    .capability("c", stage: "run")

  @Test(
    "The state follows from the answers: the share that is answered with yes",
    arguments: [
      ([ProofAnswer.Answer](), CapabilityState.missing), ([.no, .unknown], .missing),
      ([.yes], .partial(0.25)),
      ([.yes, .unknown, .no, .yes], .partial(0.5)), ([.yes, .yes, .yes, .yes], .live),
    ])
  func statesFromAnswers(answers: [ProofAnswer.Answer], state: CapabilityState) throws {
    let questions: [ProofPointID] = ["one", "two", "three", "four"]
    let answered = zip(questions, answers).reduce(fixture) { $0.answer("a", $1.0, $1.1) }
    #expect(try answered.roadmap().state(of: "a") == state)
  }

  @Test("A declared state holds, what is neither declared nor answered is missing")
  func declaredStates() throws {
    let roadmap = try fixture.states(["a": .inProgress(0.3), "b": .notApplicable]).roadmap()
    #expect(roadmap.state(of: "a") == .inProgress(0.3))
    #expect(roadmap.state(of: "b") == .notApplicable)
    #expect(roadmap.state(of: "c") == .missing)
    #expect(roadmap.state(of: "ghost") == .missing)
    let states: [CapabilityState] = [.missing, .partial(0.5), .inProgress(0.3), .live, .notApplicable]
    #expect(states.map(\.doneShare) == [0, 0.5, 0.3, 1, 0])
  }

  @Test("A capability without questions is not live for all its answers being yes")
  func noQuestions() {
    #expect(CapabilityState(answers: [], to: []) == .missing)
  }

  @Test("Things are found by their ids")
  func finds() throws {
    let roadmap = try fixture.decision("c", Decision(isForced: true)).roadmap()
    #expect(roadmap.position(of: "b") == 1)
    #expect(roadmap.position(of: "ghost") == nil)
    #expect(roadmap.capability("b")?.provides == ["a"])
    #expect(roadmap.capability("ghost") == nil)
    #expect(roadmap.team("development")?.capacity == People(2))
    #expect(roadmap.team("ghost") == nil)
    #expect(roadmap.decision(on: "c").isForced)
    #expect(roadmap.decision(on: "a") == Decision())
    #expect(roadmap.capabilities.map(roadmap.stageRank(of:)) == [0, 1, 2])
    #expect(roadmap.standIns(for: "a") == ["a", "b"])
    #expect(roadmap.standIns(for: "b") == ["b"])
  }

  @Test("What is not applicable is taken out of requirements, and asked for no more")
  func applicable() throws {
    let roadmap = try fixture.states(["b": .notApplicable]).roadmap()
    let two = Requirement(atLeast: 2, of: ["a", "b", "c"])
    #expect(roadmap.applicable(two) == Requirement(atLeast: 2, of: ["a", "c"]))
    #expect(roadmap.applicable(.all(["a", "b", "c"])) == .all(["a", "c"]))
    #expect(roadmap.applicable(Requirement("b")) == Requirement(atLeast: 0, of: []))
  }

  @Test("Team sizes change on their days")
  func capacity() throws {
    let team = try #require(RoadmapFixture().team("data", 1, changes: [2: 3, 4: 0.5]).roadmap().team("data"))
    let capacities = [-1, 0, 13, 14, 27, 28, 300].map {
      team.capacity(on: RoadmapFixture.start.advanced(by: $0)).count
    }
    #expect(capacities == [1, 1, 1, 3, 3, 0.5, 0.5])
  }

  @Test("All mistakes are reported at once, doubts are kept as warnings")
  func findings() throws {
    let wrong = fixture.target("ghost").with { $0.discountRate = 7 }
    let error = #expect(throws: InvalidInput.self) { try wrong.roadmap() }
    #expect(error?.findings.map(\.id) == ["unknown-stage", "number-range"])
    let doubtful = fixture.capability("d", requires: [Prerequisite("c")]).states(["d": .live])
    #expect(
      try doubtful.roadmap().warnings.map(\.id) == ["live-without-prerequisite", "higher-stage-prerequisite"])
  }
}

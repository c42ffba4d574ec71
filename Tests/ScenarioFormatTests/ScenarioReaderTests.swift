import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct ScenarioReaderTests {
  static func complete() throws -> Roadmap {
    let reading = ScenarioReader().read(Fixtures.path("Valid/complete.yaml"))
    #expect(reading.summary == [])
    return try #require(reading.roadmap)
  }

  @Test func readsNamesAndCalendar() throws {
    let roadmap = try Self.complete()
    #expect(roadmap.name[.swedish] == "Varje nyckel")
    #expect(roadmap.calendar == PlanningCalendar(start: CivilDate(iso: "2027-01-04")!, periodCount: 157))
    #expect(roadmap.target == Target(stage: "walk", by: CivilDate(iso: "2029-06-30")))
  }
}

import Foundation
import RoadmapModel
import TestSupport
import Testing

@Suite("Plans")
struct PlanTests {
  private func plan() throws -> Plan {
    let roadmap = try RoadmapFixture(periods: 16).business().team("development", 2)
      .capability("a", weeks: 3, cost: 90.5, runningCost: 10, needs: ["development": 1])
      .capability("b", stage: "walk").demand("crawl", Requirement("a"))
      .budget([0...7: 100, 8...15: 120], carriesOver: true).roadmap()
    return PlanDraft(Schedule(starts: ["a": Period(2)]), of: roadmap).plan
  }

  @Test("The JSON form reads back")
  func roundTrip() throws {
    let plan = try plan()
    #expect(try JSONDecoder().decode(Plan.self, from: try JSONEncoder().encode(plan)) == plan)
    for seed in UInt64(0)..<30 {
      let roadmap = RandomRoadmap.make(seed: seed)
      let plan = PlanDraft(Schedule(), of: roadmap).plan
      #expect(try JSONDecoder().decode(Plan.self, from: try JSONEncoder().encode(plan)) == plan)
    }
  }

  @Test("The JSON form has the keys that scripts rely on")
  func keys() throws {
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(try plan()))
    let document = try #require(object as? [String: Any])
    #expect(
      Set(document.keys).isSuperset(of: [
        "format", "scenario", "status", "objective", "value", "stages", "capabilities", "notPlanned",
        "budget",
        "quarters", "teams", "seed", "effort", "inputHash",
      ]))
    #expect(document["format"] as? String == "gait-plan/1")
    func first(_ key: String) throws -> [String: Any] {
      try #require((document[key] as? [[String: Any]])?.first)
    }
    let value = try #require(document["value"] as? [String: Any])
    #expect(Set(value.keys).isSuperset(of: ["npv", "impact", "scores", "cost", "bound", "gap", "proof"]))
    let entry = try first("capabilities")
    #expect(entry["id"] as? String == "a")
    #expect(entry["startPeriod"] as? Int == 2)
    #expect(entry["finishPeriod"] as? Int == 5)
    #expect(entry["start"] as? String == "2027-01-18")
    #expect(entry["finish"] as? String == "2027-02-08")
    #expect(entry["cost"] as? Double == 90.5)
    #expect(try first("stages")["reachedOn"] as? String == "2027-02-08")
    #expect(Set(try first("notPlanned").keys) == ["id", "because"])
    #expect(Set(try first("budget").keys) == ["from", "through", "available", "spent"])
    #expect(Set(try first("teams").keys) == ["id", "utilisation"])
  }

  @Test("A day that does not exist is refused")
  func refusesBadDays() throws {
    let text = String(decoding: try JSONEncoder().encode(try plan()), as: UTF8.self)
    let broken = text.replacingOccurrences(of: "2027-02-08", with: "2027-02-30")
    #expect(broken != text)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Plan.self, from: Data(broken.utf8)) }
  }

  @Test("Entries are found by id")
  func finds() throws {
    let plan = try plan()
    #expect(plan.planned("a")?.startPeriod == Period(2))
    #expect(plan.planned("b") == nil)
    #expect(Schedule(plan) == Schedule(starts: ["a": Period(2)]))
  }
}

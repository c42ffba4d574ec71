import Diagrams
import Foundation
import RoadmapModel
import ScenarioFormat
import TestSupport
import Testing

/// The geometry of every view of the example scenarios, with the schedules that are kept for the tests of the simulation.
@Suite struct ScenarioDiagramsTests {
  static let names: [String] = {
    let folder = Tool.package.appending(path: "Tests/SimulationTests/Schedules").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  struct Sample {
    let roadmap: Roadmap
    let plan: Plan

    /// A scenario with its schedule, and with a forecast and critical capabilities that are as good as any for a drawing.
    init(_ name: String) throws {
      let reading = ScenarioReader().read(Tool.package.appending(path: "scenarios/\(name).yaml").path)
      roadmap = try #require(reading.roadmap)
      let file = Tool.package.appending(path: "Tests/SimulationTests/Schedules/\(name).txt")
      var starts: [CapabilityID: Period] = [:]
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: " ")
        let (id, period) = (CapabilityID(String(parts[1])), try #require(Int(parts[0])))
        if roadmap.capability(id) != nil { starts[id] = Period(period) }
      }
      plan = PlanDraft(Schedule(starts: starts), of: roadmap).plan
      try #require(plan.capabilities.count > 20, "\(name)")
    }

    /// Ranges of some weeks around the plan.
    var finishes: [CapabilityID: RoadmapOptions.FinishRange] {
      let ranges = plan.capabilities.map { entry in
        let days = 7 * (1 + entry.finishPeriod.index % 5)
        return (
          entry.id,
          RoadmapOptions.FinishRange(
            early: entry.finish.advanced(by: -days / 2), middle: entry.finish.advanced(by: 3),
            late: entry.finish.advanced(by: 2 * days))
        )
      }
      return Dictionary(ranges) { first, _ in first }
    }

    /// The drawings of every view that needs no other plan.
    ///
    /// - Parameter stages: those whose dependencies are drawn.
    func documents(
      in language: Language, lanes: [RoadmapOptions.Lanes], stages: [Stage]
    ) -> [(view: String, document: DiagramDocument)] {
      let today = roadmap.calendar.start.advanced(by: 100)
      var documents: [(String, DiagramDocument)] = lanes.map { lanes in
        let options = RoadmapOptions(
          lanes: lanes, today: today, showsLoad: true, finishes: lanes == .team ? finishes : [:])
        return (
          "roadmap by \(lanes)",
          RoadmapDiagram(plan: plan, roadmap: roadmap, language: language, options: options).document
        )
      }
      documents += [
        ("levels", LevelsDiagram(roadmap: roadmap, plan: plan, language: language).document),
        ("decisions", DecisionDiagram(roadmap: roadmap, plan: plan, language: language).document),
        ("collapsed", dependencies(DependencyOptions(isCollapsed: true), language)),
      ]
      if !lanes.isEmpty {
        documents.append(
          ("critical", CriticalDiagram(plan: plan, roadmap: roadmap, language: language).document))
      }
      return documents
        + stages.map { stage in
          let filter = CapabilityFilter(stages: [stage.id])
          return ("dependencies of \(stage.id)", dependencies(DependencyOptions(filter: filter), language))
        }
    }

    private func dependencies(_ options: DependencyOptions, _ language: Language) -> DiagramDocument {
      DependencyDiagram(roadmap: roadmap, plan: plan, language: language, options: options).document
    }
  }

  @Test func thereAreSchedules() { #expect(Self.names.count >= 9) }

  /// Every scenario in every language and in all views that need no other plan.
  ///
  /// The routes of large drawings take minutes in a debug build, so that all of this runs with `GAIT_ALL_DRAWINGS` in the environment only.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["GAIT_ALL_DRAWINGS"] != nil), arguments: names)
  func everyViewKeepsTheRulesOfGeometry(name: String) throws {
    let sample = try Sample(name)
    for language in Language.allCases {
      let documents = sample.documents(
        in: language, lanes: RoadmapOptions.Lanes.allCases, stages: sample.roadmap.maturity.stages)
      for (view, document) in documents {
        #expect(document.flaws == [], "\(view) in \(language)")
        // An arrow of the fullest roadmap has no other way than before the first day.
        #expect(document.crowding.count <= 1, "\(document.crowding), \(view) in \(language)")
      }
    }
  }

  /// Each scenario in one language and in the views whose arrows are few.
  @Test(arguments: names.indices) func viewsOfAllScenariosKeepTheRulesOfGeometry(number: Int) throws {
    let sample = try Sample(Self.names[number])
    let documents = sample.documents(in: Language.allCases[number % 3], lanes: [], stages: [])
    for (view, document) in documents { #expect(document.flaws + document.crowding == [], "\(view)") }
  }

  /// The smallest company as a roadmap.
  @Test func roadmapsKeepTheRulesOfGeometry() throws {
    let sample = try Sample("global-brand-lean")
    for (view, document) in sample.documents(in: .english, lanes: [.element], stages: []) {
      #expect(document.flaws + document.crowding == [], "\(view)")
    }
  }

  /// What one company changes against another on one layout, both ways.
  @Test(arguments: ["b2b-wholesaler", "fashion-retailer", "global-brand"])
  func differencesKeepTheRulesOfGeometry(name: String) throws {
    let (lean, base) = (try Sample(name + "-lean"), try Sample(name))
    for (from, to) in [(base, lean), (lean, base)] {
      let document = DifferenceDiagram(
        from: from.plan, of: from.roadmap, to: to.plan, of: to.roadmap
      ).document
      #expect(document.flaws == [])
    }
  }
}

import Planning
import RoadmapModel
import Simulation
import Testing

@testable import ScenarioAnalysis

/// The worked example of docs/comparing.md, computed again and held against what the document says.
@Suite("Worked example of comparing") struct WorkedExampleTests {
  /// An amount as the document writes it: whole euros with commas.
  static func euros(_ money: Money) -> String {
    var digits = String(Int(money.units.rounded().magnitude))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (money < .zero ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// The cells of a row of a table of the document, after its title.
  private static func cells(_ title: String, in document: String) throws -> [String] {
    let row = try #require(
      document.split(separator: "\n").first { $0.hasPrefix("| \(title) |") }, "no row '\(title)'")
    return row.split(separator: "|").dropFirst().map { String($0.dropFirst().dropLast()) }
  }

  @Test func theDocumentSaysWhatIsComputed() async throws {
    let document = try KeptPlan.document("docs/comparing.md")
    let candidates = try ["global-brand-lean", "global-brand-accelerated"].map { name in
      let kept = try KeptPlan(name)
      return Comparer.Candidate(name: name, roadmap: kept.roadmap, plan: kept.plan)
    }
    let planned = candidates.map { Self.euros($0.plan.value.npv) }
    #expect(try Self.cells("Planned value", in: document) == planned)

    // What is drawn is as near as its error says, whatever the draws are.
    let parameters = SimulationParameters(trials: 64)
    func values(with changes: [ScenarioChange]) async throws -> [[Double]] {
      var values: [[Double]] = []
      for candidate in candidates {
        let changed = try #require(candidate.roadmap.changed(by: changes))
        let simulator = try Simulator(roadmap: changed, plan: candidate.plan)
        values.append(await simulator.outcomes(parameters).map(\.npv))
      }
      return values
    }
    func check(_ told: String, _ values: [Double], _ label: String) throws {
      let (mean, error) = PairedFutures.mean(values)
      let number = try #require(Double(told), "\(label): \(told)")
      #expect(abs(number * 1e6 - mean) < 50_000 + 4 * error, "\(label): \(told) million, \(mean) +- \(error)")
    }
    let asTheyAre = try await values(with: [])
    for (told, values) in zip(try Self.cells("Mean value, in millions", in: document), asTheyAre) {
      try check(told, values, "mean")
    }
    let text = ChangeText(candidates[0].roadmap, .english)
    for changes in [
      [], [.allEffectsFactor(1.5)], [.allEffectsFactor(0.5)], [ScenarioChange.allCostsFactor(1.2)],
    ] {
      let title = changes.isEmpty ? "as the scenarios say" : text.text(changes)
      let cells = try Self.cells(title, in: document)
      let both = try await values(with: changes)
      try check(cells[0].filter { $0 != "!" }, zip(both[1], both[0]).map { $0 - $1 }, title)
      let keepsRules = candidates.map { candidate in
        candidate.roadmap.changed(by: changes).map {
          Planner($0).carryOver(Schedule(candidate.plan)).keepsRules
        } ?? false
      }
      #expect(cells.map { $0.hasSuffix("!") } == keepsRules.map { !$0 }, "\(title)")
      #expect(cells[1] == "best")
    }
    // The share at which it turns is that of more futures than are drawn here, so some way to both sides of it is held against these.
    #expect(document.contains("before all effects are at 46% of what the scenarios say"))
    for (share, isAhead) in [(0.55, true), (0.35, false)] {
      let both = try await values(with: [.allEffectsFactor(share)])
      let mean = PairedFutures.mean(zip(both[1], both[0]).map { $0 - $1 }).mean
      #expect((mean > 0) == isAhead, "\(share): \(mean)")
    }
    let difference = zip(asTheyAre[1], asTheyAre[0]).map { $0 - $1 }
    let wins = Double(difference.count { $0 > 0 }) / Double(difference.count)
    #expect(0.55...0.8 ~= wins, "\(wins)")
    #expect(PairedFutures.dominance(asTheyAre[1], asTheyAre[0]) == nil)
  }
}

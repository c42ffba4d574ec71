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

    // What is carried out as planned is exact.
    let search = RegretSearch(candidates: candidates, language: .english)
    let text = ChangeText(candidates[0].roadmap, .english)
    for future in [
      [], [.allEffectsFactor(1.5)], [.allEffectsFactor(0.5)], [ScenarioChange.allCostsFactor(1.2)],
    ] {
      let outcomes = try #require(search.outcomes(in: future))
      let best = outcomes.map(\.netPresentValue).max() ?? .zero
      let cells = outcomes.map { outcome in
        let regret = best - outcome.netPresentValue
        return (regret == .zero ? "best" : Self.euros(regret)) + (outcome.keepsRules ? "" : "!")
      }
      let title = future.isEmpty ? "as planned" : text.text(future)
      #expect(try Self.cells(title, in: document) == cells, "\(title): \(cells)")
    }
    #expect(document.contains("before all effects are at 27% of what is planned with"))
    #expect(
      search.best(in: [.allEffectsFactor(0.28)]) == 1 && search.best(in: [.allEffectsFactor(0.27)]) == 0)

    // What is drawn is as near as its error says, whatever the draws are.
    var values: [[Double]] = []
    for candidate in candidates {
      let simulator = try Simulator(roadmap: candidate.roadmap, plan: candidate.plan)
      values.append(await simulator.outcomes(SimulationParameters(trials: 64)).map(\.npv))
    }
    let told = try Self.cells("Mean value, in millions", in: document).map { Double($0) ?? 0 }
    let difference = zip(values[1], values[0]).map { $0 - $1 }
    for (told, values) in zip(told + [1.8], values + [difference]) {
      let (mean, error) = PairedFutures.mean(values)
      #expect(abs(told * 1e6 - mean) < 50_000 + 4 * error, "\(told) million, computed \(mean) +- \(error)")
    }
    let wins = Double(difference.count { $0 > 0 }) / Double(difference.count)
    #expect(0.55...0.8 ~= wins, "\(wins)")
    #expect(PairedFutures.dominance(values[1], values[0]) == nil)
  }
}

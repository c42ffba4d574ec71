import Foundation
import Planning
import RoadmapModel
import Testing

@testable import ScenarioAnalysis

/// The worked example of explaining in docs/comparing.md, held against the plans that it was found with.
///
/// The search itself takes too long for a debug build, so that its plans are kept: each loss that is told is that of the best of them with the change, and each end of a range
/// is where the best of them turns. `GAIT_RECORD_GOLDENS` in the environment of a release build keeps the plans of a new search.
@Suite("Worked example of explaining") struct ExplainedExampleTests {
  private typealias Quantity = Explanation.StabilityRange.Quantity
  private typealias Event = Explanation.StabilityRange.Event

  private static let scenario = "global-brand-lean"
  private static let id: CapabilityID = "repair-and-resale"
  private static let file = "Tests/ScenarioAnalysisTests/Explained/repair-and-resale.txt"

  /// A sentence of the document about what a change leads to, with the amount in place of `#`.
  private struct Claim {
    let sentence: String
    let change: ScenarioChange
    /// The start that the sentence tells.
    var start: CivilDate?
    /// Whether the sentence tells that it is left out.
    var leaves = false
  }

  /// An end of a range as the document tells it, in percents or weeks.
  private struct End {
    let quantity: Quantity
    let holds: Int
    let fails: Int
    let event: Event
    let sentence: String
  }

  private static func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso: text))
  }

  private static func claims() throws -> [Claim] {
    [
      Claim(
        sentence: "4 weeks later: the plan is worth EUR # less",
        change: .notBefore(id, try day("2028-05-22"))),
      Claim(
        sentence: "13 weeks later: the plan is worth EUR # less; the best plan then leaves it out",
        change: .notBefore(id, try day("2028-07-24")), leaves: true),
      Claim(
        sentence:
          "with 0.5 more people in Platform development from 2028-01-24: starts 2028-03-20; the plan is worth EUR # more",
        change: .moreTeam("development", people: People(0.5), from: try day("2028-01-24")),
        start: try day("2028-03-20")),
      Claim(
        sentence:
          "if 'Repair and resale' has to be live by 2028-08-21: starts 2028-03-20; the plan is worth EUR # less",
        change: .liveBy(id, try day("2028-08-21")), start: try day("2028-03-20")),
    ]
  }

  private static let ends = [
    End(
      quantity: .cost, holds: 128, fails: 129, event: .leaves,
      sentence: "holds to EUR 305,067; at EUR 307,450 it leaves the plan"),
    End(
      quantity: .duration, holds: 13, fails: 12, event: .movesLater,
      sentence: "holds to 13 weeks; at 12 weeks it starts later"),
    End(
      quantity: .duration, holds: 26, fails: 27, event: .leaves,
      sentence: "holds to 26 weeks; at 27 weeks it leaves the plan"),
    End(
      quantity: .effect, holds: 90, fails: 89, event: .leaves,
      sentence: "holds to 90%; at 89% it leaves the plan"),
  ]

  private static func change(_ quantity: Quantity, _ value: Int) -> ScenarioChange {
    switch quantity {
    case .cost: .costFactor(id, Double(value) / 100)
    case .duration: .weeks(id, value)
    case .effect: .effectFactor(id, Double(value) / 100)
    }
  }

  /// Everything that is asked: each claim, and each side of each end with the capability where it is and wherever it is best.
  private static func questions(start: CivilDate) throws -> [[ScenarioChange]] {
    try claims().map { [$0.change] }
      + ends.flatMap { end in
        [end.holds, end.fails].flatMap { value in
          let change = change(end.quantity, value)
          return [[change], [change, .pin(id, start)]]
        }
      }
  }

  // MARK: The kept plans

  /// A schedule as a line: ids and periods.
  private static func line(_ schedule: Schedule) -> String {
    schedule.starts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { "\($0.key) \($0.value.index)" }.joined(separator: ", ")
  }

  private static func schedule(_ line: Substring) -> Schedule {
    var starts: [CapabilityID: Period] = [:]
    for entry in line.split(separator: ", ") {
      let parts = entry.split(separator: " ")
      starts[CapabilityID(String(parts[0]))] = Period(Int(parts[1]) ?? 0)
    }
    return Schedule(starts: starts)
  }

  private static func replanner(_ roadmap: Roadmap) -> Replanner {
    Replanner(roadmap, AnalysisParameters(), signal: StopSignal()) { _ in }
  }

  /// Explains again as `gait explain` does, and keeps the plan and what is best for each question.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["GAIT_RECORD_GOLDENS"] != nil))
  func recordsWhatAnswersWereFoundWith() async throws {
    let roadmap = try KeptPlan.roadmap(Self.scenario)
    let planning = PlannerParameters()
    guard case .plan(let first) = try await Planner(roadmap).plan(planning) else {
      Issue.record("the scenario has no plan")
      return
    }
    let explained = try await Explainer(roadmap, plan: first, planning: planning).explain([Self.id])
    let start = try #require(explained.plan.planned(Self.id)?.start)
    let known = ([explained.plan] + explained.plans).map(Schedule.init)
    let replanner = Self.replanner(roadmap)
    var kept = [known[0]]
    for question in try Self.questions(start: start) {
      // The first of the best, before it is carried over.
      var best: (schedule: Schedule, worth: Money)?
      for schedule in known {
        guard let carried = replanner.best(of: [schedule], with: question) else { continue }
        if best.map({ $0.worth < carried.netPresentValue }) ?? true {
          best = (schedule, carried.netPresentValue)
        }
      }
      if let best, !kept.contains(best.schedule) { kept.append(best.schedule) }
    }
    try KeptPlan.write(kept.map(Self.line).joined(separator: "\n") + "\n", to: Self.file)
    Issue.record("recorded; run again without the variable")
  }

  // MARK: The document

  @Test func theDocumentSaysWhatThePlansShow() throws {
    let document = try KeptPlan.document("docs/comparing.md")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let roadmap = try KeptPlan.roadmap(Self.scenario)
    let known = try KeptPlan.document(Self.file).split(separator: "\n").map(Self.schedule)
    let replanner = Self.replanner(roadmap)
    let plan = try KeptPlan.plan(of: try #require(known.first), roadmap)
    let planned = try #require(plan.planned(Self.id))
    #expect(
      document.contains(
        "The plan that is explained is worth EUR \(WorkedExampleTests.euros(plan.value.npv))."))
    #expect(
      document.contains(
        "In work from \(planned.start), live on \(planned.finish). \(planned.because)."), "\(planned.because)"
    )
    for link in WaitChain(roadmap: roadmap, plan: plan, language: .english).links(from: Self.id) {
      let name = roadmap.capability(link.id)?.name[.english] ?? ""
      #expect(document.contains("- '\(name)' \(link.text)"), "\(link.text)")
    }
    for claim in try Self.claims() {
      let best = try #require(replanner.best(of: known, with: [claim.change]), "\(claim.sentence)")
      let amount = WorkedExampleTests.euros(best.netPresentValue - plan.value.npv)
      let sentence = claim.sentence.replacing("#", with: amount.replacing("-", with: ""))
      #expect(document.contains(sentence), "\(sentence)")
      #expect((best.netPresentValue < plan.value.npv) == sentence.contains("less"), "\(sentence)")
      let start = best.schedule.starts[Self.id].map { roadmap.calendar.date(of: $0) }
      if let told = claim.start { #expect(start == told, "\(sentence)") }
      if claim.leaves { #expect(start == nil, "\(sentence)") }
    }
    for end in Self.ends {
      #expect(document.contains(end.sentence))
      try check(end, plan, known, replanner)
    }
  }

  /// Just inside the capability is best where it is, just outside it is not, and then it is where the event says.
  private func check(_ end: End, _ plan: Plan, _ known: [Schedule], _ replanner: Replanner) throws {
    let start = try #require(plan.planned(Self.id))
    for (value, isInside) in [(end.holds, true), (end.fails, false)] {
      let change = Self.change(end.quantity, value)
      let free = try #require(replanner.best(of: known, with: [change]), "\(end.sentence)")
      let stays = replanner.best(of: known, with: [change, .pin(Self.id, start.start)])
      #expect(
        isInside == ((stays?.netPresentValue ?? .zero) >= free.netPresentValue), "\(value): \(end.sentence)")
      guard !isInside else { continue }
      let moved = free.schedule.starts[Self.id]
      #expect(
        end.event == .leaves ? moved == nil : moved.map { $0 > start.startPeriod } ?? false, "\(end.sentence)"
      )
    }
  }
}

import RoadmapModel
import Simulation

/// What a plan reaches that was chosen for a confidence, and what the plan for expected values would have reached.
struct ConfidenceReport {
  let choice: ConfidenceChoice
  let roadmap: Roadmap
  let language: Language

  private var words: ForecastWords.Confidence { ForecastWords[language].confidence }
  private var notation: Notation { Notation(language: language, currency: choice.plan.currency) }

  /// The most capabilities that are named one by one.
  private static let nameLimit = 4

  /// One paragraph.
  var report: Report {
    var sentences = [reached]
    if choice.plan == choice.deterministic {
      sentences.append(words.same)
    } else {
      sentences.append(words.other(text(choice.deterministicAchieved)))
      if choice.plan.objective != .time { sentences.append(words.error(text(choice.standardError))) }
      sentences += changes
    }
    sentences.append(words.compared(choice.candidates.count))
    return Report([.paragraph(sentences.joined(separator: " "))])
  }

  /// What the plan does otherwise than the one for expected values.
  private var changes: [String] {
    let difference = PlanDifference(from: choice.deterministic, to: choice.plan)
    let dropped = difference.entries(.dropped)
    let added = difference.entries(.added)
    let moved = difference.entries(.moved).count
    var sentences: [String] = []
    if !dropped.isEmpty { sentences.append(words.leavesOut(names(of: dropped))) }
    if !added.isEmpty { sentences.append(words.adds(names(of: added))) }
    if moved > 0 { sentences.append(words.moves(moved)) }
    return sentences
  }

  /// The names of capabilities, and how many more there are.
  private func names(of entries: [PlanDifference.Entry]) -> String {
    let names = entries.prefix(Self.nameLimit).map {
      roadmap.capability($0.id)?.name[language] ?? $0.id.text
    }
    let more = entries.count - names.count
    return (names + (more > 0 ? [words.more(more)] : [])).joined(separator: ", ")
  }

  private var reached: String {
    let share = notation.wholePercent(choice.confidence)
    switch choice.plan.objective {
    case .value: return words.value(share, text(choice.achieved))
    case .cost: return words.cost(share, text(choice.achieved))
    case .time: return words.time(share, day(choice.achieved))
    }
  }

  /// A result in the unit of the objective.
  private func text(_ value: Double) -> String {
    switch choice.plan.objective {
    case .value, .cost: value.magnitude < 9e15 ? notation.money(Money(units: value)) : "?"
    case .time: day(value) ?? words.later
    }
  }

  private func day(_ period: Double) -> String? {
    guard period <= Double(roadmap.calendar.periodCount) else { return nil }
    return "\(roadmap.calendar.date(of: Period(Int(period))))"
  }
}

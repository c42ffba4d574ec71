internal import Planning
internal import RoadmapModel

/// What becomes of a known schedule in a variant, in several ways, so that the search begins near it with all rules kept.
///
/// What is put off leaves people idle, and what comes after it is then too late for the days that have to be kept. So work may be brought forward, near what is put
/// off or everywhere, and what has to be in time gets its people first; or what is put off takes what everything else leaves. Of all combinations the best ones are kept.
struct StartingPoints {
  let planner: Planner
  let variant: Roadmap
  let changes: [ScenarioChange]

  /// For how many weeks after what is put off work may be brought forward.
  static let weeks = [8, 26, 52]
  /// What comes first; nil for the order of the schedule.
  static let priorities = [nil] + [8, 16, 32].map { CarryingPriority(slack: $0, stays: true) }
  /// The most schedules that are kept.
  static let limit = 3

  /// The best schedules that become of one; those that keep all rules, when there are any.
  func schedules(from known: Schedule) -> [Schedule] {
    let spans = changes.compactMap { span(of: $0, known) }
    // What still keeps all rules in its order is near enough, unless work moves and leaves people idle.
    let same = planner.carryOver(known)
    if spans.isEmpty, same.keepsRules { return [same.schedule] }
    var carried = [same]
    for way in ways(from: known, spans) {
      let found = way()
      if !carried.contains(where: { $0.schedule == found.schedule }) { carried.append(found) }
    }
    let kept = carried.filter(\.keepsRules)
    return best(of: kept.isEmpty ? carried : kept)
  }

  /// The first schedule that becomes of one and keeps all rules; nil when there is none.
  func keepingRules(from known: Schedule) -> Schedule? {
    let spans = changes.compactMap { span(of: $0, known) }
    for way in [{ planner.carryOver(known) }] + ways(from: known, spans) {
      let found = way()
      if found.keepsRules { return found.schedule }
    }
    return nil
  }

  /// What becomes of the worth of a schedule when everything stays in its order, or when what then breaks a rule is put right.
  func worth(of known: Schedule) -> Money {
    let same = planner.carryOver(known)
    guard !same.keepsRules else { return same.netPresentValue }
    let spans = changes.compactMap { span(of: $0, known) }
    let kept = ways(from: known, spans).lazy.map { $0() }.filter(\.keepsRules).map(\.netPresentValue)
    return kept.max() ?? same.netPresentValue
  }

  private typealias Span = (id: CapabilityID, begin: Period, end: Period)

  private func ways(from known: Schedule, _ spans: [Span]) -> [() -> CarriedSchedule] {
    let all = Set(known.starts.keys)
    var orders = [known]
    var last: [Schedule] = []
    var hurried: [Set<CapabilityID>] = spans.isEmpty ? [[]] : []
    for span in spans {
      hurried.append([span.id])
      for weeks in Self.weeks {
        let near = known.starts.filter {
          $0.value >= span.begin && $0.value < span.end.advanced(by: weeks)
        }
        hurried.append(Set(near.keys))
      }
      guard span.begin < span.end else { continue }
      orders.insert(known, at: 0)
      orders[0].starts[span.id] = span.end
      // Behind everything else it takes the first room that is left, and nothing else has to move.
      last.append(known)
      last[last.count - 1].starts[span.id] = variant.calendar.periods.upperBound
    }
    hurried.append(all)
    let inTurn = orders.flatMap { order in
      hurried.flatMap { hurried in
        Self.priorities.map { first in { planner.carryOver(order, hurrying: hurried, first: first) } }
      }
    }
    return inTurn
      + last.flatMap { order in hurried.map { set in { planner.carryOver(order, hurrying: set) } } }
  }

  private func best(of candidates: [CarriedSchedule]) -> [Schedule] {
    let order = candidates.indices.sorted { left, right in
      let (a, b) = (candidates[left].netPresentValue, candidates[right].netPresentValue)
      return a != b ? a > b : left < right
    }
    return order.prefix(Self.limit).map { candidates[$0].schedule }
  }

  /// What a change puts off, where it began and where it begins; nil for a change that is about nothing in particular.
  private func span(of change: ScenarioChange, _ known: Schedule) -> Span? {
    switch change {
    case .notBefore(let id, let day?):
      guard let begin = known.starts[id] else { return nil }
      return (id, begin, max(begin, variant.calendar.firstPeriod(onOrAfter: day)))
    case .weeks(let id, _):
      return known.starts[id].map { (id, $0, $0) }
    default: return nil
    }
  }
}

import BusinessModel
import RoadmapModel

/// The best schedule of a tiny roadmap, by trying all of them: the oracle of the planner's tests.
///
/// It knows nothing of the planner. A schedule counts when the audit finds nothing; its worth is read off the business model. To save time, a
/// schedule is audited only when it would be better than the best so far, and people are counted while it grows.
struct BruteForce {
  /// The best that was found, in the objective's unit (cents, periods, cents); nil when no schedule keeps all rules.
  private(set) var best: Int64?
  /// Its starts.
  private(set) var schedule = Schedule()

  private let roadmap: Roadmap
  private let ground: AuditGround
  private let shop: ShopModel
  private let objective: Objective
  private let plannable: [Int]
  private let work: [PlannedWork]
  private var workspace: ShopModel.Workspace
  private var starts: [Int?]
  private var load: [[Int32]]

  /// Tries all schedules of a roadmap for an objective.
  init(_ roadmap: Roadmap, objective: Objective) {
    self.roadmap = roadmap
    self.objective = objective
    ground = AuditGround(roadmap)
    shop = ShopModel(roadmap)
    workspace = shop.makeWorkspace()
    plannable = roadmap.capabilities.indices.filter { position in
      let state = roadmap.state(of: roadmap.capabilities[position].id)
      return state != .live && state != .notApplicable
    }
    work = roadmap.capabilities.map { roadmap.plannedWork(for: $0) }
    starts = [Int?](repeating: nil, count: roadmap.capabilities.count)
    load = roadmap.teams.map { team in
      roadmap.calendar.periods.map { team.capacity(on: roadmap.calendar.date(of: $0)).hundredths }
    }
    extend(0)
  }

  private mutating func extend(_ index: Int) {
    guard index < plannable.count else { return consider() }
    let position = plannable[index]
    extend(index + 1)
    for start in 0..<shop.periodCount where start + work[position].duration <= shop.periodCount {
      guard take(position, start, -1) else {
        _ = take(position, start, 1)
        continue
      }
      starts[position] = start
      extend(index + 1)
      starts[position] = nil
      _ = take(position, start, 1)
    }
  }

  /// Takes people, or gives them back; false when some team has not enough.
  private mutating func take(_ position: Int, _ start: Int, _ sign: Int32) -> Bool {
    var suffices = true
    for need in work[position].needs {
      guard let team = roadmap.teams.firstIndex(where: { $0.id == need.team }) else { continue }
      for period in start..<start + work[position].duration {
        load[team][period] += sign * need.people.hundredths
        if load[team][period] < 0 { suffices = false }
      }
    }
    return suffices
  }

  private mutating func consider() {
    var candidate = Schedule()
    for position in plannable {
      if let start = starts[position] { candidate.starts[roadmap.capabilities[position].id] = Period(start) }
    }
    guard let worth = worth(of: candidate) else { return }
    if let best, !isBetter(worth, than: best) { return }
    let needsPath = roadmap.capabilities.contains { $0.trigger != nil }
    let path = needsPath ? shop.path(goLive: goLives()) : nil
    guard ground.violations(of: candidate, path: path).isEmpty else { return }
    best = worth
    schedule = candidate
  }

  private func isBetter(_ worth: Int64, than best: Int64) -> Bool {
    objective == .value ? worth > best : worth < best
  }

  private func goLives() -> [Int32] {
    starts.indices.map { position in
      starts[position].map { Int32($0 + work[position].duration) } ?? ShopModel.never
    }
  }

  private mutating func worth(of candidate: Schedule) -> Int64? {
    switch objective {
    case .time: return candidate.period(reaching: roadmap.target.stage, in: roadmap).map { Int64($0.index) }
    case .cost:
      return plannable.reduce(Int64(0)) { sum, position in
        sum + (starts[position] == nil ? 0 : Money(units: shop.firstYearCost(of: position)).cents)
      }
    case .value:
      let scores = zip(0..., goLives()).reduce(0.0) { $0 + shop.presentScore(of: $1.0, goLive: Int($1.1)) }
      let impact = shop.impact(goLive: goLives(), in: &workspace) + scores
      let cost = plannable.reduce(0.0) { sum, position in
        sum + (starts[position].map { shop.presentCost(of: position, start: $0) } ?? 0)
      }
      return Money(units: roadmap.weights.impact * impact - roadmap.weights.cost * cost).cents
    }
  }
}

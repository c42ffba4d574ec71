internal import Planning
internal import RoadmapModel
internal import Synchronization

/// Plans variants of one scenario, each from schedules that are known, so that a plan costs little.
///
/// Everything that an analysis says about "what if" goes through here. A result depends on the changes, the starting schedules and the parameters only,
/// never on which plans were made before or at the same time.
final class Replanner: Sendable {
  let roadmap: Roadmap
  let parameters: AnalysisParameters
  let objective: Objective
  private let signal: StopSignal
  private let onProgress: @Sendable (AnalysisProgress) -> Void
  private let progress = Mutex(AnalysisProgress(plans: 0, total: 0))
  private let longer = Atomic(0)

  init(
    _ roadmap: Roadmap, _ parameters: AnalysisParameters, signal: StopSignal,
    onProgress: @escaping @Sendable (AnalysisProgress) -> Void
  ) {
    self.roadmap = roadmap
    self.parameters = parameters
    self.signal = signal
    self.onProgress = onProgress
    objective = parameters.objective ?? roadmap.objective
  }

  /// How much work goes into one plan.
  enum Work {
    /// One thread, and one minimum cut: one of many plans, whose bound is not shown.
    case least
    /// The same with fewer schedules: from what is known to be a good plan of the variant.
    case following
    /// The same as the first with more schedules and another seed: an answer that is surprising, looked at again.
    case second
    /// One thread, and few schedules: whether there is a plan at all.
    case feasibility
    /// All threads, and as many minimum cuts as the parameters say: a plan that is shown with its bound.
    case shown
    /// All threads, and as many minimum cuts as for a plan of its own: one whose bound others lean on.
    case leading
    /// All threads, and one minimum cut: the bound is known already.
    case again

    /// The minimum cuts for the bound.
    func cuts(_ parameters: AnalysisParameters) -> Int {
      switch self {
      case .least, .following, .second, .feasibility, .again: 1
      case .shown: parameters.cuts
      case .leading: parameters.leadingCuts
      }
    }

    /// The splits of branches of the bound; nil for as many as a first look takes.
    var splits: Int? {
      switch self {
      case .shown, .leading: nil
      case .least, .following, .second, .feasibility, .again: 0
      }
    }

    /// The schedules that may be built.
    func schedules(_ parameters: AnalysisParameters) -> Int {
      switch self {
      case .following: max(1, parameters.schedules / Self.followingShare)
      case .second: parameters.secondLook * parameters.schedules
      case .feasibility: min(parameters.schedules, Self.feasibilitySchedules)
      default: parameters.schedules
      }
    }

    /// The most schedules that are built to find out whether there is a plan at all.
    static let feasibilitySchedules = 600

    /// The part of the work that is left when a good plan is known.
    static let followingShare = 3

    /// The failures that a complete search may meet.
    func failures(_ parameters: AnalysisParameters) -> Int {
      switch self {
      case .following: parameters.failures / Self.followingShare
      case .second: parameters.secondLook * parameters.failures
      default: parameters.failures
      }
    }

    /// The parts of a round between which effects are linearised again; nil for as many as the planner takes.
    var guides: Int? { isOneOfMany ? 2 : nil }

    /// Whether it is one of many plans that are made at the same time.
    var isOneOfMany: Bool {
      switch self {
      case .least, .following, .second, .feasibility: true
      case .shown, .leading, .again: false
      }
    }
  }

  /// What planning a variant leads to; nil when the variant is no valid scenario.
  func outcome(
    _ changes: [ScenarioChange], from starts: [Schedule], work: Work = .least
  ) async throws(AnalysisError) -> PlanningOutcome? {
    guard !signal.wasRaised else { throw .interrupted }
    guard let variant = roadmap.changed(by: changes) else { return nil }
    let isSecond = work == .second
    var planning = PlannerParameters(
      objective: objective, effort: .quick, seed: parameters.seed &+ (isSecond ? 1 : 0),
      threads: work.isOneOfMany ? 1 : parameters.threads, language: parameters.language,
      inputHash: parameters.inputHash)
    planning.schedules = work.schedules(parameters)
    planning.cuts = work.cuts(parameters)
    planning.splits = work.splits
    planning.tightensLimit = !work.isOneOfMany
    planning.nodes = work.failures(parameters)
    planning.guides = work.guides
    let planner = Planner(variant)
    let points = StartingPoints(planner: planner, variant: variant, changes: changes)
    planning.startingSchedules =
      starts + (changes.isEmpty || isSecond ? [] : starts.prefix(1).flatMap { points.schedules(from: $0) })
    let outcome = try await search(planner, planning)
    if isSecond { longer.add(1, ordering: .relaxed) }
    report()
    return outcome
  }

  /// The plan of a variant by a search like that for a first plan, which begins with a known plan, too, where there is one.
  func plan(
    _ changes: [ScenarioChange], from known: Plan?, searchingAs parameters: PlannerParameters
  ) async throws(AnalysisError) -> Plan? {
    guard !signal.wasRaised else { throw .interrupted }
    guard let variant = roadmap.changed(by: changes) else { return nil }
    var parameters = parameters
    parameters.startingSchedules = known.map { [Schedule($0)] } ?? []
    let outcome = try await search(Planner(variant), parameters)
    report()
    guard case .plan(let plan) = outcome else { return nil }
    return plan
  }

  private func search(
    _ planner: Planner, _ parameters: PlannerParameters
  ) async throws(AnalysisError) -> PlanningOutcome {
    do {
      let outcome = try await planner.plan(parameters, signal: signal)
      guard !signal.wasRaised else { throw AnalysisError.interrupted }
      return outcome
    } catch let error as AnalysisError {
      throw error
    } catch let defect as PlannerDefect {
      throw .defect(defect)
    } catch {
      preconditionFailure("a planner throws nothing else: \(error)")
    }
  }

  /// The plan of a variant; nil when it has none, or none was found.
  func plan(
    _ changes: [ScenarioChange], from starts: [Schedule], work: Work = .least
  ) async throws(AnalysisError) -> Plan? {
    guard case .plan(let plan) = try await outcome(changes, from: starts, work: work) else { return nil }
    return plan
  }

  /// What becomes of known schedules in a variant: the best of those that keep all rules; nil when none does.
  func best(of known: [Schedule], with changes: [ScenarioChange]) -> CarriedSchedule? {
    guard let variant = roadmap.changed(by: changes) else { return nil }
    let planner = Planner(variant)
    var best: CarriedSchedule?
    for schedule in known {
      let carried = planner.carryOver(schedule)
      guard carried.keepsRules, best.map({ isBetter(carried, than: $0) }) ?? true else { continue }
      best = carried
    }
    return best
  }

  /// Whether a plan is better than another for the objective; any plan is better than none.
  func isBetter(_ plan: Plan, than other: Plan?) -> Bool {
    let score = { [self] (plan: Plan) in Score(plan, for: objective, target: roadmap.target.stage) }
    return other.map { score($0) < score(plan) } ?? true
  }

  private func isBetter(_ schedule: CarriedSchedule, than other: CarriedSchedule) -> Bool {
    let (reached, before) = (schedule.targetPeriod ?? Self.never, other.targetPeriod ?? Self.never)
    if objective == .time, reached != before { return reached < before }
    return schedule.netPresentValue > other.netPresentValue
  }

  /// Whether it is certain that a schedule which keeps all rules is better than a plan.
  func isBetter(_ schedule: CarriedSchedule, than plan: Plan) -> Bool {
    let reached = schedule.targetPeriod ?? Self.never
    let before = plan.stages.first { $0.stage == roadmap.target.stage }?.period ?? Self.never
    switch objective {
    case .value: return schedule.netPresentValue > plan.value.npv
    case .time: return reached != before ? reached < before : schedule.netPresentValue > plan.value.npv
    case .cost: return false
    }
  }

  /// After the end of every calendar.
  private static let never = Period(Int.max)

  /// A schedule that keeps all rules of a variant; nil when none was found.
  ///
  /// What becomes of a known schedule is enough; only where that breaks a rule is there a search.
  func schedule(
    keepingRulesOf changes: [ScenarioChange], from starts: [Schedule]
  ) async throws(AnalysisError) -> Schedule? {
    guard !signal.wasRaised else { throw .interrupted }
    guard let variant = roadmap.changed(by: changes) else { return nil }
    let planner = Planner(variant)
    guard !planner.isProvedInfeasible else {
      report()
      return nil
    }
    let points = StartingPoints(planner: planner, variant: variant, changes: changes)
    for start in starts {
      guard let kept = points.keepingRules(from: start) else { continue }
      report()
      return kept
    }
    return try await plan(changes, from: starts, work: .feasibility).map(Schedule.init)
  }

  /// The results of some questions, in their order; as many are worked on at the same time as there are threads.
  func map<Question: Sendable, Answer: Sendable>(
    _ questions: [Question], _ answer: @escaping @Sendable (Question) async throws(AnalysisError) -> Answer
  ) async throws(AnalysisError) -> [Answer] {
    let results = await withTaskGroup(of: (Int, Result<Answer, AnalysisError>).self) { group in
      var next = 0
      func add() {
        guard next < questions.count else { return }
        let (index, question) = (next, questions[next])
        next += 1
        group.addTask {
          do throws(AnalysisError) {
            return (index, .success(try await answer(question)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<parameters.threads { add() }
      var results = [Result<Answer, AnalysisError>?](repeating: nil, count: questions.count)
      for await (index, result) in group {
        results[index] = result
        add()
      }
      return results.compactMap(\.self)
    }
    var answers: [Answer] = []
    for result in results { answers.append(try result.get()) }
    return answers
  }

  /// The number of plans that were searched for with more work, since the first answer was surprising.
  var longerPlansMade: Int { longer.load(ordering: .relaxed) }

  /// The number of plans that have been made.
  var plansMade: Int { progress.withLock { $0.plans } }

  /// Says that so many more plans are going to be made.
  func expect(_ count: Int) {
    onProgress(
      progress.withLock { progress in
        progress.total += count
        return progress
      })
  }

  private func report() {
    onProgress(
      progress.withLock { progress in
        progress.plans += 1
        progress.total = max(progress.total, progress.plans)
        return progress
      })
  }
}

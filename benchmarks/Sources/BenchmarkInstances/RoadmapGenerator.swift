internal import Planning
internal import RoadmapModel

/// Makes roadmaps like those of companies, of any size.
///
/// A roadmap has capabilities in layers (``RoadmapNetwork``), four teams and quarterly budgets with carry-over that let all of it through in
/// a third of the time (``RoadmapMeans``), and benefits that grow once live (``RoadmapMoney``). Two thirds of the capabilities are required by the target
/// milestone; its deadline is a quarter later than a schedule that keeps all rules, so it can be kept (``WitnessSchedule``).
public enum RoadmapGenerator {
  /// Makes a roadmap.
  ///
  /// - Complexity: O(capabilities x periods^2).
  /// - Throws: ``InstanceError`` when the size is out of range, or no schedule of what is required was found.
  public static func roadmap(_ family: RoadmapFamily) throws(InstanceError) -> GeneratedRoadmap {
    guard RoadmapFamily.sizes.contains(family.size) else {
      throw InstanceError(file: family.name, "a roadmap has \(RoadmapFamily.sizes) capabilities")
    }
    // A roadmap whose required part does not fit is drawn anew; this changes the seed and nothing else.
    for attempt in 0..<50 {
      var drawn = family
      drawn.seed = family.seed &+ UInt64(attempt) &* 1_000_003
      if let roadmap = draw(drawn, name: family.name) { return roadmap }
    }
    throw InstanceError(file: family.name, "no schedule of what is required was found; take another seed")
  }

  /// Draws a roadmap; nil when no schedule of what is required was found.
  private static func draw(_ family: RoadmapFamily, name: String) -> GeneratedRoadmap? {
    let network = RoadmapNetwork(family)
    let means = RoadmapMeans(family, durations: network.durations)
    let money = RoadmapMoney(family, costs: means.costs)
    let frozen = family.hasFreezes ? frozenPeriods(family.periodCount) : []
    guard let witness = WitnessSchedule.best(network, means, frozen: frozen, family: family) else {
      return nil
    }
    let finish = witness.finish
    let deadline = min(family.periodCount, (finish * 5 + 3) / 4)
    let windows = StartWindows(network, frozen: frozen, periodCount: family.periodCount, deadline: deadline)
    let ids = (0..<family.size).map(id)
    let activities = (0..<family.size).map { capability in
      let cost = means.costs[capability]
      let total = Double(cost.reduce(0, +)) / 100
      return CompiledProblem.Activity(
        id: ids[capability], isMilestone: false, isRequired: network.isRequired[capability],
        duration: network.durations[capability], needs: needs(means.needs[capability]),
        costs: cost.map { Double($0) / 100 }, runningCost: money.runningCosts[capability],
        firstYearCost: ((total + 52 * money.runningCosts[capability]) * 100).rounded() / 100,
        earliestStart: windows.earliest[capability], latestStart: windows.latest[capability], fixedStart: nil,
        requirements: network.requirements[capability].map { requirement in
          CompiledProblem.Requirement(
            atLeast: requirement.atLeast, lag: requirement.lag,
            slots: requirement.slots.map { $0.map { ids[$0] } })
        }, trigger: [],
        additiveValueByStart: money.valueByStart(
          capability, duration: network.durations[capability], costs: cost))
    }
    let target = CompiledProblem.Activity.target(
      requirements: network.goals.map { .of(ids[$0]) }, earliestStart: windows.earliestTarget,
      latestStart: deadline)
    var starts = Dictionary(
      uniqueKeysWithValues: witness.starts.enumerated().compactMap { index, start in
        start.map { (ids[index], $0) }
      })
    starts[target.id] = finish
    return GeneratedRoadmap(
      problem: problem(family, name, network, means, money, frozen, activities + [target], ids),
      witness: starts)
  }

  private static func problem(
    _ family: RoadmapFamily, _ name: String, _ network: RoadmapNetwork, _ means: RoadmapMeans,
    _ money: RoadmapMoney,
    _ frozen: [Int], _ activities: [CompiledProblem.Activity], _ ids: [String]
  ) -> CompiledProblem {
    CompiledProblem(
      scenario: name, origin: "generated", objective: .value, discountFactors: money.discountFactors,
      teams: RoadmapMeans.teams.enumerated().map { index, team in
        CompiledProblem.Team(id: TeamID(team), capacity: means.capacity[index].map { Double($0) / 100 })
      },
      budget: CompiledProblem.Budget(
        carriesOver: true,
        segments: zip(means.quarters, means.limits).map {
          CompiledProblem.Segment(periods: Array($0), limit: Double($1) / 100)
        }, closedPeriods: []),
      frozenPeriods: frozen, activities: activities,
      exclusiveGroups: network.groups.enumerated().map { index, group in
        CompiledProblem.ExclusiveGroup(
          id: AlternativeID("group-\(index + 1)"), members: group.members.map { ids[$0] },
          needsOne: group.needsOne)
      })
  }

  /// The weeks 46 to 51 of every 52.
  private static func frozenPeriods(_ periodCount: Int) -> [Int] {
    (0...periodCount).filter { (46...51).contains($0 % 52) }
  }

  /// `c0001`, so that the order of names is that of numbers.
  private static func id(_ capability: Int) -> String {
    let digits = String(capability + 1)
    return "c" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func needs(_ units: [Int]) -> [CompiledProblem.Need] {
    units.enumerated().filter { $1 > 0 }.map {
      CompiledProblem.Need(team: TeamID(RoadmapMeans.teams[$0]), people: Double($1) / 100)
    }
  }
}

import BusinessModel
import Planning
import RoadmapModel
import TestSupport
import Testing

@Suite struct CompiledProblemTests {
  /// The compiled problem alone is enough to find the value of a plan: the formulas of `docs/compiled-problem.md`, written out.
  @Test(arguments: 0..<20) func valueFollowsFromTheProblemAlone(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 6, periods: 10)
    var parameters = PlannerParameters(objective: .value, threads: 1)
    parameters.schedules = 200
    let planner = Planner(roadmap)
    guard case .plan(let plan) = try await planner.plan(parameters) else { return }
    let problem = planner.compiledProblem(inputHash: "")
    var value = 0.0
    var live: [String: Int] = [:]
    for entry in plan.capabilities {
      let activity = try #require(problem.activities.first { $0.id == entry.id.text })
      value += activity.additiveValueByStart[entry.startPeriod.index]
      live[activity.id] = entry.startPeriod.index + activity.duration
    }
    if let shop = problem.shop {
      let gain = zip(profits(shop, live, problem.periodCount), profits(shop, [:], problem.periodCount)).map {
        $0 - $1
      }
      value += problem.impactWeight * zip(gain, problem.discountFactors).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(value - plan.value.npv.units) < 0.02, "seed \(seed)")
  }

  private func profits(_ shop: CompiledShop, _ live: [String: Int], _ periods: Int) -> [Double] {
    var customers = shop.customers
    return (0..<periods).map { period in
      func lever(_ kpi: KPI) -> Double {
        var value = shop.levers.first { $0.kpi == kpi }?.values[period] ?? 0
        for bundle in shop.bundles where bundle.kpi == kpi {
          let product = bundle.effects.reduce(1.0) { product, effect in
            guard let golive = live[effect.capability.text], golive <= period else { return product }
            let age = period - golive
            let adoption = age < effect.adoptionByAge.count ? effect.adoptionByAge[age] : 1
            return product * (1 + effect.size * adoption)
          }
          value *= bundle.offset + bundle.slope * product
        }
        return [.conversion, .returnRate, .churn].contains(kpi) ? min(1, max(0, value)) : value
      }
      let new = lever(.visits) * lever(.conversion)
      let orders = new + customers * lever(.reorderRate)
      customers = customers * (1 - lever(.churn)) + shop.newCustomerShare * new
      return orders * (lever(.orderValue) * lever(.margin) * (1 - lever(.returnRate)) - lever(.costToServe))
    }
  }
}

internal import Planning
internal import RoadmapModel

/// How good a plan is for an objective, and what decides between plans that are equally good; larger is better.
struct Score: Hashable, Sendable, Comparable {
  let primary: Int64
  let secondary: Int64

  init(_ plan: Plan, for objective: Objective, target: StageID) {
    let reached = Int64(plan.stages.first { $0.stage == target }?.period.index ?? Int.max / 2)
    switch objective {
    case .value: (primary, secondary) = (plan.value.npv.cents, -reached)
    case .time: (primary, secondary) = (-reached, plan.value.npv.cents)
    case .cost: (primary, secondary) = (-plan.value.firstYearCost.cents, -reached)
    }
  }

  static func < (left: Score, right: Score) -> Bool {
    (left.primary, left.secondary) < (right.primary, right.secondary)
  }
}

/// Where a capability stands in a plan.
enum Standing: Hashable, Sendable {
  case out
  case planned(start: Int)

  init(of id: CapabilityID, in plan: Plan) {
    self = plan.planned(id).map { .planned(start: $0.startPeriod.index) } ?? .out
  }

  var isOut: Bool { self == .out }
}

import RoadmapModel

extension RandomRoadmap {
  mutating func addCapability(_ position: Int) {
    let ranks = [position * 3 / max(1, count), random.int(in: 0...2)]
    let stage = contents.maturity.stages[random.pick(ranks)].id
    let likely = random.pick([0.0, 1, 1, 1, 1.5, 2, 3])
    let costs = random.chance(0.25) ? 0 : Double(random.int(in: 1...20)) * 1_000
    contents.capabilities.append(
      Capability(
        id: Self.id(position), name: LocalizedText("Capability \(position)"), stage: stage,
        element: random.pick(["commerce", "data"]), proofPoints: proofPoints(of: position),
        prerequisites: prerequisites(of: position), provides: provided(by: position), trigger: trigger(),
        duration: spread(around: likely), needs: needs(), cost: spread(around: costs),
        costTiming: random.pick(Capability.CostTiming.allCases),
        runningCost: random.chance(0.5) ? .zero : spread(around: random.number(in: 10...900)),
        effects: effects(), benefit: benefit()))
  }

  private mutating func spread(around likely: Double) -> Estimate {
    guard random.chance(0.5) else { return Estimate(likely) }
    return Estimate(
      low: likely * random.number(in: 0.5...1), likely: likely, high: likely * random.number(in: 1...1.4))
  }

  private func proofPoints(of position: Int) -> [ProofPoint] {
    contents.company.answers.filter { $0.capability == Self.id(position) }.map {
      ProofPoint(id: $0.proofPoint, question: "Is it so?")
    }
  }

  /// Prerequisites are earlier capabilities only, so there is no circle.
  private mutating func prerequisites(of position: Int) -> [Prerequisite] {
    guard position > 0, random.chance(0.6) else { return [] }
    let earlier = (0..<position).map(Self.id)
    let lag = random.chance(0.25) ? random.int(in: 1...2) : 0
    guard position > 1, random.chance(0.35) else {
      return [Prerequisite(Requirement(random.pick(earlier)), lag: lag)]
    }
    let members = random.sample(random.int(in: 2...3), of: earlier)
    let count = random.int(in: 1...members.count)
    return [Prerequisite(Requirement(atLeast: count, of: members), lag: lag)]
  }

  private mutating func provided(by position: Int) -> [CapabilityID] {
    guard features.contains(.provides), random.chance(0.15) else { return [] }
    let others = (0..<count).filter { $0 != position }.map(Self.id)
    return others.isEmpty ? [] : [random.pick(others)]
  }

  /// Levels close to today's figures, so that some are reached at once, some through growth or effects, and some never.
  private mutating func trigger() -> Trigger? {
    guard features.contains(.triggers), let business = contents.business, random.chance(0.2) else {
      return nil
    }
    let kpi = random.pick([KPI.visits, .conversion, .orderValue])
    let level = (business[kpi]?.value ?? 0) * random.number(in: 0.85...1.02)
    var conditions = [TriggerCondition(kpi, random.chance(0.85) ? .atLeast : .atMost, level)]
    if random.chance(0.2) { conditions.append(TriggerCondition(.visits, .atLeast, 7_000)) }
    return Trigger(conditions)
  }

  private mutating func needs() -> [Capability.TeamNeed] {
    contents.teams.compactMap { team in
      guard random.chance(0.6) else { return nil }
      let half = max(1, min(3, Int(team.capacity.count * 2)))
      return Capability.TeamNeed(team.id, People(Double(random.int(in: 0...half)) / 2))
    }
  }

  private mutating func effects() -> [Effect] {
    guard features.contains(.effects), random.chance(0.6) else { return [] }
    return random.sample(random.int(in: 1...2), of: KPI.levers).map { effect(on: $0) }
  }

  private mutating func effect(on kpi: KPI) -> Effect {
    let helps = random.chance(0.85)
    let sign = helps == kpi.higherIsBetter ? 1.0 : -1.0
    let sizes = [0, 0, 0].map { _ in random.number(in: 0.002...0.07) * sign }.sorted()
    let grade = random.pick(EvidenceGrade.allCases)
    let evidence = Evidence(grade, source: grade == .guess ? nil : "study")
    let isRecovery = kpi == .conversion && helps && random.chance(0.6)
    return Effect(
      kpi, change: Estimate(low: sizes[0], likely: sizes[1], high: sizes[2], evidence: evidence),
      ramp: random.pick([0, 0, 1, 2.5, 4]), overlap: isRecovery ? "recovery" : nil)
  }

  private mutating func benefit() -> Benefit? {
    guard random.chance(0.45) else { return nil }
    let size = random.number(in: -2_000...15_000).rounded()
    return Benefit(perMonth: Estimate(size), ramp: random.pick([0, 0, 2, 3.5]))
  }
}

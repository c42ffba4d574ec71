import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct LagrangianTests {
  /// Whatever the prices, and whatever the envelope touches, no schedule of a roadmap with every feature is worth more than the limit.
  @Test(arguments: 0..<60) func noPricesBeatTheOptimum(seed: Int) throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    let instance = compiled.instance
    guard Diagnosis(compiled, language: .english).proofs().isEmpty else { return }
    guard let best = BruteForce(roadmap, objective: .value).best else { return }
    var stream = RandomStream(StreamKey(seed: 5, purpose: "prices")[seed])
    for round in 0..<6 {
      let touched = (0..<instance.activityCount).map { _ in stream.integer(in: -1...instance.periodCount - 1)
      }
      let envelope = instance.shop.envelope(
        touching: instance.goLives(of: touched), notBefore: instance.goLives(of: instance.earliest))
      var relaxation = try #require(LagrangianRelaxation(instance, envelope: envelope))
      let prices = (0..<relaxation.table.rowCount).map { row -> Double in
        let price = stream.bernoulli(0.3) ? stream.uniform() * 500_000 * Double(round) : 0
        return relaxation.table.isEquation[row] && stream.bernoulli(0.5) ? -price : price
      }
      let limit = relaxation.evaluate(prices).limit
      #expect(limit >= Double(best), "seed \(seed), round \(round)")
    }
  }

  /// Prices far beyond all sense give a limit that holds, and no overflow.
  @Test func absurdPricesAreHarmless() throws {
    let fixture = RoadmapFixture(periods: 20).team("development", 1)
      .capability("a", weeks: 3, needs: ["development": 1])
      .capability("b", weeks: 3, needs: ["development": 1])
    let instance = try Instance(fixture)
    let best = Double(try #require(BruteForce(fixture.roadmap(), objective: .value).best))
    let envelope = instance.shop.envelope(touching: instance.goLives(of: [-1, -1, -1, -1, -1]))
    var relaxation = try #require(LagrangianRelaxation(instance, envelope: envelope))
    for price in [1e9, 1e12, 1e15] {
      let prices = [Double](repeating: price, count: relaxation.table.rowCount)
      #expect(relaxation.evaluate(prices).limit >= best)
    }
  }

  /// Better prices are found: the limit falls below that without prices where people are short, and stays above the optimum.
  @Test func pricesTighten() throws {
    let fixture = RoadmapFixture(periods: 40).team("development", 1)
      .capability("a", weeks: 10, needs: ["development": 1]).capability(
        "b", weeks: 10, needs: ["development": 1]
      )
      .capability("c", weeks: 10, needs: ["development": 1])
      .with { contents in
        for position in contents.capabilities.indices {
          contents.capabilities[position].benefit = Benefit(perMonth: Estimate(1_000))
        }
      }
    let instance = try Instance(fixture)
    let roadmap = try fixture.roadmap()
    let best = Double(try #require(BruteForce(roadmap, objective: .value).best))
    let nothing = [Int](repeating: -1, count: instance.activityCount)
    var bound = try #require(ValueBound(instance, touching: nothing))
    bound.tighten(cuts: 1, target: best, until: .never)
    let unpriced = bound.limit
    bound.tighten(cuts: 200, target: best, until: .never)
    #expect(bound.limit >= best)
    #expect(bound.limit - best < (unpriced - best) / 4)
  }
}

@Suite struct PricedRowsTests {
  /// Costs and excess are the sums over the entries, one by one, to the last bit; whatever the members, and with rows that came later.
  @Test(arguments: 0..<30) func sumsAreThoseOfTheEntries(seed: Int) throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 6, periods: 12)
    var compiler = RoadmapCompiler(roadmap)
    let instance = compiler.compile().instance
    guard let expansion = TimeExpansion(instance) else { return }
    var table = PriceTable(instance, expansion)
    var rows = PricedRows(instance, expansion, table)
    var stream = RandomStream(StreamKey(seed: 17, purpose: "priced rows")[seed])
    for round in 0..<8 {
      if round == 4 {
        let shares = (0..<instance.activityCount).map { FeasibleSetCut.Share(activity: $0, share: 0.3) }
        let cuts = (0..<instance.periodCount).map { FeasibleSetCut(shares: shares, period: $0) }
        rows.add(cuts, instance, expansion, firstRow: table.rowCount)
        table.add(cuts)
      }
      let prices = table.limits.map { _ in stream.bernoulli(0.5) ? stream.uniform() * 1_000 : 0 }
      let members = (0..<expansion.nodeCount).map { _ in stream.bernoulli(Double(round % 4) / 3) }
      var costs = [Double](repeating: 0, count: expansion.nodeCount)
      var excess = table.limits.map { -$0 }
      for node in 0..<expansion.nodeCount {
        for entry in Int(rows.offsets[node])..<Int(rows.offsets[node + 1]) {
          costs[node] += rows.amounts[entry] * prices[Int(rows.rows[entry])]
          if members[node] { excess[Int(rows.rows[entry])] += rows.amounts[entry] }
        }
      }
      #expect(rows.costs(prices) == costs, "seed \(seed), round \(round)")
      #expect(rows.excess(of: members, beyond: table.limits) == excess, "seed \(seed), round \(round)")
    }
  }
}

@Suite struct CapacityRowsTests {
  /// Activities that fit into the capacity together add up to no more than one in every family: the proof of dual feasible functions, tried out.
  @Test(arguments: 0..<40) func whatFitsStaysWithin(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: 11, purpose: "capacity rows")[seed])
    let capacity = 25 * (1 + stream.integer(below: 12))
    let sizes = (0..<8).map { _ in 25 * (1 + stream.integer(below: 8)) }
    var fixture = RoadmapFixture(periods: 4).team("team", Double(capacity) / 100)
    for (index, size) in sizes.enumerated() where size <= capacity {
      fixture = fixture.capability(CapabilityID("c\(index)"), needs: ["team": Double(size) / 100])
    }
    let instance = try Instance(fixture)
    let rows = CapacityRows(instance)
    let activities = (0..<instance.activityCount).filter { !instance.resources.needs[$0].isEmpty }
    var isTight = false
    for chosen in 0..<(1 << activities.count) {
      let set = activities.indices.filter { chosen >> $0 & 1 == 1 }.map { activities[$0] }
      let units = set.reduce(0) { $0 + instance.resources.needs[$1][0].units }
      guard units <= Int64(capacity) else { continue }
      for family in rows.families.indices {
        let sum = set.reduce(0.0) { sum, activity in
          sum + rows.uses[activity].filter { $0.family == family }.reduce(0) { $0 + $1.share }
        }
        #expect(sum <= 1 + 1e-9, "seed \(seed), family \(family)")
        if sum >= 1 - 1e-9 { isTight = true }
      }
    }
    #expect(isTight || activities.isEmpty)
  }

  /// Three quarters and a half never fit into one: a family counts them as more than one, where the shares alone leave room for a third of the one.
  @Test func whatNeverFitsTogetherIsSeen() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 4).team("team", 1).capability("a", needs: ["team": 0.75])
        .capability("b", needs: ["team": 0.75]))
    let rows = CapacityRows(instance)
    #expect(rows.families.count == 1)
    #expect(rows.uses[0] == [CapacityRows.Use(family: 0, share: 1)])
  }
}

extension StoppingRule {
  /// Never ends early, and counts nothing.
  static var never: StoppingRule { StoppingRule(schedules: 0, deadline: nil, signal: StopSignal()) }
}

import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct PartitionMethodTests {
  /// A random roadmap with every feature, its relaxation and its optimum; nil when it has no plan.
  private func sample(_ seed: Int) throws -> (relaxation: LagrangianRelaxation, best: Int64)? {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    guard Diagnosis(compiled, language: .english).proofs().isEmpty,
      let best = BruteForce(roadmap, objective: .value).best
    else { return nil }
    let instance = compiled.instance
    let envelope = instance.shop.envelope(
      touching: instance.goLives(of: instance.earliest), notBefore: instance.goLives(of: instance.earliest))
    return (try #require(LagrangianRelaxation(instance, envelope: envelope)), best)
  }

  /// The linear relaxation lies above the optimum and not above what steps on the whole graph reach.
  @Test(arguments: 0..<30) func findsTheBestPrices(seed: Int) throws {
    guard case (var relaxation, let best)? = try sample(seed) else { return }
    guard relaxation.table.rowCount > 0, ClosureCombination.suits(relaxation.table) else { return }
    var method = PartitionMethod(&relaxation)
    var rounds = 0
    while !method.isFinished, rounds < 200 {
      method.step(&relaxation)
      rounds += 1
    }
    #expect(method.isFinished)
    #expect(method.limit >= Double(best))
    var volume = VolumeMethod(relaxation)
    for _ in 0..<200 { volume.step(&relaxation, target: Double(best)) }
    #expect(method.limit <= volume.limit + 1e-5 * volume.limit.magnitude + 10)
    #expect(relaxation.evaluate(method.prices).limit == method.limit)
    // Below nothing, a price would give a limit that does not hold.
    #expect(zip(method.prices, relaxation.table.isEquation).allSatisfy { $0 >= 0 || $1 })
  }

  /// A limit that is known well enough holds and is near the least one, and is that one where it is said to be best.
  @Test(arguments: 0..<30) func limitsKnownWellEnoughHold(seed: Int) throws {
    guard case (var relaxation, let best)? = try sample(seed) else { return }
    var exact = relaxation
    for step in 0..<12 {
      let prices = relaxation.table.limits.indices.map { Double(($0 * 7 + step * 5) % 11) * 1_000 }
      let least = exact.evaluate(prices).limit
      guard least.isFinite else { return }
      // A best limit far below, one beside, and one above.
      for known in [least - 1e6, least - 10, least + 1e6] {
        let target = min(Double(best), known)
        let found = relaxation.evaluate(prices, accuracy: Accuracy(best: known, target: target)).limit
        #expect(found >= least - 1)
        #expect(found <= least + max(0.1 * (least - known), 1e-4 * (known - target)) + 1)
      }
      #expect((relaxation.evaluate(prices).limit - least).magnitude <= 1)
    }
  }

  @Test func accuracyAsksForLittleWhereALimitIsHigh() {
    let accuracy = Accuracy(best: 1_000, target: 0)
    #expect(accuracy.suffices(lower: 1_100, upper: 1_109))
    #expect(!accuracy.suffices(lower: 1_100, upper: 1_111))
    #expect(!accuracy.suffices(lower: 900, upper: 901))
    #expect(accuracy.suffices(lower: 900, upper: 900.05))
  }

  /// The mixture keeps all limits, and what has started stays so.
  @Test(arguments: 30..<60) func mixturesKeepTheLimits(seed: Int) throws {
    guard case (var relaxation, _)? = try sample(seed) else { return }
    guard relaxation.table.rowCount > 0, ClosureCombination.suits(relaxation.table) else { return }
    var method = PartitionMethod(&relaxation)
    for _ in 0..<200 where !method.isFinished { method.step(&relaxation) }
    var uses = [Double](repeating: 0, count: relaxation.table.rowCount)
    for node in 0..<relaxation.nodeCount {
      for entry in Int(relaxation.rows.offsets[node])..<Int(relaxation.rows.offsets[node + 1]) {
        uses[Int(relaxation.rows.rows[entry])] += method.shares[node] * relaxation.rows.amounts[entry]
      }
    }
    for (use, limit) in zip(uses, relaxation.table.limits) { #expect(use <= limit + 1e-5) }
    for activity in relaxation.expansion.allowed.indices {
      let nodes = relaxation.expansion.first[activity]..<relaxation.expansion.first[activity + 1]
      let shares = nodes.map { method.shares[$0] }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    }
  }

  /// Parts are split by keys, numbered by their first node, and list their nodes.
  @Test func partitionsSplit() {
    var partition = NodePartition(nodeCount: 6)
    partition.refine(by: [0, 1, 0, 1, 0, 1])
    partition.refine(by: [0, 0, 0, 1, 0, 1])
    #expect(partition.part == [0, 1, 0, 2, 0, 2])
    #expect((0..<partition.count).map { Array(partition.nodes(of: $0)) } == [[0, 2, 4], [1], [3, 5]])
  }

  /// Four projects for a team that has time for three: people have a price, and the limit comes down with it.
  @Test func knapsackPrice() throws {
    var fixture = RoadmapFixture(periods: 12).team("development", 1)
    for index in 0..<4 {
      fixture = fixture.capability(
        CapabilityID("c\(index)"), weeks: 4, needs: ["development": 1], benefit: 1_000 * Double(index + 1))
    }
    let instance = try Instance(fixture)
    let envelope = instance.shop.envelope(touching: instance.goLives(of: instance.earliest.map { _ in -1 }))
    var relaxation = try #require(LagrangianRelaxation(instance, envelope: envelope))
    let free = relaxation.evaluate([Double](repeating: 0, count: relaxation.table.rowCount)).limit
    var method = PartitionMethod(&relaxation)
    while !method.isFinished { method.step(&relaxation) }
    let best = Double(try #require(BruteForce(try fixture.roadmap(), objective: .value).best))
    #expect(method.limit < 0.9 * free)
    #expect(method.limit >= best)
    #expect(method.prices.contains { $0 > 0 })
  }
}

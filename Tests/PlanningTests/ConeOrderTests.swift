import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct ConeOrderTests {
  /// Both a and b need x, and b needs y.
  ///
  /// Activities are the capabilities in this order, and then the milestones; c stands alone.
  private func sample() throws -> Instance {
    try Instance(
      RoadmapFixture(periods: 40)
        .capability("x", weeks: 1).capability("y", weeks: 1)
        .capability("a", weeks: 1, requires: [Prerequisite("x")])
        .capability("b", weeks: 1, requires: [Prerequisite(.all(["x", "y"]))])
        .capability("c", weeks: 1))
  }

  private func order(
    _ instance: Instance, worth: [Double], keys: [Double]? = nil
  ) -> [Int] {
    let milestones = [Double](repeating: 0, count: instance.activityCount - 5)
    let effort = [Double](repeating: 1, count: instance.activityCount)
    var cones = ConeOrder(instance, worth: worth + milestones, effort: effort)
    return Array(
      (keys.map { cones.byKey($0 + milestones) } ?? cones.byDensity(instance.duration.map { _ in 0 })).prefix(
        5))
  }

  @Test func whatIsNeededComesJustBefore() throws {
    let instance = try sample()
    #expect(order(instance, worth: [-1, -1, 5, 5, 5], keys: [0, 0, 2, 1, 3]) == [0, 1, 3, 2, 4])
    #expect(order(instance, worth: [-1, -1, 5, 5, 5], keys: [0, 0, 2, 3, 1]) == [4, 0, 2, 1, 3])
  }

  /// Together a and b bring 13 for four units, more than c with 3 for one; of the two, b's cone is denser.
  @Test func denserSetsComeFirst() throws {
    let instance = try sample()
    #expect(order(instance, worth: [-1, -1, 5, 10, 3]) == [0, 1, 3, 2, 4])
    #expect(order(instance, worth: [-1, -1, 5, 10, 4]) == [4, 0, 1, 3, 2])
  }

  /// What is needed comes first, and everything comes once, whatever the numbers.
  @Test(arguments: 0..<40) func ordersAreTopological(seed: Int) throws {
    var compiler = RoadmapCompiler(RandomRoadmap.make(seed: UInt64(seed), capabilities: 8, periods: 8))
    let instance = compiler.compile().instance
    var stream = RandomStream(StreamKey(seed: 3, purpose: "orders")[seed])
    let worth = instance.duration.map { _ in stream.uniform() * 20 - 8 }
    let effort = instance.duration.map { _ in 1 + stream.uniform() * 5 }
    let keys = instance.duration.map { _ in Double(stream.integer(below: 3)) }
    var cones = ConeOrder(instance, worth: worth, effort: effort)
    for order in [cones.byKey(keys), cones.byDensity(keys)] {
      #expect(order.sorted() == Array(0..<instance.activityCount))
      var rank = order
      for (position, activity) in order.enumerated() { rank[activity] = position }
      for requirement in instance.requirements {
        guard let needed = requirement.onlyActivity else { continue }
        #expect(rank[needed] < rank[requirement.activity])
      }
    }
  }
}

import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DependencyColumnsTests {
  /// The least total distance, by trying all rows.
  private func leastDistance(_ sizes: [Int], _ wanted: [Double], _ rowCount: Int, from: Int = 0) -> Double {
    guard let size = sizes.first else { return 0 }
    var least = Double.infinity
    for row in from..<max(from, rowCount - size + 1) {
      let rest = leastDistance(
        Array(sizes.dropFirst()), Array(wanted.dropFirst()), rowCount, from: row + size)
      least = min(least, abs(Double(row) - wanted[0]) + rest)
    }
    return least
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func rowsAreTheBestOfAll(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let sizes = (0..<4).map { _ in 1 + numbers.below(2) }
    let rowCount = sizes.reduce(0, +) + numbers.below(4)
    let wanted = sizes.map { _ in Double(numbers.below(30)) / 3 - 1 }
    let rows = DependencyColumns.rows(of: sizes, wanted: wanted, rowCount: rowCount)
    var free = 0
    for (row, size) in zip(rows, sizes) {
      #expect(row >= free)
      free = row + size
    }
    #expect(free <= rowCount)
    let distance = zip(rows, wanted).reduce(0) { $0 + abs(Double($1.0) - $1.1) }
    #expect(abs(distance - leastDistance(sizes, wanted, rowCount)) < 1e-9)
  }

  @Test(arguments: SampleRoadmap.shapes)
  func needsOfAStageLeadToTheRight(seed: UInt64, count: Int, weeks: Int) throws {
    let sample = try SampleRoadmap.generated(seed: seed, count: count, weeks: weeks)
    let network = DependencyNetwork(roadmap: sample.roadmap, plan: sample.plan)
    let columns = DependencyColumns(network)
    let places = columns.places
    #expect(places.count == count)
    let taken = places.values.map { [$0.column, $0.row] }
    #expect(Set(taken).count == count)
    #expect(places.values.allSatisfy { $0.row < columns.rowCount })
    let stages = columns.columns.map(\.stage)
    #expect(stages == stages.sorted())
    for need in network.needs {
      for member in need.members {
        let (from, to) = (places[member], places[need.dependent])
        #expect((from?.column ?? 0) < (to?.column ?? 0))
      }
    }
  }
}

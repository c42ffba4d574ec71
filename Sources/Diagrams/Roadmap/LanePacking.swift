import RoadmapModel

/// The rows of a lane, in which bars and their labels have room beside each other.
///
/// Bars are taken in the order of their starts and put where there is room, so that there are as few rows as can be
/// (interval partitioning). Among the rows with room, the nearest to the prerequisites is taken, because short
/// and straight arrows are the calmest.
struct LanePacking: Hashable, Sendable {
  /// The row of each bar, in the order in which they were given.
  let rows: [Int]
  let rowCount: Int

  /// Packs bars into rows.
  ///
  /// - Parameter prerequisites: for each capability, those that it waits for.
  init(_ bars: [BarPlacement], prerequisites: [CapabilityID: [CapabilityID]]) {
    var rows = Array(repeating: 0, count: bars.count)
    var ends: [Double] = []
    var rowOf: [CapabilityID: Int] = [:]
    for position in bars.indices.sorted(by: { Self.precedes(bars[$0], bars[$1]) }) {
      let bar = bars[position]
      let free = ends.indices.filter { ends[$0] + RoadmapMeasures.itemGap <= bar.from }
      let origins = prerequisites[bar.id, default: []].compactMap { rowOf[$0] }
      let row = free.min { Self.distance($0, origins) < Self.distance($1, origins) } ?? ends.count
      if row == ends.count { ends.append(-.infinity) }
      ends[row] = bar.extent
      rows[position] = row
      rowOf[bar.id] = row
    }
    self.rows = rows
    self.rowCount = ends.count
  }

  /// How far a row is from those of the prerequisites; rows without any fill up from the top.
  private static func distance(_ row: Int, _ origins: [Int]) -> Int {
    origins.isEmpty ? row : origins.reduce(0) { $0 + abs(row - $1) }
  }

  /// Orders by start; of bars that start together the longer goes first, which leaves the way down from the shorter
  /// ones free.
  private static func precedes(_ left: BarPlacement, _ right: BarPlacement) -> Bool {
    (left.minX, -left.maxX, left.id) < (right.minX, -right.maxX, right.id)
  }
}

/// The places of the rows of lanes in which the fewest arrows have to go around bars.
struct LaneRowOrders {
  private let places: [[Int]]

  /// - Parameters:
  ///   - lanes: the bars of each lane, and the rows that they are in.
  ///   - arrows: those between all bars.
  init(of lanes: [(bars: [BarPlacement], packing: LanePacking)], _ arrows: [RoadmapArrow]) {
    var whereabouts: [CapabilityID: (lane: Int, row: Int, bar: BarPlacement)] = [:]
    for (lane, entry) in lanes.enumerated() {
      for (bar, row) in zip(entry.bars, entry.packing.rows) { whereabouts[bar.id] = (lane, row, bar) }
    }
    places = lanes.enumerated().map { lane, entry in
      var spans: [[ClosedRange<Double>]] = Array(repeating: [], count: entry.packing.rowCount)
      for (bar, row) in zip(entry.bars, entry.packing.rows) {
        spans[row].append(bar.minX...bar.maxX)
        if let label = bar.labelMinX { spans[row].append(label...label + bar.labelWidth) }
      }
      let end = { (place: (lane: Int, row: Int, bar: BarPlacement)) -> RowOrder.End in
        place.lane < lane ? .above : place.lane > lane ? .below : .row(place.row)
      }
      let links = arrows.compactMap { arrow -> RowOrder.Link? in
        guard let tail = whereabouts[arrow.prerequisite], let head = whereabouts[arrow.dependent],
          tail.lane == lane || head.lane == lane
        else { return nil }
        return RowOrder.Link(
          tail: end(tail), head: end(head), tailX: tail.bar.maxX, headX: head.bar.minX,
          weight: arrow.isCritical ? 4 : arrow.isTight ? 2 : 1)
      }
      return RowOrder(of: spans, links: links).places
    }
  }

  /// The places of the rows of a lane.
  subscript(lane: Int) -> [Int] { places[lane] }
}

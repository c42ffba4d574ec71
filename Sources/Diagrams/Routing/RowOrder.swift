/// An order of rows in which arrows between bars have a way that does not run back.
///
/// An arrow leaves its bar at the end and enters another at the start, which may be the same day. It then runs straight down or up, unless
/// a bar in a row between the two lies over that place, and it has to go around it: to the left, as if against time, or to the right,
/// past the bar's end. The order is found by moving single rows while that helps (local search), so that rows which are in nobody's way
/// stay where they are.
struct RowOrder: Sendable {
  /// The end of an arrow: a row, or what lies above or below all of them.
  enum End: Hashable, Sendable {
    case above
    case row(Int)
    case below
  }

  /// An arrow from the end of a bar to the start of another.
  struct Link: Hashable, Sendable {
    let tail: End
    let head: End
    /// The places of the bar's end and the other's start.
    let tailX: Double
    let headX: Double
    /// How much a free way is worth.
    let weight: Int
    /// Whether the head is to stay below the tail.
    var isDownward = false
  }

  /// The rows by their numbers, from the top.
  private(set) var rows: [Int]
  private let links: [Link]
  /// Whether each row stands in the way of each link.
  private let isInTheWay: [[Bool]]

  /// How far beside its ends an arrow may run, and the least gap between two bars in which it passes.
  private static let reach = 10.0
  private static let passage = 12.0
  private static let passLimit = 12
  /// The looks at a row for a link that all passes may take; very many rows stay as they stand.
  private static let effort = 60_000_000
  private static let upwardCost = 100

  /// Orders rows, which are numbered as they stand.
  ///
  /// - Parameters:
  ///   - spans: what stands in each row.
  ///   - links: the arrows that begin or end in a row.
  /// - Complexity: O(l r³) for each of a few passes, for r rows and l links, as far as a fixed effort goes.
  init(of spans: [[ClosedRange<Double>]], links: [Link]) {
    rows = Array(spans.indices)
    self.links = links
    let walls = spans.map(Self.joined)
    isInTheWay = links.map { link in
      let from = min(link.tailX, link.headX) - Self.reach
      let to = max(link.tailX, link.headX) + Self.reach
      return walls.map { row in row.contains { $0.lowerBound <= from && to <= $0.upperBound } }
    }
    var least = cost(of: rows)
    let effortOfPass = rows.count * rows.count * rows.count * max(1, links.count) / 3
    for _ in 0..<min(Self.passLimit, Self.effort / max(1, effortOfPass)) where least > 0 {
      guard let better = bestMove(than: least) else { break }
      (rows, least) = better
    }
  }

  /// The place of each row in the order.
  var places: [Int] {
    var places = Array(repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[row] = place }
    return places
  }

  /// Spans from left to right, those as one between which no arrow passes.
  private static func joined(_ spans: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.reduce(into: []) {
      walls, span in
      if let last = walls.last, span.lowerBound - last.upperBound < passage {
        walls[walls.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        walls.append(span)
      }
    }
  }

  /// The best order that comes of moving one row; nil when none costs less.
  private func bestMove(than present: Int) -> (rows: [Int], cost: Int)? {
    var best = (rows: rows, cost: present)
    for from in rows.indices {
      for place in rows.indices where place != from {
        var moved = rows
        moved.insert(moved.remove(at: from), at: place)
        let cost = cost(of: moved)
        if cost < best.cost { best = (moved, cost) }
      }
    }
    return best.cost < present ? best : nil
  }

  /// What is wrong with an order: the rows in the way of links, and the links that lead upwards where they should not.
  private func cost(of order: [Int]) -> Int {
    var places = Array(repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { places[row] = place }
    let place = { (end: End) in
      switch end {
      case .above: -1
      case .row(let row): places[row]
      case .below: order.count
      }
    }
    return links.indices.reduce(0) { sum, index in
      let link = links[index]
      let (tail, head) = (place(link.tail), place(link.head))
      let upward = link.isDownward && head < tail ? Self.upwardCost : 0
      let between = min(tail, head) + 1..<max(tail, head, min(tail, head) + 1)
      return sum + upward + link.weight * between.count { isInTheWay[index][order[$0]] }
    }
  }
}

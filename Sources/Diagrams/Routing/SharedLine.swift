/// Two connectors that lie on top of each other, so that one can be taken for the other.
struct SharedLine: Hashable, Sendable {
  /// The connectors, by their numbers.
  let first: Int
  let second: Int

  /// The longest piece that two connectors may have in common by chance, such as at a turn.
  static let longestByChance = 8.0

  /// The pairs of connectors that share more than a short piece of a line, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - routes: the corners of connectors that run along the axes.
  ///   - areStrangers: whether two connectors have no end in common; those that have one may share a line.
  /// - Complexity: O(p log p + s), p being the pieces of all connectors and s the pairs of pieces on one line.
  static func pairs(
    among routes: [[Point]], where areStrangers: (_ one: Int, _ other: Int) -> Bool
  ) -> [SharedLine] {
    let pieces = routes.enumerated().flatMap { number, route in
      zip(route, route.dropFirst()).compactMap { Piece(number, $0, $1) }
    }.sorted { $0.precedes($1) }
    var lengths: [SharedLine: Double] = [:]
    for (index, piece) in pieces.enumerated() {
      for other in pieces[(index + 1)...] {
        guard other.line == piece.line, other.from < piece.to else { break }
        guard other.number != piece.number, areStrangers(piece.number, other.number) else { continue }
        let pair = SharedLine(
          first: min(piece.number, other.number), second: max(piece.number, other.number))
        lengths[pair, default: 0] += min(piece.to, other.to) - other.from
      }
    }
    return lengths.filter { $0.value > longestByChance }.keys.sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  /// A straight piece of a connector.
  private struct Piece {
    /// The line on which it lies: how it runs, and its place in halves of a point.
    struct Line: Hashable {
      let isUpright: Bool
      let place: Int
    }

    let number: Int
    let line: Line
    let from: Double
    let to: Double

    /// A piece between two points; nil where it is slanted.
    init?(_ number: Int, _ start: Point, _ end: Point) {
      guard abs(start.x - end.x) < 1e-6 || abs(start.y - end.y) < 1e-6 else { return nil }
      self.number = number
      let isUpright = abs(start.x - end.x) < 1e-6
      line = Line(isUpright: isUpright, place: Int(((isUpright ? start.x : start.y) * 2).rounded()))
      let ends = isUpright ? (start.y, end.y) : (start.x, end.x)
      (from, to) = (min(ends.0, ends.1), max(ends.0, ends.1))
    }

    func precedes(_ other: Self) -> Bool {
      (line.isUpright ? 1 : 0, line.place, from, number)
        < (other.line.isUpright ? 1 : 0, other.line.place, other.from, other.number)
    }
  }
}

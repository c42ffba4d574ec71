/// Where the dashes of arrows begin anew: at the ends of every turn, so that no gap takes it away, and wherever another of the arrows
/// turns into or out of the same line.
///
/// Arrows that come from or lead to one box may share a line. The dashes of one would fill the gaps of the other, and the line would
/// look solid; begun at the same points they lie on each other.
struct DashRhythm {
  /// For each arrow, the controls of its curves, one after the other; each begins the rhythm anew.
  let curves: [[[Point]]]

  /// - Parameter routes: the ways of all dashed arrows of a drawing, which run along the axes.
  /// - Complexity: O(p q), p being the straight pieces of all arrows and q the most of them on one line.
  init(of routes: [RoundedRoute]) {
    var pieces: [Line: [Piece]] = [:]
    for (number, route) in routes.enumerated() {
      for (from, to) in route.straights {
        guard let line = Line(from, to) else { continue }
        pieces[line, default: []].append(Piece(number: number, from: from, to: to))
      }
    }
    curves = routes.enumerated().map { number, route in
      route.curves { from, to in
        guard let line = Line(from, to) else { return [] }
        let piece = Piece(number: number, from: from, to: to)
        return pieces[line, default: []].filter { $0.number != number && piece.sharesMore(with: $0) }.flatMap
        {
          [$0.from, $0.to]
        }
      }
    }
  }

  /// A line along an axis: how it runs, and its place in hundredths of a point.
  private struct Line: Hashable {
    let isUpright: Bool
    let place: Int

    /// The line through two points; nil where they are one, or the line between them is slanted.
    init?(_ from: Point, _ to: Point) {
      isUpright = abs(from.x - to.x) < 1e-6
      guard isUpright != (abs(from.y - to.y) < 1e-6) else { return nil }
      place = Int(((isUpright ? from.x : from.y) * 100).rounded())
    }
  }

  /// A straight piece of an arrow.
  private struct Piece {
    let number: Int
    let from: Point
    let to: Point

    /// Whether more than a point of this piece is a part of another on the same line.
    func sharesMore(with other: Piece) -> Bool {
      let one = Rectangle(spanning: from, to)
      let two = Rectangle(spanning: other.from, other.to)
      let length =
        min(one.maxX, two.maxX) - max(one.minX, two.minX) + min(one.maxY, two.maxY)
        - max(one.minY, two.minY)
      return length > 1e-6
    }
  }
}

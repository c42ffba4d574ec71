// MARK: - Checks of arrows

extension Scene {
  /// What is wrong with the arrows, one line each.
  var arrowFlaws: [String] { wayFlaws + headFlaws }

  /// What makes a drawing hard to follow, one line each, where it is so full that there was no other way: arrows on one line that have no
  /// end in common, arrows along the lines across all lanes, arrows close to texts, and arrows before the first day or after the last.
  var crowding: [String] { sharedLines + arrowsAlongLines + arrowsBesideTexts + arrowsOutsideTheSpan }

  private var wayFlaws: [String] {
    let frames = Dictionary(nodes.map { ($0.name, $0.frame) }, uniquingKeysWith: { first, _ in first })
    return edges.flatMap { edge -> [String] in
      let name = Self.name(of: edge)
      guard let tail = frames[edge.tail], let head = frames[edge.head], let start = edge.corners.first,
        let end = edge.corners.last
      else { return ["\(name) has no ends"] }
      var flaws: [String] = []
      if !tail.hasOnBorder(start) { flaws.append("\(name) does not begin at its node") }
      if !head.hasOnBorder(end) { flaws.append("\(name) does not end at its node") }
      for (from, to) in zip(edge.corners, edge.corners.dropFirst()) {
        if abs(from.x - to.x) > 1e-6 && abs(from.y - to.y) > 1e-6 {
          flaws.append("\(name) does not run along the axes")
          continue
        }
        let piece = Rectangle(spanning: from, to)
        flaws += nodes.filter { $0.frame.grown(by: -Self.tolerance).overlaps(piece) }.map {
          "\(name) runs through '\($0.name)'"
        }
        flaws += labels.filter { $0.text.frame.grown(by: -Self.tolerance).overlaps(piece) }.map {
          "\(name) runs through the text '\($0.name)'"
        }
      }
      return flaws
    }
  }

  /// Arrows that end at the node to which a head points cannot be mistaken for another.
  private var headFlaws: [String] {
    edges.flatMap { edge -> [String] in
      guard let tip = edge.corners.last, edge.corners.count > 1 else { return [] }
      let head = ArrowHead(tip: tip, from: edge.corners[edge.corners.count - 2], .least)
      return edges.filter { other in
        other.head != edge.head
          && zip(other.corners, other.corners.dropFirst()).contains { head.isTouched(by: $0, $1) }
      }.map {
        "\(Self.name(of: $0)) runs into the head of that from '\(edge.tail)' to '\(edge.head)'"
      }
    }
  }

  /// Arrows that have an end in common may share a line.
  private var sharedLines: [String] {
    SharedLine.pairs(among: edges.map(\.corners)) { one, other in
      edges[one].tail != edges[other].tail && edges[one].head != edges[other].head
    }.map { "\(Self.name(of: edges[$0.first])) and \(Self.name(of: edges[$0.second])) run on one line" }
  }

  /// How near to a line an arrow runs along it, and on what length that can be by chance.
  private static let lineReach = (aside: 2.0, along: 16.0)

  private var arrowsAlongLines: [String] {
    edges.flatMap { edge -> [String] in
      let upright = zip(edge.corners, edge.corners.dropFirst()).filter { $0.0.x == $0.1.x }
      let names = lines.filter { line in
        let near = upright.filter { abs($0.0.x - line.x) < Self.lineReach.aside }
        return near.contains { from, to in
          min(max(from.y, to.y), line.bottom.y) - max(min(from.y, to.y), line.top.y) > Self.lineReach.along
        }
      }.map(\.name)
      return Set(names).sorted().map { "\(Self.name(of: edge)) runs along the line of '\($0)'" }
    }
  }

  /// How near to a text an arrow may run.
  private static let leastDistance = 4.0

  private var arrowsBesideTexts: [String] {
    edges.flatMap { edge in
      let pieces = zip(edge.corners, edge.corners.dropFirst()).map { Rectangle(spanning: $0, $1) }
      return labels.filter { label in
        let room = label.text.frame.grown(by: Self.leastDistance - Self.tolerance)
        return pieces.contains(where: room.overlaps)
      }.map { "\(Self.name(of: edge)) runs close to the text '\($0.name)'" }
    }
  }

  private var arrowsOutsideTheSpan: [String] {
    guard let span else { return [] }
    let range = span.lowerBound - Self.tolerance...span.upperBound + Self.tolerance
    return edges.filter { !$0.corners.map(\.x).allSatisfy(range.contains) }.map {
      "\(Self.name(of: $0)) runs outside of the days"
    }
  }

  private static func name(of edge: Edge) -> String { "the arrow from '\(edge.tail)' to '\(edge.head)'" }
}

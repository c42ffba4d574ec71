import Testing

@testable import Diagrams

@Suite struct CanvasTests {
  private func pieces(_ from: Double, _ to: Double, _ gaps: [(from: Double, to: Double)]) -> [[Double]] {
    Canvas.pieces(of: (from, to), without: gaps).map { [$0.from, $0.to] }
  }

  @Test func linesLeaveGapsFree() {
    #expect(pieces(0, 10, []) == [[0, 10]])
    #expect(pieces(0, 10, [(6, 7), (2, 3)]) == [[0, 2], [3, 6], [7, 10]])
    #expect(pieces(0, 10, [(-5, 2), (1, 4), (9, 20)]) == [[4, 9]])
    #expect(pieces(0, 10, [(-1, 11)]).isEmpty)
    #expect(pieces(0, 10, [(12, 14)]) == [[0, 10]])
  }

  @Test func hatchingStaysInsideAndOutOfHoles() {
    var canvas = Canvas(height: 100)
    let stroke = Theme.Stroke(color: .black, width: 1, dash: .solid)
    let hole = Rectangle(minX: 15, minY: 15, maxX: 35, maxY: 35)
    canvas.hatch(Rectangle(minX: 10, minY: 10, maxX: 40, maxY: 40), pitch: 6, sparing: [hole], stroke)
    let numbers = canvas.background.text.split(separator: " L 2 ").dropFirst().map { line in
      line.split(separator: " ").prefix(4).compactMap { Double($0) }
    }
    #expect(numbers.count > 5)
    for line in numbers {
      #expect(line.allSatisfy { (10...90).contains($0) })
      let middle = Point((line[0] + line[2]) / 2, 100 - (line[1] + line[3]) / 2)
      #expect(!(15.01..<34.99 ~= middle.x && 15.01..<34.99 ~= middle.y))
    }
  }
}

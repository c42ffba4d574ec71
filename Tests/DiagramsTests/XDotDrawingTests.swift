import Foundation
import Testing

@testable import Diagrams

@Suite struct XDotDrawingTests {
  @Test func shapesAreEncoded() {
    var drawing = XDotDrawing()
    drawing.fill(x: 0...10, y: 0...5.5, Color(0x112233))
    drawing.line(
      [.init(x: 0, y: 1), .init(x: 2, y: 3)], Theme.Stroke(color: .black, width: 1.5, dash: .dashed))
    #expect(
      drawing.text
        == "C 7 -#112233 c 7 -#112233 S 17 -setlinewidth(0.5) S 5 -solid P 4 0 0 10 0 10 5.5 0 5.5 "
        + "C 7 -#000000 c 7 -#000000 S 17 -setlinewidth(1.5) S 6 -dashed L 2 0 1 2 3")
  }

  /// Graphviz keeps the pen of the shape before: what is filled has one of its own.
  @Test func fillsDoNotTakeThePenOfTheLineBefore() throws {
    var drawing = XDotDrawing()
    drawing.line(
      [.init(x: 0, y: 1), .init(x: 2, y: 3)], Theme.Stroke(color: .black, width: 3, dash: .dotted))
    drawing.fill(x: 0...1, y: 0...1, .white)
    let line = try #require(drawing.text.range(of: "L 2"))
    let polygon = try #require(drawing.text.range(of: "P 4"))
    #expect(drawing.text[line.upperBound..<polygon.lowerBound].contains("S 17 -setlinewidth(0.5) S 5 -solid"))
  }

  @Test func textsAreCountedInBytes() {
    var drawing = XDotDrawing()
    drawing.write(
      "\u{E5}\\\nx", at: .init(x: 1, y: 2), .start, TextMetrics(size: 10, weight: .bold), .black)
    #expect(drawing.text.contains("F 10 14 -Helvetica-Bold T 1 2 -1 "))
    #expect(drawing.text.hasSuffix("4 -\u{E5} x"))
  }

  @Test func nothingIsEmpty() {
    var drawing = XDotDrawing()
    drawing.write("\\\u{1}", at: .init(x: 0, y: 0), .start, TextMetrics(size: 9), .black)
    #expect(drawing.text.isEmpty)
  }
}

import Diagrams
import Foundation
import GraphvizRendering
import Testing

/// What the DOT encoder writes, as Graphviz reads it.
@Suite struct DotGraphRenderingTests {
  private func svg(_ graph: DotGraph, _ engine: LayoutEngine = .dot) throws -> SVGText {
    let svg = try SVGText(GraphvizRenderer().render(graph.text, engine: engine, format: .svg))
    #expect(svg.isWellFormed)
    return svg
  }

  static let hostile = [
    #"C:\new"#, #"\N \G \L \l"#, #"trailing\"#, #"\"#, #"\""#, #"""#, "R&D", "&lt;b&gt;", "&amp;", "&#65;",
    "<b>x</b>",
    "<<b>x</b>>", "<script>alert(1)</script>", "a\u{0}\u{1}\u{8}b", "]]>", "-->", "--", "%1", "{a|b}",
    "a;b:c",
    "\u{E5}\u{E4}\u{F6} \u{20AC} \u{2192}", "\u{1F680}", "e\u{301}", "digraph", "#{\\}\"'`",
  ]

  @Test(arguments: hostile) func labelsComeOutLiterally(_ text: String) throws {
    let graph = DotGraph(
      name: text,
      statements: [
        .cluster(
          text, [.label(text)], [.node(text, [.label(text), .tooltip(text), .id(text), .styleClass(text)])]),
        .node("other \(text)", [.label([text], alignment: .left), .link(toID: text)]),
        .edge(from: text, to: "other \(text)", [.label(text), .outerLabel(text), .tooltip(text)]),
      ])
    let drawing = try svg(graph)
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 }))
    #expect(drawing.texts == Array(repeating: plain, count: 5))
    #expect(drawing.elements.isSubset(of: ["svg", "g", "title", "polygon", "ellipse", "text", "a", "path"]))
    #expect(drawing.links.allSatisfy { $0.hasPrefix("#") })
  }

  @Test(arguments: hostile) func backgroundTextsComeOutLiterally(_ text: String) throws {
    var drawing = XDotDrawing()
    drawing.fill(x: 0...50, y: 0...20, Color(0xDAE2EA))
    drawing.write("before", at: .init(x: 0, y: 0), .start, TextMetrics(size: 9), .black)
    drawing.write(text, at: .init(x: 5, y: 5), .middle, TextMetrics(size: 9, weight: .bold), .black)
    drawing.write("after", at: .init(x: 9, y: 9), .end, TextMetrics(size: 9), .black)
    let graph = DotGraph(
      name: "g", [.background(drawing)], statements: [.node("n", [.label("n"), .position(x: 9, y: 9)])])
    let plain = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\\" }))
    let texts = plain.isEmpty ? ["before", "after", "n"] : ["before", plain, "after", "n"]
    #expect(try svg(graph, .pinned).texts.filter { !$0.isEmpty } == texts)
  }

  @Test func differentNamesAreDifferentNodes() throws {
    let names = [#"a"#, #"a\"#, #"a\\"#, #"a""#, "a&", "a&amp;", "A", "\u{E9}", "e\u{301}"]
    let graph = DotGraph(name: "g", statements: names.map { .node($0, [.label("x")]) })
    #expect(try svg(graph).texts.count == names.count)
  }

  @Test func everyWordIsKnownToGraphviz() throws {
    var statements: [DotGraph.Statement] = DotAttribute.Shape.allCases.map {
      .node($0.rawValue, [.shape($0)])
    }
    statements += DotAttribute.Style.allCases.map { .node("style \($0)", [.style($0), .penWidth(2)]) }
    statements += DotAttribute.Arrow.allCases.map {
      .edge(from: "box", to: "arrow \($0)", [.arrowHead($0), .arrowTail($0), .constraint(true)])
    }
    for role in Theme.LineRole.allCases {
      statements.append(.edge(from: "box", to: "\(role)", DotAttribute.stroke(Theme.standard.stroke(role))))
    }
    for place in DotAttribute.LabelPlace.allCases {
      for side in DotAttribute.LabelSide.allCases {
        statements.append(
          .cluster("\(place) \(side)", [.labelPlace(place), .labelSide(side)], [.node("\(place)\(side)")]))
      }
    }
    for direction in DotAttribute.RankDirection.allCases {
      for splines in DotAttribute.Splines.allCases {
        let graph = DotGraph(
          name: "g",
          [
            .rankDirection(direction), .splines(splines), .edgesFirst, .padding(4), .rankSeparation(30),
            .nodeSeparation(9), .newRank(true), .compound(true), .background(.white),
          ], statements: statements)
        #expect(try svg(graph).elements.contains("path"))
      }
    }
  }

  @Test func boldTextIsBoldInSVG() throws {
    let graph = DotGraph(name: "g", statements: [.node("n", [.label("x"), .font(.bold), .fontSize(9)])])
    let svg = String(
      decoding: try GraphvizRenderer().render(graph.text, engine: .dot, format: .svg), as: UTF8.self)
    #expect(svg.contains(#"font-weight="bold""#))
    #expect(svg.contains(#"font-family="Helvetica,"#))
  }

  @Test func fixedSizesAndPositionsAreInPoints() throws {
    let graph = DotGraph(
      name: "g",
      statements: [
        .node("a", [.shape(.box), .position(x: 50, y: 20)] + DotAttribute.fixedSize(width: 100, height: 40))
      ])
    let plain = String(
      decoding: try GraphvizRenderer().render(graph.text, engine: .pinned, format: .dot), as: UTF8.self)
    #expect(plain.contains(#"bb="0,0,100,40""#))
    #expect(plain.contains(#"pos="50,20""#))
  }
}

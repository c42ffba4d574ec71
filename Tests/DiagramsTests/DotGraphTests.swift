import Testing

@testable import Diagrams

@Suite struct DotGraphTests {
  @Test func textIsThatOfTheStatements() {
    let graph = DotGraph(
      name: "road \"map\"", [.rankDirection(.leftToRight), .compound(true)],
      statements: [
        .nodeDefaults([.shape(.box)]), .edgeDefaults([.arrowSize(0.5)]),
        .cluster("lane 1", [.label("Lane & 1")], [.node("a", [.label("A"), .color(.black)]), .node("b")]),
        .edge(from: "a", to: "b", [.weight(2)]), .sameRank(["a", "b"]),
      ])
    #expect(
      graph.text == ##"""
        digraph "road \"map\"" {
          graph [compound=true, rankdir=LR];
          node [shape=box];
          edge [arrowsize=0.5];
          subgraph "cluster_lane 1" {
            graph [label="Lane &amp; 1"];
            "a" [color="#000000", label="A"];
            "b" [];
          }
          "a" -> "b" [weight=2];
          { rank=same; "a"; "b"; }
        }

        """##)
  }

  @Test func attributesAreSortedAndTheLastCounts() {
    let one = DotGraph(name: "g", statements: [.node("a", [.penWidth(1), .label("x"), .penWidth(2)])])
    let other = DotGraph(name: "g", statements: [.node("a", [.penWidth(2), .label("x")])])
    #expect(one.text == other.text)
    #expect(one.text.contains(#""a" [label="x", penwidth=2];"#))
  }

  @Test(arguments: ["", "%1", "%"]) func graphsAlwaysHaveAName(_ name: String) {
    #expect(DotGraph(name: name).text.hasPrefix("digraph \"graph"))
  }

  @Test func emptyGraphIsComplete() {
    #expect(DotGraph(name: "g").text == "digraph \"g\" {\n}\n")
  }
}

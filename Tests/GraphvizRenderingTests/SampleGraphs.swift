/// DOT texts that the tests draw.
enum SampleGraphs {
  /// Five clusters of eight nodes with edges inside and between them.
  static let clustered: String = {
    var text = "digraph clustered {\n  rankdir=LR newrank=true node [shape=box style=rounded]\n"
    for cluster in 0..<5 {
      text +=
        "  subgraph \"cluster lane \(cluster)\" {\n    label=\"Lane \(cluster)\" style=filled color=\"#DDEEFF\"\n"
      for node in 0..<8 { text += "    \"n\(cluster) \(node)\" [label=\"Step \(cluster).\(node)\"]\n" }
      text += "  }\n"
    }
    for source in 0..<40 {
      for target in [(source * 7 + 3) % 40, (source * 11 + 5) % 40] where source < target {
        text += "  \"n\(source / 8) \(source % 8)\" -> \"n\(target / 8) \(target % 8)\"\n"
      }
    }
    return text + "}\n"
  }()

  /// A grid of thirty pinned boxes with routed edges, as a roadmap has.
  static let pinned = grid(splines: "spline")

  /// The pinned boxes with another way of routing edges; `ortho` takes a tenth of the time of `spline`.
  static func grid(splines: String) -> String {
    var text =
      "digraph pinned {\n  splines=\(splines) esep=\"+3\" node [shape=box fixedsize=true width=1 height=0.4]\n"
    for index in 0..<30 {
      text += "  n\(index) [pos=\"\(120 * (index % 6)),\(60 * (index / 6))!\"]\n"
    }
    for source in 0..<30 where source % 6 < 5 {
      text += "  n\(source) -> n\((source / 6 * 6 + 13 * source) % 30 / 6 * 6 + source % 6 + 1)\n"
    }
    return text + "}\n"
  }

  /// Twenty regions and sixty nodes with places, as the diagrams have them.
  static let pinnedRegions: String = {
    var text = "digraph regions {\n  splines=line node [shape=box fixedsize=true width=1 height=0.4]\n"
    for index in 0..<20 {
      text += "  subgraph \"cluster lane \(index)\" { bb=\"0,\(40 * index),400,\(40 * index + 36)\" }\n"
    }
    for index in 0..<60 {
      text += "  n\(index) [pos=\"\(60 + 120 * (index % 3)),\(18 + 40 * (index / 3))!\"]\n"
    }
    return text + "}\n"
  }()

  /// Two nodes and an edge.
  static let small = "digraph small { a -> b }"
}

/// A directed graph as DOT text.
///
///     var graph = DotGraph(name: "roadmap", [.rankDirection(.leftToRight)])
///     graph.statements = [.node("a", [.label("Start")]), .edge(from: "a", to: "b")]
///     print(graph.text)
///
/// The text depends on the values alone: statements keep their order and attributes are sorted by name.
package struct DotGraph: Hashable, Sendable {
  /// One statement of a graph or a cluster.
  package indirect enum Statement: Hashable, Sendable {
    /// Attributes that later nodes have unless they say otherwise.
    case nodeDefaults([DotAttribute])
    /// Attributes that later edges have unless they say otherwise.
    case edgeDefaults([DotAttribute])
    /// A node.
    case node(String, [DotAttribute] = [])
    /// An edge between nodes.
    case edge(from: String, to: String, [DotAttribute] = [])
    /// A frame around the nodes that are named inside.
    case cluster(String, [DotAttribute] = [], [Statement])
    /// Nodes that share a layer.
    case sameRank([String])
  }

  /// The name of the graph.
  package let name: String
  /// The attributes of the graph.
  package var attributes: [DotAttribute]
  /// What the graph consists of.
  package var statements: [Statement]

  /// Creates a graph.
  ///
  /// It always gets a name, because drawings of graphs without one have a title that changes.
  package init(name: String, _ attributes: [DotAttribute] = [], statements: [Statement] = []) {
    self.name = name.isEmpty || name.hasPrefix("%") ? "graph" + name : name
    self.attributes = attributes
    self.statements = statements
  }

  /// The graph in the DOT language.
  package var text: String {
    var lines = ["digraph \(DotText.quoted(name)) {"]
    lines += Self.block(attributes, statements, indent: "  ")
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func block(
    _ attributes: [DotAttribute], _ statements: [Statement], indent: String
  ) -> [String] {
    var lines = attributes.isEmpty ? [] : ["\(indent)graph\(list(attributes));"]
    for statement in statements { lines += self.lines(of: statement, indent: indent) }
    return lines
  }

  private static func lines(of statement: Statement, indent: String) -> [String] {
    switch statement {
    case .nodeDefaults(let attributes):
      return ["\(indent)node\(list(attributes));"]
    case .edgeDefaults(let attributes):
      return ["\(indent)edge\(list(attributes));"]
    case .node(let name, let attributes):
      return ["\(indent)\(DotText.quoted(name))\(list(attributes));"]
    case .edge(let tail, let head, let attributes):
      return ["\(indent)\(DotText.quoted(tail)) -> \(DotText.quoted(head))\(list(attributes));"]
    case .sameRank(let names):
      let members = names.map { " \(DotText.quoted($0));" }.joined()
      return ["\(indent){ rank=same;\(members) }"]
    case .cluster(let name, let attributes, let statements):
      return ["\(indent)subgraph \(DotText.quoted("cluster_" + name)) {"]
        + block(attributes, statements, indent: indent + "  ") + ["\(indent)}"]
    }
  }

  /// The attributes in brackets; of several with one name the last counts.
  private static func list(_ attributes: [DotAttribute]) -> String {
    var values: [String: String] = [:]
    for attribute in attributes { values[attribute.name] = attribute.value }
    let pairs = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return " [" + pairs.joined(separator: ", ") + "]"
  }
}

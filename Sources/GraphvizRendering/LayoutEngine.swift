/// The Graphviz engine that gives nodes their places and edges their routes.
///
/// Every engine here gives the same drawing for the same text, however often it runs. `fdp` does not, because it
/// numbers the parts of clustered graphs by their addresses, and is left out.
public enum LayoutEngine: String, CaseIterable, Hashable, Sendable {
  /// Layers for directed graphs (Gansner, Koutsofios, North and Vo, 1993); clusters are honoured.
  case dot

  /// Spring model by stress majorization (Gansner, Koren and North, 2004).
  case neato

  /// Circles around a root (Wills, 1997).
  case twopi

  /// Circular layout of the biconnected components (Six and Tollis, 1999).
  case circo

  /// The text pins all nodes (`pos`, in points) and Graphviz routes only the edges that have no `pos` of their own.
  ///
  /// This is `neato -n2`. The drawing as a whole is moved to the origin.
  case pinned = "nop2"

  /// The text pins all nodes and Graphviz routes all edges, whatever `pos` they have.
  ///
  /// This is `neato -n`. The drawing as a whole is moved to the origin, and `overlap` may still push nodes apart.
  case pinnedNodes = "nop1"

  /// Whether the text pins all nodes.
  var isPinned: Bool { self == .pinned || self == .pinnedNodes }
}

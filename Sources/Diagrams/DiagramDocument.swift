/// A diagram as text, and how it wants to be laid out.
public struct DiagramDocument: Hashable, Sendable {
  /// What gives the nodes their places.
  public enum Engine: String, Hashable, Sendable {
    /// The text pins every node and every arrow: `neato -n2`, also called `nop2`.
    case pinned
    /// Layers from left to right: `dot`.
    case layered
  }

  /// One named graph in the DOT language.
  public let dot: String
  /// What gives the nodes their places.
  public let engine: Engine

  /// A text and its engine.
  public init(dot: String, engine: Engine) {
    self.dot = dot
    self.engine = engine
  }
}

/// A diagram as DOT text that pins every node and every arrow: `neato -n2`, also called `nop2`, draws it as it stands.
public struct DiagramDocument: Hashable, Sendable {
  /// One named graph in the DOT language.
  public let dot: String

  /// A diagram from its text.
  public init(dot: String) {
    self.dot = dot
  }
}

extension Vocabulary {
  /// What is said about where a company stands.
  struct Assessment: Sendable {
    static let english = Assessment()
    static let dutch = Assessment()
    static let swedish = Assessment()
  }
}

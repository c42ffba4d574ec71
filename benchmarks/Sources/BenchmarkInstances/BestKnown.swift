/// The best known makespans of project scheduling instances, from a table
/// `instance,critical_path,lower_bound,upper_bound,closed` with one header line.
public struct BestKnown: Sendable {
  /// What is known of an instance.
  public struct Entry: Hashable, Sendable {
    /// The length of the critical path.
    public let criticalPath: Int
    /// No schedule is shorter.
    public let lowerBound: Int
    /// A schedule of this length is known.
    public let upperBound: Int
  }

  /// The entries, by instance.
  public let entries: [String: Entry]

  /// Reads a table.
  ///
  /// - Throws: ``InstanceError`` with the line.
  public init(_ contents: String, file: String) throws(InstanceError) {
    let text = InstanceText(contents, file: file, separators: [","])
    var entries: [String: Entry] = [:]
    for line in text.lines.dropFirst() {
      entries[String(line.words[0])] = Entry(
        criticalPath: try text.integer(line, 1, "critical_path", in: 0...1_000_000),
        lowerBound: try text.integer(line, 2, "lower_bound", in: 0...1_000_000),
        upperBound: try text.integer(line, 3, "upper_bound", in: 0...1_000_000))
    }
    self.entries = entries
  }
}

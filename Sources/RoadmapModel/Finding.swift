/// A mistake or a doubt about the input, with its place and the next step.
public struct Finding: Hashable, Sendable, Error {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The input cannot be used.
    case error
    /// The input can be used, but it may not say what its author means.
    case warning
  }

  /// Where it is.
  public struct Place: Hashable, Sendable, Codable {
    /// The file, as the user named it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column: Int

    /// A place in a file.
    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// The stable name of the kind of finding, such as `unknown-capability`.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in one sentence without a full stop at its end.
  public var message: String
  /// The next step, in one sentence; nil when the message says it all.
  public var advice: String?
  /// The steps from the top of the scenario to the faulty value, as keys and positions: `["capabilities", "bnpl", "requires", "0"]`.
  public var path: [String]
  /// The place in the file; nil when the roadmap was not read from one.
  public var place: Place?

  /// A finding about a value.
  public init(
    id: String, severity: Severity = .error, message: String, advice: String? = nil, path: [String] = [],
    place: Place? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.advice = advice
    self.path = path
    self.place = place
  }
}

/// Findings, at least one of them an error, that keep an input from being used.
public struct InvalidInput: Error, Hashable, Sendable {
  /// The findings, in the order of the input.
  public var findings: [Finding]

  /// Findings, in the order of the input.
  public init(findings: [Finding]) {
    self.findings = findings
  }
}

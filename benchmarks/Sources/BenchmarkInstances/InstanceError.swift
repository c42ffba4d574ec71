/// Why an instance cannot be read or used.
public struct InstanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The line, counted from 1; nil when the mistake is in no line alone.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// An error at a line of a file.
  public init(file: String, line: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: error: message`, as compilers write it.
  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): error: \(message)"
  }
}

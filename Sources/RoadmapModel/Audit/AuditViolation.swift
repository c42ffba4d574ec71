/// A rule that a plan breaks.
public struct AuditViolation: Hashable, Sendable, Codable {
  /// The rule.
  public let rule: AuditRule
  /// What is wrong, in one sentence without a full stop at its end.
  public let message: String
  /// The ids of the capabilities, teams, stages and alternatives in question.
  public let subjects: [String]

  /// A rule that a plan breaks.
  public init(_ rule: AuditRule, _ message: String, subjects: [String]) {
    self.rule = rule
    self.message = message
    self.subjects = subjects
  }
}

extension AuditViolation: CustomStringConvertible {
  /// The rule and the message, for logs and failed tests.
  public var description: String { "\(rule.rawValue): \(message)" }
}

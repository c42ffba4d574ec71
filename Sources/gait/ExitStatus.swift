/// How the tool ends; the numbers are fixed and described by `docs/exit-codes.md`.
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// What was asked for has been done.
  case done = 0
  /// The input has findings of severity error.
  case findings = 1
  /// The command line makes no sense.
  case usage = 2
  /// No plan keeps all rules, or none was found.
  case noPlan = 3
  /// A file cannot be read or written.
  case inputOutput = 4
  /// The tool itself is at fault.
  case internalError = 70
}

/// Ends a command with a status, and says why.
struct CommandFailure: Error {
  /// How the tool ends.
  let status: ExitStatus
  /// What went wrong and what to do about it; nil when that has been said already.
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}

import Foundation

/// One of the two streams that a command writes to, and what its reader can show.
struct Terminal: Sendable {
  /// Results.
  static let output = Terminal(descriptor: STDOUT_FILENO)
  /// Progress and diagnostics.
  static let diagnostics = Terminal(descriptor: STDERR_FILENO)

  private let descriptor: Int32
  /// Whether somebody is watching, rather than a file or another program.
  let isInteractive: Bool
  /// Whether text may be coloured: somebody is watching and has not asked for plain text (see no-color.org).
  let showsColor: Bool

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    let environment = ProcessInfo.processInfo.environment
    isInteractive = isatty(descriptor) != 0
    showsColor =
      isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The columns of the window, within what reports can be laid out for; those of a wide one where nobody watches.
  var columns: Int {
    guard isInteractive else { return Self.widths.upperBound }
    var window = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    let columns = isKnown ? Int(window.ws_col) : named ?? Self.widths.upperBound
    return min(max(columns, Self.widths.lowerBound), Self.widths.upperBound)
  }

  private static let widths = 60...100

  /// Writes a text at once.
  ///
  /// - Throws: `CommandFailure` when the stream cannot take it. A reader that has gone away, such as `head`, is not
  ///   an error: it has all that it wants.
  func write(_ text: String) throws {
    try write(bytes: Array(text.utf8))
  }

  /// Writes bytes at once.
  func write(bytes: [UInt8]) throws {
    do {
      try FileDescriptor(descriptor).write(bytes)
    } catch let problem where problem.code == EPIPE {
      return
    } catch {
      throw CommandFailure(.inputOutput, "cannot write the output: \(error)")
    }
  }

  /// Writes a line about the work, which must not fail because nobody listens.
  func note(_ line: String) {
    overwrite(line + "\n")
  }

  /// Writes a text about the work that may begin with a return to the start of the line.
  func overwrite(_ text: String) {
    try? FileDescriptor(descriptor).write(Array(text.utf8))
  }
}

/// A style of text on a terminal.
enum TextStyle: String, Sendable {
  case bold = "1"
  case red = "31"
  case yellow = "33"
  case dim = "2"

  /// The text in this style, or as it is where colour is not wanted.
  func applied(to text: String, when showsColor: Bool) -> String {
    showsColor ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}

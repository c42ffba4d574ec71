import Foundation

/// What the operating system says about a call that failed.
struct SystemProblem: Error, CustomStringConvertible {
  /// The value of `errno`.
  let code: Int32

  /// The problem of the call before.
  static var last: SystemProblem { SystemProblem(code: errno) }

  /// What went wrong, in the words of the system.
  var description: String { String(cString: strerror(code)) }
}

/// An open file, written to without buffers.
struct FileDescriptor {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  /// Writes all bytes, in as many calls as it takes.
  func write(_ bytes: [UInt8]) throws(SystemProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      rest = rest.dropFirst(count)
    }
  }
}

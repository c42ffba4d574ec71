import Foundation

/// Writes whole files: a reader sees the old contents or the new ones, never a part, and a failure leaves no trace.
enum AtomicFile {
  /// Replaces the contents of a file, or makes it.
  ///
  /// The bytes go to a temporary file in the same directory, which then takes the name of the other. A symbolic link
  /// is followed, so that it is its target that changes.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let target = try target(of: path)
    let folder = (target as NSString).deletingLastPathComponent
    var template = Array(((folder.isEmpty ? "." : folder) + "/.gait-XXXXXX").utf8CString)
    let number = mkstemp(&template)
    guard number >= 0 else { throw failure(path, .last) }
    do {
      defer { close(number) }
      try FileDescriptor(number).write(bytes)
      guard fchmod(number, permissions(of: target)) == 0, fsync(number) == 0 else { throw SystemProblem.last }
      guard rename(&template, target) == 0 else { throw SystemProblem.last }
    } catch {
      unlink(&template)
      throw failure(path, error as? SystemProblem ?? .last)
    }
  }

  /// Tells early what would keep a file from being written, before any work is done for it.
  static func check(_ path: String) throws(CommandFailure) {
    let target = try target(of: path)
    let folder = (target as NSString).deletingLastPathComponent
    guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else { throw failure(path, .last) }
  }

  /// The file that a path names, with symbolic links resolved.
  private static func target(of path: String) throws(CommandFailure) -> String {
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard let target else { return path }
    var status = stat()
    guard stat(target, &status) == 0 else { throw failure(path, .last) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return target
    case S_IFDIR: throw CommandFailure(.inputOutput, "cannot write '\(path)': it is a directory")
    default: throw CommandFailure(.inputOutput, "cannot write '\(path)': it is not an ordinary file")
    }
  }

  /// The permissions of an existing file, or those that the user gives to new ones.
  private static func permissions(of path: String) -> mode_t {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & 0o777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  private static func failure(_ path: String, _ problem: SystemProblem) -> CommandFailure {
    CommandFailure(.inputOutput, "cannot write '\(path)': \(problem)")
  }
}

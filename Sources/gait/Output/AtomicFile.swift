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
    if access(target, F_OK) == 0, access(target, W_OK) != 0 { throw failure(path, .last) }
  }

  /// What two paths have in common exactly when they name the same file, whether it is there or not.
  static func identity(of path: String) -> String {
    let path = followed(path)
    let folder = (path as NSString).deletingLastPathComponent
    return resolved(path)
      ?? (resolved(folder.isEmpty ? "." : folder) ?? folder) + "/" + (path as NSString).lastPathComponent
  }

  private static func resolved(_ path: String) -> String? {
    realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }

  /// The path to which a symbolic link leads, even when there is no file yet; any other path as it is.
  private static func followed(_ path: String) -> String {
    var path = path
    // As many links in a row as Linux follows.
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
        }
      }
      guard count > 0 else { break }
      let destination = String(decoding: buffer.prefix(count), as: UTF8.self)
      let folder = (path as NSString).deletingLastPathComponent
      path =
        destination.hasPrefix("/") ? destination : (folder as NSString).appendingPathComponent(destination)
    }
    return path
  }

  /// The file that a path names, with symbolic links resolved.
  private static func target(of path: String) throws(CommandFailure) -> String {
    guard let target = resolved(path) else { return followed(path) }
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

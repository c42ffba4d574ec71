import Foundation

/// The files of this machine.
///
/// Regular files and pipes can be read; devices and sockets are refused, because they may have no end.
public struct FilesOnDisk: FileAccess {
  /// The files of this machine.
  public init() {}

  /// The bytes of a file, of which no more than the limit are read.
  public func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG where status.st_size > limit: throw .tooLarge
    case S_IFREG, S_IFIFO: break
    case S_IFDIR: throw .directory
    default: throw .notReadable("it is not a regular file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    return try contents(of: descriptor, limit: limit)
  }

  /// The path with all symbolic links followed, or as it is when it leads nowhere.
  public func identity(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return FilePath.normalized(path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func contents(of descriptor: Int32, limit: Int) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw problem(errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .tooLarge }
    }
  }

  private func problem(_ code: Int32) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .directory
    default: .notReadable(String(cString: strerror(code)).lowercased())
    }
  }
}

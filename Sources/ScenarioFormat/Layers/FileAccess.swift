/// Gives the reader the files that scenarios name, so that a scenario can come from a disk, from a test or from a request.
public protocol FileAccess: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: A path as the user wrote it, joined to the directory of the file that names it.
  ///   - limit: The most bytes to read.
  func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8]

  /// A name that is the same for every path to the same file.
  func identity(of path: String) -> String
}

/// Why a file cannot be read.
public enum FileProblem: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// The path leads to a directory.
  case directory
  /// The path leads to something that cannot be read, for the stated reason.
  case notReadable(String)
  /// The file has more bytes than the limit.
  case tooLarge
}

/// Files in memory, by path.
public struct FilesInMemory: FileAccess {
  private let files: [String: [UInt8]]

  /// Files with the given texts.
  public init(_ texts: [String: String]) {
    self.init(bytes: texts.mapValues { Array($0.utf8) })
  }

  /// Files with the given bytes.
  public init(bytes: [String: [UInt8]]) {
    files = Dictionary(bytes.map { (FilePath.normalized($0.key), $0.value) }) { first, _ in first }
  }

  /// The bytes of a file; a path that is the beginning of another is a directory.
  public func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let name = identity(of: path)
    if let bytes = files[name] {
      if bytes.count > limit { throw .tooLarge }
      return bytes
    }
    throw files.keys.contains { $0.hasPrefix(name + "/") } ? .directory : .missing
  }

  /// The path without detours.
  public func identity(of path: String) -> String {
    FilePath.normalized(path)
  }
}

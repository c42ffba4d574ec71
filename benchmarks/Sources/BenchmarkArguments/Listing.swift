internal import BenchmarkInstances
public import Foundation

/// Files and directories that arguments name.
public enum Listing {
  /// A file itself, or the files of a directory with an ending, in the order of their names, where numbers count as numbers.
  ///
  /// - Parameter depth: how many levels of directories below are looked into as well.
  static func files(_ path: String, ending: String, depth: Int = 0) throws -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw InstanceError(file: path, "there is no such file or directory")
    }
    guard isDirectory.boolValue else { return [path] }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    let found = names.filter { $0.hasSuffix(ending) }.map { "\(path)/\($0)" }
    let below =
      depth == 0
      ? []
      : try names.map { "\(path)/\($0)" }.filter { name in
        FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory) && isDirectory.boolValue
      }.flatMap { try files($0, ending: ending, depth: depth - 1) }
    let all = (found + below).sorted { $0.compare($1, options: [.numeric]) == .orderedAscending }
    guard !all.isEmpty || depth == 0 else { return [] }
    return all
  }

  /// The directory of a file.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  /// The bytes of a file.
  public static func contents(_ path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InstanceError(file: path, "the file cannot be read")
    }
    return data
  }

  /// The text of a file; bytes that are no UTF-8 become replacement characters, which no number has.
  public static func text(_ path: String) throws -> String {
    String(decoding: try contents(path), as: UTF8.self)
  }
}

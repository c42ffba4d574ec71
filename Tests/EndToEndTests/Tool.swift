import Foundation
import TestSupport
import Testing

/// The built tool, run as a user runs it.
enum Tool {
  /// What a run of the tool left behind.
  struct Run {
    let status: Int32
    let output: [UInt8]
    let diagnostics: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard output as JSON.
    var json: JSONValue {
      get throws { try JSONValue(Data(output)) }
    }
  }

  /// The directory of what the build made: that of the program that runs the tests.
  static let products: URL = {
    let runner = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
    return runner.resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A small scenario that needs no catalog.
  static func cornerShop() throws -> String { try fixture("corner-shop.yaml") }

  /// A scenario that is kept beside the tests.
  static func fixture(_ name: String) throws -> String {
    try String(
      contentsOf: package.appending(path: "Tests/EndToEndTests/Fixtures/\(name)"), encoding: .utf8)
  }

  /// Runs the tool and waits for its end.
  static func run(
    _ arguments: String..., in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, in: directory, environment: environment)
  }

  /// Runs the tool and waits for its end.
  static func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(products.appending(path: "gait"), arguments, in: directory, environment: environment)
  }

  /// Runs a program and waits for its end; standard output and error go through files, so that neither can fill up.
  static func run(
    _ program: URL, _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let scratch = try Scratch()
    let output = try scratch.handle("output")
    let diagnostics = try scratch.handle("diagnostics")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = directory ?? package
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = diagnostics
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try scratch.bytes("output"),
      diagnostics: String(decoding: try scratch.bytes("diagnostics"), as: UTF8.self))
  }
}

/// A directory of a test's own, which goes away with it.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gait-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of the directory.
  var path: String { url.path }

  /// The path of a file in the directory.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a text file and tells its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  /// The names of all files, also of hidden ones.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  fileprivate func handle(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url.appending(path: name))
  }
}

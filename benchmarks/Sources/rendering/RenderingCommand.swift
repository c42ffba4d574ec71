import ArgumentParser
import Foundation
import GraphvizRendering

/// `rendering`: what drawing through the library takes, beside Graphviz' own programs on the same text.
@main struct RenderingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rendering",
    abstract:
      "Time drawings through the Graphviz library against Graphviz' own program, and watch the memory.",
    discussion: """
        rendering roadmap.dot dependencies.dot
        rendering roadmap.dot --renders 2000

      The two take turns, and the least time of each counts. A run of the program has the start of its process in it; \
      the first drawing of the library, with the loading of its plugins, is told by itself.
      """)

  @Argument(
    help: "DOT files whose places are pinned, as gait diagram -o x.dot writes them.",
    completion: .file(extensions: ["dot"]))
  var files: [String]

  @Option(help: "How often each is drawn by both; the least time counts.")
  var repetitions = 15

  @Option(help: "How often the library draws all files after that, while memory is watched.")
  var renders = 0

  @Option(help: "Graphviz' program for drawings whose places are pinned.")
  var program = "neato"

  func validate() throws {
    guard repetitions >= 1 else { throw ValidationError("a drawing is made once at least") }
    guard renders >= 0 else { throw ValidationError("'--renders' must not be negative; it is \(renders).") }
  }

  func run() throws {
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    print("file                            library first    library    program    ratio")
    for (file, text) in zip(files, texts) { try compare(file, text) }
    if renders > 0 { try watchMemory(texts) }
  }

  private static func draw(_ text: String) throws {
    _ = try GraphvizRenderer().render(text, engine: .pinned, format: .svg)
  }

  private func compare(_ file: String, _ text: String) throws {
    let first = try Self.milliseconds { try Self.draw(text) }
    var (library, alone) = (Double.infinity, Double.infinity)
    for _ in 0..<repetitions {
      library = min(library, try Self.milliseconds { try Self.draw(text) })
      alone = min(alone, try Self.milliseconds { try runProgram(file) })
    }
    let name = URL(filePath: file).lastPathComponent
    let cells = [first, library, alone].map { String(format: "%8.1f ms", $0) }.joined()
    print(
      name.padding(toLength: 30, withPad: " ", startingAt: 0) + "    " + cells
        + String(format: "%9.3f", library / alone))
  }

  private func runProgram(_ file: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program, "-n2", "-Tsvg", file]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("'\(program)' ended with the status \(process.terminationStatus)")
    }
  }

  /// Draws all files in turn and prints the resident memory on the way.
  private func watchMemory(_ texts: [String]) throws {
    let marks = Set([10, renders / 10, renders / 2, renders])
    for number in 1...renders {
      try Self.draw(texts[number % texts.count])
      if marks.contains(number) {
        print("\(number) drawings: \(String(format: "%.1f", try Self.residentMegabytes())) MB")
      }
    }
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let begin = ContinuousClock.now
    try body()
    return begin.duration(to: .now) / .milliseconds(1)
  }

  /// The resident memory now, in megabytes of 10^6 bytes.
  private static func residentMegabytes() throws -> Double {
    let numbers = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    guard let pages = numbers.dropFirst().first.flatMap({ Double($0) }) else {
      throw ValidationError("the system does not tell the resident memory")
    }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
  }
}

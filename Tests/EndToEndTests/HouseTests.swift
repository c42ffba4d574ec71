import Foundation
import Testing

/// The checks of the house can fail: each is shown something that breaks its rule.
@Suite struct HouseTests {
  private static func check(_ script: String, _ files: [String: String]) throws -> Tool.Run {
    let scratch = try Scratch()
    for folder in ["Sources/RoadmapModel", "Sources/Planning", "Sources/Diagrams", "Tests"] {
      try FileManager.default.createDirectory(
        at: scratch.url.appending(path: folder), withIntermediateDirectories: true)
    }
    for (name, text) in files { try scratch.write(text, to: name) }
    return try Tool.run(Tool.package.appending(path: "scripts/\(script)"), [scratch.path])
  }

  private static func lines(_ count: Int) -> String {
    Array(repeating: "    work()\n", count: count).joined()
  }

  @Test(arguments: ["check-sizes", "check-arrows", "check-words"])
  func thisPackagePasses(script: String) throws {
    let run = try Tool.run(Tool.package.appending(path: "scripts/\(script)"), [])
    #expect(run.status == 0, "\(run.text)\(run.diagnostics)")
  }

  @Test func longFilesAndFunctionsAreRefused() throws {
    let long = "  func f() {\n\(Self.lines(79))  }\n"
    #expect(
      try Self.check("check-sizes", ["Sources/Planning/A.swift": long]).text.contains(
        "a function of 81 lines"))
    #expect(try Self.check("check-sizes", ["Sources/Planning/A.swift": Self.lines(601)]).status != 0)
  }

  @Test func whatIsShortOrExcusedPasses() throws {
    let short = "  func f() {\n\(Self.lines(78))  }\n"
    let excused = "// size: a table of 700 rows\n" + Self.lines(700)
    let run = try Self.check(
      "check-sizes", ["Sources/Planning/A.swift": short, "Sources/Planning/B.swift": excused])
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("Sources/Planning/A.swift", "import Foundation"),
    ("Sources/RoadmapModel/A.swift", "public import RealModule"),
    ("Sources/Planning/A.swift", "@preconcurrency internal import Yams"),
    ("Sources/Diagrams/A.swift", "import Planning"),
    ("Sources/Diagrams/A.swift", "private import CGraphviz"),
    ("Sources/Planning/A.swift", "let x = Int.random(in: 0..<3)"),
    ("Sources/Planning/A.swift", "let x = list.shuffled()"),
    ("Sources/Diagrams/A.swift", "Task.detached { }"),
  ])
  func forbiddenArrowsAreRefused(file: String, text: String) throws {
    let run = try Self.check("check-arrows", [file: text + "\n"])
    #expect(run.status != 0)
    #expect(run.text.contains(file))
  }

  @Test(arguments: [
    ("Sources/Planning/StringUtils.swift", ""),
    ("Sources/Planning/A.swift", "struct PlanHelper {}"),
    ("Sources/Planning/A.swift", "// TO" + "DO: later"),
    ("Sources/Planning/A.swift", "let path = \"/ho" + "me/ann/x\""),
  ])
  func emptyWordsAreRefused(file: String, text: String) throws {
    #expect(try Self.check("check-words", [file: text + "\n"]).status != 0)
  }
}

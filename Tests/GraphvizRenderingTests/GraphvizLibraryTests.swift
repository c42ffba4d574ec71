import Foundation
import Testing

@testable import GraphvizRendering

@Suite struct GraphvizLibraryTests {
  private let renderer = GraphvizRenderer()

  @Test func clusteredDrawingsRepeat() throws {
    let first = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
    var kept: [[UInt8]] = []
    for round in 0..<120 {
      let drawing = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
      #expect(drawing == first, "round \(round)")
      // Other work in between moves the heap, on which a drawing must not depend.
      kept.append(Array(repeating: UInt8(round), count: 100 + round * 37))
    }
    withExtendedLifetime(kept) {}
  }

  @Test(arguments: LayoutEngine.allCases) func everyEngineRepeats(_ engine: LayoutEngine) throws {
    let text = engine == .pinned || engine == .pinnedNodes ? SampleGraphs.pinned : SampleGraphs.clustered
    let first = try renderer.render(text, engine: engine, format: .plain)
    for _ in 0..<5 { #expect(try renderer.render(text, engine: engine, format: .plain) == first) }
  }

  @Test(arguments: [OutputFormat.svg, .png(dpi: 72), .pdf, .dot, .canonicalDOT, .plain, .json])
  func everyFormatRepeats(_ format: OutputFormat) throws {
    let first = try renderer.render(SampleGraphs.clustered, engine: .dot, format: format)
    for _ in 0..<5 {
      #expect(try renderer.render(SampleGraphs.clustered, engine: .dot, format: format) == first)
    }
  }

  @Test func tasksDrawTheSame() async throws {
    let renderer = renderer
    let alone = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
    let drawings = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<10).map { round in
            if (task + round).isMultiple(of: 3) {
              _ = try? renderer.render("digraph bad { [", engine: .dot, format: .svg)
            }
            return try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(drawings.count == 80)
    #expect(drawings.allSatisfy { $0 == alone })
  }

  @Test func freshProcessDrawsTheSame() async throws {
    for _ in 0..<3 { _ = try renderer.render(SampleGraphs.pinned, engine: .pinned, format: .svg) }
    let here = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      let there = try GraphvizRenderer().render(SampleGraphs.clustered, engine: .dot, format: .svg)
      try FileHandle.standardOutput.write(contentsOf: Data(there))
    }
    let output = try #require(result?.standardOutputContent)
    #expect(Data(output).range(of: Data(here)) != nil)
  }

  @Test func nothingIsPrinted() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let renderer = GraphvizRenderer()
      let wrong = [
        "digraph g { [", "digraph g { a } junk",
        "digraph g { a [shape=absent fillcolor=absent style=filled] }",
        "digraph g { a [label=<<b>open>] }", "digraph g { a [fontname=\"No Such Font\"] }",
      ]
      for text in wrong { _ = try? renderer.render(text, engine: .dot, format: .svg) }
      _ = try? renderer.render("digraph g { a -> b }", engine: .pinned, format: .svg)
      _ = try? renderer.render(
        #"graph g { a [pos="0,0!"] b [pos="0,90000!"] }"#, engine: .pinned, format: .png())
      _ = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .png())
    }
    for stream in [result?.standardOutputContent, result?.standardErrorContent] {
      let printed = String(decoding: try #require(stream), as: UTF8.self)
      for word in ["rror", "arning", "graph"] { #expect(!printed.contains(word), "\(printed)") }
    }
  }

  @Test(arguments: [
    "digraph g {", "digraph g { a [label=\"open", "digraph g { a [label=<open <<<<", "digraph g { /* open",
    "digraph g { a } \"open", "digraph g { a } <open <<<<", "digraph g { a } /* open",
    "digraph g { a } digraph h { b c", "}", "{", "digraph g { a } junk", "digraph g { @ }", "\"open \\",
    "digraph g { subgraph s { a -> { b c [",
  ])
  func goodTextAfterBadIsDrawnRight(_ bad: String) throws {
    let before = try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg)
    #expect(throws: RenderingError.self) { try renderer.render(bad, engine: .dot, format: .svg) }
    #expect(try renderer.render(SampleGraphs.clustered, engine: .dot, format: .svg) == before)
    let error = #expect(throws: RenderingError.self) {
      try renderer.render("digraph g {\n [", engine: .dot, format: .svg)
    }
    #expect(error == .syntax(line: 2, message: "syntax error in line 2 near '['"))
  }

  @Test func failedRenderingsLeaveNoWarnings() throws {
    _ = try? renderer.render("digraph g { a [shape=absent] }", engine: .dot, format: .svg)
    #expect(throws: Never.self) { try renderer.render(SampleGraphs.small, engine: .dot, format: .svg) }
  }

  #if os(Linux)
    @Test func memoryIsGivenBack() async {
      await #expect(processExitsWith: .success) {
        let renderer = GraphvizRenderer()
        let text = SampleGraphs.grid(splines: "ortho")
        for _ in 0..<20 { _ = try renderer.render(text, engine: .pinned, format: .svg) }
        let before = try residentBytes()
        for round in 0..<500 {
          _ = try renderer.render(text, engine: .pinned, format: .svg)
          if round.isMultiple(of: 5) {
            _ = try? renderer.render("digraph g { a } junk", engine: .dot, format: .svg)
          }
        }
        // A layout or a graph that is not released would cost several times as much.
        #expect(try residentBytes() - before < 8_000_000)
      }
    }

    @Test func drawingsOfPinnedNodesTakeNoMemoryForGood() async {
      await #expect(processExitsWith: .success) {
        let renderer = GraphvizRenderer()
        for _ in 0..<100 {
          _ = try renderer.render(SampleGraphs.pinnedRegions, engine: .pinned, format: .svg)
        }
        let before = try residentBytes()
        for _ in 0..<2_000 {
          _ = try renderer.render(SampleGraphs.pinnedRegions, engine: .pinned, format: .svg)
        }
        // A context for each drawing would keep 3.7 MB, and the lists that layouts leave behind 0.5 MB.
        #expect(try residentBytes() - before < 300_000)
      }
    }
  #endif
}

/// The memory that the process holds, in bytes, from the second word of `statm` in pages of 4 KiB.
private func residentBytes() throws -> Int {
  let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return (Int(words[1]) ?? 0) * 4_096
}

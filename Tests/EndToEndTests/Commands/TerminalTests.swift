import Foundation
import Testing

/// Runs on a terminal of its own, which the program `script` gives.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct TerminalTests {
  private static func check(_ environment: [String: String]) throws -> String {
    let scratch = try Scratch()
    try scratch.write(
      Tool.cornerShop().replacing("live: [storefront]", with: "live: [shop]"), to: "shop.yaml")
    let tool = Tool.products.appending(path: "gait").path
    let run = try Tool.run(
      URL(filePath: "/usr/bin/script"), ["-qec", "'\(tool)' check shop.yaml", "/dev/null"], in: scratch.url,
      environment: environment)
    #expect(run.status == 1)
    return run.text
  }

  @Test func mistakesAreColoredOnATerminal() throws {
    #expect(try Self.check(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}[31merror:\u{1B}[0m"))
  }

  @Test(arguments: [(72, 72), (40, 60), (200, 100)])
  func aReportFitsTheWindow(columns: Int, width: Int) throws {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let tool = Tool.products.appending(path: "gait").path
    let command = "stty cols \(columns); '\(tool)' plan shop.yaml --effort quick --quiet"
    let run = try Tool.run(
      URL(filePath: "/usr/bin/script"), ["-qec", command, "/dev/null"], in: scratch.url,
      environment: ["TERM": "dumb"])
    let lines = run.text.split(whereSeparator: \.isNewline)
    #expect(run.status == 0)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.contains { $0.count > width - 12 })
  }

  @Test(arguments: [["NO_COLOR": "1", "TERM": "xterm"], ["NO_COLOR": "", "TERM": "dumb"]])
  func colorCanBeDeclined(environment: [String: String]) throws {
    let text = try Self.check(environment)
    #expect(text.contains("error:"))
    #expect(!text.contains("\u{1B}["))
  }
}

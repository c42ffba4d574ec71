import Foundation
import Testing

@Suite struct InterruptionTests {
  /// A search that is interrupted ends with the best plan so far or, before there is one, as interrupted programs end.
  @Test func anInterruptedSearchEndsWithItsBestPlan() throws {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let script = """
      '\(Tool.products.appending(path: "gait").path)' plan shop.yaml --effort thorough >out 2>err &
      until [ -s out ]; do sleep 0.05; done
      sleep 1
      kill -INT $!
      wait $!
      """
    // Without job control a shell lets its children ignore interrupts, so it is switched on.
    let run = try Tool.run(URL(filePath: "/bin/bash"), ["-c", "set -m\n" + script], in: scratch.url)
    let output = String(decoding: try scratch.bytes("out"), as: UTF8.self)
    let diagnostics = String(decoding: try scratch.bytes("err"), as: UTF8.self)
    #expect(output.hasPrefix("Corner shop\n"))
    if run.status == 0 {
      #expect(diagnostics == "gait: interrupted; this is the best plan so far\n")
      #expect(output.contains("The search was cut short"))
    } else {
      #expect(run.status == 128 + SIGINT)
      #expect(diagnostics == "")
    }
  }

  /// A command that plans and then does something else hears of an interrupt in its second part, too; on a busy machine the first one meets the planning.
  @Test func theSecondPartOfACommandIsInterruptedToo() throws {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let script = """
      set -m
      '\(Tool.products.appending(path: "gait").path)' simulate shop.yaml --effort quick --trials 1048576 >out 2>err &
      sleep 4
      kill -INT $!
      sleep 4
      kill -INT $! 2>/dev/null
      wait $!
      """
    let run = try Tool.run(URL(filePath: "/bin/bash"), ["-c", script], in: scratch.url)
    let diagnostics = String(decoding: try scratch.bytes("err"), as: UTF8.self)
    let isHeard = run.status == 0 && diagnostics.contains("gait: interrupted; this is the forecast of ")
    #expect(isHeard || run.status == 128 + SIGINT)
  }
}

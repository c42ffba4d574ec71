import ArgumentParser
import Foundation

/// `gait init`: a scenario to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter scenario.",
    discussion: """
      The directory is made when it is not there. Nothing that exists is overwritten.

        gait init my-shop
        gait check my-shop/roadmap.yaml
      """)

  @Argument(help: "The directory for the scenario.", completion: .directory)
  var directory: String

  @Flag(name: .shortAndLong, help: "Say nothing but mistakes.")
  var quiet = false

  func run() throws {
    let path = (directory as NSString).appendingPathComponent("roadmap.yaml")
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(.inputOutput, "'\(path)' exists already; choose another directory, or remove it")
    }
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.inputOutput, "cannot make the directory '\(directory)'")
    }
    try AtomicFile.write(Array(StarterScenario.text.utf8), to: path)
    guard !quiet else { return }
    try Terminal.output.write(
      """
      Wrote \(path). Next:
        gait check \(path)
        gait assess \(path)
        gait plan \(path)

      """)
  }
}

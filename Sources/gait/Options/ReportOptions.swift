import ArgumentParser
import RoadmapModel

/// The form of what a command says on standard output.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case json
}

/// The options that every command has about what it says.
struct ReportOptions: ParsableArguments {
  @Option(help: "The form of the result on standard output: words for people, or one JSON document.")
  var format: ReportFormat = .text

  @Flag(name: .shortAndLong, help: "Say nothing but results and mistakes.")
  var quiet = false

  @Option(help: "The language of reports, and of names where the scenario has them.")
  var language: Language = .english

  /// The layout of reports on standard output.
  var layout: TerminalLayout { TerminalLayout(showsColor: Terminal.output.showsColor) }
}

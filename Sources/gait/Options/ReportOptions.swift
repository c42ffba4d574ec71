import ArgumentParser
import RoadmapModel

/// The form of what a command says on standard output.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case json
}

/// The option of commands whose result is words or a document.
struct FormatOption: ParsableArguments {
  @Option(help: "The form of the result on standard output: words for people, or one JSON document.")
  var format: ReportFormat = .text
}

/// The option of every command about what it says beside its result.
struct QuietOption: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but results and mistakes.")
  var quiet = false
}

/// The option of commands that speak of the scenario in words.
struct LanguageOption: ParsableArguments {
  @Option(help: "The language of reports, and of names where the scenario has them.")
  var language: Language = .english

  /// The layout of reports on standard output.
  var layout: TerminalLayout {
    TerminalLayout(width: Terminal.output.columns, showsColor: Terminal.output.showsColor)
  }
}

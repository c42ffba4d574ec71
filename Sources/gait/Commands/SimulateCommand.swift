import ArgumentParser
import Diagrams
import Interchange
import Planning
import Reports
import RoadmapModel
import ScenarioFormat
import Simulation

/// `gait simulate`: how sure, how late, how much, and why.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run the plan through thousands of futures: how sure, how late, how much, and why.",
    discussion: """
      The scenario is planned, or the plan of --plan taken, and the plan is carried out in futures in which work takes \
      other times than estimated, effects come out smaller or not at all, people are away \
      and risks strike. The forecast says how sure each stage is by each date, what the \
      plan costs and brings, how sure all of that is together, what it depends on, what \
      work waits for, and how precise these numbers are. The same scenario, seed and number \
      of futures give the same forecast on every machine.

      Without -o the forecast is printed. With -o it goes to files, each in the form of its \
      ending: .json, .csv or .md; .svg, .png, .pdf, .dot, .drawio, .mmd and .puml draw the \
      roadmap, the first five with the spread of each finish. Charts are files named .fan.svg (a KPI or the cash over time, see \
      --path), .tornado.svg and .tornado-date.svg (what moves the value and the date) and \
      .stages.svg (how sure each stage is by when). Ctrl-C ends with the futures so far.

        gait simulate shop.yaml
        gait plan shop.yaml -o plan.json && gait simulate shop.yaml --plan plan.json
        gait simulate shop.yaml --trials 65536 --policy fixedDates
        gait simulate shop.yaml -o shop.fan.svg -o shop.tornado.svg -o forecast.json
        gait simulate shop.yaml --sensitivity sobol --format json | jq .drivers
      """)

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var simulation: SimulationOptions

  @Option(help: "What the chart over time shows.")
  var path: Forecast.Path.Measure = .cash

  @Option(
    help: ArgumentHelp("Simulate this plan, a JSON file, and search for none.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @OptionGroup var planning: PlanningOptions
  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditionalSingleValue,
    help: "A file to write; may be given several times.", completion: .file(),
    transform: { try OutputFile(argument: $0, known: OutputFile.Form.allCases) })
  var outputs: [OutputFile] = []

  func validate() throws {
    try OutputFile.validate(outputs, format: form.format)
    for output in outputs where output.form != .svg && ForecastChart(output) != nil {
      throw ValidationError("Charts are drawn as .svg; '\(output.path ?? "")' is none.")
    }
  }

  func run() async throws {
    let (roadmap, reading) = try scenario.roadmap(as: form.format, speech)
    try OutputFile.check(outputs)
    let plan = try await simulatedPlan(of: roadmap, reading)
    let forecast = try await SimulationRun(roadmap, words, speech).forecast(
      of: plan, simulation.parameters(for: roadmap, seed: planning.seed, threads: planning.threads))
    let result = ForecastResult(
      forecast: forecast, plan: plan, roadmap: roadmap, language: words.language, path: path)
    let contents = try outputs.map { try result.bytes(for: $0) }
    for (output, bytes) in zip(outputs, contents) { try output.write(bytes) }
    if form.format == .json {
      try Terminal.output.write(bytes: JSONDocument.bytes(of: forecast))
    } else if !outputs.contains(where: { $0.path == nil }) {
      try printWords(result)
    }
  }

  /// The plan that is simulated: the one in the file, or the one that is found.
  private func simulatedPlan(of roadmap: Roadmap, _ reading: ScenarioReading) async throws -> Plan {
    guard let plan else {
      return try await PlanningRun(roadmap, reading, planning, words, speech).plan(form.format)
    }
    return try PlanFile(plan).plan(of: reading)
  }

  /// Prints the forecast, or its gist when the rest is in files.
  private func printWords(_ result: ForecastResult) throws {
    let report = ForecastReport(
      forecast: result.forecast, roadmap: result.roadmap, language: words.language)
    let body = outputs.isEmpty ? report.report : report.gist
    try Terminal.output.write(
      words.layout.text(of: Report([.title(result.roadmap.name[words.language])] + body.blocks)))
    try OutputFile.name(outputs, words, speech)
  }
}

/// The charts that a file can ask for by its name.
enum ForecastChart: String, CaseIterable {
  /// A path over time.
  case fan
  /// What moves the value.
  case tornado
  /// What moves the date.
  case tornadoDate = "tornado-date"
  /// How sure each stage is by when.
  case stages

  /// The chart that a file asks for: `shop.fan.svg` is a fan; nil when it asks for none.
  init?(_ file: OutputFile) {
    let parts = (file.path ?? "").split(separator: "/").last?.split(separator: ".") ?? []
    guard parts.count > 2, let chart = Self(rawValue: String(parts[parts.count - 2])) else { return nil }
    self = chart
  }
}

/// A forecast in all the forms that files ask for.
struct ForecastResult {
  let forecast: Forecast
  let plan: Plan
  let roadmap: Roadmap
  let language: Language
  /// What a chart over time shows.
  let path: Forecast.Path.Measure

  /// The contents of a file.
  func bytes(for file: OutputFile) throws(CommandFailure) -> [UInt8] {
    if let chart = ForecastChart(file) { return try bytes(of: chart, file) }
    switch file.form {
    case .json: return try JSONDocument.bytes(of: forecast)
    case .csv:
      return Array(ForecastTable(forecast: forecast, roadmap: roadmap, language: language).table.text.utf8)
    case .md:
      let report = ForecastReport(forecast: forecast, roadmap: roadmap, language: language).report
      return Array(MarkdownLayout().text(of: Report([.title(roadmap.name[language])] + report.blocks)).utf8)
    case .mmd: return Array(MermaidGantt(plan: plan, roadmap: roadmap, language: language).text.utf8)
    case .puml: return Array(PlantUMLGantt(plan: plan, roadmap: roadmap, language: language).text.utf8)
    case .svg, .png, .pdf, .dot, .drawio:
      let diagram = RoadmapDiagram(
        plan: plan, roadmap: roadmap, language: language, options: RoadmapOptions(finishes: finishes))
      return try Drawing.bytes(of: diagram.document, as: file.form)
    }
  }

  /// When capabilities are live in eight of ten futures; those that are not live in so many within the calendar have no range.
  private var finishes: [CapabilityID: RoadmapOptions.FinishRange] {
    let ranges = forecast.capabilities.compactMap { capability in
      let days = capability.finish.quantiles
      return days.p10.flatMap { early in
        days.p50.flatMap { middle in
          days.p90.map { (capability.id, RoadmapOptions.FinishRange(early: early, middle: middle, late: $0)) }
        }
      }
    }
    return Dictionary(ranges) { first, _ in first }
  }

  private func bytes(of chart: ForecastChart, _ file: OutputFile) throws(CommandFailure) -> [UInt8] {
    let svg =
      switch chart {
      case .fan: FanChart(path, of: forecast, language: language)?.svg
      case .tornado: TornadoChart(.npv, of: forecast, roadmap: roadmap, language: language)?.svg
      case .tornadoDate: TornadoChart(.targetDate, of: forecast, roadmap: roadmap, language: language)?.svg
      case .stages: StageChart(of: forecast, roadmap: roadmap, language: language)?.svg
      }
    guard let svg else {
      throw CommandFailure(
        .findings,
        "cannot draw '\(file.path ?? "")': the forecast has nothing for the chart '\(chart.rawValue)'")
    }
    return Array(svg.utf8)
  }
}

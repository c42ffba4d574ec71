import Diagrams
public import RoadmapModel

/// How likely each stage is by each quarter's end, with what the plan promises and what is asked for.
///
/// A line goes from the first day over the quarters' ends and over the day that the plan promises, at the probability of each.
public struct StageChart: Sendable {
  private let stages: [Forecast.StageForecast]
  private let forecast: Forecast
  private let names: ForecastNames
  private let firstDay: CivilDate

  /// A chart of the stages of a forecast; nil when all of them have been reached already.
  public init?(of forecast: Forecast, roadmap: Roadmap, language: Language) {
    stages = forecast.stages.filter { $0.byQuarter.count > 1 }
    guard !stages.isEmpty else { return nil }
    self.forecast = forecast
    firstDay = roadmap.calendar.date(of: Period(0))
    names = ForecastNames(roadmap: roadmap, language: language)
  }

  private var words: ChartVocabulary { ChartVocabulary[names.language] }
  private var numbers: ChartNumbers { ChartNumbers(language: names.language, currency: forecast.currency) }

  /// The chart as an SVG document; the same forecast gives the same bytes.
  public var svg: String {
    let title = words.stages(forecast.scenario)
    var drawing = SVGDrawing(width: 960, height: 440, title: title, summary: summary)
    drawing.text(ChartText.fitted(title, ChartStyle.title, 928), "title", x: 16, y: 28)
    let y = Scale(0...1, from: 376, to: 74)
    let left = 24 + ChartStyle.label.width(of: numbers.percent(1))
    let dates = stages.flatMap { $0.byQuarter.map(\.date) + [$0.planned].compactMap(\.self) }
    let x = TimeScale(firstDay, dates.max()!, from: left, to: 936)
    for mark in [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1] {
      drawing.line(mark == 0 ? "axis" : "grid", [(left, y.place(of: mark)), (936, y.place(of: mark))])
      drawing.text(numbers.percent(mark), "muted", x: left - 8, y: y.place(of: mark) + 4, .end)
    }
    x.draw(into: &drawing, top: 74, bottom: 376)
    for (position, stage) in stages.enumerated() {
      let points = curve(of: stage).map { (x: x.place(of: $0.date), y: y.place(of: $0.probability)) }
      drawing.line("curve\(position % 4)", points, tip: names.stage(stage.stage))
      addMark(stage, x, y, &drawing)
    }
    ChartText.addLegend(
      stages.enumerated().map { ("curve\($0 % 4)", false, names.stage($1.stage)) }, x: 16, y: 52, &drawing)
    addNotes(&drawing)
    return drawing.document
  }

  /// The days at which the probability of a stage is known, and before all others the first day, on which it has not been reached.
  private func curve(of stage: Forecast.StageForecast) -> [(date: CivilDate, probability: Double)] {
    var points = stage.byQuarter.map { (date: $0.date, probability: $0.probability) }
    if let planned = stage.planned, let probability = stage.byPlan?.value {
      points.append((planned, probability))
    }
    points.sort { ($0.date, $0.probability) < ($1.date, $1.probability) }
    return points.first?.date == firstDay ? points : [(firstDay, 0)] + points
  }

  /// The promise of the plan, at its probability.
  private func addMark(
    _ stage: Forecast.StageForecast, _ x: TimeScale, _ y: Scale, _ drawing: inout SVGDrawing
  ) {
    guard let planned = stage.planned, let probability = stage.byPlan?.value else { return }
    let text = words.promise(names.stage(stage.stage), "\(planned)", numbers.percent(probability))
    drawing.diamond("mark", x: x.place(of: planned), y: y.place(of: probability), size: 6, tip: text)
  }

  private func addNotes(_ drawing: inout SVGDrawing) {
    drawing.diamond("mark", x: 24, y: 421, size: 6)
    drawing.text(ChartText.fitted(words.diamond, ChartStyle.label, 900), "muted", x: 36, y: 425)
  }

  private var summary: String {
    stages.compactMap { stage in
      guard let planned = stage.planned, let probability = stage.byPlan?.value else { return nil }
      return words.promise(names.stage(stage.stage), "\(planned)", numbers.percent(probability))
    }.joined(separator: "; ")
  }
}

import Diagrams
public import RoadmapModel

/// A path over time as a fan: half of the futures run within the dark band, nine in ten within the light one.
public struct FanChart: Sendable {
  private let path: Forecast.Path
  private let forecast: Forecast
  private let language: Language

  /// A chart of one path of a forecast; nil when the forecast does not have it.
  public init?(_ measure: Forecast.Path.Measure, of forecast: Forecast, language: Language) {
    guard let path = forecast.paths.first(where: { $0.measure == measure }), path.points.count > 1 else {
      return nil
    }
    self.path = path
    self.forecast = forecast
    self.language = language
  }

  private var words: ChartVocabulary { ChartVocabulary[language] }
  private var numbers: ChartNumbers { ChartNumbers(language: language, currency: forecast.currency) }

  /// The chart as an SVG document; the same forecast gives the same bytes.
  public var svg: String {
    let points = path.points
    let title = words.fan(words.measure(path.measure), forecast.scenario)
    var drawing = SVGDrawing(width: 960, height: 500, title: title, summary: summary)
    let ends = points.flatMap { point in
      [point.quantiles.p5, point.quantiles.p95, point.planned, point.withoutPlan].compactMap(\.self)
    }
    let isFromZero = path.measure == .cash
    let y = Scale(covering: ends + (isFromZero ? [0] : []), from: 436, to: 74)
    let marks = y.marks()
    let labels = marks.map { numbers.value($0, of: path.measure) }
    let left = 16 + (labels.map(ChartStyle.label.width(of:)).max() ?? 0)
    let right = 960 - 20 - (endLabels.map { ChartStyle.label.width(of: $0.text) }.max() ?? 0)
    let x = TimeScale(points[0].date, points[points.count - 1].date, from: left + 8, to: right)
    drawing.text(ChartText.fitted(title, ChartStyle.title, 928), "title", x: 16, y: 28)
    for (mark, label) in zip(marks, labels) {
      drawing.line(mark == 0 ? "axis" : "grid", [(left + 8, y.place(of: mark)), (right, y.place(of: mark))])
      drawing.text(label, "muted", x: left, y: y.place(of: mark) + 4, .end)
    }
    x.draw(into: &drawing, top: 74, bottom: 436)
    addBand("outer", \.p5, \.p95, words.outer, x, y, &drawing)
    addBand("inner", \.p25, \.p75, words.inner, x, y, &drawing)
    addLines(x, y, &drawing)
    addEndLabels(x: right + 6, y, &drawing)
    addLegend(&drawing)
    return drawing.document
  }

  private func addBand(
    _ kind: String, _ low: KeyPath<Forecast.Quantiles<Double>, Double>,
    _ high: KeyPath<Forecast.Quantiles<Double>, Double>, _ tip: String, _ x: TimeScale, _ y: Scale,
    _ drawing: inout SVGDrawing
  ) {
    let upper = path.points.map { (x: x.place(of: $0.date), y: y.place(of: $0.quantiles[keyPath: high])) }
    let lower = path.points.map { (x: x.place(of: $0.date), y: y.place(of: $0.quantiles[keyPath: low])) }
    drawing.area(kind, upper + lower.reversed(), tip: tip)
  }

  private func addLines(_ x: TimeScale, _ y: Scale, _ drawing: inout SVGDrawing) {
    func line(_ kind: String, _ value: (Forecast.Path.Point) -> Double?) {
      drawing.line(
        kind,
        path.points.compactMap { point in value(point).map { (x.place(of: point.date), y.place(of: $0)) } })
    }
    line("without") { $0.withoutPlan }
    line("planned") { $0.planned }
    line("median") { $0.quantiles.p50 }
  }

  /// What the last point says about the quantiles.
  private var endLabels: [(text: String, value: Double)] {
    let last = path.points[path.points.count - 1].quantiles
    return [("P95", last.p95), ("P50", last.p50), ("P5", last.p5)].map { name, value in
      ("\(name) \(numbers.value(value, of: path.measure))", value)
    }
  }

  /// Writes the labels one below the other, each as near to its value as the others leave room.
  private func addEndLabels(x: Double, _ y: Scale, _ drawing: inout SVGDrawing) {
    let distance = ChartStyle.label.lineHeight
    var places = endLabels.map { y.place(of: $0.value) }
    places[0] = min(places[0], places[1] - distance)
    places[2] = max(places[2], places[1] + distance)
    for (label, place) in zip(endLabels, places) {
      drawing.text(label.text, "muted", x: x, y: min(max(place, 74), 440) + 4)
    }
  }

  private func addLegend(_ drawing: inout SVGDrawing) {
    var entries: [(kind: String, isArea: Bool, text: String)] = [
      ("outer", true, words.outer), ("inner", true, words.inner), ("median", false, words.median),
    ]
    if path.points.contains(where: { $0.planned != nil }) {
      entries.append(("planned", false, words.planned))
    }
    if path.points.contains(where: { $0.withoutPlan != nil }) {
      entries.append(("without", false, words.without))
    }
    ChartText.addLegend(entries, x: 16, y: 52, &drawing)
  }

  private var summary: String {
    let last = path.points[path.points.count - 1]
    let text = { numbers.value($0, of: path.measure) }
    return words.fanSummary(
      words.measure(path.measure), "\(last.date)", text(last.quantiles.p5), text(last.quantiles.p50),
      text(last.quantiles.p95))
  }
}

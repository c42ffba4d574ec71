import Diagrams
public import RoadmapModel

/// What a result depends on, the most important first: how far the result moves when one input is low or high.
///
/// Each bar runs from the mean of the futures in which the input is in its lowest fifth (hollow) to the mean of those in which it is in
/// its highest fifth (filled); both begin at the mean of all futures. Inputs whose two ends read the same have no bar.
public struct TornadoChart: Sendable {
  private let output: Forecast.Driver.Output
  private var drivers: [Forecast.Driver]
  private let forecast: Forecast
  private let names: ForecastNames
  private let roadmap: Roadmap

  /// The most bars of a chart.
  public static let limit = 14

  /// A chart of the drivers of a result; nil when the forecast has none.
  public init?(
    _ output: Forecast.Driver.Output, of forecast: Forecast, roadmap: Roadmap, language: Language
  ) {
    self.output = output
    self.forecast = forecast
    self.roadmap = roadmap
    names = ForecastNames(roadmap: roadmap, language: language)
    drivers = []
    let drivers = forecast.drivers.filter { $0.output == output }
    let order = drivers.indices.sorted { left, right in
      let (a, b) = (Self.swing(drivers[left]), Self.swing(drivers[right]))
      return a != b ? a > b : left < right
    }
    self.drivers = order.prefix(Self.limit).map { drivers[$0] }
      .filter { value($0.meanWhenLow) != value($0.meanWhenHigh) }
    guard !self.drivers.isEmpty else { return nil }
  }

  private static func swing(_ driver: Forecast.Driver) -> Double {
    (driver.meanWhenHigh - driver.meanWhenLow).magnitude
  }

  private var words: ChartVocabulary { ChartVocabulary[names.language] }
  private var numbers: ChartNumbers { ChartNumbers(language: names.language, currency: forecast.currency) }

  /// The mean of the result over all futures.
  private var mean: Double {
    switch output {
    case .npv: forecast.money.npv.mean
    case .oneOffCost: forecast.money.oneOffCost.mean
    case .targetDate:
      drivers.reduce(0) { $0 + ($1.meanWhenLow + $1.meanWhenHigh) / 2 } / Double(drivers.count)
    }
  }

  /// The chart as an SVG document; the same forecast gives the same bytes.
  public var svg: String {
    let title = words.tornado(words.output(output), forecast.scenario)
    let rowHeight = 26.0
    let bottom = 84 + Double(drivers.count) * rowHeight
    let note = unreached
    let height = bottom + (note == nil ? 48 : 68)
    var drawing = SVGDrawing(width: 960, height: height, title: title, summary: summary)
    drawing.text(ChartText.fitted(title, ChartStyle.title, 928), "title", x: 16, y: 28)
    let middle = "\(words.mean): \(value(mean))"
    ChartText.addLegend(
      [("low", true, words.low), ("high", true, words.high), ("axis", false, middle)], x: 16, y: 52, &drawing)
    let labels = drivers.map { ChartText.fitted(names.driver($0), ChartStyle.label, 400) }
    let left = 16 + (labels.map(ChartStyle.label.width(of:)).max() ?? 0)
    let ends = drivers.flatMap { [value($0.meanWhenLow), value($0.meanWhenHigh)] }
    let room = 14 + (ends.map(ChartStyle.label.width(of:)).max() ?? 0)
    let x = scale(from: left + 8 + room, to: 950 - room)
    for mark in x.marks(6) {
      drawing.line("grid", [(x.place(of: mark), 72), (x.place(of: mark), bottom)])
      drawing.text(value(mark), "muted", x: x.place(of: mark), y: bottom + 20, .middle)
    }
    for (row, driver) in drivers.enumerated() {
      let y = 78 + Double(row) * rowHeight
      drawing.text(labels[row], "label", x: left, y: y + 15, .end)
      addBars(driver, y, x, &drawing)
    }
    drawing.line("axis", [(x.place(of: mean), 72), (x.place(of: mean), bottom)], tip: value(mean))
    if let note { drawing.text(note, "muted", x: 16, y: bottom + 46) }
    return drawing.document
  }

  /// How futures count that do not reach the target; nil where all do.
  private var unreached: String? {
    guard output == .targetDate, let target = forecast.stage(roadmap.target.stage),
      target.reached.share.value < 1
    else { return nil }
    return words.unreached(value(Double(roadmap.calendar.periodCount)))
  }

  private func scale(from: Double, to: Double) -> Scale {
    let values = drivers.flatMap { [$0.meanWhenLow, $0.meanWhenHigh] } + [mean]
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    return Scale(low...max(high, low), from: from, to: to)
  }

  private func addBars(_ driver: Forecast.Driver, _ y: Double, _ x: Scale, _ drawing: inout SVGDrawing) {
    let middle = x.place(of: mean)
    for (kind, end, what) in [
      ("low", driver.meanWhenLow, words.low), ("high", driver.meanWhenHigh, words.high),
    ] {
      let place = x.place(of: end)
      drawing.rectangle(
        kind, x: min(middle, place), y: y + 3, width: (place - middle).magnitude, height: 16,
        tip: "\(names.driver(driver)), \(what): \(value(end))")
    }
    let ends = [driver.meanWhenLow, driver.meanWhenHigh].sorted()
    drawing.text(value(ends[0]), "muted", x: min(middle, x.place(of: ends[0])) - 6, y: y + 15, .end)
    drawing.text(value(ends[1]), "muted", x: max(middle, x.place(of: ends[1])) + 6, y: y + 15)
  }

  /// A result as it is read: money, or a day.
  private func value(_ value: Double) -> String {
    switch output {
    case .npv, .oneOffCost: numbers.money(value)
    case .targetDate: "\(roadmap.calendar.date(of: Period(Int(value.rounded()))))"
    }
  }

  private var summary: String {
    drivers.prefix(5).map { driver in
      "\(names.driver(driver)): \(value(driver.meanWhenLow)) / \(value(driver.meanWhenHigh))"
    }.joined(separator: "; ")
  }
}

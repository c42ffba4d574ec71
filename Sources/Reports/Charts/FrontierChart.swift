import Diagrams
public import RoadmapModel

/// What each further euro or person buys, as a staircase with the bound above it.
///
/// A plan for less is a plan for more, so between two levels the worth of the best plan is at least that at the lower one and at most the bound of the higher one:
/// the truth runs within the band.
public struct FrontierChart: Sendable {
  /// A level that has been planned.
  public struct Level: Hashable, Sendable {
    /// The money or the people.
    public let level: Double
    /// The net present value of the best plan that was found; nil when none was.
    public let value: Double?
    /// No plan is worth more; nil when that is not known.
    public let bound: Double?
    /// Whether it is the level of the scenario itself.
    public let isScenario: Bool

    /// A level with its plan and its bound.
    public init(level: Double, value: Double?, bound: Double?, isScenario: Bool) {
      self.level = level
      self.value = value
      self.bound = bound
      self.isScenario = isScenario
    }
  }

  /// What grows from level to level.
  public enum Axis: Hashable, Sendable {
    /// The whole budget, in currency units.
    case budget
    /// The people of a team, with its name.
    case team(String)
  }

  private struct PlannedLevel: Sendable {
    let level: Double
    let value: Double
    let bound: Double?
    let isScenario: Bool
  }

  private let scenario: String
  private let axis: Axis
  /// The levels that have a plan, from the lowest.
  private let levels: [PlannedLevel]
  /// The lowest level that was asked for, when it has no plan.
  private let lowest: Double?
  /// The level of the scenario as it is, whether it has a plan or not; nil when it is not among the levels.
  private let own: Double?
  private let language: Language
  private let numbers: ChartNumbers

  /// A chart of some levels; nil when fewer than two of them have a plan.
  public init?(
    of scenario: String, axis: Axis, levels: [Level], currency: String?, language: Language
  ) {
    let sorted = levels.sorted { $0.level < $1.level }
    let planned = sorted.compactMap { level in
      level.value.map {
        PlannedLevel(level: level.level, value: $0, bound: level.bound, isScenario: level.isScenario)
      }
    }
    guard planned.count > 1 else { return nil }
    self.scenario = scenario
    self.axis = axis
    self.levels = planned
    lowest = sorted[0].value == nil ? sorted[0].level : nil
    own = sorted.first(where: \.isScenario)?.level
    self.language = language
    numbers = ChartNumbers(language: language, currency: currency)
  }

  private var words: ChartVocabulary { ChartVocabulary[language] }

  private var axisName: String {
    switch axis {
    case .budget: words.budget
    case .team(let name): name
    }
  }

  private var title: String {
    switch axis {
    case .budget: words.frontier(words.theBudget, scenario)
    case .team(let name): words.frontier(name, scenario)
    }
  }

  private func text(ofLevel level: Double) -> String {
    switch axis {
    case .budget: numbers.money(level)
    case .team: numbers.short(level)
    }
  }

  /// The bounds, when every level has one.
  private var bounds: [Double]? {
    let bounds = levels.compactMap(\.bound).filter(\.isFinite)
    return bounds.count == levels.count ? bounds : nil
  }

  // MARK: Drawing

  private static let plot = (top: 82.0, bottom: 430.0)
  /// More levels than this have no marks of their own.
  private static let markLimit = 60

  /// The chart as an SVG document; the same levels give the same bytes.
  public var svg: String {
    var drawing = SVGDrawing(width: 960, height: 500, title: title, summary: summary)
    let y = Scale(
      covering: levels.map(\.value) + (bounds ?? []), from: Self.plot.bottom, to: Self.plot.top)
    let marks = y.marks()
    let labels = marks.map(numbers.money)
    let left = 24 + (labels.map(ChartStyle.label.width(of:)).max() ?? 0)
    let right = 960 - 22 - (endLabels.map { ChartStyle.label.width(of: $0.text) }.max() ?? 0)
    let x = Scale((lowest ?? levels[0].level)...levels[levels.count - 1].level, from: left, to: right)
    drawing.text(ChartText.fitted(title, ChartStyle.title, 928), "title", x: 16, y: 28)
    for (mark, label) in zip(marks, labels) {
      drawing.line(mark == 0 ? "axis" : "grid", [(left, y.place(of: mark)), (right, y.place(of: mark))])
      drawing.text(label, "muted", x: left - 8, y: y.place(of: mark) + 4, .end)
    }
    addAxis(x, &drawing)
    addImpossible(x, &drawing)
    addLines(x, y, &drawing)
    addScenario(x, y, &drawing)
    addMarks(x, y, &drawing)
    addEndLabels(x: right + 8, y, &drawing)
    addLegend(&drawing)
    return drawing.document
  }

  private func addAxis(_ x: Scale, _ drawing: inout SVGDrawing) {
    let (top, bottom) = Self.plot
    drawing.line("axis", [(x.range.from, bottom), (x.range.to, bottom)])
    var free = -Double.infinity
    for mark in x.marks(8) {
      let place = x.place(of: mark)
      drawing.line("grid", [(place, top), (place, bottom + 5)])
      let half = ChartStyle.label.width(of: text(ofLevel: mark)) / 2
      guard place - half > free else { continue }
      drawing.text(text(ofLevel: mark), "muted", x: place, y: bottom + 22, .middle)
      free = place + half + 10
    }
    drawing.text(
      ChartText.fitted(axisName, ChartStyle.label, 600), "muted", x: (x.range.from + x.range.to) / 2,
      y: bottom + 46, .middle)
  }

  /// The levels below the first that has a plan.
  private func addImpossible(_ x: Scale, _ drawing: inout SVGDrawing) {
    guard let lowest else { return }
    let (from, to, (top, bottom)) = (x.place(of: lowest), x.place(of: levels[0].level), Self.plot)
    drawing.rectangle("grid", x: from, y: top, width: to - from, height: bottom - top, tip: words.noPlan)
    // Beside the line of the scenario's own level, where that is among these.
    let own = own.map(x.place).flatMap { from < $0 && $0 < to ? $0 : nil }
    let (left, right) = own.map { to - $0 > $0 - from ? ($0, to) : (from, $0) } ?? (from, to)
    guard ChartStyle.label.width(of: words.noPlan) + 8 <= right - left else { return }
    drawing.text(words.noPlan, "muted", x: (left + right) / 2, y: top + 20, .middle)
  }

  /// The staircase of worth keeps its height until the next level; that of the bound has the height of the next level already.
  private func addLines(_ x: Scale, _ y: Scale, _ drawing: inout SVGDrawing) {
    var worth: [(x: Double, y: Double)] = []
    for level in levels {
      if let last = worth.last { worth.append((x.place(of: level.level), last.y)) }
      worth.append((x.place(of: level.level), y.place(of: level.value)))
    }
    if let bounds {
      var limit: [(x: Double, y: Double)] = []
      for (level, bound) in zip(levels, bounds) {
        if let last = limit.last { limit.append((last.x, y.place(of: bound))) }
        limit.append((x.place(of: level.level), y.place(of: bound)))
      }
      drawing.area("outer", limit + worth.reversed(), tip: words.unknown)
      drawing.line("planned", limit, tip: words.limit)
    }
    drawing.line("median", worth, tip: words.found)
  }

  /// The level of the scenario as it is.
  private func addScenario(_ x: Scale, _ y: Scale, _ drawing: inout SVGDrawing) {
    guard let own else { return }
    let place = x.place(of: own)
    drawing.line("without", [(place, Self.plot.top), (place, Self.plot.bottom)])
    let half = ChartStyle.label.width(of: words.asItIs) / 2
    drawing.text(
      words.asItIs, "muted", x: min(max(place, x.range.from + half), x.range.to - half),
      y: Self.plot.top - 6, .middle)
  }

  private func addMarks(_ x: Scale, _ y: Scale, _ drawing: inout SVGDrawing) {
    for level in levels where level.isScenario || levels.count <= Self.markLimit {
      let tip = words.level(
        text(ofLevel: level.level), numbers.money(level.value), level.bound.map(numbers.money))
      drawing.diamond(
        "mark", x: x.place(of: level.level), y: y.place(of: level.value), size: level.isScenario ? 6 : 3.5,
        tip: tip)
    }
  }

  /// What the highest level is worth, and could be worth at most.
  private var endLabels: [(text: String, value: Double)] {
    let last = levels[levels.count - 1]
    return (bounds.map { [$0[$0.count - 1]] } ?? []).map { (numbers.money($0), $0) }
      + [(numbers.money(last.value), last.value)]
  }

  private func addEndLabels(x: Double, _ y: Scale, _ drawing: inout SVGDrawing) {
    var places = endLabels.map { y.place(of: $0.value) + 4 }
    // The bound is above the worth, and so is its label where the two are close.
    if places.count == 2 { places[0] = min(places[0], places[1] - ChartStyle.label.lineHeight) }
    for (label, place) in zip(endLabels, places) { drawing.text(label.text, "muted", x: x, y: place) }
  }

  private func addLegend(_ drawing: inout SVGDrawing) {
    var entries: [(kind: String, isArea: Bool, text: String)] = [("median", false, words.found)]
    if bounds != nil { entries += [("planned", false, words.limit), ("outer", true, words.unknown)] }
    ChartText.addLegend(entries, x: 16, y: 52, &drawing)
  }

  private var summary: String {
    let (first, last) = (levels[0], levels[levels.count - 1])
    return words.frontierSummary(
      text(ofLevel: first.level), numbers.money(first.value), text(ofLevel: last.level),
      numbers.money(last.value))
  }
}

import Diagrams
import RoadmapModel

/// Words in charts that must fit where they stand.
enum ChartText {
  /// A text that is no wider than a limit; what does not fit gives way to an ellipsis.
  static func fitted(_ text: String, _ metrics: TextMetrics, _ limit: Double) -> String {
    guard metrics.width(of: text) > limit else { return text }
    var shortened = Substring(text)
    while !shortened.isEmpty, metrics.width(of: shortened + "\u{2026}") > limit { shortened.removeLast() }
    while shortened.last == " " { shortened.removeLast() }
    return shortened + "\u{2026}"
  }

  /// Writes what lines and areas mean, one beside the other.
  static func addLegend(
    _ entries: [(kind: String, isArea: Bool, text: String)], x: Double, y: Double, _ drawing: inout SVGDrawing
  ) {
    var x = x
    for entry in entries {
      if entry.isArea {
        drawing.rectangle(entry.kind, x: x, y: y - 10, width: 18, height: 11)
      } else {
        drawing.line(entry.kind, [(x, y - 4), (x + 18, y - 4)])
      }
      drawing.text(entry.text, "muted", x: x + 24, y: y)
      x += 24 + ChartStyle.label.width(of: entry.text) + 20
    }
  }
}

/// A scale from days to places, marked by years and quarters.
struct TimeScale {
  private let scale: Scale
  private let first: CivilDate
  private let last: CivilDate

  init(_ first: CivilDate, _ last: CivilDate, from: Double, to: Double) {
    self.first = first
    self.last = max(last, first.advanced(by: 1))
    scale = Scale(
      Double(self.first.dayNumber)...Double(self.last.dayNumber), from: from, to: to)
  }

  /// The place of a day.
  func place(of date: CivilDate) -> Double { scale.place(of: Double(date.dayNumber)) }

  /// The first days of the quarters within the scale.
  private var quarters: [CivilDate] {
    var days: [CivilDate] = []
    var day = first.startOfMonth(addingMonths: 0)
    while day <= last {
      if day >= first, (day.month - 1) % 3 == 0 { days.append(day) }
      day = day.startOfMonth(addingMonths: 1)
    }
    return days
  }

  /// Draws lines at the beginnings of years, ticks at those of quarters, and the names of the years that have room.
  func draw(into drawing: inout SVGDrawing, top: Double, bottom: Double) {
    drawing.line("axis", [(scale.range.from, bottom), (scale.range.to, bottom)])
    var free = -Double.infinity
    for day in quarters {
      let x = place(of: day)
      let isYear = day.month == 1
      drawing.line("grid", [(x, isYear ? top : bottom), (x, bottom + (isYear ? 8 : 4))])
    }
    let years = quarters.filter { $0.month == 1 }
    var labels = years.map { ($0, String($0.year)) }
    if years.first != first { labels.insert((first, String(first.year)), at: 0) }
    for (position, (day, text)) in labels.enumerated() {
      let half = ChartStyle.label.width(of: text) / 2
      // The first year begins before the scale does, so its name stands at the edge, if the next one leaves room.
      let x = day == first ? max(place(of: day), scale.range.from + half) : place(of: day)
      let next = position + 1 < labels.count ? place(of: labels[position + 1].0) - half : .infinity
      guard x - half > free, day != first || x + half + 8 < next else { continue }
      drawing.text(text, "muted", x: x, y: bottom + 22, .middle)
      free = x + half + 8
    }
  }
}

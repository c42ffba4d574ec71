import RoadmapModel

/// Draws what all views on an axis of time stand on: title, stages, calendar, freezes and milestones.
struct TimelineGround {
  let content: RoadmapContent
  let axis: TimeAxis
  let header: RoadmapHeader
  /// The frozen days, as places on the axis.
  let freezes: [ClosedRange<Double>]
  /// The bottom of the lanes.
  let maxY: Double
  /// What the lines leave free.
  let holes: [Rectangle]
  let theme: Theme

  /// Draws everything behind the lanes, and the header.
  func draw(on canvas: inout Canvas) {
    canvas.setSpan(axis.span)
    drawPlot(on: &canvas)
    drawHeader(on: &canvas)
  }

  private func drawPlot(on canvas: inout Canvas) {
    for band in header.bands {
      canvas.fill(
        Rectangle(minX: band.frame.minX, minY: header.calendarMinY, maxX: band.frame.maxX, maxY: maxY),
        theme.band(forStage: band.stage))
    }
    for freeze in freezes {
      let strip = Rectangle(
        minX: freeze.lowerBound, minY: header.maxY, maxX: freeze.upperBound, maxY: maxY)
      canvas.hatch(strip, pitch: RoadmapMeasures.hatchPitch, sparing: holes, theme.freezeStroke)
    }
    let top = header.calendarMinY + RoadmapMeasures.headerRow
    for quarter in axis.quarters {
      canvas.verticalLine(x: quarter.minX, y: top...maxY, sparing: holes, theme.stroke(.grid))
    }
  }

  private func drawHeader(on canvas: inout Canvas) {
    canvas.add(header.title, named: "title", color: theme.text)
    for (index, note) in header.notes.enumerated() {
      canvas.add(note, named: "note \(index + 1)", color: theme.mutedText)
    }
    for band in header.bands {
      var strip = band.frame
      strip.maxX -= 1.5
      canvas.fill(strip, theme.heading(forStage: band.stage))
      if let label = band.label {
        canvas.add(
          label, named: "stage \(band.stage + 1)", color: band.isLabelBeside ? theme.text : theme.onStrong)
      }
    }
    drawCalendar(on: &canvas)
  }

  private func drawCalendar(on canvas: inout Canvas) {
    let words = content.vocabulary
    switch content.options.scale {
    case .weeks:
      write(axis.months, row: 0, .year, on: &canvas) { "\(words.month($0.month)) \($0.year)" }
      write(axis.weeks, row: 1, .period, on: &canvas) { "\($0.isoWeek)" }
    case .automatic where !axis.hasRoomForMonths, .quarters:
      write(axis.years, row: 0, .year, on: &canvas) { "\($0.year)" }
      write(axis.quarters, row: 1, .period, on: &canvas) { words.quarter($0.quarter) }
    case .automatic, .months:
      write(axis.quarters, row: 0, .year, on: &canvas) { "\(words.quarter($0.quarter)) \($0.year)" }
      write(axis.months, row: 1, .period, on: &canvas) { words.month($0.month) }
    }
  }

  private func write(
    _ cells: [TimeAxis.Cell], row: Int, _ style: TextStyle, on canvas: inout Canvas,
    name: (CivilDate) -> String
  ) {
    let midY = header.calendarMinY + (Double(row) + 0.5) * RoadmapMeasures.headerRow + 1
    for cell in cells where style.metrics.width(of: name(cell.date)) <= cell.width - 2 {
      canvas.write(
        name(cell.date), style, .middle, at: Point(cell.midX, midY),
        style == .year ? theme.text : theme.mutedText)
    }
  }

  /// Draws the marked days, in front of the lanes.
  func drawMilestones(on canvas: inout Canvas) {
    for milestone in header.milestones {
      let stroke: Theme.Stroke
      let name: String
      switch milestone.kind {
      case .deadline:
        (stroke, name) = (Theme.Stroke(color: theme.lines.critical, width: 1, dash: .dotted), "deadline")
        canvas.drawMark(.deadline, at: milestone.mark, stroke.color)
      case .stage(let stage):
        (stroke, name) = (Theme.Stroke(color: theme.text, width: 1, dash: .dashed), "milestone \(stage)")
        canvas.drawMark(.milestone, at: milestone.mark, stroke.color)
      case .today: (stroke, name) = (theme.todayStroke, "today")
      }
      canvas.crossingLine(
        x: milestone.mark.x, y: milestone.mark.y...maxY, named: name, sparing: holes,
        isWhole: milestone.kind == .deadline || milestone.kind == .stage(content.roadmap.target.stage), stroke
      )
      canvas.add(milestone.label, named: name, color: theme.text)
    }
  }
}

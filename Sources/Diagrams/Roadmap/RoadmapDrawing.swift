import RoadmapModel

/// Writes a laid-out roadmap as DOT with all places pinned.
struct RoadmapDrawing {
  /// How much of an element's colour its lane has.
  static let laneTint: UInt8 = 0x20

  private let layout: RoadmapLayout
  private let theme: Theme
  private(set) var canvas: Canvas
  /// The labels beside bars and milestones, which the lines behind them leave free.
  private let holes: [Rectangle]

  init(_ layout: RoadmapLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    self.canvas = Canvas(frame: layout.frame)
    self.holes =
      layout.lanes.bars.filter { !$0.isLabelInside }.map { $0.label.frame.grown(by: 2) }
      + layout.header.milestones.map { $0.label.frame.grown(by: 1) }
    drawPlot()
    drawHeader()
    drawLanes()
    drawMilestones()
    drawLoads()
    drawMoney()
    canvas.draw(layout.footer.elements, theme)
    canvas.draw(layout.footer.legend, theme)
    addBars()
    addArrows()
  }

  private var plotMaxY: Double { layout.lanes.maxY }

  // MARK: Behind the bars

  private mutating func drawPlot() {
    for band in layout.header.bands {
      canvas.fill(
        Rectangle(
          minX: band.frame.minX, minY: layout.header.calendarMinY, maxX: band.frame.maxX, maxY: plotMaxY),
        theme.band(forStage: band.stage))
    }
    let hatching = Theme.Stroke(color: theme.stroke(.grid).color, width: 0.8, dash: .solid)
    for freeze in layout.freezes {
      let strip = Rectangle(
        minX: freeze.lowerBound, minY: layout.header.maxY, maxX: freeze.upperBound, maxY: plotMaxY)
      canvas.hatch(strip, pitch: RoadmapMeasures.hatchPitch, sparing: holes, hatching)
    }
    let top = layout.header.calendarMinY + RoadmapMeasures.headerRow
    for quarter in layout.axis.quarters {
      canvas.verticalLine(x: quarter.minX, y: top...plotMaxY, sparing: holes, theme.stroke(.grid))
    }
  }

  private mutating func drawHeader() {
    let header = layout.header
    canvas.add(header.title, named: "roadmap title", color: theme.text)
    for (index, note) in header.notes.enumerated() {
      canvas.add(note, named: "roadmap note \(index + 1)", color: theme.mutedText)
    }
    for band in header.bands {
      var strip = band.frame
      strip.maxX -= 1.5
      canvas.fill(strip, theme.heading(forStage: band.stage))
      if let label = band.label { canvas.add(label, named: "stage \(band.stage + 1)", color: theme.onStrong) }
    }
    drawCalendar()
  }

  private mutating func drawCalendar() {
    let axis = layout.axis
    let words = layout.content.vocabulary
    switch layout.content.options.scale {
    case .weeks:
      write(axis.months, row: 0, .year) { "\(words.month($0.month)) \($0.year)" }
      write(axis.weeks, row: 1, .period) { "\($0.isoWeek)" }
    case .automatic where !axis.hasRoomForMonths, .quarters:
      write(axis.years, row: 0, .year) { "\($0.year)" }
      write(axis.quarters, row: 1, .period) { words.quarter($0.quarter) }
    case .automatic, .months:
      write(axis.quarters, row: 0, .year) { "\(words.quarter($0.quarter)) \($0.year)" }
      write(axis.months, row: 1, .period) { words.month($0.month) }
    }
  }

  private mutating func write(
    _ cells: [TimeAxis.Cell], row: Int, _ style: TextStyle, name: (CivilDate) -> String
  ) {
    let midY = layout.header.calendarMinY + (Double(row) + 0.5) * RoadmapMeasures.headerRow + 1
    for cell in cells where style.metrics.width(of: name(cell.date)) <= cell.width - 2 {
      canvas.write(
        name(cell.date), style, .middle, at: Point(cell.midX, midY),
        style == .year ? theme.text : theme.mutedText)
    }
  }

  private mutating func drawLanes() {
    for lane in layout.lanes.lanes {
      let swatch = lane.element.map(theme.swatch(forElement:))
      var tint = lane.frame
      tint.minX = RoadmapMeasures.laneNameWidth
      canvas.add(
        Canvas.Region(
          name: "lane \(lane.id)", frame: tint, fill: swatch?.fill.withAlpha(Self.laneTint),
          outline: theme.noLine,
          id: "lane-\(lane.id)", classes: ["lane"], tip: lane.name.lines.joined(separator: " ")))
      canvas.line(
        [Point(lane.frame.minX, lane.frame.maxY), Point(lane.frame.maxX, lane.frame.maxY)],
        theme.stroke(.grid))
      canvas.fill(
        Rectangle(x: 0, y: lane.frame.minY, width: 5, height: lane.frame.height),
        swatch?.strong ?? theme.stageHeadings[0])
      canvas.add(lane.name, named: "lane name \(lane.id)", color: swatch?.line ?? theme.text)
    }
  }

  private mutating func drawMilestones() {
    for milestone in layout.header.milestones {
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
      canvas.verticalLine(x: milestone.mark.x, y: milestone.mark.y...plotMaxY, sparing: holes, stroke)
      canvas.add(milestone.label, named: name, color: theme.text)
    }
  }

  // MARK: Below the lanes

  private mutating func drawLoads() {
    let axis = layout.axis
    for (index, strip) in layout.footer.strips.enumerated() {
      canvas.add(strip.name, named: "load \(index + 1)", color: theme.mutedText)
      guard strip.load.most > 0 else { continue }
      let height = { (amount: Double) in strip.frame.height * amount / strip.load.most }
      var outline: [Point] = []
      for step in strip.load.steps {
        let (minX, maxX) = (
          max(axis.x(of: step.from), strip.frame.minX), min(axis.x(of: step.end), strip.frame.maxX)
        )
        guard minX < maxX else { continue }
        if step.used > 0 {
          canvas.fill(
            Rectangle(
              minX: minX, minY: strip.frame.maxY - height(step.used), maxX: maxX, maxY: strip.frame.maxY),
            theme.lines.spare)
        }
        let top = strip.frame.maxY - height(step.available)
        outline += [Point(minX, top), Point(maxX, top)]
      }
      if outline.count > 1 { canvas.line(outline, theme.stroke(.tight)) }
      canvas.line(
        [Point(strip.frame.minX, strip.frame.maxY), Point(strip.frame.maxX, strip.frame.maxY)],
        theme.stroke(.grid))
    }
  }

  private mutating func drawMoney() {
    for row in layout.footer.moneyRows {
      canvas.add(row.name, named: "money \(row.name.lines[0])", color: theme.mutedText)
      for amount in row.amounts {
        canvas.write(
          amount.lines[0], .money, .middle, at: Point(amount.frame.midX, amount.frame.midY), theme.mutedText)
      }
    }
  }
}

// MARK: - Bars and arrows

extension RoadmapDrawing {
  private mutating func addBars() {
    let content = layout.content
    for bar in layout.lanes.bars {
      let swatch = theme.swatch(forElement: content.elements[bar.id] ?? 0)
      let outline = Theme.Stroke(color: swatch.line, width: 1.2, dash: .solid)
      let critical = Theme.Stroke(color: theme.lines.critical, width: 2, dash: .solid)
      let look = Canvas.Look(
        fill: bar.isCritical ? swatch.strong : theme.background, outline: bar.isCritical ? critical : outline,
        ink: bar.isCritical ? theme.onStrong : theme.text, isRounded: true)
      canvas.add(
        Canvas.Node(
          name: bar.id.text, frame: bar.frame, text: bar.isLabelInside ? bar.label : nil, look: look,
          id: "bar-\(bar.id)", classes: content.classes(of: bar.id), tip: content.tooltip(of: bar.id),
          link: content.options.links?.target(for: bar.id.text)))
      if !bar.isLabelInside {
        canvas.add(bar.label, named: "\(bar.id) label", color: theme.text)
      }
      if let range = bar.range {
        canvas.drawRange(from: range.early, middle: range.middle, to: range.late, y: range.y, theme)
      }
    }
  }

  private mutating func addArrows() {
    for route in layout.routes {
      let (tail, head) = (route.arrow.prerequisite, route.arrow.dependent)
      canvas.connect(
        tail.text, head.text, along: route.corners, theme.stroke(of: route.arrow.key),
        id: "need-\(tail)-\(head)",
        classes: ["need"] + (route.arrow.isCritical ? ["critical"] : []),
        tip: layout.content.tip(of: route.arrow))
    }
  }
}

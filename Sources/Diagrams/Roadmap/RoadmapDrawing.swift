import RoadmapModel

/// Writes a laid-out roadmap as DOT with all places pinned.
struct RoadmapDrawing {
  /// How much of an element's colour its lane has.
  static let laneTint: UInt8 = 0x20

  private let layout: RoadmapLayout
  private let theme: Theme
  private var canvas: Canvas
  /// The labels beside bars and milestones, which the lines behind them leave free.
  private let holes: [Rectangle]

  init(_ layout: RoadmapLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    self.canvas = Canvas(height: layout.frame.maxY)
    self.holes =
      layout.lanes.bars.filter { !$0.isLabelInside }.map { $0.label.frame.grown(by: 2) }
      + layout.header.milestones.map { $0.label.frame.grown(by: 1) }
    drawPlot()
    drawHeader()
    drawLanes()
    drawMilestones()
    drawMoney()
    canvas.draw(layout.footer.legend, theme)
    addBars()
    addArrows()
  }

  /// The graph as DOT text.
  var dot: String { canvas.graph(named: "roadmap", theme).text }

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
      if let label = band.label { canvas.add(label, named: "stage \(band.stage + 1)", color: .white) }
    }
    drawCalendar()
  }

  private mutating func drawCalendar() {
    let axis = layout.axis
    let words = layout.content.vocabulary
    if axis.hasRoomForMonths {
      write(axis.quarters, row: 0, .year) { "\(words.quarter($0.quarter)) \($0.year)" }
      write(axis.months, row: 1, .period) { words.month($0.month) }
    } else {
      write(axis.years, row: 0, .year) { "\($0.year)" }
      write(axis.quarters, row: 1, .period) { words.quarter($0.quarter) }
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
      let swatch = theme.swatch(forElement: lane.element)
      var tint = lane.frame
      tint.minX = RoadmapMeasures.laneNameWidth
      canvas.fill(tint, swatch.fill.withAlpha(Self.laneTint))
      canvas.line(
        [Point(lane.frame.minX, lane.frame.maxY), Point(lane.frame.maxX, lane.frame.maxY)],
        theme.stroke(.grid))
      canvas.fill(
        Rectangle(x: 0, y: lane.frame.minY, width: 5, height: lane.frame.height), swatch.line)
      canvas.add(lane.name, named: "element \(lane.id)", color: swatch.line)
    }
  }

  private mutating func drawMilestones() {
    for milestone in layout.header.milestones {
      let isDeadline = milestone.stage == nil
      let color = isDeadline ? theme.stroke(.critical).color : theme.text
      let stroke = Theme.Stroke(color: color, width: 1, dash: isDeadline ? .dotted : .dashed)
      canvas.verticalLine(x: milestone.mark.x, y: milestone.mark.y...plotMaxY, sparing: holes, stroke)
      canvas.drawMark(isDeadline ? .deadline : .milestone, at: milestone.mark, color)
      let name = milestone.stage.map { "milestone \($0)" } ?? "deadline"
      canvas.add(milestone.label, named: name, color: theme.text)
    }
  }

  // MARK: Below the lanes

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
    for bar in layout.lanes.bars {
      let swatch = theme.swatch(forElement: layout.lanes.lanes[bar.lane].element)
      let ink: Color = bar.isCritical ? .white : theme.text
      var attributes: [DotAttribute] = [
        .shape(.box), .style(.filled, .rounded), .fillColor(bar.isCritical ? swatch.line : .white),
        .color(bar.isCritical ? theme.stroke(.critical).color : swatch.line),
        .penWidth(bar.isCritical ? 2 : 1.2), .tooltip(layout.content.tooltip(of: bar.id)),
        .styleClass(bar.isCritical ? "critical" : "planned"), .id("bar-\(bar.id)"),
        .fontSize(TextStyle.bar.metrics.size), .fontColor(ink),
      ]
      attributes.append(.label(bar.isLabelInside ? bar.label.lines : [""]))
      canvas.statements.append(.node(bar.id.text, canvas.pin(bar.frame) + attributes))
      if !bar.isLabelInside {
        canvas.add(bar.label, named: "\(bar.id) label", color: theme.text)
      }
    }
  }

  private mutating func addArrows() {
    for route in layout.routes {
      canvas.connect(
        route.arrow.prerequisite.text, route.arrow.dependent.text, along: route.corners,
        theme.stroke(of: route.arrow.key))
    }
  }
}

import RoadmapModel

/// Writes a laid-out roadmap as DOT with all places pinned.
struct RoadmapDrawing {
  /// How much of an element's colour its lane has.
  static let laneTint: UInt8 = 0x20

  private let layout: RoadmapLayout
  private let theme: Theme
  private(set) var canvas: Canvas

  init(_ layout: RoadmapLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    self.canvas = Canvas(frame: layout.frame)
    let ground = TimelineGround(
      content: layout.content, axis: layout.axis, header: layout.header, freezes: layout.freezes,
      maxY: layout.lanes.maxY,
      holes: layout.lanes.bars.filter { !$0.isLabelInside }.map { $0.label.frame.grown(by: 2) }
        + layout.header.milestones.map { $0.label.frame.grown(by: 1) }, theme: theme)
    ground.draw(on: &canvas)
    drawLanes()
    ground.drawMilestones(on: &canvas)
    drawLoads()
    drawMoney()
    canvas.draw(layout.footer.elements, theme)
    canvas.draw(layout.footer.legend, theme)
    addBars()
    addArrows()
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
    canvas.draw(layout.footer.elsewhere, theme)
    if let note = layout.footer.moneyNote { canvas.add(note, named: "money note", color: theme.mutedText) }
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
      let look = Canvas.Look(
        fill: bar.isCritical ? swatch.strong : theme.background,
        outline: bar.isCritical ? theme.criticalOutline : outline,
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

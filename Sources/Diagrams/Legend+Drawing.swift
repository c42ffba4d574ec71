extension Theme {
  /// The line of an arrow: the less time to spare, the stronger.
  func stroke(of key: LegendKey) -> Stroke {
    switch key {
    case .criticalPrerequisite: stroke(.critical)
    case .choice, .notTaken: stroke(.alternative)
    case .need: stroke(.dependency)
    case .tightPrerequisite, .taken: stroke(.tight)
    default: stroke(.spare)
    }
  }

  /// The line of the day that is marked as today.
  var todayStroke: Stroke { Stroke(color: lines.moved, width: 1.6, dash: .solid) }

  /// The hatching of weeks in which nothing goes live.
  var freezeStroke: Stroke { Stroke(color: lines.spare, width: 0.5, dash: .solid) }

  /// The outline of a sample, or of what stands for itself in no element's colour.
  var sampleOutline: Stroke { Stroke(color: mutedText, width: 1, dash: .solid) }
}

extension Canvas {
  /// Draws the samples of a legend and writes their names.
  mutating func draw(_ legend: Legend, _ theme: Theme) {
    for entry in legend.entries {
      drawSample(entry.key, entry.sample, theme)
      write(
        entry.name.lines[0], .legend, .start, at: Point(entry.name.frame.minX, entry.name.frame.midY),
        theme.mutedText)
    }
  }

  private mutating func drawSample(_ key: LegendKey, _ frame: Rectangle, _ theme: Theme) {
    let outline = theme.sampleOutline
    switch key {
    case .planned, .live, .critical, .begun, .missing, .unplanned, .notApplicable, .somePlanned,
      .someCritical, .allLive, .someBegun, .someMissing, .someUnplanned:
      drawBoxSample(key.ofOne, frame, theme)
    case .need, .prerequisite, .tightPrerequisite, .criticalPrerequisite, .choice, .taken, .notTaken:
      drawArrow(frame, theme.stroke(of: key))
    case .junction: drawRing(frame, outline)
    case .lag:
      self.outline(frame, theme.stroke(.grid))
      write("+8w", .money, .middle, at: Point(frame.midX, frame.midY), theme.mutedText)
    case .alternatives: drawFrameOfTwo(frame, outline)
    case .milestone: drawMark(key, at: Point(frame.midX, frame.midY), theme.text)
    case .deadline: drawMark(key, at: Point(frame.midX, frame.midY), theme.stroke(.critical).color)
    case .today: verticalLine(x: frame.midX, y: frame.minY...frame.maxY, sparing: [], theme.todayStroke)
    case .finishRange: drawRange(from: frame.minX, middle: frame.midX, to: frame.maxX, y: frame.midY, theme)
    case .freeze:
      hatch(frame, pitch: 5, theme.freezeStroke)
      self.outline(frame, theme.stroke(.grid))
    case .demanded, .demandedChoice:
      let mark: StageDemandMarks.Mark = key == .demanded ? .required : .choice
      write(mark.sign, .legend, .middle, at: Point(frame.midX, frame.midY), theme.text)
    case .front: line([Point(frame.midX, frame.minY), Point(frame.midX, frame.maxY)], theme.frontStroke)
    case .slack: drawSlack(frame.grown(by: -2), theme)
    case .slackBeyond:
      drawSlack(
        Rectangle(minX: frame.minX, minY: frame.minY + 2, maxX: frame.maxX - 8, maxY: frame.maxY - 2), theme,
        goesOn: true)
    case .sharedPeople, .sharedPlace, .sharedPeopleOrPlace: drawArrow(frame, theme.sharedPeopleStroke)
    case .movedFrom:
      let look = theme.differenceLook(key)
      let bar = Rectangle(minX: frame.minX, minY: frame.minY, maxX: frame.midX, maxY: frame.minY + 5)
      fill(bar, look.fill)
      self.outline(bar, look.outline)
      line(
        [Point(bar.maxX, bar.midY), Point(frame.maxX - 2, bar.midY), Point(frame.maxX - 2, frame.maxY)],
        theme.moveStroke)
    case .added, .goneLive, .dropped, .moved, .recosted, .unchanged:
      let look = theme.differenceLook(key)
      fill(frame.grown(by: -1), look.fill)
      self.outline(frame.grown(by: -1), look.outline)
    case .chosen:
      write(
        DecisionContent.chosenMark, .legend, .middle, at: Point(frame.midX, frame.midY), theme.text)
    case .question, .waiting:
      let look = theme.decisionLook(key)
      fill(frame.grown(by: -1), look.fill)
      self.outline(frame.grown(by: -1), look.outline)
    case .load:
      fill(
        Rectangle(minX: frame.minX, minY: frame.midY, maxX: frame.maxX, maxY: frame.maxY), theme.lines.spare)
      line([Point(frame.minX, frame.minY), Point(frame.maxX, frame.minY)], theme.stroke(.tight))
    }
  }

  private mutating func drawBoxSample(_ key: LegendKey, _ frame: Rectangle, _ theme: Theme) {
    let stroke: Theme.Stroke =
      switch key {
      case .critical: theme.criticalOutline
      case .notApplicable: theme.inapplicableOutline
      case .missing, .unplanned: Theme.Stroke(color: theme.mutedText, width: 1, dash: .dashed)
      default: Theme.Stroke(color: theme.mutedText, width: 1, dash: .solid)
      }
    let inside =
      switch key {
      case .critical: theme.stageHeadings[0]
      default: theme.background
      }
    fill(frame, inside)
    if key == .live { drawElementFills(frame, theme, \.fill) }
    if key == .begun {
      drawElementFills(frame, theme, \.tint)
      fill(Self.stripe(in: frame), theme.swatch(forElement: 0).strong)
    }
    outline(frame, stroke)
  }

  /// Fills a sample with the colours of the first elements, for what is filled in that of its own.
  private mutating func drawElementFills(
    _ frame: Rectangle, _ theme: Theme, _ inside: KeyPath<Theme.Swatch, Color>
  ) {
    let swatches = theme.swatches.prefix(3)
    let width = frame.width / Double(swatches.count)
    for (index, swatch) in swatches.enumerated() {
      fill(
        Rectangle(x: frame.minX + Double(index) * width, y: frame.minY, width: width, height: frame.height),
        swatch[keyPath: inside])
    }
  }

  private mutating func drawArrow(_ frame: Rectangle, _ stroke: Theme.Stroke) {
    let neck = frame.maxX - BoxConnectors.headLength
    line([Point(frame.minX, frame.midY), Point(neck, frame.midY)], stroke)
    fill(
      [Point(neck, frame.midY - 2.5), Point(frame.maxX, frame.midY), Point(neck, frame.midY + 2.5)],
      stroke.color)
  }

  /// Draws the range of a forecast: a line with ends, and a dot in between.
  mutating func drawRange(from: Double, middle: Double, to: Double, y: Double, _ theme: Theme) {
    let stroke = Theme.Stroke(color: theme.text, width: 1, dash: .solid)
    line([Point(from, y), Point(to, y)], stroke)
    for x in [from, to] { line([Point(x, y - 2.5), Point(x, y + 2.5)], stroke) }
    fill(
      [Point(middle - 2.5, y), Point(middle, y - 2.5), Point(middle + 2.5, y), Point(middle, y + 2.5)],
      theme.text)
  }

  /// Draws the weeks that a capability may slip.
  ///
  /// - Parameter goesOn: whether there are more of them than the drawing shows: an arrow behind the bar then says so.
  mutating func drawSlack(_ frame: Rectangle, _ theme: Theme, goesOn: Bool = false) {
    let stroke = Theme.Stroke(color: theme.lines.spare, width: 0.8, dash: .solid)
    fill(frame, theme.background)
    outline(frame, stroke)
    line([Point(frame.minX, frame.midY), Point(frame.maxX, frame.midY)], stroke)
    guard goesOn else { return }
    fill(
      [
        Point(frame.maxX + 2, frame.minY), Point(frame.maxX + 8, frame.midY),
        Point(frame.maxX + 2, frame.maxY),
      ], theme.lines.spare)
  }

  /// Draws a dashed frame with two boxes in it.
  private mutating func drawFrameOfTwo(_ frame: Rectangle, _ stroke: Theme.Stroke) {
    outline(frame, Theme.Stroke(color: stroke.color, width: stroke.width, dash: .dashed))
    let inside = frame.grown(by: -3.5)
    for (minX, maxX) in [(inside.minX, inside.midX - 1.5), (inside.midX + 1.5, inside.maxX)] {
      outline(Rectangle(minX: minX, minY: inside.minY, maxX: maxX, maxY: inside.maxY), stroke)
    }
  }

  /// Draws an ellipse.
  private mutating func drawRing(_ frame: Rectangle, _ stroke: Theme.Stroke) {
    // A quarter of a circle, from the right to the top, by its rational form.
    let quarter: [Point] = (0..<6).map { step in
      let t = Double(step) / 6
      return Point((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    }
    let half: [Point] = quarter + quarter.map { Point(-$0.y, $0.x) }
    let circle: [Point] = half + half.map { Point(-$0.x, -$0.y) } + [half[0]]
    let (width, height) = (frame.height * 0.8, frame.height / 2)
    line(circle.map { Point(frame.midX + $0.x * width, frame.midY + $0.y * height) }, stroke)
  }

  /// Draws the diamond of a milestone or the flag of a deadline.
  mutating func drawMark(_ key: LegendKey, at centre: Point, _ color: Color) {
    let half = RoadmapMeasures.diamond
    let diamond = [
      Point(centre.x - half, centre.y), Point(centre.x, centre.y - half),
      Point(centre.x + half, centre.y), Point(centre.x, centre.y + half),
    ]
    let flag = [
      Point(centre.x, centre.y - half), Point(centre.x + 2 * half, centre.y - half / 3),
      Point(centre.x, centre.y + half / 3),
    ]
    fill(key == .deadline ? flag : diamond, color)
  }
}

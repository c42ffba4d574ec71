/// The places of the lines that cross all lanes, which labels keep clear of.
///
/// No label lies on a line of the target: its stage and its deadline. Other lines, of stages on the way and of today, leave out a
/// label that would stand too far from its bar otherwise.
struct CrossingLines: Hashable, Sendable {
  private let target: [Double]
  let all: [Double]

  /// Lines at some places.
  init(target: [Double], others: [Double] = []) {
    self.target = target.sorted()
    self.all = (target + others).sorted()
  }

  /// The lines of a roadmap on an axis.
  init(of content: RoadmapContent, on axis: TimeAxis) {
    let days = content.markedDays
    self.init(target: days.target.map(axis.x(of:)), others: days.others.map(axis.x(of:)))
  }

  /// The room between a line and a text to the left of it.
  private static let roomBefore = 3.0
  /// The room between a line and a text to the right of it, which begins there.
  private static let roomAfter = 5.0

  /// The first place from another on at which a text of some width lies on none of some lines.
  private static func firstClear(of lines: [Double], from minX: Double, width: Double) -> Double {
    lines.reduce(minX) { from, line in
      from - roomBefore < line && line < from + width + roomBefore ? line + roomAfter : from
    }
  }

  /// The last place up to another at which a text of some width lies on none of some lines.
  private static func lastClear(of lines: [Double], upTo minX: Double, width: Double) -> Double {
    lines.reversed().reduce(minX) { from, line in
      from - roomBefore < line && line < from + width + roomBefore ? line - roomBefore - width : from
    }
  }

  /// Whether a text lies on no line.
  func isClear(from minX: Double, width: Double) -> Bool {
    Self.firstClear(of: all, from: minX, width: width) == minX
  }

  /// The left end of a label to the right of a bar, as near to it as the lines allow.
  func labelMinX(width: Double, after right: Double) -> Double {
    let clear = Self.firstClear(of: all, from: right, width: width)
    return clear - right < RoadmapMeasures.farLabelShift
      ? clear : Self.firstClear(of: target, from: right, width: width)
  }

  /// The left end of a label for a bar: to the right of it where no line is near, otherwise to the left where there is room,
  /// and on a line that leaves it out rather than far away.
  ///
  /// - Parameters:
  ///   - width: that of the label.
  ///   - bar: the left and the right end of the bar.
  ///   - offset: the room between the bar and a label to the right of it.
  ///   - leastX: how far to the left a label may reach.
  func labelMinX(width: Double, beside bar: ClosedRange<Double>, offset: Double, leastX: Double) -> Double {
    let right = bar.upperBound + offset
    let clear = Self.firstClear(of: all, from: right, width: width)
    if clear - right < RoadmapMeasures.labelShift { return clear }
    let left = bar.lowerBound - RoadmapMeasures.labelOffsetLeft - width
    func isGood(_ place: Double) -> Bool { place >= leastX && left - place < RoadmapMeasures.labelShift }
    let clearLeft = Self.lastClear(of: all, upTo: left, width: width)
    if isGood(clearLeft) { return clearLeft }
    let farRight = labelMinX(width: width, after: right)
    let onLine = Self.lastClear(of: target, upTo: left, width: width)
    return farRight - right >= RoadmapMeasures.farLabelShift && isGood(onLine) ? onLine : farRight
  }
}

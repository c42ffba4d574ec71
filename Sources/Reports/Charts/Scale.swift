/// A straight scale from values to places in a drawing, with round marks.
struct Scale: Hashable, Sendable {
  /// The values at the two ends.
  let domain: ClosedRange<Double>
  /// The places of the two ends; the first may be larger than the second.
  let range: (from: Double, to: Double)

  /// A scale between given ends.
  init(_ domain: ClosedRange<Double>, from: Double, to: Double) {
    // A domain without extent has one place, in the middle.
    self.domain =
      domain.lowerBound < domain.upperBound
      ? domain : domain.lowerBound - 1...domain.upperBound + 1
    range = (from, to)
  }

  /// A scale over values whose ends are moved outwards to round numbers.
  init(covering values: some Sequence<Double>, marks: Int = 6, from: Double, to: Double) {
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let step = Self.roundStep(for: high - low, marks: marks, around: max(abs(low), abs(high)))
    self.init(
      (low / step).rounded(.down) * step...(high / step).rounded(.up) * step, from: from, to: to)
  }

  /// The place of a value.
  func place(of value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return range.from + share * (range.to - range.from)
  }

  /// Round values within the domain, at most about so many.
  func marks(_ count: Int = 6) -> [Double] {
    let step = Self.roundStep(
      for: domain.upperBound - domain.lowerBound, marks: count,
      around: max(abs(domain.lowerBound), abs(domain.upperBound)))
    let first = Int((domain.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((domain.upperBound / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map { Double($0) * step }
  }

  /// 1, 2 or 5 times a power of ten, so that about so many steps fill an extent.
  ///
  /// Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
  static func roundStep(for extent: Double, marks: Int, around size: Double) -> Double {
    guard extent > 0, extent.isFinite else { return size > 0 && size.isFinite ? power(below: size) : 1 }
    let rough = extent / Double(max(1, marks))
    let base = power(below: rough)
    let multiple = [1.0, 2, 5, 10].first { $0 * base >= rough * (1 - 1e-9) } ?? 10
    return multiple * base
  }

  /// The largest power of ten that is not larger than a positive number.
  private static func power(below number: Double) -> Double {
    var power = 1.0
    while power > number { power /= 10 }
    while power * 10 <= number { power *= 10 }
    return power
  }

  static func == (left: Scale, right: Scale) -> Bool {
    left.domain == right.domain && left.range == right.range
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(domain)
    hasher.combine(range.from)
    hasher.combine(range.to)
  }
}

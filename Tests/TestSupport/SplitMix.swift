/// The generator of the random test inputs: SplitMix64, after Steele, Lea and Flood (OOPSLA 2014).
///
/// Test support stands below the random streams of the library, which are under test themselves, so it has a generator of its own.
package struct SplitMix {
  private var state: UInt64

  /// A generator for a seed.
  package init(seed: UInt64) {
    // Neighbouring seeds would otherwise give the same sequence, shifted: the step between states is a constant.
    state = seed
    state = next()
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, but without, 1.
  package mutating func fraction() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  /// A number within a range.
  package mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
  }

  /// A whole number within a range; the bias of the product method is below 2^-32 for small ranges.
  package mutating func int(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  /// True so often.
  package mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// One of some elements, of which there must be at least one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(in: 0...elements.count - 1)]
  }

  /// So many different elements, or all if there are fewer, in their order.
  package mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var chosen: [Element] = []
    for (position, element) in elements.enumerated() where chosen.count < count {
      let left = elements.count - position
      if int(in: 1...left) <= count - chosen.count { chosen.append(element) }
    }
    return chosen
  }
}

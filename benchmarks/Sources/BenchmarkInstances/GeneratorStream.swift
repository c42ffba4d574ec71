/// The random numbers of the generator: SplitMix64 (Steele, Lea, Flood 2014).
///
/// It is the benchmarks' own, so that an instance with a name stays the same whatever becomes of the planner's streams.
struct GeneratorStream {
  private var state: UInt64

  /// The stream of a seed and a purpose; purposes are far apart.
  init(seed: UInt64, purpose: UInt64) {
    state = Self.mix(seed &* 0xD134_2543_DE82_EF95 &+ Self.mix(purpose &+ 0x9E37_79B9_7F4A_7C15))
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number in `0 ..< 1`, a multiple of 2^-53.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Double(Self.mix(state) >> 11) * 0x1p-53
  }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// An integer of a range.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(uniform() * Double(range.count))
  }

  /// True with a probability.
  mutating func isTrue(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// A few different elements, in random order; all when there are fewer.
  mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var elements = elements
    let count = min(count, elements.count)
    for index in 0..<count { elements.swapAt(index, integer(index...elements.count - 1)) }
    return Array(elements[0..<count])
  }
}

/// How often whole numbers fell into classes whose width is at most 1/256 of their value, for quantiles in constant memory.
///
/// A number below 256 has a class of its own; above, each power of two is cut into 256 classes. Counts add up, so that a sketch does not depend on the order of the
/// numbers or on how they are shared between threads. A quantile is off by less than 0.4 % of its value, and mostly by far less, since it is interpolated within
/// its class; it never lies outside the smallest and the largest number.
///
/// Source: the buckets of HdrHistogram (Tene 2012), with the guarantee of a relative error as in Masson, Rim, Lee, "DDSketch", VLDB 2019.
struct QuantileSketch: Sendable {
  private(set) var count = 0
  private(set) var smallest = Int64.max
  private(set) var largest = Int64.min
  /// The key of the first counter.
  private var base = 0
  /// Small counters keep the sketches of a forecast in the cache; runs have fewer futures than they can count.
  private var counts: [UInt32] = []

  /// The class of a number; classes are in the order of their numbers.
  @inline(__always)
  static func key(of value: Int64) -> Int {
    value >= 0 ? positiveKey(UInt64(value)) : ~positiveKey(UInt64(~value))
  }

  @inline(__always)
  private static func positiveKey(_ value: UInt64) -> Int {
    let exponent = max(0, 55 - value.leadingZeroBitCount)
    return exponent &<< 8 &+ Int(value &>> UInt64(exponent))
  }

  /// The smallest number of a class and the number of integers in it.
  static func range(of key: Int) -> (low: Double, width: Double) {
    guard key >= 0 else {
      let (low, width) = range(of: ~key)
      return (-low - width, width)
    }
    let exponent = max(0, (key >> 8) - 1)
    let mantissa = exponent == 0 ? key : key & 0xFF | 0x100
    return (Double(mantissa) * Double(1 << exponent), Double(1 << exponent))
  }

  /// Counts a number.
  @inline(__always)
  mutating func add(_ value: Int64) {
    count += 1
    smallest = min(smallest, value)
    largest = max(largest, value)
    let key = Self.key(of: value)
    let place = key &- base
    if place >= 0, place < counts.count {
      counts[place] &+= 1
    } else {
      count(key, times: 1)
    }
  }

  /// Counts some numbers.
  mutating func add(_ values: [Int64]) {
    guard var low = values.first else { return }
    var high = low
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    count += values.count
    smallest = min(smallest, low)
    largest = max(largest, high)
    makeRoom(for: Self.key(of: low))
    makeRoom(for: Self.key(of: high))
    // Classes are in the order of their numbers, so there is room for all.
    for value in values { counts[Self.key(of: value) &- base] &+= 1 }
  }

  private mutating func count(_ key: Int, times: Int) {
    makeRoom(for: key)
    counts[key - base] += UInt32(times)
  }

  private mutating func makeRoom(for key: Int) {
    if counts.isEmpty { base = key }
    if key < base {
      // Room is made in larger steps than needed, so that a sketch seldom moves.
      let more = base - key + 64
      counts.insert(contentsOf: repeatElement(0, count: more), at: 0)
      base -= more
    }
    if key - base >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: key - base - counts.count + 64))
    }
  }

  /// Adds what others have counted.
  mutating func add(_ other: QuantileSketch) {
    guard other.count > 0 else { return }
    count += other.count
    smallest = min(smallest, other.smallest)
    largest = max(largest, other.largest)
    for (offset, times) in other.counts.enumerated() where times > 0 {
      count(other.base + offset, times: Int(times))
    }
  }

  /// The value that is undercut with a probability.
  func quantile(_ probability: Double) -> Double {
    guard count > 0 else { return 0 }
    let rank = probability * Double(count)
    var below = 0.0
    for (offset, times) in counts.enumerated() where times > 0 {
      let upTo = below + Double(times)
      if upTo >= rank {
        let (low, width) = Self.range(of: base + offset)
        // Of a class of one number there is nothing to interpolate.
        let value = width > 1 ? low + width * (rank - below) / Double(times) : low
        return min(max(value, Double(smallest)), Double(largest))
      }
      below = upTo
    }
    return Double(largest)
  }

  /// The mean of the lowest numbers of a share, with the middle of each class for its numbers.
  func meanOfLowest(_ share: Double) -> Double {
    let wanted = share * Double(count)
    guard wanted > 0 else { return Double(smallest) }
    var (taken, sum) = (0.0, 0.0)
    for (offset, times) in counts.enumerated() where times > 0 {
      let (low, width) = Self.range(of: base + offset)
      let part = min(Double(times), wanted - taken)
      let middle = min(max(low + (width - 1) / 2, Double(smallest)), Double(largest))
      sum += part * middle
      taken += part
      if taken >= wanted { break }
    }
    return sum / taken
  }

  /// Counts in classes of equal width from the smallest to the largest number, for drawing.
  func histogram(classes: Int) -> (lowest: Double, width: Double, counts: [Int]) {
    guard count > 0 else { return (0, 1, []) }
    let lowest = Double(smallest)
    let width = max(1, (Double(largest) - lowest) / Double(classes))
    let number = min(classes, Int((Double(largest) - lowest) / width) + 1)
    var result = [Int](repeating: 0, count: number)
    for (offset, times) in counts.enumerated() where times > 0 {
      let (low, size) = Self.range(of: base + offset)
      let middle = min(max(low + (size - 1) / 2, lowest), Double(largest))
      result[min(number - 1, max(0, Int((middle - lowest) / width)))] += Int(times)
    }
    return (lowest, width, result)
  }
}

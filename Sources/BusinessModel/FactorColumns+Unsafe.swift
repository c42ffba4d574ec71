/// The columns of a run, from its first live period on, multiplied in place.
///
/// Nearly all the time of planning is spent in these loops. They go through pointers because a bounds check for each number would
/// keep the compiler from working on several at once. All index arithmetic is in this file; each row is `periodCount` long,
/// rows and periods are clamped to the columns here, and the pointer does not outlive ``withColumns(_:count:from:_:)``.
struct FactorColumns {
  private let start: UnsafeMutablePointer<Double>
  private let columnCount: Int
  private let periodCount: Int
  private let first: Int

  /// Runs a body on the columns of an array, one after the other of the same length, from a period on.
  static func withColumns(
    _ array: inout [Double], count: Int, from first: Int, _ body: (FactorColumns) -> Void
  ) {
    precondition(count > 0 && array.count % count == 0, "Columns have the same length")
    let periodCount = array.count / count
    precondition(0..<periodCount ~= first, "Columns start inside the horizon")
    array.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      body(FactorColumns(start: start, columnCount: count, periodCount: periodCount, first: first))
    }
  }

  /// Sets the first columns to their baselines and all others to one.
  func reset(to baselines: [Double]) {
    precondition(baselines.count <= columnCount * periodCount, "There is a column for each baseline")
    let known = baselines.count / periodCount
    baselines.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      let length = periodCount - first
      for column in 0..<columnCount {
        let row = column * periodCount + first
        if column < known {
          (start + row).update(from: source + row, count: length)
        } else {
          (start + row).update(repeating: 1, count: length)
        }
      }
    }
  }

  /// Multiplies the column of an effect by its factors: along the ramp, and then by the full one.
  func multiply(_ effect: LeverEffect, goLive: Int32, _ adoptions: [Double]) {
    guard goLive < Int32(periodCount) else { return }
    let live = max(first, Int(goLive))
    let column = start + effect.bundle * periodCount
    let settled = min(live + effect.rampCount, periodCount)
    precondition(effect.bundle < columnCount && effect.ramp + effect.rampCount <= adoptions.count)
    adoptions.withUnsafeBufferPointer { shares in
      for period in live..<settled {
        column[period] *= 1 + effect.size * shares[effect.ramp + period - live]
      }
    }
    let factor = 1 + effect.size
    for period in settled..<periodCount { column[period] *= factor }
  }

  /// Multiplies the column of a bundle's lever by the factors that follow from the bundle's products.
  func multiply(_ bundle: EffectBundle, product number: Int) {
    precondition(bundle.lever < columnCount && number < columnCount)
    let lever = start + bundle.lever * periodCount
    let products = start + number * periodCount
    for period in first..<periodCount { lever[period] *= bundle.offset + bundle.slope * products[period] }
  }
}

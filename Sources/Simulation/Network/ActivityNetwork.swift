internal import RandomStreams
public import RoadmapModel

/// Activities with uncertain durations that wait for each other and for nothing else: a PERT network.
///
/// It answers how long work takes when people, money and dates are no limit, a hundred times as fast as a ``Simulator``: many futures are calculated side by side, one
/// activity after the other.
///
/// Source: Malcolm, Roseboom, Clark, Fazar, Operations Research 7(5), 1959; by simulation: Van Slyke, "Monte Carlo methods and the PERT problem", Operations
/// Research 11(5), 1963.
public struct ActivityNetwork: Sendable {
  /// A result of the network.
  public struct Duration: Hashable, Sendable {
    /// The number of futures.
    public let trials: Int
    /// The mean time until the last activity is finished.
    public let mean: Double
    /// Its standard deviation.
    public let standardDeviation: Double
    private let sketch: [Double]

    init(moments: IntegerMoments, sketch: QuantileSketch) {
      trials = moments.count
      mean = moments.mean / ActivityNetwork.scale
      standardDeviation = moments.variance.squareRoot() / ActivityNetwork.scale
      self.sketch = (0...1_000).map { sketch.quantile(Double($0) / 1_000) / ActivityNetwork.scale }
    }

    /// The time that is not exceeded with a probability, in steps of a thousandth; it is off by less than 0.4 %.
    public func quantile(_ probability: Double) -> Double {
      sketch[Int((min(max(probability, 0), 1) * 1_000).rounded())]
    }
  }

  /// The counted units of a unit of time.
  fileprivate static let scale = 0x1p20
  /// The number of futures that are calculated side by side.
  private static let width = 512

  private let tables: [QuantileTable]
  /// The draw of each activity; nil for a certain duration, which stands in `certain`.
  private let draws: [QuantileTables.Draw?]
  private let certain: [Double]
  private let names: [StreamPurpose]
  private let predecessors: [[Int]]
  private let isLast: [Bool]

  /// A network.
  ///
  /// - Parameters:
  ///   - activities: the name and the duration of each activity; draws belong to names.
  ///   - predecessors: for each activity those that must be finished before; they stand earlier in the list.
  /// - Precondition: there are as many lists of predecessors as activities, and each names earlier activities only.
  public init(_ activities: [(name: String, duration: Estimate)], predecessors: [[Int]]) {
    precondition(activities.count == predecessors.count, "Every activity has its predecessors")
    var tables = QuantileTables()
    var isLast = [Bool](repeating: true, count: activities.count)
    for (activity, earlier) in predecessors.enumerated() {
      for other in earlier {
        precondition(0..<activity ~= other, "Predecessors stand before what waits for them")
        isLast[other] = false
      }
    }
    draws = activities.map { $0.duration.isCertain ? nil : tables.draw(of: $0.duration) }
    certain = activities.map(\.duration.mean)
    names = activities.map { StreamPurpose("activity " + $0.name) }
    self.tables = tables.tables
    self.predecessors = predecessors
    self.isLast = isLast
  }

  /// The time until the last activity is finished, over independent futures.
  ///
  /// - Complexity: O(trials x (activities + arcs)); memory does not depend on the trials.
  public func duration(trials: Int, seed: UInt64, threads: Int) async -> Duration {
    let blocks = (trials + Self.width - 1) / Self.width
    let parts = await withTaskGroup(of: (IntegerMoments, QuantileSketch).self) { group in
      for thread in 0..<threads {
        group.addTask {
          var part = (IntegerMoments(), QuantileSketch())
          var durations = [Double](repeating: 0, count: names.count * Self.width)
          for block in stride(from: thread, to: blocks, by: threads) {
            let first = block * Self.width
            draw(&durations, seed: seed, from: first)
            let count = min(Self.width, trials - first)
            finish(&durations, count, &part)
          }
          return part
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var sum = (IntegerMoments(), QuantileSketch())
    for part in parts {
      sum.0.add(part.0)
      sum.1.add(part.1)
    }
    return Duration(moments: sum.0, sketch: sum.1)
  }

  /// Draws all durations of all futures and does nothing with them: what drawing alone takes, for comparison.
  ///
  /// - Returns: the sum of a few of them, without which the draws could be left out by the compiler.
  /// - Complexity: O(trials x activities).
  public func drawDurations(trials: Int, seed: UInt64) -> Double {
    var durations = [Double](repeating: 0, count: names.count * Self.width)
    var sum = 0.0
    for first in stride(from: 0, to: trials, by: Self.width) {
      draw(&durations, seed: seed, from: first)
      // One of each row.
      for activity in names.indices { sum += durations[activity * Self.width] }
    }
    return sum
  }

  private func draw(_ durations: inout [Double], seed: UInt64, from first: Int) {
    for activity in names.indices {
      let row = activity * Self.width..<(activity + 1) * Self.width
      guard let draw = draws[activity] else {
        for place in row { durations[place] = certain[activity] }
        continue
      }
      let key = StreamKey(seed: seed, purpose: names[activity])
      tables[draw.table].draw(
        &durations, in: row, from: key, at: first, factor: draw.factor, offset: draw.offset)
    }
  }

  /// Turns durations into finishes and counts the latest of each future.
  private func finish(
    _ times: inout [Double], _ count: Int, _ part: inout (IntegerMoments, QuantileSketch)
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Self.width) { scratch in
      let (ready, latest) = (scratch.baseAddress!, scratch.baseAddress! + Self.width)
      latest.initialize(repeating: 0, count: Self.width)
      ready.initialize(repeating: 0, count: Self.width)
      // The rows are `width` long and inside the array, and predecessors stand before: checked when the network was made.
      times.withUnsafeMutableBufferPointer { buffer in
        let rows = buffer.baseAddress!
        for activity in predecessors.indices {
          let own = rows + activity * Self.width
          if let first = predecessors[activity].first {
            let other = rows + first * Self.width
            if predecessors[activity].count == 1 {
              for place in 0..<Self.width { own[place] += other[place] }
            } else {
              for place in 0..<Self.width { ready[place] = other[place] }
              for next in predecessors[activity].dropFirst() {
                let other = rows + next * Self.width
                for place in 0..<Self.width { ready[place] = max(ready[place], other[place]) }
              }
              for place in 0..<Self.width { own[place] += ready[place] }
            }
          }
          if isLast[activity] {
            for place in 0..<Self.width { latest[place] = max(latest[place], own[place]) }
          }
        }
      }
      for place in 0..<count {
        let fixed = Int64((latest[place] * Self.scale).rounded())
        part.0.add(fixed)
        part.1.add(fixed)
      }
    }
  }
}

/// The people, and the room for work in progress, that are left in every period.
struct ResourceUsage: Sendable {
  private let periodCount: Int
  private let duration: [Int]
  private let capacity: [Int64]
  /// The needs of all activities in one row, and where those of each begin.
  private let resources: [Int]
  private let units: [Int64]
  private let ranges: [Range<Int>]
  private var left: [Int64]

  /// All capacity of an instance.
  init(_ instance: Instance) {
    periodCount = instance.periodCount
    duration = instance.duration
    capacity = instance.resources.capacity
    left = capacity
    var ranges: [Range<Int>] = []
    var end = 0
    for needs in instance.resources.needs {
      ranges.append(end..<end + needs.count)
      end += needs.count
    }
    self.ranges = ranges
    resources = instance.resources.needs.flatMap { $0.map(\.resource) }
    units = instance.resources.needs.flatMap { $0.map(\.units) }
  }

  /// Gives all capacity back.
  mutating func clear() {
    for index in left.indices { left[index] = capacity[index] }
  }

  /// Takes what an activity needs from its start on.
  mutating func add(_ activity: Int, at start: Int) {
    change(activity, at: start, by: -1)
  }

  /// Gives back what an activity took.
  mutating func remove(_ activity: Int, at start: Int) {
    change(activity, at: start, by: 1)
  }

  private mutating func change(_ activity: Int, at start: Int, by sign: Int64) {
    let end = min(start + duration[activity], periodCount)
    guard start < end else { return }
    precondition(start >= 0, "work starts in the calendar")
    // The periods of a range lie within the calendar, so that bounds need no look at each of them.
    left.withUnsafeMutableBufferPointer { left in
      for need in ranges[activity] {
        let row = resources[need] * periodCount
        let change = sign * units[need]
        for period in row + start..<row + end { left[period] &+= change }
      }
    }
  }

  /// The last period in which an activity that starts in a period would lack something; nil when it lacks nothing.
  ///
  /// - Complexity: O(duration x needs).
  func lastConflict(_ activity: Int, at start: Int) -> Int? {
    var last = start - 1
    let end = min(start + duration[activity], periodCount)
    for need in ranges[activity] {
      let row = resources[need] * periodCount
      let units = units[need]
      var period = end - 1
      while period > last {
        if left[row + period] < units {
          last = period
          break
        }
        period -= 1
      }
    }
    return last >= start ? last : nil
  }

  /// The first period in which an activity that starts in a period would lack something; nil when it lacks nothing.
  ///
  /// - Complexity: O(duration x needs).
  func firstConflict(_ activity: Int, at start: Int) -> Int? {
    let end = min(start + duration[activity], periodCount)
    var first = end
    for need in ranges[activity] {
      let row = resources[need] * periodCount
      let units = units[need]
      var period = start
      while period < first {
        if left[row + period] < units {
          first = period
          break
        }
        period += 1
      }
    }
    return first < end ? first : nil
  }

  /// The first resource that an activity would lack; nil when it lacks nothing.
  func missingResource(_ activity: Int, at start: Int) -> Int? {
    let end = min(start + duration[activity], periodCount)
    return ranges[activity].first { need in
      (start..<max(start, end)).contains { left[resources[need] * periodCount + $0] < units[need] }
    }.map { resources[$0] }
  }

  /// Whether less of a resource is left in a period than is needed; nothing is left outside the calendar.
  func isShort(of need: ResourceTable.Need, in period: Int) -> Bool {
    !(0..<periodCount ~= period) || left[need.resource * periodCount + period] < need.units
  }

  /// The number of periods and resources that are used beyond what there is.
  var overload: Int {
    left.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
  }
}

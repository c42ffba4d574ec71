public import Planning
internal import RoadmapModel

/// Reads instances of the next release problem.
///
/// There is one period. A requirement becomes an optional activity without duration that costs what it costs, a customer one that costs nothing, is worth its profit
/// and waits for what the customer wants; the budget is one segment. Costs and profits are whole currency units.
///
/// Source of the problem: Bagnall, Rayward-Smith, Whittley, *The next release problem*, Information and Software Technology 43, 2001.
public struct NextReleaseReader {
  private let text: InstanceText
  private var words: [(line: Int, word: Int)] = []
  private var position = 0

  /// Reads an instance.
  ///
  /// - Parameters:
  ///   - contents: the file.
  ///   - file: its name, for errors and as the name of the instance.
  ///   - ratio: the budget as a share of the cost of all requirements; it is rounded half up to whole units.
  /// - Throws: ``InstanceError`` with the line.
  /// - Complexity: O(size of the file).
  public static func problem(_ contents: String, file: String, ratio: Double) throws(InstanceError)
    -> CompiledProblem
  {
    guard ratio >= 0, ratio <= 1 else {
      throw InstanceError(file: file, "the ratio of the budget is \(ratio), not in 0...1")
    }
    var reader = NextReleaseReader(text: InstanceText(contents, file: file))
    let name = file.split(separator: "/").last.map { $0.split(separator: ".").first.map(String.init) ?? file }
    return try reader.read(name: name ?? file, ratio: ratio)
  }

  private init(text: InstanceText) {
    self.text = text
    for (index, line) in text.lines.enumerated() {
      words += line.words.indices.map { (index, $0) }
    }
  }

  private mutating func next(_ name: String, in range: ClosedRange<Int>) throws(InstanceError) -> Int {
    guard position < words.count else {
      throw text.error(text.lines.last, "the file ends where \(name) was expected")
    }
    let place = words[position]
    position += 1
    return try text.integer(text.lines[place.line], place.word, name, in: range)
  }

  private mutating func read(name: String, ratio: Double) throws(InstanceError) -> CompiledProblem {
    var costs: [Int] = []
    for _ in 0..<(try next("the number of levels", in: 0...1_000)) {
      for _ in 0..<(try next("the number of requirements", in: 0...1_000_000)) {
        costs.append(try next("a cost", in: 0...1_000_000_000))
      }
    }
    guard !costs.isEmpty else { throw text.error(text.lines.last, "there are no requirements") }
    var prerequisites = [[Int]](repeating: [], count: costs.count)
    for _ in 0..<(try next("the number of dependencies", in: 0...10_000_000)) {
      let prerequisite = try next("a prerequisite", in: 1...costs.count) - 1
      let dependent = try next("a dependent requirement", in: 1...costs.count) - 1
      if !prerequisites[dependent].contains(prerequisite) { prerequisites[dependent].append(prerequisite) }
    }
    guard Layering.order(prerequisites) != nil else {
      throw text.error(nil, "requirements wait for each other in a circle")
    }
    var activities = costs.indices.map { index in
      activity("r\(index + 1)", cost: costs[index], profit: 0, waitsFor: prerequisites[index])
    }
    for customer in 0..<(try next("the number of customers", in: 0...1_000_000)) {
      let profit = try next("a profit", in: 0...1_000_000_000)
      var wanted: [Int] = []
      for _ in 0..<(try next("the number of requests", in: 0...costs.count)) {
        let request = try next("a request", in: 1...costs.count) - 1
        if !wanted.contains(request) { wanted.append(request) }
      }
      activities.append(activity("c\(customer + 1)", cost: 0, profit: profit, waitsFor: wanted))
    }
    if position < words.count {
      throw text.error(text.lines[words[position].line], "something follows the last customer")
    }
    // A millionth of a unit absorbs the error of the product, so that halves go up.
    let limit = (Double(costs.reduce(0, +)) * ratio + 0.500_001).rounded(.down)
    return CompiledProblem(
      scenario: "\(name)-\(Int((ratio * 100).rounded()))", origin: "nrp", objective: .value,
      discountFactors: [1], teams: [],
      budget: CompiledProblem.Budget(
        carriesOver: false, segments: [CompiledProblem.Segment(periods: [0], limit: limit)],
        closedPeriods: []), activities: activities + [.target(latestStart: 1)])
  }

  private func activity(_ id: String, cost: Int, profit: Int, waitsFor: [Int]) -> CompiledProblem.Activity {
    .work(
      id: id, isRequired: false, duration: 0, cost: Double(cost), window: 0...0,
      requirements: waitsFor.map { .of("r\($0 + 1)") }, valueByStart: [Double(profit)])
  }
}

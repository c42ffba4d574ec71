public import Planning
internal import RoadmapModel

/// Reads the single-mode project scheduling instances of PSPLIB (`.sm`).
///
/// Jobs become required activities, renewable resources teams whose people are the units, and the makespan the start of the target
/// milestone. The two dummy jobs of the format go; the milestone waits for the jobs that nothing follows.
///
/// The horizon is not the one of the file: a serial schedule by latest start times is feasible, so no optimal schedule is longer than it, and a
/// quarter more leaves a heuristic room for schedules that are not good yet.
///
/// Source of the format: Kolisch, Sprecher, *PSPLIB, a project scheduling problem library*, European Journal of Operational Research 96, 1997.
public struct ProjectSchedulingReader {
  private let text: InstanceText
  private var jobCount = 0
  private var successors: [[Int]] = []
  private var durations: [Int] = []
  private var requests: [[Int]] = []
  private var capacities: [Int] = []

  /// A project as the file has it, without the dummies' meaning.
  struct Project {
    let durations: [Int]
    let predecessors: [[Int]]
    let successors: [[Int]]
    let requests: [[Int]]
    let capacities: [Int]
    /// All jobs, predecessors first.
    let order: [Int]
  }

  /// Reads an instance.
  ///
  /// - Parameters:
  ///   - contents: the file.
  ///   - file: its name, for errors and as the name of the instance.
  /// - Throws: ``InstanceError`` with the line.
  /// - Complexity: that of one serial schedule, O(jobs x horizon x resources).
  public static func problem(_ contents: String, file: String) throws(InstanceError) -> CompiledProblem {
    var reader = ProjectSchedulingReader(text: InstanceText(contents, file: file, separators: [":"]))
    let project = try reader.read()
    let name = file.split(separator: "/").last.map { $0.split(separator: ".").first.map(String.init) ?? file }
    return project.problem(name: name ?? file)
  }

  private init(text: InstanceText) {
    self.text = text
  }

  private mutating func read() throws(InstanceError) -> Project {
    try readPrecedence(after: try section("PRECEDENCE"))
    try readRequests(after: try section("REQUESTS/DURATIONS"))
    try readCapacities(after: try section("RESOURCEAVAILABILITIES"))
    for job in 0..<jobCount {
      for (resource, units) in requests[job].enumerated() where units > capacities[resource] {
        throw text.error(
          nil, "job \(job + 1) needs \(units) of R\(resource + 1), which has \(capacities[resource])")
      }
    }
    var predecessors = [[Int]](repeating: [], count: jobCount)
    for job in 0..<jobCount {
      for successor in successors[job] { predecessors[successor].append(job) }
    }
    guard let order = Layering.order(predecessors) else {
      throw text.error(nil, "jobs follow each other in a circle")
    }
    return Project(
      durations: durations, predecessors: predecessors, successors: successors, requests: requests,
      capacities: capacities, order: order)
  }

  /// The position of the line that begins a section.
  private func section(_ title: String) throws(InstanceError) -> Int {
    guard let position = text.lines.firstIndex(where: { $0.words[0] == title }) else {
      throw text.error(text.lines.last, "there is no section \(title)")
    }
    return position
  }

  /// The lines of numbers after a section's title, up to its end.
  private func numbers(after position: Int) -> ArraySlice<InstanceText.Line> {
    text.lines[(position + 1)...].drop { Int($0.words[0]) == nil && !$0.words[0].hasPrefix("****") }
      .prefix { !$0.words[0].hasPrefix("****") }
  }

  private mutating func readPrecedence(after position: Int) throws(InstanceError) {
    let rows = numbers(after: position)
    jobCount = rows.count
    guard jobCount >= 2 else { throw text.error(text.lines[position], "there are no jobs") }
    for (index, row) in rows.enumerated() {
      guard try text.integer(row, 0, "the job", in: 1...jobCount) == index + 1 else {
        throw text.error(row, "job \(index + 1) was expected")
      }
      guard try text.integer(row, 1, "the number of modes", in: 1...1_000) == 1 else {
        throw text.error(row, "a job with several modes is not supported")
      }
      let count = try text.integer(row, 2, "the number of successors", in: 0...jobCount)
      guard row.words.count == 3 + count else {
        throw text.error(row, "\(count) successors were announced and \(row.words.count - 3) are there")
      }
      var list: [Int] = []
      for word in 3..<3 + count {
        list.append(try text.integer(row, word, "the successor", in: 1...jobCount) - 1)
      }
      successors.append(list)
    }
  }

  private mutating func readRequests(after position: Int) throws(InstanceError) {
    let rows = numbers(after: position)
    guard rows.count == jobCount else {
      throw text.error(rows.last ?? text.lines[position], "\(jobCount) jobs were expected, not \(rows.count)")
    }
    let width = rows.first?.words.count ?? 0
    for (index, row) in rows.enumerated() {
      guard try text.integer(row, 0, "the job", in: 1...jobCount) == index + 1 else {
        throw text.error(row, "job \(index + 1) was expected")
      }
      guard row.words.count == width, width >= 3 else {
        throw text.error(row, "\(width) numbers were expected, not \(row.words.count)")
      }
      durations.append(try text.integer(row, 2, "the duration", in: 0...10_000))
      var units: [Int] = []
      for word in 3..<width { units.append(try text.integer(row, word, "the request", in: 0...100_000)) }
      requests.append(units)
    }
  }

  private mutating func readCapacities(after position: Int) throws(InstanceError) {
    guard let row = numbers(after: position).first else {
      throw text.error(text.lines[position], "the capacities are missing")
    }
    for word in row.words.indices {
      capacities.append(try text.integer(row, word, "the capacity", in: 0...100_000))
    }
    guard capacities.count == requests[0].count else {
      throw text.error(row, "\(requests[0].count) capacities were expected, not \(capacities.count)")
    }
  }
}

extension ProjectSchedulingReader.Project {
  /// The longest time from the start of each job to the end of the project.
  private var tails: [Int] {
    var tails = durations
    for job in order.reversed() {
      tails[job] = durations[job] + (successors[job].map { tails[$0] }.max() ?? 0)
    }
    return tails
  }

  /// The earliest starts by predecessors alone.
  private var heads: [Int] {
    var heads = [Int](repeating: 0, count: durations.count)
    for job in order {
      heads[job] = predecessors[job].map { heads[$0] + durations[$0] }.max() ?? 0
    }
    return heads
  }

  /// The makespan of the serial schedule that takes the job with the longest tail first, so a limit to the least makespan.
  func serialMakespan() -> Int {
    let tails = tails
    let total = durations.reduce(0, +)
    var free = capacities.map { [Int](repeating: $0, count: total) }
    var finish = [Int](repeating: 0, count: durations.count)
    // A longer tail comes first; with durations of 0 the position in the order decides between a job and its successor.
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    for job in order.sorted(by: { (-tails[$0], rank[$0] ?? 0) < (-tails[$1], rank[$1] ?? 0) }) {
      var start = predecessors[job].map { finish[$0] }.max() ?? 0
      while let conflict = (start..<start + durations[job]).last(where: { period in
        free.indices.contains { free[$0][period] < requests[job][$0] }
      }) {
        start = conflict + 1
      }
      for period in start..<start + durations[job] {
        for resource in free.indices { free[resource][period] -= requests[job][resource] }
      }
      finish[job] = start + durations[job]
    }
    return finish.max() ?? 0
  }

  /// The project as a problem.
  func problem(name: String) -> CompiledProblem {
    let makespan = serialMakespan()
    let horizon = max(1, min(durations.reduce(0, +), makespan + makespan / 4))
    let (heads, tails) = (heads, tails)
    let jobs = order.indices.filter { !isDummy($0) }
    let activities = jobs.map { job in
      CompiledProblem.Activity.work(
        id: "j\(job + 1)", isRequired: true, duration: durations[job],
        needs: requests[job].enumerated().filter { $1 > 0 && durations[job] > 0 }.map {
          CompiledProblem.Need(team: TeamID("r\($0 + 1)"), people: Double($1))
        },
        window: heads[job]...min(horizon - tails[job], horizon - 1),
        requirements: predecessors[job].filter { !isDummy($0) }.map { .of("j\($0 + 1)") },
        valueByStart: [Double](repeating: 0, count: horizon))
    }
    let last = jobs.filter { job in successors[job].allSatisfy(isDummy) }
    let target = CompiledProblem.Activity.target(
      requirements: last.map { .of("j\($0 + 1)") },
      earliestStart: jobs.map { heads[$0] + durations[$0] }.max() ?? 0, latestStart: horizon)
    return CompiledProblem(
      scenario: name, origin: "psplib", objective: .time,
      discountFactors: [Double](repeating: 1, count: horizon),
      teams: capacities.enumerated().map {
        CompiledProblem.Team(
          id: TeamID("r\($0 + 1)"), capacity: [Double](repeating: Double($1), count: horizon))
      },
      activities: activities + [target])
  }

  /// Whether a job is the first or the last one and takes no time.
  private func isDummy(_ job: Int) -> Bool {
    (job == 0 || job == durations.count - 1) && durations[job] == 0
  }
}

internal import Foundation
public import Planning
internal import RoadmapModel

/// Reads the constrained pit limit problem of MineLib (`.cpit` with its `.prec`).
///
/// A block becomes an optional activity of one period, which a prerequisite of lag -1 lets start in the period of the blocks above it at the earliest;
/// resources become teams. The value of a block is its profit over `(1 + rate)^t`, where the first period is `t = 0`, unrounded.
///
/// People are hundredths, so that sums are exact. The hundredths of a team hold the amounts of its resource times `10^d`, where `d` is the largest number of
/// decimal places of any amount or limit of the resource: nothing is lost. Where that is too fine for a solver, `decimals` sets `d`: then amounts
/// are rounded up and limits down, so that a solution of the problem is always one of the mine.
///
/// Refused are what the problem has no words for: lower limits above 0 and negative amounts. Negative profits are ordinary.
///
/// Source of the format: Espinoza, Goycoolea, Moreno, Newman, *MineLib: a library of open pit mining problems*, Annals of Operations Research 206, 2013.
public struct OpenPitReader {
  private let text: InstanceText
  private var header: [String: InstanceText.Line] = [:]
  private var limits: [[DecimalNumber?]] = []
  private var profits: [Double?] = []
  private var amounts: [[(block: Int, amount: DecimalNumber)]] = []
  private var prerequisites: [[Int]] = []
  private var periodCount = 0
  private var rate = 0.0

  /// Reads an instance.
  ///
  /// - Parameters:
  ///   - mine: the `.cpit` file and its name.
  ///   - precedence: the `.prec` file and its name.
  ///   - decimals: the decimal places that are kept of amounts; nil keeps all.
  /// - Throws: ``InstanceError`` with the line.
  /// - Complexity: O(size of the files + blocks x periods).
  public static func problem(
    mine: (contents: String, file: String), precedence: (contents: String, file: String), decimals: Int? = nil
  ) throws(InstanceError) -> CompiledProblem {
    let separators: Set<Character> = [":"]
    var reader = OpenPitReader(
      text: InstanceText(mine.contents, file: mine.file, separators: separators, comment: "%"))
    try reader.readMine()
    try reader.readPrecedence(
      InstanceText(precedence.contents, file: precedence.file, separators: separators, comment: "%"))
    let name = mine.file.split(separator: "/").last.map {
      $0.split(separator: ".").first.map(String.init) ?? ""
    }
    return try reader.problem(name: name ?? mine.file, decimals: decimals)
  }

  private init(text: InstanceText) {
    self.text = text
  }

  private static let sections = [
    "RESOURCE_CONSTRAINT_LIMITS", "OBJECTIVE_FUNCTION", "RESOURCE_CONSTRAINT_COEFFICIENTS", "EOF",
  ]

  private mutating func readMine() throws(InstanceError) {
    var section: String?
    for line in text.lines {
      let word = String(line.words[0])
      if word == "EOF" { break }
      if Self.sections.contains(word) {
        if section == nil { try readHeader(at: line) }
        section = word
        continue
      }
      switch section {
      case "RESOURCE_CONSTRAINT_LIMITS": try readLimit(line)
      case "OBJECTIVE_FUNCTION": try readProfit(line)
      case "RESOURCE_CONSTRAINT_COEFFICIENTS": try readAmount(line)
      default: header[word] = line
      }
    }
    if section == nil { throw text.error(text.lines.last, "there is no section OBJECTIVE_FUNCTION") }
    if let missing = profits.firstIndex(where: { $0 == nil }) {
      throw text.error(nil, "block \(missing) has no profit")
    }
  }

  private mutating func readHeader(at line: InstanceText.Line) throws(InstanceError) {
    func value(_ key: String) throws(InstanceError) -> InstanceText.Line {
      guard let found = header[key] else { throw text.error(line, "\(key) is missing above this line") }
      return found
    }
    let type = try value("TYPE")
    guard type.words.count == 2, type.words[1].uppercased() == "CPIT" else {
      throw text.error(type, "only the type CPIT is supported")
    }
    let blocks = try text.integer(try value("NBLOCKS"), 1, "NBLOCKS", in: 1...10_000_000)
    periodCount = try text.integer(try value("NPERIODS"), 1, "NPERIODS", in: 1...10_000)
    let resources = try text.integer(
      try value("NRESOURCE_SIDE_CONSTRAINTS"), 1, "NRESOURCE_SIDE_CONSTRAINTS", in: 0...1_000)
    let discount = try value("DISCOUNT_RATE")
    rate = try text.number(discount, 1, "DISCOUNT_RATE")
    guard rate > -1 else { throw text.error(discount, "DISCOUNT_RATE is \(rate), not above -1") }
    limits = Array(repeating: Array(repeating: nil, count: periodCount), count: resources)
    amounts = Array(repeating: [], count: resources)
    profits = Array(repeating: nil, count: blocks)
    prerequisites = Array(repeating: [], count: blocks)
  }

  private mutating func readLimit(_ line: InstanceText.Line) throws(InstanceError) {
    guard !limits.isEmpty else { throw text.error(line, "the mine has no resources") }
    let resource = try text.integer(line, 0, "the resource", in: 0...limits.count - 1)
    let period = try text.integer(line, 1, "the period", in: 0...periodCount - 1)
    guard line.words.count >= 4 else {
      throw text.error(line, "resource, period, kind and limit were expected")
    }
    let first = try text.decimal(line, 3, "the limit")
    switch line.words[2] {
    case "L":
      try set(limit: first, of: resource, period, line)
    case "G":
      guard first.digits <= 0 else { throw text.error(line, "a lower limit above 0 is not supported") }
    case "I":
      guard first.digits <= 0 else { throw text.error(line, "a lower limit above 0 is not supported") }
      try set(limit: text.decimal(line, 4, "the upper limit"), of: resource, period, line)
    default:
      throw text.error(line, "L, G or I was expected, not \(line.words[2])")
    }
  }

  private mutating func set(limit: DecimalNumber, of resource: Int, _ period: Int, _ line: InstanceText.Line)
    throws(InstanceError)
  {
    guard limit.digits >= 0 else { throw text.error(line, "the limit is negative") }
    guard limits[resource][period] == nil else { throw text.error(line, "the limit is given twice") }
    limits[resource][period] = limit
  }

  private mutating func readProfit(_ line: InstanceText.Line) throws(InstanceError) {
    let block = try text.integer(line, 0, "the block", in: 0...profits.count - 1)
    guard line.words.count == 2 else { throw text.error(line, "a block has one profit") }
    guard profits[block] == nil else { throw text.error(line, "the profit is given twice") }
    profits[block] = try text.number(line, 1, "the profit")
  }

  private mutating func readAmount(_ line: InstanceText.Line) throws(InstanceError) {
    let block = try text.integer(line, 0, "the block", in: 0...profits.count - 1)
    guard !amounts.isEmpty else { throw text.error(line, "the mine has no resources") }
    let resource = try text.integer(line, 1, "the resource", in: 0...amounts.count - 1)
    let amount = try text.decimal(line, 2, "the amount")
    guard amount.digits >= 0 else { throw text.error(line, "a negative amount is not supported") }
    if amount.digits > 0 { amounts[resource].append((block, amount)) }
  }

  private mutating func readPrecedence(_ text: InstanceText) throws(InstanceError) {
    let blocks = prerequisites.count
    for line in text.lines {
      let block = try text.integer(line, 0, "the block", in: 0...blocks - 1)
      let count = try text.integer(line, 1, "the number of prerequisites", in: 0...blocks)
      guard line.words.count == 2 + count else {
        throw text.error(line, "\(count) prerequisites were announced and \(line.words.count - 2) are there")
      }
      for word in 2..<2 + count {
        prerequisites[block].append(try text.integer(line, word, "the prerequisite", in: 0...blocks - 1))
      }
    }
    guard Layering.order(prerequisites) != nil else {
      throw text.error(nil, "blocks wait for each other in a circle")
    }
  }
}

extension OpenPitReader {
  /// The needs of every block and the capacity of every resource, in people.
  private func teams(decimals: Int?) throws(InstanceError) -> (
    teams: [CompiledProblem.Team], needs: [[CompiledProblem.Need]]
  ) {
    var teams: [CompiledProblem.Team] = []
    var needs = [[CompiledProblem.Need]](repeating: [], count: profits.count)
    for resource in limits.indices {
      let all = amounts[resource].map(\.amount) + limits[resource].compactMap(\.self)
      let places = decimals ?? all.map(\.places).max() ?? 0
      let id = TeamID("r\(resource)")
      func people(_ amount: DecimalNumber, _ rounding: DecimalNumber.Rounding) throws(InstanceError) -> Double
      {
        guard let hundredths = amount.scaled(to: places, rounding: rounding) else {
          throw text.error(nil, "amounts of resource \(resource) are too large for \(places) decimal places")
        }
        return Double(hundredths) / 100
      }
      var total = 0.0
      for (block, amount) in amounts[resource] {
        let need = CompiledProblem.Need(team: id, people: try people(amount, .up))
        guard !needs[block].contains(where: { $0.team == id }) else {
          throw text.error(nil, "block \(block) has resource \(resource) twice")
        }
        needs[block].append(need)
        total += need.people
      }
      var capacity: [Double] = []
      for limit in limits[resource] {
        // Where there is no limit, all blocks fit.
        if let limit { capacity.append(try people(limit, .down)) } else { capacity.append(total) }
      }
      teams.append(CompiledProblem.Team(id: id, capacity: capacity))
    }
    return (teams, needs)
  }

  private func problem(name: String, decimals: Int?) throws(InstanceError) -> CompiledProblem {
    let (teams, needs) = try teams(decimals: decimals)
    let factors = (0..<periodCount).map { pow(1 + rate, -Double($0)) }
    let activities = profits.indices.map { block in
      CompiledProblem.Activity.work(
        id: "b\(block)", isRequired: false, duration: 1, needs: needs[block],
        window: 0...periodCount - 1,
        requirements: prerequisites[block].map { .of("b\($0)", lag: -1) },
        valueByStart: factors.map { $0 * (profits[block] ?? 0) })
    }
    return CompiledProblem(
      scenario: name, origin: "minelib", objective: .value, discountFactors: factors, teams: teams,
      activities: activities + [.target(latestStart: periodCount)])
  }
}

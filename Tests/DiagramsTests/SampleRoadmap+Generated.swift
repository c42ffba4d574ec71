import RoadmapModel

/// A small generator of reproducible numbers (SplitMix64, Steele, Lea and Flood 2014).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, not including, a limit.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

extension SampleRoadmap {
  private static let beginnings = [
    "Geautomatiseerde", "Personlig", "Integrated", "Kundanpassad", "Real-time", "Terugkerende", "B2B",
    "Omni-channel", "F\u{F6}rb\u{E4}ttrad", "Easy",
  ]
  private static let middles = [
    "betalingsherinneringen", "produktrekommendationer", "stock", "winkelwagenherstel", "returhantering",
    "search", "prijsoptimalisatie", "kundupplevelse",
  ]
  private static let ends = ["", " voor vaste klanten", " i alla kanaler", " and reporting", " (A/B)"]

  /// A roadmap of random capabilities, most of which are planned as early as their prerequisites allow, or later.
  static func generated(seed: UInt64, count: Int, weeks: Int = 157) throws -> SampleRoadmap {
    var numbers = SeededNumbers(seed: seed)
    var items: [Item] = []
    var finish: [CapabilityID: Int] = [:]
    var states: [CapabilityID: CapabilityState] = [:]
    for index in 0..<count {
      let id = CapabilityID("item-\(index)")
      var item = Item(
        id: id, name: name(&numbers), stage: stages[min(2, index * 3 / count)].id,
        element: elements[numbers.below(elements.count)].id)
      item.prerequisites = prerequisites(of: index, &numbers)
      if numbers.below(8) == 0 {
        states[id] = numbers.below(2) == 0 ? .live : .notApplicable
        finish[id] = 0
      } else if numbers.below(10) > 0 {
        let ready =
          item.prerequisites.flatMap { prerequisite in
            prerequisite.requirement.members.compactMap { finish[$0] }.map { $0 + prerequisite.lag }
          }.max() ?? 0
        let start =
          ready + [0, 0, 0, 1, 3, 9][numbers.below(6)] + (ready == 0 ? numbers.below(weeks / 3) : 0)
        let end = start + numbers.below(12)
        if end < weeks {
          item.weeks = (start, end)
          finish[id] = end
          item.isCritical = numbers.below(4) == 0
        }
      }
      items.append(item)
    }
    return try SampleRoadmap(
      items, scenario: "Generated \(seed)", weeks: weeks, states: states,
      freeze: [.yearly(from: monthDay("11-15"), through: monthDay("01-05"))])
  }

  private static func name(_ numbers: inout SeededNumbers) -> LocalizedText {
    let parts = [beginnings, middles, ends].map { $0[numbers.below($0.count)] }
    return LocalizedText("\(parts[0]) \(parts[1])\(parts[2])")
  }

  private static func prerequisites(of index: Int, _ numbers: inout SeededNumbers) -> [Prerequisite] {
    guard index > 0 else { return [] }
    var prerequisites: [Prerequisite] = []
    for _ in 0..<numbers.below(3) {
      prerequisites.append(
        need(CapabilityID("item-\(numbers.below(index))"), lag: [0, 0, 4][numbers.below(3)]))
    }
    if index > 4, numbers.below(6) == 0 {
      let members = (1...3).map { CapabilityID("item-\(index - $0)") }
      prerequisites.append(Prerequisite(Requirement(atLeast: 2, of: members)))
    }
    return prerequisites
  }

  private static func monthDay(_ text: String) -> MonthDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return MonthDay(month: parts[0], day: parts[1])!
  }

  /// The roadmaps that geometry is checked on.
  static let shapes: [(seed: UInt64, count: Int, weeks: Int)] = [
    (1, 5, 26), (2, 8, 53), (3, 12, 79), (4, 20, 157), (5, 30, 105), (6, 45, 157), (8, 80, 261),
  ]
}

/// The capabilities of a generated roadmap and what they wait for, before money and people.
///
/// Capabilities lie in layers of about equal size, in the order of their numbers, and wait for earlier layers only, so there is no circle.
/// Beyond the first layer each has a prerequisite in the layer before; arcs from any earlier layer bring the number to 1.5 for each capability.
struct RoadmapNetwork {
  /// What one capability waits for: all or some of several slots.
  struct Requirement {
    var atLeast: Int
    var lag: Int
    var slots: [[Int]]
  }

  /// The weeks of work, 2 to 12.
  let durations: [Int]
  /// What each capability waits for.
  let requirements: [[Requirement]]
  /// Whether the target needs each capability.
  let isRequired: [Bool]
  /// The capabilities that the target names; the others that are required follow from them.
  let goals: [Int]
  /// Sets of capabilities of which at most one may be planned, and whether one must be.
  let groups: [(members: [Int], needsOne: Bool)]

  /// Draws a network.
  ///
  /// - Complexity: O(capabilities x layers).
  init(_ family: RoadmapFamily) {
    var stream = GeneratorStream(seed: family.seed, purpose: 1)
    let layers = (0..<family.size).map { $0 * family.layerCount / family.size }
    durations = (0..<family.size).map { _ in stream.integer(2...12) }
    let arcs = Self.arcs(layers, &stream)
    (isRequired, goals) = Self.required(arcs, &stream)
    var groupStream = GeneratorStream(seed: family.seed, purpose: 2)
    groups = family.hasExclusiveGroups ? Self.groups(layers, isRequired, &groupStream) : []
    var members: [Int: [Int]] = [:]
    for group in groups { for member in group.members { members[member] = group.members } }
    var requirements = arcs.map { list in
      list.map { arc in Requirement(atLeast: 1, lag: arc.lag, slots: [members[arc.from] ?? [arc.from]]) }
    }
    if family.hasChoices {
      var choiceStream = GeneratorStream(seed: family.seed, purpose: 3)
      Self.addChoices(to: &requirements, layers, members, &choiceStream)
    }
    self.requirements = requirements.map(Self.withoutRepetition)
  }

  private typealias Prerequisite = (from: Int, lag: Int)

  private static func arcs(_ layers: [Int], _ stream: inout GeneratorStream) -> [[Prerequisite]] {
    var arcs = [[Prerequisite]](repeating: [], count: layers.count)
    func lag(_ stream: inout GeneratorStream) -> Int { stream.isTrue(0.15) ? stream.integer(1...4) : 0 }
    let later = layers.indices.filter { layers[$0] > 0 }
    for capability in later {
      let before = layers.indices.filter { layers[$0] == layers[capability] - 1 }
      let from = before[stream.integer(0...before.count - 1)]
      arcs[capability].append((from, lag(&stream)))
    }
    var missing = layers.count * 3 / 2 - later.count
    while missing > 0 {
      let capability = later[stream.integer(0...later.count - 1)]
      let earlier = layers.count { $0 < layers[capability] }
      let from = stream.integer(0...earlier - 1)
      missing -= 1
      if !arcs[capability].contains(where: { $0.from == from }) {
        arcs[capability].append((from, lag(&stream)))
      }
    }
    return arcs
  }

  /// About two thirds of the capabilities: goals drawn one by one, each with all it waits for, as long as they fit into that.
  private static func required(_ arcs: [[Prerequisite]], _ stream: inout GeneratorStream) -> ([Bool], [Int]) {
    var isRequired = [Bool](repeating: false, count: arcs.count)
    var goals: [Int] = []
    var left = arcs.count * 2 / 3
    for candidate in stream.sample(arcs.count, of: Array(arcs.indices)) where left > 0 {
      var closure: Set<Int> = []
      var stack = [candidate]
      while let capability = stack.popLast() {
        guard !isRequired[capability], closure.insert(capability).inserted else { continue }
        stack += arcs[capability].map(\.from)
      }
      guard !closure.isEmpty, closure.count <= left else { continue }
      for capability in closure { isRequired[capability] = true }
      left -= closure.count
      goals.append(candidate)
    }
    return (isRequired, goals.sorted())
  }

  /// One group for each 15 capabilities: two or three optional ones of one layer; every third group must be decided.
  private static func groups(
    _ layers: [Int], _ isRequired: [Bool], _ stream: inout GeneratorStream
  ) -> [(members: [Int], needsOne: Bool)] {
    var isFree = isRequired.map { !$0 }
    var groups: [(members: [Int], needsOne: Bool)] = []
    for number in 0..<max(1, layers.count / 15) {
      let layer = stream.integer(0...(layers.last ?? 0))
      let candidates = layers.indices.filter { layers[$0] == layer && isFree[$0] }
      let members = stream.sample(stream.integer(2...3), of: candidates).sorted()
      guard members.count > 1 else { continue }
      for member in members { isFree[member] = false }
      groups.append((members, number % 3 == 0))
    }
    return groups
  }

  /// One in ten capabilities beyond the first layer also waits for one or two of three earlier capabilities.
  private static func addChoices(
    to requirements: inout [[Requirement]], _ layers: [Int], _ members: [Int: [Int]],
    _ stream: inout GeneratorStream
  ) {
    let later = layers.indices.filter { layers[$0] > 0 }
    for capability in stream.sample(max(1, layers.count / 10), of: later).sorted() {
      let named = Set(requirements[capability].flatMap { $0.slots.flatMap(\.self) })
      let earlier = layers.indices.filter { layers[$0] < layers[capability] && !named.contains($0) }
      let slots = stream.sample(3, of: earlier).sorted().map { members[$0] ?? [$0] }
      var different: [[Int]] = []
      for slot in slots where !different.contains(slot) { different.append(slot) }
      guard different.count > 1 else { continue }
      let atLeast = stream.integer(1...different.count - 1)
      requirements[capability].append(Requirement(atLeast: atLeast, lag: 0, slots: different))
    }
  }

  /// Prerequisites on two members of one group are the same slot; the longer lag holds.
  private static func withoutRepetition(_ list: [Requirement]) -> [Requirement] {
    var result: [Requirement] = []
    for requirement in list {
      if let same = result.firstIndex(where: {
        $0.slots == requirement.slots && $0.atLeast == requirement.atLeast
      }) {
        result[same].lag = max(result[same].lag, requirement.lag)
      } else {
        result.append(requirement)
      }
    }
    return result
  }
}

/// What the work of a period can use of a resource, as several linear limits that hold for whole activities.
///
/// Dividing everything by the capacity, activities in work at once have shares that add up to at most one. Of a *dual feasible function* `f` the same
/// is true of `f(share)`, so each gives a limit of its own, and some are tighter than the shares for what is fractional: two thirds and one half
/// never fit together, although two thirds of the one and all of the other would. Functions: the shares themselves; those of Fekete and Schepers,
/// "New classes of fast lower bounds for bin packing problems", Mathematical Programming 91, 2001 (`staircase`); and those of Martello and Toth
/// (`threshold`), both as in Clautiaux, Alves and Valerio de Carvalho, "A survey of dual-feasible and superadditive functions", Annals of Operations Research 179, 2010.
/// Each limit is then lowered to the largest sum that some of the activities reach exactly.
struct CapacityRows: Sendable {
  /// One function for one capacity of one resource.
  struct Family: Sendable {
    /// The resource.
    let resource: Int
    /// The capacity for which the limit holds; it concerns the periods that have it.
    let capacity: Int64
    /// What each needed number of units counts, as a share of the limit.
    let shares: [Int64: Double]
  }

  /// What an activity in work counts in a family.
  struct Use: Hashable, Sendable {
    let family: Int
    let share: Double
  }

  /// All families.
  let families: [Family]
  /// The uses of each activity.
  let uses: [[Use]]

  /// Sums are looked for among numbers up to this; larger capacities count as they are.
  private static let largestCapacity: Int64 = 20_000
  /// The steps of the staircases.
  private static let steps = 1...5

  /// The families of an instance.
  init(_ instance: Instance) {
    var families: [Family] = []
    for resource in 0..<instance.resources.count {
      var counts: [Int64: Int] = [:]
      for needs in instance.resources.needs {
        for need in needs where need.resource == resource { counts[need.units, default: 0] += 1 }
      }
      let row = resource * instance.periodCount
      for capacity in Set(instance.resources.capacity[row..<row + instance.periodCount]).sorted() {
        families += Self.families(resource, capacity, counts)
      }
    }
    self.families = families
    uses = instance.resources.needs.map { needs in
      needs.flatMap { need in
        families.indices.compactMap { index in
          guard families[index].resource == need.resource, let share = families[index].shares[need.units],
            share > 0
          else { return nil }
          return Use(family: index, share: share)
        }
      }
    }
  }

  private static func families(_ resource: Int, _ capacity: Int64, _ counts: [Int64: Int]) -> [Family] {
    let sizes = counts.keys.sorted().filter { $0 > 0 && $0 <= capacity }
    // What never fits is kept out by its windows or not at all; it takes everything.
    let tooLarge = counts.keys.filter { $0 > capacity }
    func family(_ values: [Int64], of limit: Int64) -> Family {
      var shares: [Int64: Double] = [:]
      let largest = largestSum(sizes.indices.map { (values[$0], counts[sizes[$0]] ?? 0) }, upTo: limit)
      for (size, value) in zip(sizes, values) { shares[size] = Double(value) / Double(max(1, largest)) }
      for size in tooLarge { shares[size] = max(1, Double(size) / Double(max(1, capacity))) }
      return Family(resource: resource, capacity: capacity, shares: shares)
    }
    guard !sizes.isEmpty else { return tooLarge.isEmpty ? [] : [family([], of: 1)] }
    var candidates = [family(sizes, of: capacity)]
    guard capacity <= largestCapacity, sizes.count <= 32 else { return candidates }
    for step in steps.map(Int64.init) {
      candidates.append(family(sizes.map { staircase($0, capacity, step) }, of: step * capacity))
    }
    for size in sizes where 2 * size <= capacity {
      candidates.append(family(sizes.map { threshold($0, capacity, size) }, of: capacity))
    }
    return withoutDominated(candidates, sizes)
  }

  /// `step * capacity * f(size / capacity)`, with `f(x) = x` where `(step + 1) x` is whole, and `floor((step + 1) x) / step` elsewhere.
  private static func staircase(_ size: Int64, _ capacity: Int64, _ step: Int64) -> Int64 {
    (step + 1) * size % capacity == 0 ? step * size : (step + 1) * size / capacity * capacity
  }

  /// Nothing for less than the least, everything for what leaves less than that, and the size itself between.
  private static func threshold(_ size: Int64, _ capacity: Int64, _ least: Int64) -> Int64 {
    size < least ? 0 : size > capacity - least ? capacity : size
  }

  /// The largest sum up to a limit of some of the values, each used at most so many times.
  private static func largestSum(_ values: [(value: Int64, count: Int)], upTo limit: Int64) -> Int64 {
    guard limit <= largestCapacity * 8 else { return limit }
    var isReached = [Bool](repeating: false, count: Int(limit) + 1)
    isReached[0] = true
    for (value, count) in values where value > 0 && value <= limit {
      let value = Int(value)
      for _ in 0..<min(count, Int(limit) / value) {
        var changed = false
        for sum in stride(from: Int(limit), through: value, by: -1)
        where isReached[sum - value] && !isReached[sum] {
          isReached[sum] = true
          changed = true
        }
        if !changed { break }
      }
    }
    return Int64(isReached.lastIndex(of: true) ?? 0)
  }

  /// Leaves out functions that count nothing more than another one, the earlier of equal ones stays.
  private static func withoutDominated(_ candidates: [Family], _ sizes: [Int64]) -> [Family] {
    func dominates(_ left: Family, _ right: Family) -> Bool {
      sizes.allSatisfy { left.shares[$0, default: 0] >= right.shares[$0, default: 0] - 1e-12 }
    }
    return candidates.indices.filter { index in
      !candidates.indices.contains { other in
        other != index && dominates(candidates[other], candidates[index])
          && (other < index || !dominates(candidates[index], candidates[other]))
      }
    }.map { candidates[$0] }
  }
}

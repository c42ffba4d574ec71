/// Lays one tree over another: maps are merged key by key, scalars and lists are replaced, and `null` removes a key.
///
/// Every value keeps its own place, so a finding about a merged scenario points at the file that says it.
struct Merge {
  let log: FindingLog

  /// The upper tree over the lower one; the keys of the lower one come first.
  ///
  /// - Complexity: O(n) in the size of the upper tree and of the maps that it touches.
  func lay(_ upper: LocatedMapping, over lower: LocatedMapping) -> LocatedMapping {
    var result = lower
    var removed: Set<String> = []
    for entry in upper.entries {
      let below = lower[entry.key]
      if entry.value.isNull {
        if below == nil { log.report(.nothingToRemove(entry.key), at: entry.keyPlace) }
        removed.insert(entry.key)
      } else {
        result.set(merged(entry, over: below))
      }
    }
    if !removed.isEmpty { result.keep { !removed.contains($0.key) } }
    return result
  }

  private func merged(_ upper: LocatedMapping.Entry, over lower: LocatedMapping.Entry?)
    -> LocatedMapping.Entry
  {
    guard let mapping = upper.value.mapping else { return upper }
    var result = upper
    result.value.content = .mapping(lay(mapping, over: lower?.value.mapping ?? LocatedMapping()))
    return result
  }

  /// Parts of one document in several files, none of which may say what another says.
  func join(_ parts: [LocatedMapping]) -> LocatedMapping {
    var result = LocatedMapping()
    for part in parts { result = join(result, part) }
    return result
  }

  private func join(_ first: LocatedMapping, _ second: LocatedMapping) -> LocatedMapping {
    var result = first
    for var entry in second.entries {
      if let there = first[entry.key] {
        guard let left = there.value.mapping, let right = entry.value.mapping else {
          if there.value.scalar == nil || there.value.scalar != entry.value.scalar {
            log.report(
              .givenInTwoParts(entry.key, first: log.mention(there.keyPlace, from: entry.keyPlace)),
              at: entry.keyPlace)
          }
          continue
        }
        entry.value.content = .mapping(join(left, right))
      }
      result.set(entry)
    }
    return result
  }
}

extension Mistake {
  fileprivate static func nothingToRemove(_ key: String) -> Mistake {
    Mistake(
      .nothingToRemove, "'\(key)' has no value, and there is none below it to remove",
      advice: "Give it a value, or remove the line.")
  }

  fileprivate static func givenInTwoParts(_ key: String, first: String) -> Mistake {
    Mistake(.duplicateKey, "'\(key)' is already given \(first)", advice: "Keep one of them.")
  }
}

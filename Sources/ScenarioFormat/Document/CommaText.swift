import RoadmapModel

extension LocatedMapping {
  /// The map with the commas put back that YAML has taken out of texts in several languages.
  ///
  /// In `{ en: Buy now, pay later, nl: Achteraf betalen }` YAML sees a key `pay later` without a value, where a person sees a text
  /// with a comma. A map that begins with a language is such a text, so in it a key that is no language and has no value goes on
  /// with the text before it.
  func joiningCommaTexts() -> LocatedMapping {
    guard let first = entries.first, Language(rawValue: first.key) != nil, first.value.scalar != nil else {
      return self
    }
    var result = LocatedMapping()
    for entry in entries {
      if entry.value.isNull, Language(rawValue: entry.key) == nil, var text = result.entries.last {
        guard let words = text.value.scalar, Language(rawValue: text.key) != nil else { return self }
        text.value.content = .scalar("\(words), \(entry.key)", quoted: true)
        result.set(text)
      } else {
        result.set(entry)
      }
    }
    return result
  }
}

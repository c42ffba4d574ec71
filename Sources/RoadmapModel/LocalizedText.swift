/// A language of names, questions and reports.
public enum Language: String, Hashable, Sendable, CaseIterable, Codable {
  /// English.
  case english = "en"
  /// Dutch.
  case dutch = "nl"
  /// Swedish.
  case swedish = "sv"
}

/// A text in English and, where somebody wrote it, in other languages.
public struct LocalizedText: Hashable, Sendable {
  /// The English text, which stands in for a language that is missing.
  public var english: String
  /// The Dutch text.
  public var dutch: String?
  /// The Swedish text.
  public var swedish: String?

  /// A text in up to three languages.
  public init(_ english: String, dutch: String? = nil, swedish: String? = nil) {
    self.english = english
    self.dutch = dutch
    self.swedish = swedish
  }

  /// The text in a language, or in English where that is missing.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .dutch: dutch ?? english
    case .swedish: swedish ?? english
    }
  }
}

extension LocalizedText: ExpressibleByStringLiteral {
  /// A text that is the same in all languages.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

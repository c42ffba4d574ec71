/// What is wrong with a value, before anybody knows where the value stands.
struct Mistake: Error, Hashable {
  /// The stable name of the kind of mistake.
  let kind: MistakeKind

  /// What is wrong, in one sentence without a full stop at its end.
  let message: String

  /// The next step, in one sentence.
  let advice: String?

  init(_ kind: MistakeKind, _ message: String, advice: String? = nil) {
    self.kind = kind
    self.message = message
    self.advice = advice
  }
}

/// The kinds of mistakes that the reader finds by itself; those of a roadmap as a whole belong to the model.
///
/// The raw values are the ids of findings, which people search for and scripts match: they do not change.
enum MistakeKind: String, CaseIterable {
  // Files.
  case fileMissing = "file-missing"
  case fileIsDirectory = "file-is-directory"
  case fileNotReadable = "file-not-readable"
  case fileTooLarge = "file-too-large"
  case extendsCycle = "extends-cycle"
  case extendsTooLong = "extends-too-long"
  case unknownCatalog = "unknown-catalog"
  case keyNotInCatalog = "key-not-in-catalog"
  case unsupportedVersion = "unsupported-version"

  // Text.
  case invalidUTF8 = "invalid-utf8"
  case controlCharacter = "control-character"
  case emptyDocument = "empty-document"
  case severalDocuments = "several-documents"

  // YAML.
  case yamlSyntax = "yaml-syntax"
  case tabIndentation = "tab-indentation"
  case badIndentation = "bad-indentation"
  case textAfterValue = "text-after-value"
  case unexpectedColon = "unexpected-colon"
  case unexpectedDash = "unexpected-dash"
  case missingColon = "missing-colon"
  case unclosedBracket = "unclosed-bracket"
  case unclosedQuote = "unclosed-quote"
  case reservedCharacter = "reserved-character"
  case badEscape = "bad-escape"
  case aliasNotSupported = "alias-not-supported"
  case mergeKeyNotSupported = "merge-key-not-supported"
  case tagNotSupported = "tag-not-supported"
  case tooDeep = "too-deep"
  case tooManyValues = "too-many-values"
  case textTooLong = "text-too-long"
  case duplicateKey = "duplicate-key"
  case keyNotText = "key-not-text"
  case nothingToRemove = "nothing-to-remove"

  // Shapes.
  case expectedMap = "expected-map"
  case expectedList = "expected-list"
  case expectedValue = "expected-value"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case conflictingKeys = "conflicting-keys"
  case listedTwice = "listed-twice"
  case tooManyFindings = "too-many-findings"

  // Values.
  case emptyText = "empty-text"
  case malformedID = "malformed-id"
  case unknownWord = "unknown-word"
  case notYesOrNo = "not-yes-or-no"
  case notANumber = "not-a-number"
  case notAWholeNumber = "not-a-whole-number"
  case thousandsSeparator = "thousands-separator"
  case decimalComma = "decimal-comma"
  case currencyInNumber = "currency-in-number"
  case numberTooLarge = "number-too-large"
  case numberTooPrecise = "number-too-precise"
  case percentNotAllowed = "percent-not-allowed"
  case suffixNotAllowed = "suffix-not-allowed"
  case notADuration = "not-a-duration"
  case durationWithoutUnit = "duration-without-unit"
  case unknownUnit = "unknown-unit"
  case rateWithoutUnit = "rate-without-unit"
  case unitNotAllowed = "unit-not-allowed"
  case notADate = "not-a-date"
  case noSuchDay = "no-such-day"
  case notASeasonDay = "not-a-season-day"
  case mixedDays = "mixed-days"
  case rangeSize = "range-size"
  case sourceWithoutEvidence = "source-without-evidence"
  case notATrigger = "not-a-trigger"
  case notACurrency = "not-a-currency"
  case notAWebAddress = "not-a-web-address"
  case contradictingState = "contradicting-state"
}

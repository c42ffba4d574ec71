/// The name by which one kind of thing is referred to, in scenarios and in results.
///
/// `Subject` keeps the kinds apart: a `TeamID` is never taken for a `CapabilityID`. The text is lower-case letters, digits and
/// hyphens; ``isWellFormed(_:)`` is the rule, which the reader applies.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The identifier as the user writes it.
  public let text: String

  /// Wraps a text, which is taken as it is.
  public init(_ text: String) {
    self.text = text
  }

  /// Tells whether a text may be an identifier: 1 to 64 lower-case letters, digits and hyphens, a letter first.
  public static func isWellFormed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return false }
    return bytes.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "-")
    }
  }
}

extension Identifier: Comparable {
  /// Orders by Unicode scalars, so that the order is the same on every machine.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.text < right.text
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Wraps a literal.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Identifier: CustomStringConvertible {
  /// The identifier as the user writes it.
  public var description: String { text }
}

extension Identifier: Codable {
  /// Reads a plain string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Names a ``Capability``.
public typealias CapabilityID = Identifier<Capability>
/// Names a ``Stage`` of the maturity model.
public typealias StageID = Identifier<Stage>
/// Names an ``Element`` of the maturity model.
public typealias ElementID = Identifier<Element>
/// Names a ``Team``.
public typealias TeamID = Identifier<Team>
/// Names a ``Source`` of a number.
public typealias SourceID = Identifier<Source>
/// Names an ``OverlapGroup``.
public typealias OverlapGroupID = Identifier<OverlapGroup>
/// Names an ``Alternative``.
public typealias AlternativeID = Identifier<Alternative>
/// Names a ``Criterion`` by which the members of an alternative are scored.
public typealias CriterionID = Identifier<Criterion>
/// Names a ``ProofPoint`` within its capability.
public typealias ProofPointID = Identifier<ProofPoint>

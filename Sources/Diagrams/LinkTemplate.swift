/// Where the capabilities of a diagram link to: an address with `{id}` in it.
///
///     LinkTemplate("https://wiki.example/roadmap#{id}")
///
/// Graphviz writes addresses into drawings as they are, so only harmless ones are accepted: web addresses and relative ones, of
/// letters, digits and marks that mean nothing in XML.
public struct LinkTemplate: Hashable, Sendable {
  /// An address that is safe to write.
  package struct Target: Hashable, Sendable {
    package let text: String
  }

  private static let mark = "{id}"
  private let parts: [String]

  /// A template; nil when the text has no `{id}`, is of another scheme than `http` and `https`, or has characters that addresses do not.
  public init?(_ text: String) {
    let parts = text.split(separator: Self.mark, omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts.joined().unicodeScalars.allSatisfy(Self.isAllowed) else { return nil }
    let scheme = parts[0].split(separator: "/", omittingEmptySubsequences: false)[0].lowercased()
    guard !scheme.contains(":") || scheme == "https:" || scheme == "http:" else { return nil }
    self.parts = parts
  }

  /// The address for an id, every character of which means nothing but itself.
  package func target(for id: String) -> Target {
    Target(text: parts.joined(separator: Self.percentEncoded(id)))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    isUnreserved(scalar) || ":/?#=%+,@!*()".unicodeScalars.contains(scalar)
  }

  private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-._~".unicodeScalars.contains(scalar))
  }

  private static func percentEncoded(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      if isUnreserved(scalar) { return String(scalar) }
      return String(scalar).utf8.map { byte in
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
    }.joined()
  }
}

package import Foundation

/// Any JSON document; numbers are kept as doubles.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads a document.
  package init(_ text: Data) throws {
    self.init(try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed))
  }

  private init(_ value: Any) {
    switch value {
    case let number as NSNumber:
      self = CFBooleanLike.isBoolean(number) ? .bool(number.boolValue) : .number(number.doubleValue)
    case let text as String: self = .string(text)
    case let array as [Any]: self = .array(array.map(JSONValue.init))
    case let object as [String: Any]: self = .object(object.mapValues(JSONValue.init))
    default: self = .null
    }
  }

  /// The member of a key; nil when there is none or the value is no object.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The members of an object.
  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The values of an array.
  package var array: [JSONValue]? {
    if case .array(let members) = self { members } else { nil }
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  private enum CFBooleanLike {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }
}

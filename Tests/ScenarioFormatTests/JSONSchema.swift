import Foundation

@testable import ScenarioFormat

/// A JSON value; numbers are kept as doubles.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(_ value: Any) {
    switch value {
    case let number as NSNumber:
      self = CFBooleanLike.isBoolean(number) ? .bool(number.boolValue) : .number(number.doubleValue)
    case let text as String: self = .string(text)
    case let array as [Any]: self = .array(array.map(JSONValue.init))
    case let object as [String: Any]: self = .object(object.mapValues(JSONValue.init))
    default: self = .null
    }
  }

  /// The value that an editor sees for a node of YAML: the core schema of YAML 1.2.
  init(_ node: LocatedNode) {
    switch node.content {
    case .mapping(let mapping):
      self = .object(Dictionary(mapping.entries.map { ($0.key, JSONValue($0.value)) }) { first, _ in first })
    case .sequence(let members): self = .array(members.map(JSONValue.init))
    case .scalar(let text, quoted: true): self = .string(text)
    case .scalar(let text, quoted: false):
      if node.isNull {
        self = .null
      } else if text == "true" || text == "false" {
        self = .bool(text == "true")
      } else if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
        self = .number(Double(text) ?? .nan)
      } else {
        self = .string(text)
      }
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  var array: [JSONValue]? {
    if case .array(let members) = self { members } else { nil }
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  private enum CFBooleanLike {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
  }
}

/// As much of JSON Schema 2020-12 as the schema of scenarios uses; a keyword that is not known here is an error.
struct JSONSchema {
  let root: JSONValue

  struct UnknownKeyword: Error {
    let name: String
  }

  /// The paths of the values that the schema refuses, each with the keyword that refuses it.
  func errors(of value: JSONValue) throws -> [String] {
    try errors(of: value, schema: root, path: "")
  }

  private func errors(of value: JSONValue, schema: JSONValue, path: String) throws -> [String] {
    if case .bool(let allows) = schema { return allows ? [] : ["\(path): not allowed"] }
    var errors: [String] = []
    for (keyword, rule) in (schema.object ?? [:]).sorted(by: { $0.key < $1.key }) {
      errors += try check(value, keyword, rule, in: schema, path)
    }
    return errors
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue, _ path: String
  ) throws -> [String] {
    func refuse(_ isWrong: Bool) -> [String] { isWrong ? ["\(path): \(keyword)"] : [] }
    switch keyword {
    case "$schema", "$defs", "title", "description": return []
    case "$ref": return try errors(of: value, schema: definition(rule.string ?? ""), path: path)
    case "anyOf":
      let results = try (rule.array ?? []).map { try errors(of: value, schema: $0, path: path) }
      return refuse(!results.contains { $0.isEmpty })
    case "type":
      let types = rule.array ?? [rule]
      return refuse(!types.contains { Self.type($0.string ?? "", fits: value) })
    case "enum": return refuse(!(rule.array ?? []).contains(value))
    case "const": return refuse(rule != value)
    case "properties", "additionalProperties", "propertyNames", "required":
      return try checkObject(value, keyword, rule, in: schema, path)
    case "items", "minItems", "maxItems": return try checkArray(value, keyword, rule, path)
    case "pattern":
      guard let text = value.string else { return [] }
      return refuse(try Regex(rule.string ?? "").firstMatch(in: text) == nil)
    case "minLength":
      guard let text = value.string, case .number(let least) = rule else { return [] }
      return refuse(text.count < Int(least))
    case "minimum":
      guard case .number(let number) = value, case .number(let least) = rule else { return [] }
      return refuse(number < least)
    default: throw UnknownKeyword(name: keyword)
    }
  }

  private func checkObject(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue, _ path: String
  ) throws -> [String] {
    guard let members = value.object?.sorted(by: { $0.key < $1.key }) else { return [] }
    switch keyword {
    case "required":
      return (rule.array ?? []).compactMap(\.string).filter { value[$0] == nil }.map {
        "\(path)/\($0): required"
      }
    case "propertyNames":
      return try members.flatMap { try errors(of: .string($0.key), schema: rule, path: "\(path)/\($0.key)") }
    case "properties":
      return try members.flatMap { key, member in
        try rule[key].map { try errors(of: member, schema: $0, path: "\(path)/\(key)") } ?? []
      }
    default:
      let others = members.filter { schema["properties"]?[$0.key] == nil }
      return try others.flatMap { try errors(of: $0.value, schema: rule, path: "\(path)/\($0.key)") }
    }
  }

  private func checkArray(_ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ path: String) throws
    -> [String]
  {
    guard let members = value.array else { return [] }
    if keyword == "items" {
      return try members.enumerated().flatMap { try errors(of: $1, schema: rule, path: "\(path)/\($0)") }
    }
    guard case .number(let count) = rule else { return [] }
    let isWrong = keyword == "minItems" ? members.count < Int(count) : members.count > Int(count)
    return isWrong ? ["\(path): \(keyword)"] : []
  }

  private func definition(_ reference: String) throws -> JSONValue {
    guard let definition = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
      throw UnknownKeyword(name: reference)
    }
    return definition
  }

  private static func type(_ name: String, fits value: JSONValue) -> Bool {
    switch value {
    case .null: name == "null"
    case .bool: name == "boolean"
    case .number(let number): name == "number" || (name == "integer" && number == number.rounded())
    case .string: name == "string"
    case .array: name == "array"
    case .object: name == "object"
    }
  }
}

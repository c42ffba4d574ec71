import Foundation
import RoadmapModel

/// As much of JSON Schema 2020-12 as the schemas of `docs/schema` use; a keyword that is not known here is an error.
package struct JSONSchema: Sendable {
  /// The schema itself.
  package let root: JSONValue

  /// The schema of a name in `docs/schema`.
  package init(named name: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    root = try JSONValue(Data(contentsOf: package.appending(path: "docs/schema/\(name).schema.json")))
  }

  struct UnknownKeyword: Error {
    let name: String
  }

  /// The paths of the values that the schema refuses, each with the keyword that refuses it.
  package func errors(of value: JSONValue) throws -> [String] {
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
    case "allOf":
      return try (rule.array ?? []).flatMap { try errors(of: value, schema: $0, path: path) }
    case "oneOf":
      let results = try (rule.array ?? []).map { try errors(of: value, schema: $0, path: path) }
      let isOne = results.count { $0.isEmpty } == 1
      return isOne ? [] : refuse(true) + results.joined()
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
    case "format" where rule == .string("date"):
      return refuse(value.string.map { CivilDate(iso: $0) == nil } ?? false)
    case "minLength":
      guard let text = value.string, case .number(let least) = rule else { return [] }
      return refuse(text.count < Int(least))
    case "minimum":
      guard case .number(let number) = value, case .number(let least) = rule else { return [] }
      return refuse(number < least)
    case "maximum":
      guard case .number(let number) = value, case .number(let most) = rule else { return [] }
      return refuse(number > most)
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

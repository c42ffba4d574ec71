import TestSupport

@testable import ScenarioFormat

extension JSONValue {
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
}

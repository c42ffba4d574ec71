import Foundation
import RoadmapModel
import TestSupport
import Testing

/// The schema is written by hand, so it is compared with what is encoded.
@Suite("Schema of assessments")
struct AssessmentSchemaTests {
  private let definitions: [String: [String: Any]]

  init() throws {
    let schema = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/schema/assessment.schema.json").standardizedFileURL
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: schema))
    let document = try #require(object as? [String: Any])
    var definitions = try #require(document["$defs"] as? [String: [String: Any]])
    definitions["assessment"] = document
    self.definitions = definitions
  }

  /// Checks the keys of an object against a definition: what is required is there, and what is there is known.
  private func check(_ object: [String: Any], _ definition: String) throws {
    let properties = try #require(definitions[definition]?["properties"] as? [String: Any])
    let required = try #require(definitions[definition]?["required"] as? [String])
    #expect(Set(object.keys).isSubset(of: properties.keys), "\(definition)")
    #expect(Set(object.keys).isSuperset(of: required), "\(definition)")
  }

  private func objects(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  private func checkStanding(_ standing: [String: Any]) throws {
    try check(standing, "standing")
    try check(try #require(standing["evidence"] as? [String: Any]), "evidence")
    for reading in ["optimistic", "pessimistic"] {
      try check(try #require(standing[reading] as? [String: Any]), "reading")
    }
    for demand in try objects(standing["missing"]) {
      try check(demand, "unmetDemand")
      for member in try objects(demand["members"]) { try check(member, "openMember") }
    }
  }

  @Test(
    "Every key that is written stands in the schema, and every required one is written",
    arguments: UInt64(0)..<40)
  func keys(seed: UInt64) throws {
    let assessment = Assessment(of: RandomRoadmap.make(seed: seed, capabilities: 10))
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(assessment))
    let document = try #require(object as? [String: Any])
    try check(document, "assessment")
    try checkStanding(try #require(document["overall"] as? [String: Any]))
    for element in try objects(document["elements"]) {
      #expect(element["element"] is String)
      try checkStanding(element)
    }
  }
}

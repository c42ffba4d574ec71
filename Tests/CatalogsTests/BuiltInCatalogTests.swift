import Catalogs
import Foundation
import Testing

@Suite struct BuiltInCatalogTests {

  /// The folder of the YAML files, found from the place of this file.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Catalogs/Commerce")

  @Test func embedsExactlyTheFilesOfTheFolder() throws {
    let onDisk = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".yaml") }
    #expect(
      BuiltInCatalog.commerce.parts.map(\.fileName).sorted() == onDisk.sorted(),
      "a file was added or removed: run scripts/embed-catalog and list it in BuiltInCatalog+Commerce.swift")
  }

  // The tests take names of files and compare outside expectations: else the log would hold the catalog many times over.

  @Test(arguments: BuiltInCatalog.commerce.parts.map(\.fileName))
  func embedsTheTextOnDisk(fileName: String) throws {
    let embedded = try text(of: fileName)
    let onDisk = try String(contentsOf: Self.folder.appending(path: fileName), encoding: .utf8)
    let isCurrent = embedded == onDisk
    #expect(
      isCurrent, "the embedded \(fileName) is out of date: run scripts/embed-catalog and commit the result")
  }

  @Test(arguments: BuiltInCatalog.commerce.parts.map(\.fileName))
  func everyFileSaysWhatItHolds(fileName: String) throws {
    let firstLine = try text(of: fileName).prefix { !$0.isNewline }
    #expect(firstLine.hasPrefix("# The commerce catalog: "))
  }

  @Test func catalogsAreFoundByName() {
    #expect(BuiltInCatalog.named("commerce")?.name == "commerce")
    #expect(BuiltInCatalog.named("Commerce") == nil)
    #expect(BuiltInCatalog.named("") == nil)
  }

  @Test func namesAreUniqueAndInOrder() {
    let names = BuiltInCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
  }

  /// The embedded text of a file.
  private func text(of fileName: String) throws -> String {
    try #require(BuiltInCatalog.commerce.parts.first { $0.fileName == fileName }).text
  }
}

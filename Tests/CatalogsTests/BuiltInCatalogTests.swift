import Catalogs
import Foundation
import Testing

@Suite struct BuiltInCatalogTests {

  /// The folder of the YAML files, found from the place of this file.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Catalogs/Commerce")

  @Test func embedsExactlyTheFilesOfTheFolder() throws {
    let onDisk = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".yaml") }
    #expect(
      BuiltInCatalog.commerce.parts.map(\.fileName).sorted() == onDisk.sorted(),
      "a file was added or removed: run scripts/embed-catalog and list it in BuiltInCatalog+Commerce.swift")
  }

  @Test(arguments: BuiltInCatalog.commerce.parts)
  func embedsTheTextOnDisk(part: BuiltInCatalog.Part) throws {
    let text = try String(contentsOf: Self.folder.appending(path: part.fileName), encoding: .utf8)
    // Compared outside the expectation, which would print both texts in full.
    let isCurrent = part.text == text
    #expect(
      isCurrent,
      "the embedded \(part.fileName) is out of date: run scripts/embed-catalog and commit the result")
  }

  @Test(arguments: BuiltInCatalog.commerce.parts)
  func everyFileSaysWhatItHolds(part: BuiltInCatalog.Part) {
    #expect(part.text.hasPrefix("# The commerce catalog: "))
  }

  @Test func catalogsAreFoundByName() {
    #expect(BuiltInCatalog.named("commerce") == .commerce)
    #expect(BuiltInCatalog.named("Commerce") == nil)
    #expect(BuiltInCatalog.named("") == nil)
  }

  @Test func namesAreUnique() {
    let names = BuiltInCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
  }
}

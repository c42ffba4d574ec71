import Foundation
import Testing

@testable import ScenarioFormat

@Suite struct FileAccessTests {
  @Test(arguments: [
    ("b.yaml", "a.yaml", "b.yaml"), ("b.yaml", "x/a.yaml", "x/b.yaml"),
    ("../b.yaml", "x/y/a.yaml", "x/b.yaml"),
    ("../../../b.yaml", "x/a.yaml", "../../b.yaml"), ("./b.yaml", "./x/./a.yaml", "x/b.yaml"),
    ("/b.yaml", "x/a.yaml", "/b.yaml"),
    ("y//b.yaml", "/x/a.yaml", "/x/y/b.yaml"), ("../b.yaml", "/a.yaml", "/b.yaml"),
  ])
  func resolvesPathsFromTheNamingFile(_ path: String, _ file: String, _ result: String) {
    #expect(FilePath.resolved(path, from: file) == result)
  }

  @Test func findsFilesInMemory() throws {
    let files = FilesInMemory(["x/a.yaml": "abc"])
    #expect(try files.bytes(of: "x/../x/a.yaml", limit: 3) == Array("abc".utf8))
    #expect(throws: FileProblem.tooLarge) { try files.bytes(of: "x/a.yaml", limit: 2) }
    #expect(throws: FileProblem.directory) { try files.bytes(of: "x", limit: 2) }
    #expect(throws: FileProblem.missing) { try files.bytes(of: "x/b.yaml", limit: 2) }
  }

  @Test func findsFilesOnDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gait-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.yaml").path
    let link = folder.appending(path: "link.yaml").path
    try Data("abc".utf8).write(to: URL(filePath: file))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let files = FilesOnDisk()
    #expect(try files.bytes(of: link, limit: 3) == Array("abc".utf8))
    #expect(files.identity(of: link) == files.identity(of: file))
    #expect(throws: FileProblem.tooLarge) { try files.bytes(of: file, limit: 2) }
    #expect(throws: FileProblem.directory) { try files.bytes(of: folder.path, limit: 2) }
    #expect(throws: FileProblem.missing) { try files.bytes(of: file + "/b", limit: 2) }
    #expect(throws: FileProblem.notReadable("it is not a regular file")) {
      try files.bytes(of: "/dev/null", limit: 2)
    }
  }
}

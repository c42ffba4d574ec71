import Foundation
import RoadmapModel
import Testing

@testable import ScenarioFormat

/// Whatever a file holds, the reader ends, and what it says can be shown.
///
/// A few hundred mutants run with the other tests; `scripts/mutate-scenarios` runs as many as one likes. When the variable
/// `GAIT_MUTANTS_DIRECTORY` is set, each mutant is saved there before it is read, so that one that ends the process can be found.
@Suite struct MutationTests {
  static let shards = 4
  static let environment = ProcessInfo.processInfo.environment
  static let count = environment["GAIT_MUTANTS"].flatMap { Int($0) } ?? 300
  static let seed = environment["GAIT_MUTANTS_SEED"].flatMap { UInt64($0) } ?? 1
  static let directory = environment["GAIT_MUTANTS_DIRECTORY"]

  /// The scenarios that are mutated; reading those with a catalog takes longer, so they take turns with the others.
  static func seeds() throws -> [[UInt8]] {
    let scenarios = Fixtures.package.appending(path: "scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios)) ?? []
    let paths = names.filter { $0.hasSuffix(".yaml") }.sorted().map { scenarios + "/" + $0 }
    let own = ["Valid/complete.yaml", "Invalid/support/base.yaml"].map(Fixtures.path)
    return try (own + paths).map { Array(try Data(contentsOf: URL(filePath: $0))) }
  }

  @Test(arguments: 0..<shards)
  func readerSurvivesMutants(_ shard: Int) throws {
    let seeds = try Self.seeds()
    let base = seeds[1]
    for number in stride(from: shard, to: Self.count, by: Self.shards) {
      var mutator = ScenarioMutator(seed: Self.seed &* 1_000_003 &+ UInt64(number))
      let usesScenarios = seeds.count > 2 && number % 25 == 0
      let chosen = usesScenarios ? 2 + mutator.number(below: seeds.count - 2) : mutator.number(below: 2)
      let mutant = mutator.mutant(of: seeds[chosen])
      try save(mutant, shard: shard)
      let files = FilesInMemory(bytes: ["scenario.yaml": mutant, "base.yaml": base])
      let start = ContinuousClock.now
      let reading = ScenarioReader(files: files).read("scenario.yaml")
      let isSlow = Self.directory != nil && ContinuousClock.now - start > .seconds(10)
      guard problems(of: reading).isEmpty, !isSlow else {
        let place = try keep(mutant, number: number)
        Issue.record(
          "mutant \(number) of seed \(Self.seed): \(problems(of: reading)), slow: \(isSlow), \(place)")
        continue
      }
    }
  }

  /// What is wrong with a reading, apart from what is wrong with the scenario.
  private func problems(of reading: ScenarioReading) -> [String] {
    var problems: [String] = []
    let hasErrors = reading.findings.contains { $0.severity == .error }
    if (reading.roadmap == nil) != hasErrors { problems.append("roadmap and findings contradict each other") }
    for finding in reading.findings {
      if !ScenarioReader.findingIDs.contains(finding.id) { problems.append("\(finding.id) is not listed") }
      if !canBeShown(finding, in: reading) {
        problems.append("\(finding.id) has no place: \(String(describing: finding.place))")
      }
      if FindingLog.printable(finding.message) != finding.message {
        problems.append("\(finding.id) is not one line")
      }
    }
    return problems
  }

  /// Whether the line of a finding exists and its column lies in it, or just behind it, where something is missing.
  private func canBeShown(_ finding: Finding, in reading: ScenarioReading) -> Bool {
    guard let place = finding.place, place.line >= 1, place.column >= 1 else { return false }
    guard let source = reading.sources.first(where: { $0.file == place.file }) else { return false }
    guard let line = source.line(place.line) else {
      return place.line == source.lineCount + 1 && place.column == 1
    }
    return place.column <= line.unicodeScalars.count + 1
  }

  private func save(_ mutant: [UInt8], shard: Int) throws {
    guard let directory = Self.directory else { return }
    try Data(mutant).write(to: URL(filePath: directory).appending(path: "last-\(shard).yaml"))
  }

  private func keep(_ mutant: [UInt8], number: Int) throws -> String {
    guard let directory = Self.directory else { return "run scripts/mutate-scenarios to keep it" }
    let file = URL(filePath: directory).appending(path: "mutant-\(Self.seed)-\(number).yaml")
    try Data(mutant).write(to: file)
    return file.path
  }
}

public import ArgumentParser
internal import BenchmarkInstances
internal import Foundation
internal import Planning

/// Which instances a tool takes: generated ones, files of a public library, or problems.
public struct InstanceOptions: ParsableArguments {
  @Option(name: .customLong("problem"), help: "A problem in the format gait-problem/1; may be repeated.")
  var problems: [String] = []

  @Option(help: "A file .sm of PSPLIB, or a directory of them.")
  var psplib: String?

  @Option(
    help:
      "A directory with the files .cpit and .prec of a mine of MineLib, or a directory of such directories.")
  var minelib: String?

  @Option(help: "The decimal places that are kept of the amounts of a mine; without it all are.")
  var decimals: Int?

  @Option(help: "A file of the next release problem, or a directory of files .txt.")
  var nrp: String?

  @Option(help: "The budgets of the next release problem, as shares of the cost: 0.3,0.5,0.7.")
  var ratio: NumberList<Double>?

  @Option(help: "Generate roadmaps with so many capabilities: 60,120.")
  var sizes: NumberList<Int>?

  @Option(help: "The seeds of generated roadmaps: 1-5, or 1,3.")
  var seeds: NumberList<Int> = NumberList(numbers: [1])

  @Flag(help: "Generated roadmaps have everything that the next three flags bring.")
  var features = false

  @Flag(help: "Generated roadmaps have exclusive groups.")
  var exclusiveGroups = false

  @Flag(help: "Generated roadmaps have prerequisites that leave a choice.")
  var choices = false

  @Flag(help: "Generated roadmaps have a freeze every year.")
  var freezes = false

  @Flag(help: "Generated roadmaps have two thirds of the usual people.")
  var smallTeams = false

  /// Options as they are parsed.
  public init() {}

  /// All instances that the options name; each is read or made when it is its turn.
  ///
  /// - Throws: when a directory cannot be listed, or nothing was named.
  public func instances() throws -> [BenchmarkInstance] {
    var instances = problems.map(BenchmarkInstance.init(problem:))
    if let psplib {
      instances += try Listing.files(psplib, ending: ".sm").map(BenchmarkInstance.init(psplib:))
    }
    if let minelib {
      let mines = try Listing.files(minelib, ending: ".cpit", depth: 1)
      instances += mines.map { BenchmarkInstance(minelib: $0, decimals: decimals) }
    }
    if let nrp {
      guard let ratio else { throw ValidationError("the next release problem needs --ratio") }
      for file in try Listing.files(nrp, ending: ".txt") {
        instances += ratio.numbers.map { BenchmarkInstance(nrp: file, ratio: $0) }
      }
    }
    for size in sizes?.numbers ?? [] {
      for seed in seeds.numbers {
        guard let seed = UInt64(exactly: seed) else { throw ValidationError("seeds are not negative") }
        instances.append(
          BenchmarkInstance(
            generated: RoadmapFamily(
              size: size, seed: seed, exclusiveGroups: features || exclusiveGroups,
              choices: features || choices, freezes: features || freezes, smallTeams: smallTeams)))
      }
    }
    guard !instances.isEmpty else {
      throw ValidationError("name instances: --sizes, --psplib, --minelib, --nrp or --problem")
    }
    return instances
  }

  /// The table of best known makespans beside the instances of PSPLIB, or in the directory above.
  public func bestKnownPath() -> String? {
    guard let psplib else { return nil }
    let directory = psplib.hasSuffix(".sm") ? Listing.parent(of: psplib) : psplib
    return [directory, directory + "/.."].map { $0 + "/best_known.csv" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}

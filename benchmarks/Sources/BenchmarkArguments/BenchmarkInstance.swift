internal import BenchmarkInstances
internal import Foundation
public import Planning

/// An instance that is read or made when it is its turn.
public struct BenchmarkInstance {
  /// Where an instance comes from, which decides how results are summed up.
  public enum Family: String, Codable, Sendable {
    case roadmap, psplib, minelib, nrp, problem
  }

  /// Where it comes from.
  public let family: Family
  /// Reads or makes the problem, and for generated roadmaps the proof that it can be planned.
  public let load: () throws -> (problem: CompiledProblem, witness: [String: Int]?)

  init(problem path: String) {
    family = .problem
    load = { (try ProblemFile.problem(try Listing.contents(path), file: path), nil) }
  }

  init(psplib path: String) {
    family = .psplib
    load = { (try ProjectSchedulingReader.problem(try Listing.text(path), file: path), nil) }
  }

  init(minelib path: String, decimals: Int?) {
    family = .minelib
    load = {
      let precedence = path.dropLast(".cpit".count) + ".prec"
      let problem = try OpenPitReader.problem(
        mine: (try Listing.text(path), path),
        precedence: (try Listing.text(String(precedence)), String(precedence)), decimals: decimals)
      return (problem, nil)
    }
  }

  init(nrp path: String, ratio: Double) {
    family = .nrp
    load = { (try NextReleaseReader.problem(try Listing.text(path), file: path, ratio: ratio), nil) }
  }

  init(generated family: RoadmapFamily) {
    self.family = .roadmap
    load = {
      let generated = try RoadmapGenerator.roadmap(family)
      return (generated.problem, generated.witness)
    }
  }
}

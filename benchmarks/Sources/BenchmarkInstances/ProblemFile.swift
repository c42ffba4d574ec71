public import Foundation
public import Planning

/// Problems and solutions as JSON files.
public enum ProblemFile {
  /// Reads a problem in the format `gait-problem/1`.
  ///
  /// - Throws: ``InstanceError`` when the text is no such problem.
  public static func problem(_ contents: Data, file: String) throws(InstanceError) -> CompiledProblem {
    do {
      return try JSONDecoder().decode(CompiledProblem.self, from: contents)
    } catch {
      throw InstanceError(file: file, "this is no gait-problem/1: \(error)")
    }
  }

  /// The JSON of a problem or a report: keys in order, so that the same input has the same bytes.
  public static func json(_ value: some Encodable, isPretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return try encoder.encode(value) + Data("\n".utf8)
  }
}

/// The answer of another solver, as the programs in `peers/` write it.
public struct PeerSolution: Codable, Sendable {
  /// The start of one activity.
  public struct Start: Codable, Sendable {
    /// The activity.
    public let id: String
    /// Its first period of work.
    public let start: Int
  }

  /// `optimal`, `feasible`, `infeasible`, `unknown` or `refused`.
  public let status: String
  /// The value in the unit of the objective; nil when there is no solution.
  public let value: Double?
  /// The limit that no solution passes; nil when none was proved.
  public let bound: Double?
  /// The starts of what is planned.
  public let starts: [Start]

  /// A solution without a bound.
  public init(status: String, value: Double?, starts: [String: Int]) {
    self.status = status
    self.value = value
    bound = nil
    self.starts = starts.map { Start(id: $0.key, start: $0.value) }.sorted { $0.id < $1.id }
  }

  /// The start of each activity that is planned; of an activity that is named twice the first.
  public var startByID: [String: Int] {
    Dictionary(starts.map { ($0.id, $0.start) }, uniquingKeysWith: { first, _ in first })
  }
}

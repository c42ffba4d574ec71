/// How mature a company is today: its stage and score in each element and overall, and what is missing for the next stage.
///
/// `docs/maturity-assessment.md` explains the rule to users; ``StageDemands`` and ``AssessmentReading`` are the rule itself. The
/// results hold ids only, so that they can be shown in any language. The JSON form is the format `gait-assessment/1`.
public struct Assessment: Hashable, Sendable, Codable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The stages of the maturity model, from the lowest.
  public let stages: [StageID]
  /// The stage that the company wants to reach.
  public let target: StageID
  /// The standing of the whole company: its stage is the lowest of the elements.
  public let overall: Standing
  /// The standing in each element, in the order of the maturity model.
  public let elements: [Standing]

  /// Assesses the company of a roadmap.
  ///
  /// - Complexity: O(c * m) for `c` capabilities and `m` members of demands.
  public init(of roadmap: Roadmap) {
    let readings = AssessmentReadings(of: roadmap)
    format = "gait-assessment/1"
    scenario = roadmap.name.english
    stages = roadmap.maturity.stages.map(\.id)
    target = roadmap.target.stage
    overall = Standing(element: nil, demands: StageDemands(of: roadmap), readings: readings)
    elements = roadmap.maturity.elements.map { element in
      Standing(element: element.id, demands: StageDemands(of: roadmap, in: element.id), readings: readings)
    }
  }
}

extension Assessment {
  /// How far a company is, in one element or overall.
  public struct Standing: Hashable, Sendable, Codable {
    /// The element; nil for the whole company.
    public let element: ElementID?
    /// The highest stage that is reached; nil when not even the lowest is.
    public let stage: StageID?
    /// The number of stages that are reached, plus the coverage of the next one: from 0 to the number of stages.
    public let score: Double
    /// The next stage; nil when the highest is reached.
    public let nextStage: StageID?
    /// The mean of how far the demands of the next stage are met, from 0 to 1; 1 when there is no next stage.
    public let coverage: Double
    /// The demands of the next stage that are not met, in the order of the maturity model.
    public let missing: [UnmetDemand]
    /// What the demands that are met rest on.
    public let evidence: EvidenceQuality
    /// The result if what nobody knows were so.
    public let optimistic: Reading
    /// The result if only what has been documented or measured were so.
    public let pessimistic: Reading
  }

  /// A stage and a score under another reading of the answers.
  public struct Reading: Hashable, Sendable, Codable {
    /// The highest stage that is reached; nil when not even the lowest is.
    public let stage: StageID?
    /// The score, on the same scale as ``Standing/score``.
    public let score: Double

    /// A stage and a score.
    public init(stage: StageID?, score: Double) {
      self.stage = stage
      self.score = score
    }
  }

  /// A demand that is not met.
  public struct UnmetDemand: Hashable, Sendable, Codable {
    /// The stage that demands it.
    public let stage: StageID
    /// The element in which it is demanded.
    public let element: ElementID
    /// How many members must be live, of those that are applicable.
    public let atLeast: Int
    /// How many members are live.
    public let live: Int
    /// How far the demand is met, from 0 to 1.
    public let coverage: Double
    /// The applicable members that are not live, in the order in which they were written.
    public let members: [OpenMember]
  }

  /// A capability that is demanded and not live, and why it is not.
  public struct OpenMember: Hashable, Sendable, Codable {
    /// How far it is; what is live or not applicable is no open member.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
      /// Nothing is there.
      case missing
      /// A share of the work is done.
      case partial
      /// Work is going on.
      case inProgress
    }

    /// The capability.
    public let capability: CapabilityID
    /// How far it is.
    public let state: State
    /// The share that is done, from 0 to 1, by itself or by what provides it.
    public let done: Double
    /// The capability that provides it and is further than itself; nil when there is none.
    public let standIn: CapabilityID?
    /// The proof questions that were answered with no.
    public let answeredNo: [ProofPointID]
    /// The proof questions to which nobody knows the answer.
    public let answeredUnknown: [ProofPointID]
    /// The proof questions that were not asked.
    public let notAsked: [ProofPointID]
  }

  /// What the demands that are met rest on: the shares add up to 1, unless none is met.
  ///
  /// A demand rests on its weakest support: of the members that meet it, the best supported ones are taken, as many as are demanded; a
  /// capability rests on the weakest of its answers, and on somebody's word when it is declared live without answers.
  public struct EvidenceQuality: Hashable, Sendable, Codable {
    /// The number of demands, of all stages, that are met.
    public let met: Int
    /// The share that rests on somebody's word.
    public let stated: Double
    /// The share that rests on documents.
    public let documented: Double
    /// The share that rests on observation or measurement.
    public let measured: Double

    /// The shares of so many met demands.
    public init(met: Int, stated: Double, documented: Double, measured: Double) {
      self.met = met
      self.stated = stated
      self.documented = documented
      self.measured = measured
    }
  }
}

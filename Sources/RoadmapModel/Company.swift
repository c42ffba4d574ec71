/// What the company has and does today.
public struct Company: Hashable, Sendable {
  /// The states that the company declares; what it does not name follows from the answers, or is missing.
  public var states: [CapabilityID: CapabilityState]
  /// The answers to proof questions, in the order in which they were given.
  public var answers: [ProofAnswer]
  /// For capabilities that are declared partial or in progress: how much may be done, when that is not sure.
  ///
  /// The likely value is the share of the declared state.
  public var doneRanges: [CapabilityID: Estimate]

  /// A company with declared states and answers.
  public init(
    states: [CapabilityID: CapabilityState] = [:], answers: [ProofAnswer] = [],
    doneRanges: [CapabilityID: Estimate] = [:]
  ) {
    self.states = states
    self.answers = answers
    self.doneRanges = doneRanges
  }
}

/// How far a capability is today.
public enum CapabilityState: Hashable, Sendable {
  /// Nothing is there.
  case missing
  /// A share of the work is done, from 0 to 1; nobody is working on it.
  case partial(Double)
  /// A share of the work is done, from 0 to 1, and work goes on from the start of the calendar.
  case inProgress(Double)
  /// It is in use.
  case live
  /// It makes no sense for this company: nothing demands or waits for it.
  case notApplicable

  /// The share of the work that is done.
  public var doneShare: Double {
    switch self {
    case .missing, .notApplicable: 0
    case .partial(let share), .inProgress(let share): share
    case .live: 1
    }
  }
}

/// The answer to one proof question.
public struct ProofAnswer: Hashable, Sendable {
  /// What was answered.
  public enum Answer: String, Hashable, Sendable, CaseIterable, Codable {
    /// It is so.
    case yes
    /// It is not so.
    case no
    /// Nobody knows.
    case unknown
  }

  /// What an answer rests on, from the weakest to the strongest.
  public enum Basis: String, Hashable, Sendable, CaseIterable, Codable {
    /// Somebody said so.
    case stated
    /// A document says so.
    case documented
    /// It was looked at or measured.
    case measured
  }

  /// The capability that the question belongs to.
  public var capability: CapabilityID
  /// The question.
  public var proofPoint: ProofPointID
  /// What was answered.
  public var answer: Answer
  /// What the answer rests on.
  public var basis: Basis
  /// The day of the answer.
  public var on: CivilDate?
  /// A remark.
  public var note: String?

  /// An answer; without a basis it is somebody's word.
  public init(
    capability: CapabilityID, proofPoint: ProofPointID, answer: Answer, basis: Basis = .stated,
    on: CivilDate? = nil, note: String? = nil
  ) {
    self.capability = capability
    self.proofPoint = proofPoint
    self.answer = answer
    self.basis = basis
    self.on = on
    self.note = note
  }
}

/// What somebody has decided about a capability before planning.
public struct Decision: Hashable, Sendable {
  /// Work starts in the week of this day, and the capability is in the plan.
  public var pinnedStart: CivilDate?
  /// The capability is in the plan.
  public var isForced: Bool
  /// The capability is not in the plan.
  public var isExcluded: Bool
  /// Work does not start before this day.
  public var notBefore: CivilDate?
  /// The capability is in the plan and live on this day.
  public var liveBy: CivilDate?

  /// No decision, unless stated.
  public init(
    pinnedStart: CivilDate? = nil, isForced: Bool = false, isExcluded: Bool = false,
    notBefore: CivilDate? = nil, liveBy: CivilDate? = nil
  ) {
    self.pinnedStart = pinnedStart
    self.isForced = isForced
    self.isExcluded = isExcluded
    self.notBefore = notBefore
    self.liveBy = liveBy
  }
}

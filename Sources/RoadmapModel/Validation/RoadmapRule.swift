/// The rules that a roadmap's contents keep; the raw value is the id of the rule's findings.
///
/// Each rule looks at the contents by itself, so that all findings come at once.
public enum RoadmapRule: String, Hashable, Sendable, CaseIterable {
  // References
  /// An id is used twice for the same kind of thing.
  case duplicateID = "duplicate-id"
  /// A capability that does not exist is referred to.
  case unknownCapability = "unknown-capability"
  /// A stage that does not exist is referred to.
  case unknownStage = "unknown-stage"
  /// An element that does not exist is referred to.
  case unknownElement = "unknown-element"
  /// A team that does not exist is needed.
  case unknownTeam = "unknown-team"
  /// A source that does not exist is quoted.
  case unknownSource = "unknown-source"
  /// An overlap group that does not exist is named.
  case unknownOverlapGroup = "unknown-overlap-group"
  /// An answer to a question that does not exist.
  case unknownProofPoint = "unknown-proof-point"
  /// A score by a criterion that does not exist.
  case unknownCriterion = "unknown-criterion"

  // Structure
  /// Capabilities wait for each other in a circle.
  case prerequisiteCycle = "prerequisite-cycle"
  /// More members are asked for than there are, or fewer than one.
  case requirementCount = "requirement-count"
  /// A member stands twice in a list.
  case repeatedMember = "repeated-member"
  /// A choice between fewer than two capabilities.
  case tooFewAlternatives = "too-few-alternatives"
  /// The model has no stages or no elements.
  case emptyMaturityModel = "empty-maturity-model"
  /// The roadmap is larger than what is supported.
  case tooLarge = "too-large"

  // Numbers
  /// Low, likely and high are not in this order.
  case rangeOrder = "range-order"
  /// A number is outside what makes sense for it.
  case numberRange = "number-range"
  /// A season does not have twelve factors.
  case seasonCount = "season-count"
  /// The calendar is empty or too long.
  case calendarLength = "calendar-length"
  /// Windows of a budget, or changes of a team, are not in the order of their days.
  case dateOrder = "date-order"

  // Evidence and effects
  /// A lognormal range does not have its long side above.
  case lognormalSkew = "lognormal-skew"
  /// A graded number has no source.
  case missingSource = "missing-source"
  /// An effect changes a KPI that follows from others.
  case effectOnResult = "effect-on-result"
  /// A capability changes the same lever twice.
  case repeatedEffect = "repeated-effect"
  /// An effect does not fit its overlap group.
  case overlapMismatch = "overlap-mismatch"
  /// Effects or triggers need the figures of the business, which are missing.
  case missingBusiness = "missing-business"

  // Company and decisions
  /// A capability has both a declared state and answers.
  case stateAndAnswers = "state-and-answers"
  /// Two capabilities are live that exclude each other.
  case conflictingLive = "conflicting-live"
  /// A decision contradicts another one or the state of the capability.
  case conflictingDecision = "conflicting-decision"
  /// A date lies outside the calendar.
  case dateOutsideCalendar = "date-outside-calendar"

  // Uncertainty
  /// The correlations of one estimate add up to more than 1.
  case correlationSum = "correlation-sum"
  /// A capability stands in both branches of a decision point, in two decision points, or is its own pilot.
  case conflictingBranches = "conflicting-branches"
  /// A decision waits for an effect that its pilot does not have.
  case pilotWithoutEffect = "pilot-without-effect"

  // Doubts
  /// A capability is live although its prerequisites are not.
  case liveWithoutPrerequisite = "live-without-prerequisite"
  /// A capability needs one of a higher stage.
  case higherStagePrerequisite = "higher-stage-prerequisite"
  /// Capabilities need more people than their team ever has.
  case needExceedsTeam = "need-exceeds-team"
  /// An effect more than doubles a lever.
  case largeChange = "large-change"
  /// A risk that changes nothing when it happens.
  case harmlessRisk = "harmless-risk"

  /// What the rule finds in contents, in the order of the contents.
  func findings(in contents: RoadmapContents) -> [Finding] {
    switch self {
    case .duplicateID: duplicateIDs(contents)
    case .unknownCapability: unknownCapabilities(contents)
    case .unknownStage: unknownStages(contents)
    case .unknownElement: unknownElements(contents)
    case .unknownTeam: unknownTeams(contents)
    case .unknownSource: unknownSources(contents)
    case .unknownOverlapGroup: unknownOverlapGroups(contents)
    case .unknownProofPoint: unknownProofPoints(contents)
    case .unknownCriterion: unknownCriteria(contents)
    case .prerequisiteCycle: prerequisiteCycle(contents)
    case .requirementCount: requirementCounts(contents)
    case .repeatedMember: repeatedMembers(contents)
    case .tooFewAlternatives: tooFewAlternatives(contents)
    case .emptyMaturityModel: emptyMaturityModel(contents)
    case .tooLarge: tooLarge(contents)
    case .rangeOrder: rangeOrders(contents)
    case .numberRange: numberRanges(contents)
    case .seasonCount: seasonCounts(contents)
    case .calendarLength: calendarLength(contents)
    case .dateOrder: dateOrders(contents)
    case .lognormalSkew: lognormalSkews(contents)
    case .missingSource: missingSources(contents)
    case .effectOnResult: effectsOnResults(contents)
    case .repeatedEffect: repeatedEffects(contents)
    case .overlapMismatch: overlapMismatches(contents)
    case .missingBusiness: missingBusiness(contents)
    case .stateAndAnswers: statesAndAnswers(contents)
    case .conflictingLive: conflictingLives(contents)
    case .conflictingDecision: conflictingDecisions(contents)
    case .dateOutsideCalendar: datesOutsideCalendar(contents)
    case .correlationSum: correlationSums(contents)
    case .conflictingBranches: conflictingBranches(contents)
    case .pilotWithoutEffect: pilotsWithoutEffect(contents)
    case .liveWithoutPrerequisite: livesWithoutPrerequisite(contents)
    case .higherStagePrerequisite: higherStagePrerequisites(contents)
    case .needExceedsTeam: needsExceedingTeams(contents)
    case .largeChange: largeChanges(contents)
    case .harmlessRisk: harmlessRisks(contents)
    }
  }

  func error(_ message: String, advice: String? = nil, at path: [String]) -> Finding {
    Finding(id: rawValue, message: message, advice: advice, path: path)
  }

  func warning(_ message: String, advice: String? = nil, at path: [String]) -> Finding {
    Finding(id: rawValue, severity: .warning, message: message, advice: advice, path: path)
  }
}

/// A requirement somewhere in the contents, with its path.
struct PlacedRequirement {
  let requirement: Requirement
  let path: [String]

  /// The path of a member, as a scenario writes it: single capabilities have no list of their own.
  func path(ofMember position: Int) -> [String] {
    requirement.members.count == 1 && requirement.count == 1 ? path : path + ["of", String(position)]
  }
}

extension RoadmapContents {
  /// All requirements: those of capabilities, then those of stages.
  var placedRequirements: [PlacedRequirement] {
    let ofCapabilities = capabilities.flatMap { capability in
      capability.prerequisites.enumerated().map { position, prerequisite in
        PlacedRequirement(
          requirement: prerequisite.requirement,
          path: ["capabilities", capability.id.text, "requires", String(position)])
      }
    }
    let ofStages = maturity.stages.flatMap { stage in
      var positions: [ElementID: Int] = [:]
      return stage.demands.map { demand in
        let position = positions[demand.element, default: 0]
        positions[demand.element] = position + 1
        return PlacedRequirement(
          requirement: demand.requirement,
          path: ["stages", stage.id.text, "demands", demand.element.text, String(position)])
      }
    }
    return ofCapabilities + ofStages
  }
}

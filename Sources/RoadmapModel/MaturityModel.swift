/// Stages and elements: how far a company can be, and in what.
public struct MaturityModel: Hashable, Sendable {
  /// The stages, from the lowest to the highest.
  public var stages: [Stage]
  /// The elements, in the order in which they are shown.
  public var elements: [Element]

  /// A model of stages and elements.
  public init(stages: [Stage], elements: [Element]) {
    self.stages = stages
    self.elements = elements
  }

  /// The rank of a stage from the lowest, counted from zero.
  public func rank(of stage: StageID) -> Int? {
    stages.firstIndex { $0.id == stage }
  }
}

/// A stage of maturity, such as *walk*.
public struct Stage: Hashable, Sendable {
  /// The name by which capabilities and targets refer to it.
  public var id: StageID
  /// Its name for people.
  public var name: LocalizedText
  /// What a company at this stage can do.
  public var summary: LocalizedText?
  /// What must be live to have reached the stage, beside the demands of the stages below.
  public var demands: [StageDemand]

  /// A stage and its demands.
  public init(id: StageID, name: LocalizedText, summary: LocalizedText? = nil, demands: [StageDemand] = []) {
    self.id = id
    self.name = name
    self.summary = summary
    self.demands = demands
  }
}

/// A practice, or a choice of practices, that a stage demands in one element.
public struct StageDemand: Hashable, Sendable {
  /// The element in which it is demanded.
  public var element: ElementID
  /// What must be live.
  public var requirement: Requirement

  /// A demand in an element.
  public init(_ element: ElementID, _ requirement: Requirement) {
    self.element = element
    self.requirement = requirement
  }
}

/// An area of maturity, such as *data* or *governance*.
public struct Element: Hashable, Sendable {
  /// The name by which capabilities refer to it.
  public var id: ElementID
  /// Its name for people.
  public var name: LocalizedText
  /// The question that it asks of a company.
  public var question: LocalizedText?

  /// An area of maturity.
  public init(id: ElementID, name: LocalizedText, question: LocalizedText? = nil) {
    self.id = id
    self.name = name
    self.question = question
  }
}

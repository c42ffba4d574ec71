import RoadmapModel

extension RoadmapDecoder {
  func stages(_ scenario: Section<ScenarioKey>) -> [Stage] {
    table(.stages, of: scenario) { (id: StageID, entry) in
      var stage = Stage(id: id, name: LocalizedText(id.text))
      guard let section = reader.section(entry.value, at: entry.keyPlace, keys: StageKey.self) else {
        return stage
      }
      stage.name = reader.required(.name, of: section, reader.localizedText) ?? stage.name
      stage.summary = reader.optional(.summary, of: section, reader.localizedText)
      stage.demands = reader.optional(.demands, of: section, demands) ?? []
      return stage
    }
  }

  private func demands(_ node: LocatedNode) -> [StageDemand] {
    let byElement = reader.table(node) { (element: ElementID, entry) in
      reader.list(entry.value, requirement)?.map { StageDemand(element, $0) }
    }
    return byElement.flatMap(\.self)
  }

  private func requirement(_ node: LocatedNode) -> Requirement? {
    guard case .mapping = node.content else { return reader.identifier(node).map { Requirement($0) } }
    guard let section = reader.section(node, at: node.place, keys: DemandKey.self) else { return nil }
    return choice(section, atLeast: .atLeast, of: .of)
  }

  /// At least so many of some capabilities.
  func choice<Key>(_ section: Section<Key>, atLeast: Key, of: Key) -> Requirement? {
    let count = reader.required(atLeast, of: section, reader.wholeNumber)
    let members = reader.required(of, of: section, capabilityList)
    guard let count, let members else { return nil }
    return Requirement(atLeast: count, of: members)
  }

  /// Capabilities in the order of writing; the model says when one stands there twice.
  func capabilityList(_ node: LocatedNode) -> [CapabilityID]? {
    reader.list(node, reader.identifier)
  }

  func elements(_ scenario: Section<ScenarioKey>) -> [Element] {
    table(.elements, of: scenario) { (id: ElementID, entry) in
      var element = Element(id: id, name: LocalizedText(id.text))
      guard let section = reader.section(entry.value, at: entry.keyPlace, keys: ElementKey.self) else {
        return element
      }
      element.name = reader.required(.name, of: section, reader.localizedText) ?? element.name
      element.question = reader.optional(.question, of: section, reader.localizedText)
      return element
    }
  }

  func sources(_ scenario: Section<ScenarioKey>) -> [Source] {
    table(.sources, of: scenario) { (id: SourceID, entry) in
      var source = Source(id: id, title: id.text)
      guard let section = reader.section(entry.value, at: entry.keyPlace, keys: SourceKey.self) else {
        return source
      }
      source.title = reader.required(.title, of: section, reader.plainText) ?? source.title
      source.publisher = reader.optional(.publisher, of: section, reader.plainText)
      source.year = reader.optional(.year, of: section, reader.wholeNumber)
      source.url = reader.optional(.url, of: section) { reader.scalar($0, Word.webAddress) }
      return source
    }
  }

  func overlapGroups(_ scenario: Section<ScenarioKey>) -> [OverlapGroup] {
    table(.overlapGroups, of: scenario) { (id: OverlapGroupID, entry) in
      guard let section = reader.section(entry.value, at: entry.keyPlace, keys: OverlapGroupKey.self) else {
        return nil
      }
      let name = reader.optional(.name, of: section, reader.localizedText)
      let kpi: KPI? = reader.required(.kpi, of: section, reader.word)
      let ceiling = reader.required(.ceiling, of: section, reader.fraction)
      guard let kpi, let ceiling else { return nil }
      return OverlapGroup(id: id, name: name ?? LocalizedText(id.text), kpi: kpi, ceiling: ceiling)
    }
  }
}

import RoadmapModel

extension RoadmapDecoder {
  func record(_ scenario: Section<ScenarioKey>) -> Record? {
    guard let section = section(.record, of: scenario, keys: RecordKey.self) else { return nil }
    let through = reader.required(.through, of: section, reader.date)
    let capabilities = table(.capabilities, of: section) { id, entry in actual(id, entry) }
    let stages = table(.stages, of: section) { (id: StageID, entry) in
      reader.date(entry.value).map { (id, $0) }
    }
    let forecasts = table(.forecasts, of: section) { id, entry in pastForecast(id, entry) }
    return through.map { through in
      Record(
        through: through, capabilities: capabilities,
        stages: Dictionary(stages) { first, _ in first }, forecasts: forecasts)
    }
  }

  private func actual(_ id: CapabilityID, _ entry: LocatedMapping.Entry) -> Actual? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: ActualKey.self) else {
      return nil
    }
    let effects = self.section(.effects, of: section, keys: KPI.self).map { effects in
      KPI.allCases.compactMap { kpi in
        reader.optional(kpi, of: effects) { measuredEffect(kpi, $0, at: effects.place(of: kpi)) }
      }
    }
    return Actual(
      capability: id, started: reader.optional(.started, of: section, reader.date),
      finished: reader.optional(.finished, of: section, reader.date),
      cost: reader.optional(.cost, of: section, reader.amount), effects: effects ?? [])
  }

  private func measuredEffect(_ kpi: KPI, _ node: LocatedNode, at place: Place) -> Actual.MeasuredEffect? {
    guard case .mapping = node.content else {
      return reader.fraction(node).map { Actual.MeasuredEffect(kpi, change: $0) }
    }
    guard let section = reader.section(node, at: place, keys: MeasuredEffectKey.self) else { return nil }
    let on = reader.optional(.on, of: section, reader.date)
    return reader.required(.change, of: section, reader.fraction).map {
      Actual.MeasuredEffect(kpi, change: $0, on: on)
    }
  }

  private func pastForecast(_ id: PastForecastID, _ entry: LocatedMapping.Entry) -> PastForecast? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: PastForecastKey.self) else {
      return nil
    }
    let durations = ranges(.durations, of: section, .duration, reader.weeks)
    let costs = ranges(.costs, of: section, .cost, reader.amount)
    let effects = table(.effects, of: section) { (capability: CapabilityID, entry) in
      effectRanges(capability, entry)
    }
    let promises = reader.optional(.promises, of: section) { reader.list($0, promise) }
    return PastForecast(
      id: id, madeOn: reader.optional(.made, of: section, reader.date),
      ranges: durations + costs + effects.flatMap(\.self), promises: promises ?? [])
  }

  private func ranges(
    _ key: PastForecastKey, of section: Section<PastForecastKey>, _ quantity: PastForecast.Quantity,
    _ number: (LocatedNode) -> Double?
  ) -> [PastForecast.Range] {
    table(key, of: section) { capability, entry in
      reader.estimate(entry.value, at: entry.keyPlace, number).map {
        PastForecast.Range(capability: capability, quantity: quantity, estimate: $0)
      }
    }
  }

  private func effectRanges(
    _ capability: CapabilityID, _ entry: LocatedMapping.Entry
  ) -> [PastForecast.Range]? {
    guard let section = reader.section(entry.value, at: entry.keyPlace, keys: KPI.self) else { return nil }
    return KPI.allCases.compactMap { kpi in
      reader.optional(kpi, of: section) {
        reader.estimate($0, at: section.place(of: kpi), reader.fraction)
      }.map { PastForecast.Range(capability: capability, quantity: .effect(kpi), estimate: $0) }
    }
  }

  private func promise(_ node: LocatedNode) -> PastForecast.Promise? {
    guard let section = reader.section(node, at: node.place, keys: PromiseKey.self) else { return nil }
    let by = reader.required(.by, of: section, reader.date)
    let probability = reader.required(.probability, of: section, reader.fraction)
    if section[.stage] != nil, section[.capability] != nil {
      log.reading(section.path + [PromiseKey.stage.rawValue]) {
        log.report(.conflictingKeys("capability", "stage"), at: section.place(of: .stage))
      }
    }
    let subject: PastForecast.Promise.Subject?
    if section[.stage] != nil {
      subject = reader.optional(.stage, of: section, reader.identifier).map { .stage($0) }
    } else {
      subject = reader.required(.capability, of: section, reader.identifier).map { .capability($0) }
    }
    guard let subject, let by, let probability else { return nil }
    return PastForecast.Promise(subject, by: by, probability: probability)
  }
}

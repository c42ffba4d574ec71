import RoadmapModel

extension RoadmapDecoder {
  func business(_ scenario: Section<ScenarioKey>) -> Business? {
    section(.business, of: scenario, keys: BusinessKey.self).map(business)
  }

  private func business(_ section: Section<BusinessKey>) -> Business {
    Business(
      currency: reader.required(.currency, of: section) { reader.scalar($0, Word.currency) } ?? "",
      visits: baseline(.visits, of: section, reader.monthlyAmount),
      conversion: baseline(.conversion, of: section, reader.fraction),
      orderValue: baseline(.orderValue, of: section, reader.amount),
      margin: baseline(.margin, of: section, reader.fraction),
      returnRate: baseline(.returnRate, of: section, reader.fraction),
      costToServe: baseline(.costToServe, of: section, reader.amount),
      customers: reader.required(.customers, of: section, reader.amount) ?? 0,
      churn: baseline(.churn, of: section, churn),
      reorderRate: baseline(.reorderRate, of: section, reorderRate),
      newCustomerShare: reader.required(.newCustomerShare, of: section, reader.fraction) ?? 0)
  }

  /// A figure that may grow and follow the seasons; zero when it cannot be read.
  private func baseline(
    _ key: BusinessKey, of section: Section<BusinessKey>, _ value: (LocatedNode) -> Double?
  ) -> Business.Baseline {
    let baseline = reader.required(key, of: section) { node -> Business.Baseline? in
      guard case .mapping = node.content else { return value(node).map { Business.Baseline($0) } }
      let place = section.place(of: key)
      guard let figure = reader.section(node, at: place, keys: BaselineKey.self) else { return nil }
      let growth = reader.optional(.growth, of: figure, reader.yearlyGrowth) ?? 0
      let seasonality = reader.optional(.seasonality, of: figure) { reader.list($0, reader.amount) } ?? []
      let variation = variation(figure)
      return reader.required(.value, of: figure, value).map {
        Business.Baseline($0, growthPerYear: growth, seasonality: seasonality, variation: variation)
      }
    }
    return baseline ?? Business.Baseline(0)
  }

  private func variation(_ section: Section<BaselineKey>) -> Business.Variation {
    Business.Variation(
      growthSpread: reader.optional(.growthSpread, of: section, reader.fraction) ?? 0,
      noise: reader.optional(.noise, of: section, reader.fraction) ?? 0,
      autocorrelation: reader.optional(.autocorrelation, of: section, reader.fraction) ?? 0)
  }

  private func churn(_ node: LocatedNode) -> Double? {
    reader.scalar(node) { text throws(Mistake) in
      try Rate.value(text, per: .month, .decay, number: ScalarValue.fraction)
    }
  }

  private func reorderRate(_ node: LocatedNode) -> Double? {
    reader.scalar(node) { text throws(Mistake) in
      try Rate.value(text, per: .month, .proportional, number: ScalarValue.fraction)
    }
  }
}

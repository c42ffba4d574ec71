/// One number for each lever, in the order of `KPI.levers`; the shop is simulated on all eight at once.
typealias LeverValues = SIMD8<Double>

extension LeverValues {
  /// The smallest values that levers may have after all effects.
  static let lowest = LeverValues(0, 0, 0, -1, 0, 0, 0, 0)
  /// The largest values that levers may have after all effects: a share is never more than the whole.
  static let highest = LeverValues(
    .infinity, 1, .infinity, 1, 1, .infinity, 1, .infinity)

  var visits: Double { self[0] }
  var conversion: Double { self[1] }
  var orderValue: Double { self[2] }
  var margin: Double { self[3] }
  var returnRate: Double { self[4] }
  var costToServe: Double { self[5] }
  var churn: Double { self[6] }
  var reorderRate: Double { self[7] }

  /// The values with every lever inside its limits.
  var limited: LeverValues {
    pointwiseMin(pointwiseMax(self, Self.lowest), Self.highest)
  }
}

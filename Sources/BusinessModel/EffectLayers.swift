import RoadmapModel

/// The effects as the simulation multiplies them: eight levers at once, one layer above the other.
///
/// A layer holds at most one bundle for each lever: the first layer the effects that multiply, the others one overlap group of
/// a lever each. A capability changes a layer for the weeks of its ramp, and then by one lasting factor.
struct EffectLayers: Sendable {
  /// How the factor of each lever follows from the product of a layer.
  struct Layer: Sendable {
    var offset = LeverValues(repeating: 0)
    var slope = LeverValues(repeating: 1)
  }

  /// What a capability multiplies in one layer.
  struct Entry: Sendable {
    let capability: Int
    let layer: Int
    /// Where its factors by age start in ``EffectLayers/ramping``.
    let start: Int
    /// The number of ages before all its effects are complete.
    let count: Int
    /// The factors from then on.
    let lasting: LeverValues
  }

  private(set) var layers: [Layer] = []
  private(set) var entries: [Entry] = []
  private(set) var ramping: [LeverValues] = []

  init(_ compiled: CompiledEffects) {
    let places = Self.layers(of: compiled.bundles)
    guard !compiled.effects.isEmpty else { return }
    layers = Array(repeating: Layer(), count: (places.max() ?? 0) + 1)
    for (bundle, place) in zip(compiled.bundles, places) {
      layers[place].offset[bundle.lever] = bundle.offset
      layers[place].slope[bundle.lever] = bundle.slope
    }
    var rest = compiled.effects[...]
    while let capability = rest.first?.capability {
      let own = rest.prefix { $0.capability == capability }
      rest = rest.dropFirst(own.count)
      for layer in layers.indices {
        add(own.filter { places[$0.bundle] == layer }, of: capability, to: layer, compiled.bundles)
      }
    }
  }

  /// The layer of each bundle: the next one that is free for its lever.
  private static func layers(of bundles: [EffectBundle]) -> [Int] {
    var used = [Int](repeating: 0, count: LeverValues.scalarCount)
    return bundles.map { bundle in
      defer { used[bundle.lever] += 1 }
      return used[bundle.lever]
    }
  }

  private mutating func add(
    _ effects: [LeverEffect], of capability: Int, to layer: Int, _ bundles: [EffectBundle]
  ) {
    guard let count = effects.map(\.adoption.settledAge).max() else { return }
    func factors(_ age: Int) -> LeverValues {
      effects.reduce(into: LeverValues(repeating: 1)) { factors, effect in
        factors[bundles[effect.bundle].lever] *= 1 + effect.size * effect.adoption[age]
      }
    }
    entries.append(
      Entry(
        capability: capability, layer: layer, start: ramping.count, count: count, lasting: factors(count)))
    ramping += (0..<count).map(factors)
  }
}

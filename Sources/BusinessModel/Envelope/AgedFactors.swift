import RealModule

/// The values that the factor `1 + size * take-up` of each effect goes through: not live, and then at each age until its ramp has settled.
struct AgedFactors {
  /// The factors, one effect after the other.
  let values: [Double]
  /// The logarithms of the factors, minus infinity for a factor that leaves nothing.
  let logarithms: [Double]
  /// Where the factors of each effect begin, with that of what is not live.
  let first: [Int]
  /// The age from which on each effect keeps its factor.
  let settledAge: [Int]

  init(_ effects: [LeverEffect], of compiled: CompiledEffects) {
    var values: [Double] = []
    var first: [Int] = []
    for effect in effects {
      first.append(values.count)
      for age in -1...effect.rampCount {
        values.append(1 + effect.size * compiled.takeUp(of: effect, age: age))
      }
    }
    self.values = values
    self.first = first
    logarithms = values.map { Double.log(max(0, $0)) }
    settledAge = effects.map(\.rampCount)
  }

  /// Where the factor of an effect is at an age; negative ages are those of what is not live.
  func place(of effect: Int, age: Int) -> Int {
    first[effect] + 1 + min(settledAge[effect], max(-1, age))
  }

  /// What a step of one period multiplies each factor by, at the place of the younger age.
  ///
  /// Those that help grow older by a step, and those that hurt grow younger.
  ///
  /// - Parameters:
  ///   - smallest: the least that a factor counts for.
  ///   - firstHarm: the first effect that hurts; those before it help.
  func ratios(smallest: Double, firstHarm: Int) -> [Double] {
    var ratios = [Double](repeating: 1, count: values.count)
    for (number, first) in first.enumerated() {
      for place in first...first + settledAge[number] {
        let (younger, older) = (max(smallest, values[place]), max(smallest, values[place + 1]))
        ratios[place] = number < firstHarm ? older / younger : younger / older
      }
    }
    return ratios
  }
}

internal import Planning
internal import RoadmapModel

/// Says in two sentences what a comparison comes to, and what would change it.
struct VerdictWriter {
  let candidates: [Comparer.Candidate]
  let pairs: [Comparison.Pair]
  let regrets: Comparison.RegretTable
  let search: RegretSearch
  let language: Language

  private var names: Names { Names(candidates[0].roadmap, language: language) }

  /// The scenario that is worth more than each other one in the mean.
  private var best: Int {
    candidates.indices.first { number in pairs.allSatisfy { $0.worse != number } } ?? 0
  }

  /// The verdict.
  func verdict() -> Comparison.Verdict {
    let best = best
    let own = pairs.filter { $0.better == best }
    // By the planning estimates another scenario may be best already; then there is no point at which that turns.
    let isBestPlanned = regrets.futures.first?.best == best
    let weaker = isBestPlanned ? search.turningPoint(from: best, downwards: true) : nil
    let stronger = isBestPlanned ? search.turningPoint(from: best, downwards: false) : nil
    let closest = own.min { ($0.difference, $0.worse) < ($1.difference, $1.worse) }
    let first = closest.map(sentence) ?? ""
    return Comparison.Verdict(
      best: best, isClear: own.allSatisfy { $0.low > 0 }, weakerEffects: weaker, strongerEffects: stronger,
      text: [first, condition(best, weaker, stronger)].joined(separator: " "))
  }

  private func say(_ english: String, _ dutch: String, _ swedish: String) -> String {
    LocalizedText(english, dutch: dutch, swedish: swedish)[language]
  }

  private func name(_ number: Int) -> String { "'\(candidates[number].name)'" }

  private func money(_ units: Double) -> String { names.money(Money(units: units).cents) }

  private func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded()))" + (language == .swedish ? "\u{A0}%" : "%")
  }

  /// The best scenario and the one next to it.
  private func sentence(_ pair: Comparison.Pair) -> String {
    let (one, other) = (name(pair.better), name(pair.worse))
    let (more, low, high) = (money(pair.difference), money(pair.low), money(pair.high))
    let wins = percent(pair.wins)
    guard pair.low > 0 else {
      return say(
        "\(one) and \(other) cannot be told apart by their worth: the mean difference is \(more), with 95% confidence between \(low) and \(high).",
        "\(one) en \(other) zijn naar waarde niet te onderscheiden: het gemiddelde verschil is \(more), met 95% zekerheid tussen \(low) en \(high).",
        "\(one) och \(other) kan inte skiljas åt efter värde: medelskillnaden är \(more), med 95 % säkerhet mellan \(low) och \(high)."
      )
    }
    return say(
      "\(one) is worth most: \(more) more than \(other) in the mean of the futures (with 95% confidence between \(low) and \(high)), and more in \(wins) of them.",
      "\(one) is het meeste waard: gemiddeld \(more) meer dan \(other) (met 95% zekerheid tussen \(low) en \(high)), en meer in \(wins) van de toekomsten.",
      "\(one) är mest värt: i medeltal \(more) mer än \(other) (med 95 % säkerhet mellan \(low) och \(high)), och mer i \(wins) av framtiderna."
    )
  }

  /// What would change the verdict.
  private func condition(_ best: Int, _ weaker: Double?, _ stronger: Double?) -> String {
    var parts: [String] = []
    if let weaker, let other = search.best(in: [.allEffectsFactor(weaker)]) {
      parts.append(
        say(
          "\(name(other)) is worth more when all effects are at \(percent(weaker)) of what is planned with, or less",
          "\(name(other)) is meer waard als alle effecten op \(percent(weaker)) van de planning liggen, of lager",
          "\(name(other)) är mer värt om alla effekter ligger på \(percent(weaker)) av det planerade, eller lägre"
        ))
    }
    if let stronger, let other = search.best(in: [.allEffectsFactor(stronger)]) {
      parts.append(
        say(
          "\(name(other)) is worth more when all effects are at \(percent(stronger)) of what is planned with, or more",
          "\(name(other)) is meer waard als alle effecten op \(percent(stronger)) van de planning liggen, of hoger",
          "\(name(other)) är mer värt om alla effekter ligger på \(percent(stronger)) av det planerade, eller högre"
        ))
    }
    let turning = regrets.futures.filter { $0.best != best && !isAboutEffects($0.changes) }
    parts += turning.map { future in
      say(
        "\(name(future.best)) is worth more \(future.text)",
        "\(name(future.best)) is meer waard \(future.text)",
        "\(name(future.best)) är mer värt \(future.text)")
    }
    guard !parts.isEmpty else {
      return say(
        "None of the futures that were tried changes that: growth, effects, costs, and every team late.",
        "Geen van de geprobeerde toekomsten verandert dat: groei, effecten, kosten, en elk team te laat.",
        "Ingen av de prövade framtiderna ändrar det: tillväxt, effekter, kostnader och varje team sent.")
    }
    let text = parts.joined(separator: "; ")
    return say(
      "What would change that: \(text).", "Wat dat zou veranderen: \(text).",
      "Vad som skulle ändra det: \(text).")
  }

  private func isAboutEffects(_ changes: [ScenarioChange]) -> Bool {
    changes.contains { if case .allEffectsFactor = $0 { true } else { false } }
  }
}

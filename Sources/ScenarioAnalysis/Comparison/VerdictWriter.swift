internal import Planning
internal import RoadmapModel

/// Says in a few sentences what a comparison comes to, and what would change it.
///
/// All of it is about the mean worth over the futures, but where it says otherwise.
struct VerdictWriter {
  let candidates: [Comparer.Candidate]
  let entries: [Comparison.Entry]
  let pairs: [Comparison.Pair]
  let regrets: Comparison.RegretTable
  let search: RegretSearch
  let language: Language

  private typealias TurningPoint = (share: Double, other: Int)

  private var names: Names { Names(candidates[0].roadmap, language: language) }

  /// The scenario that is worth more than each other one in the mean.
  private var best: Int {
    candidates.indices.first { number in pairs.allSatisfy { $0.worse != number } } ?? 0
  }

  /// The verdict.
  ///
  /// - Throws: ``AnalysisError/interrupted`` when the signal of the search was raised.
  func verdict() async throws(AnalysisError) -> Comparison.Verdict {
    let best = best
    let own = pairs.filter { $0.better == best }
    let isClear = own.allSatisfy { $0.low > 0 }
    // Where the lead is not clear there is no point at which it turns.
    let weaker = isClear ? try await search.turningPoint(from: best, downwards: true, regrets) : nil
    let stronger = isClear ? try await search.turningPoint(from: best, downwards: false, regrets) : nil
    let closest = own.min { ($0.difference, $0.worse) < ($1.difference, $1.worse) }
    let planned = largest(\.planned.units, ratherThan: best)
    let cautious = largest(\.netPresentValue.p10, ratherThan: best)
    let sentences = [
      closest.map(lead), dominance(of: best, own), bad(best, cautious), plans(best, planned),
      condition(best, isClear: isClear, weaker, stronger),
    ]
    return Comparison.Verdict(
      best: best, isClear: isClear, weakerEffects: weaker?.share, strongerEffects: stronger?.share,
      bestPlanned: planned, bestInBadFutures: cautious,
      text: sentences.compactMap(\.self).joined(separator: " "))
  }

  /// The scenario with the largest figure; of several, the one that is best in the mean.
  private func largest(_ figure: (Comparison.Entry) -> Double, ratherThan best: Int) -> Int {
    entries.indices.reduce(best) { figure(entries[$1]) > figure(entries[$0]) ? $1 : $0 }
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
  private func lead(_ pair: Comparison.Pair) -> String {
    let (one, other) = (name(pair.better), name(pair.worse))
    let (more, low, high) = (money(pair.difference), money(pair.low), money(pair.high))
    let (mean, wins) = (money(entries[pair.better].netPresentValue.mean), percent(pair.wins))
    guard pair.difference != 0 || pair.high > 0 else {
      return say(
        "\(one) and \(other) are worth the same in every future that was drawn, \(mean) in the mean.",
        "\(one) en \(other) zijn in elke getrokken toekomst evenveel waard, gemiddeld \(mean).",
        "\(one) och \(other) är lika mycket värda i varje dragen framtid, i medeltal \(mean).")
    }
    guard pair.low > 0 else {
      return say(
        "\(one) and \(other) cannot be told apart by their mean value over the futures: the difference is \(more), with 95% confidence between \(low) and \(high).",
        "\(one) en \(other) zijn naar gemiddelde waarde over de toekomsten niet te onderscheiden: het verschil is \(more), met 95% zekerheid tussen \(low) en \(high).",
        "\(one) och \(other) kan inte skiljas åt efter medelvärdet över framtiderna: skillnaden är \(more), med 95\u{A0}% säkerhet mellan \(low) och \(high)."
      )
    }
    return say(
      "\(one) is worth most in the mean of the futures, \(mean): \(more) more than \(other), the next (with 95% confidence between \(low) and \(high)), and more than it in \(wins) of them.",
      "\(one) is gemiddeld over de toekomsten het meeste waard, \(mean): \(more) meer dan \(other), het volgende (met 95% zekerheid tussen \(low) en \(high)), en meer dan dat in \(wins) ervan.",
      "\(one) är mest värt i medeltal över framtiderna, \(mean): \(more) mer än \(other), det näst bästa (med 95\u{A0}% säkerhet mellan \(low) och \(high)), och mer än det i \(wins) av dem."
    )
  }

  /// Whom the best scenario dominates.
  private func dominance(of best: Int, _ own: [Comparison.Pair]) -> String? {
    guard own.contains(where: { $0.high > 0 || $0.low < 0 }) else { return nil }
    guard pairs.contains(where: { $0.dominance != nil }) else {
      return say(
        "Nobody dominates: none is better than another in every future, at every level of confidence, or for whoever avoids risk.",
        "Niemand domineert: geen is beter dan een ander in elke toekomst, op elk niveau van zekerheid, of voor wie risico mijdt.",
        "Ingen dominerar: inget är bättre än ett annat i varje framtid, på varje säkerhetsnivå eller för den som undviker risk."
      )
    }
    let (dominated, others) = (own.filter { $0.dominance != nil }, own.filter { $0.dominance == nil })
    guard !dominated.isEmpty else {
      return say(
        "\(name(best)) dominates none of the others.", "\(name(best)) domineert geen van de andere.",
        "\(name(best)) dominerar inget av de andra.")
    }
    let parts = dominated.map { pair in
      let other = name(pair.worse)
      return switch pair.dominance {
      case .everyFuture:
        say(
          "better than \(other) in every future", "in elke toekomst beter dan \(other)",
          "bättre än \(other) i varje framtid")
      case .everyLevel:
        say(
          "better than \(other) at every level of confidence",
          "op elk niveau van zekerheid beter dan \(other)", "bättre än \(other) på varje säkerhetsnivå")
      default:
        say(
          "better than \(other) for whoever avoids risk", "voor wie risico mijdt beter dan \(other)",
          "bättre än \(other) för den som undviker risk")
      }
    }.joined(separator: ", ")
    let rest = others.map { name($0.worse) }.joined(separator: ", ")
    let one = name(best)
    guard !others.isEmpty else {
      return say("\(one) is \(parts).", "\(one) is \(parts).", "\(one) är \(parts).")
    }
    return say(
      "\(one) is \(parts); it does not dominate \(rest).",
      "\(one) is \(parts); het domineert niet: \(rest).",
      "\(one) är \(parts); det dominerar inte \(rest).")
  }

  /// Which scenario is worth most in a bad future, when that is another one.
  private func bad(_ best: Int, _ cautious: Int) -> String? {
    guard cautious != best else { return nil }
    let (one, other) = (name(cautious), name(best))
    let amounts = [cautious, best].map { money(entries[$0].netPresentValue.p10) }
    return say(
      "In a bad future (P10) \(one) is worth most: \(amounts[0]), and \(other) \(amounts[1]).",
      "In een slechte toekomst (P10) is \(one) het meeste waard: \(amounts[0]), en \(other) \(amounts[1]).",
      "I en dålig framtid (P10) är \(one) mest värt: \(amounts[0]), och \(other) \(amounts[1]).")
  }

  /// Which scenario is ahead by its plan alone, when that is another one.
  private func plans(_ best: Int, _ planned: Int) -> String? {
    guard planned != best else { return nil }
    let (one, other) = (name(planned), name(best))
    let amounts = [planned, best].map { money(entries[$0].planned.units) }
    return say(
      "By the plans alone, were everything to come as estimated, \(one) would be ahead: \(amounts[0]), and \(other) \(amounts[1]).",
      "Alleen naar de plannen, als alles komt zoals geschat, zou \(one) voorliggen: \(amounts[0]), en \(other) \(amounts[1]).",
      "Efter planerna ensamma, om allt blir som uppskattat, skulle \(one) leda: \(amounts[0]), och \(other) \(amounts[1])."
    )
  }

  /// What would change the verdict.
  private func condition(
    _ best: Int, isClear: Bool, _ weaker: TurningPoint?, _ stronger: TurningPoint?
  ) -> String {
    var parts: [String] = []
    if let weaker {
      let (other, share) = (name(weaker.other), percent(weaker.share))
      parts.append(
        say(
          "\(other) has the larger mean when all effects are at \(share) of what the scenarios say, or less",
          "\(other) heeft het hogere gemiddelde als alle effecten op \(share) liggen van wat de scenario's zeggen, of lager",
          "\(other) har det större medelvärdet om alla effekter ligger på \(share) av vad scenarierna säger, eller lägre"
        ))
    }
    if let stronger {
      let (other, share) = (name(stronger.other), percent(stronger.share))
      parts.append(
        say(
          "\(other) has the larger mean when all effects are at \(share) of what the scenarios say, or more",
          "\(other) heeft het hogere gemiddelde als alle effecten op \(share) liggen van wat de scenario's zeggen, of hoger",
          "\(other) har det större medelvärdet om alla effekter ligger på \(share) av vad scenarierna säger, eller högre"
        ))
    }
    // Where the lead is clear the turning points say more of effects than single shares do.
    let turning = regrets.futures.filter { $0.best != best && !(isClear && isAboutEffects($0.changes)) }
    parts += turning.map { future in
      let other = name(future.best)
      return say(
        "\(other) has the larger mean \(future.text)", "\(other) heeft het hogere gemiddelde \(future.text)",
        "\(other) har det större medelvärdet \(future.text)")
    }
    guard !parts.isEmpty else {
      return say(
        "Nothing that was tried changes that: growth, effects, costs, and every team late.",
        "Niets wat is geprobeerd verandert dat: groei, effecten, kosten, en elk team te laat.",
        "Inget som prövades ändrar det: tillväxt, effekter, kostnader och varje team sent.")
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

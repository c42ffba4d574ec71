internal import Planning
internal import RoadmapModel

/// Says changes in the words of a language, each as a condition: "with one more person in Development from 2027-03-01".
struct ChangeText: Sendable {
  let names: Names

  init(_ roadmap: Roadmap, _ language: Language) {
    names = Names(roadmap, language: language)
  }

  private func say(_ english: String, _ dutch: String, _ swedish: String) -> String {
    LocalizedText(english, dutch: dutch, swedish: swedish)[names.language]
  }

  /// A change in words.
  func text(_ change: ScenarioChange) -> String {
    means(change) ?? decision(change) ?? rule(change) ?? number(change) ?? ""
  }

  /// Several changes in words.
  func text(_ changes: [ScenarioChange]) -> String {
    let texts = changes.map(text)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + say(" and ", " en ", " och ") + last
  }

  /// A number of people, without decimals that say nothing.
  private func people(_ people: People) -> String {
    let hundredths = Int(people.hundredths)
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    guard rest > 0 else { return String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return "\(whole)\(names.language == .english ? "." : ",")\(digits)"
  }

  private func percent(_ factor: Double) -> String {
    let percent = Int(((factor - 1) * 100).rounded(.toNearestOrAwayFromZero))
    return "\(percent < 0 ? "-" : "+")\(percent.magnitude)\(names.language == .swedish ? "\u{A0}%" : "%")"
  }

  /// By how much a factor changes what it is applied to, without a sign.
  private func size(_ factor: Double) -> String { String(percent(factor).dropFirst()) }

  private func kpiName(_ kpi: KPI) -> String { ReasonText(names: names).kpiName(kpi.rawValue) }

  private func means(_ change: ScenarioChange) -> String? {
    switch change {
    case .moreTeam(let team, let more, let day):
      let (name, count, isOne) = (names.team(team), people(more), more == People(1))
      return say(
        "with \(count) more \(isOne ? "person" : "people") in \(name) from \(day)",
        "met \(count) \(more > People(1) ? "personen" : "persoon") meer in \(name) vanaf \(day)",
        "med \(count) \(isOne ? "person" : "personer") till i \(name) från \(day)")
    case .budgetFactor(let factor):
      let share = size(factor)
      return factor < 1
        ? say(
          "with \(share) less budget", "met \(share) minder budget", "med \(share) mindre budget")
        : say("with \(share) more budget", "met \(share) meer budget", "med \(share) mer budget")
    case .moreBudget(let window, let money):
      guard let budget = names.roadmap.budget, budget.windows.indices.contains(window) else { return nil }
      let (amount, day) = (names.money(money.cents), budget.windows[window].from)
      return say(
        "with \(amount) more budget from \(day)", "met \(amount) meer budget vanaf \(day)",
        "med \(amount) mer budget från \(day)")
    case .workInProgress(let limit):
      guard let limit else {
        return say(
          "without a limit on work in progress", "zonder grens aan onderhanden werk",
          "utan gräns för pågående arbete")
      }
      return say(
        "with \(limit) in work at once", "met \(limit) tegelijk in uitvoering",
        "med \(limit) pågående samtidigt")
    default: return nil
    }
  }

  private func decision(_ change: ScenarioChange) -> String? {
    switch change {
    case .liveBy(let id, let day?):
      let name = names.capability(id)
      return say(
        "if '\(name)' has to be live by \(day)", "als '\(name)' uiterlijk \(day) live moet zijn",
        "om '\(name)' ska vara i drift senast \(day)")
    case .liveBy(let id, nil):
      let name = names.capability(id)
      return say(
        "without a date by which '\(name)' has to be live", "zonder datum waarop '\(name)' live moet zijn",
        "utan datum då '\(name)' ska vara i drift")
    case .notBefore(let id, let day?):
      let name = names.capability(id)
      return say(
        "if '\(name)' does not start before \(day)", "als '\(name)' niet voor \(day) begint",
        "om '\(name)' inte börjar före \(day)")
    case .notBefore(let id, nil):
      let name = names.capability(id)
      return say(
        "if '\(name)' may start at any time", "als '\(name)' altijd mag beginnen",
        "om '\(name)' får börja när som helst")
    case .pin(let id, let day):
      let name = names.capability(id)
      return say(
        "if '\(name)' starts on \(day)", "als '\(name)' op \(day) begint", "om '\(name)' börjar \(day)")
    case .withoutPin(let id):
      let name = names.capability(id)
      return say(
        "without the pinned start of '\(name)'", "zonder de vastgezette start van '\(name)'",
        "utan den låsta starten för '\(name)'")
    case .isForced(let id, let isForced):
      let name = names.capability(id)
      return isForced
        ? say(
          "if '\(name)' has to be in the plan", "als '\(name)' in het plan moet",
          "om '\(name)' måste vara med i planen")
        : say("if '\(name)' may be left out", "als '\(name)' mag vervallen", "om '\(name)' får utgå")
    case .isExcluded(let id, let isExcluded):
      let name = names.capability(id)
      return isExcluded
        ? say("without '\(name)'", "zonder '\(name)'", "utan '\(name)'")
        : say(
          "if '\(name)' is no longer excluded", "als '\(name)' niet meer is uitgesloten",
          "om '\(name)' inte längre är uteslutet")
    default: return nil
    }
  }

  private func rule(_ change: ScenarioChange) -> String? {
    switch change {
    case .deadline(let day?):
      return say("with the target by \(day)", "met het doel uiterlijk \(day)", "med målet senast \(day)")
    case .deadline(nil):
      return say(
        "without a deadline for the target", "zonder deadline voor het doel", "utan tidsgräns för målet")
    case .longerHorizon(let weeks):
      return say(
        "with a horizon of \(weeks) \(weeks == 1 ? "week" : "weeks") more",
        "met een horizon van \(weeks) \(weeks == 1 ? "week" : "weken") meer",
        "med en horisont på \(weeks) \(weeks == 1 ? "vecka" : "veckor") mer")
    case .target(let stage):
      let name = names.stage(stage)
      return say("with \(name) as the target", "met \(name) als doel", "med \(name) som mål")
    case .withoutFreeze:
      return say("without freezes", "zonder bevriezingen", "utan frysperioder")
    case .softGates:
      return say("with soft stage gates", "met zachte fasegrenzen", "med mjuka steggränser")
    default: return nil
    }
  }

  private func number(_ change: ScenarioChange) -> String? {
    switch change {
    case .costFactor(let id, let factor):
      let (name, share) = (names.capability(id), size(factor))
      return factor < 1
        ? say(
          "if '\(name)' costs \(share) less", "als '\(name)' \(share) minder kost",
          "om '\(name)' kostar \(share) mindre")
        : say(
          "if '\(name)' costs \(share) more", "als '\(name)' \(share) meer kost",
          "om '\(name)' kostar \(share) mer")
    case .weeks(let id, let weeks):
      let name = names.capability(id)
      return say(
        "if '\(name)' takes \(weeks) \(weeks == 1 ? "week" : "weeks")",
        "als '\(name)' \(weeks) \(weeks == 1 ? "week" : "weken") duurt",
        "om '\(name)' tar \(weeks) \(weeks == 1 ? "vecka" : "veckor")")
    case .effectFactor(let id, let factor):
      let (name, share) = (names.capability(id), size(factor))
      return factor < 1
        ? say(
          "if the effect of '\(name)' is \(share) smaller",
          "als het effect van '\(name)' \(share) kleiner is",
          "om effekten av '\(name)' är \(share) mindre")
        : say(
          "if the effect of '\(name)' is \(share) larger", "als het effect van '\(name)' \(share) groter is",
          "om effekten av '\(name)' är \(share) större")
    case .effect(let id, let kpi, let change):
      let (name, by) = (names.capability(id), percent(1 + change))
      let lever = kpiName(kpi)
      return say(
        "if '\(name)' changes \(lever) by \(by)", "als '\(name)' \(lever) met \(by) verandert",
        "om '\(name)' ändrar \(lever) med \(by)")
    case .allEffectsFactor(let factor):
      let share = size(factor)
      return factor < 1
        ? say(
          "with all effects \(share) smaller", "met alle effecten \(share) kleiner",
          "med alla effekter \(share) mindre")
        : say(
          "with all effects \(share) larger", "met alle effecten \(share) groter",
          "med alla effekter \(share) större")
    case .baselineFactor(let kpi, let factor):
      let (name, share) = (kpiName(kpi), size(factor))
      return factor < 1
        ? say("with \(name) \(share) lower", "met \(name) \(share) lager", "med \(name) \(share) lägre")
        : say("with \(name) \(share) higher", "met \(name) \(share) hoger", "med \(name) \(share) högre")
    case .moreGrowth(let growth):
      let share = size(1 + growth)
      return growth < 0
        ? say(
          "with \(share) less growth of visits a year", "met \(share) minder groei van bezoeken per jaar",
          "med \(share) mindre tillväxt av besök per år")
        : say(
          "with \(share) more growth of visits a year", "met \(share) meer groei van bezoeken per jaar",
          "med \(share) mer tillväxt av besök per år")
    case .allCostsFactor(let factor):
      let share = size(factor)
      return factor < 1
        ? say(
          "with one-off costs \(share) lower", "met \(share) lagere eenmalige kosten",
          "med engångskostnader \(share) lägre")
        : say(
          "with one-off costs \(share) higher", "met \(share) hogere eenmalige kosten",
          "med engångskostnader \(share) högre")
    case .slowTeam(let team, let factor):
      let (name, share) = (names.team(team), size(factor))
      return say(
        "if work of \(name) takes \(share) longer", "als werk van \(name) \(share) langer duurt",
        "om arbete i \(name) tar \(share) längre tid")
    default: return nil
    }
  }
}

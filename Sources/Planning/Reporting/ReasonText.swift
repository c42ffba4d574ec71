package import RoadmapModel

/// Says in one line why a capability is in a plan, starts when it does, or is left out.
package struct ReasonText: Sendable {
  /// Why a capability is in a plan.
  enum Purpose: Hashable, Sendable {
    case inWork
    case demanded(by: StageID)
    case decided
    case needed(by: CapabilityID)
    case worthwhile
  }

  /// Why a capability is not in a plan.
  enum Omission: Hashable, Sendable {
    case unavailable(Unavailability)
    case replaced(by: CapabilityID)
    case triggerNotReached(KPI)
    case noTime
    /// Whenever there is time, people of the team are missing.
    case noPeople(TeamID)
    /// Too much is in work whenever there are people.
    case tooMuchInWork
    /// There are people at some time, and no money.
    case noMoney
    /// What every plan must have would be late or left out.
    case displacesDemands(isLate: Bool)
    case lowersValue(by: Int64)
    /// The search has not found out that it would bring as much, or more.
    case overlooked(gain: Int64)
    /// It would bring more in the expected future, for which the plan was not chosen.
    case sacrificed(gain: Int64)
    case notNeeded(for: StageID)
  }

  let names: Names

  /// The reasons in the words of some names.
  package init(names: Names) {
    self.names = names
  }

  /// The line for a capability that is planned.
  ///
  /// - Parameter wait: why it does not start earlier; nil to say nothing about it.
  func line(_ purpose: Purpose, worth: Int64, _ wait: Plan.Wait?) -> String {
    let purpose = text(purpose)
    let amount = names.money(Int64(worth.magnitude))
    let worth =
      worth == 0
      ? ""
      : worth > 0
        ? ", \(phrase("worth", "goed voor", "värt")) \(amount)"
        : ", \(phrase("net cost", "nettokosten", "nettokostnad")) \(amount)"
    let wait = wait.map(text) ?? ""
    return purpose + worth + (wait.isEmpty ? "" : "; \(wait)")
  }

  private func phrase(_ english: String, _ dutch: String, _ swedish: String) -> String {
    LocalizedText(english, dutch: dutch, swedish: swedish)[names.language]
  }

  private func text(_ purpose: Purpose) -> String {
    switch purpose {
    case .inWork: return phrase("In work already", "Al in uitvoering", "Pågår redan")
    case .demanded(let stage):
      return "\(phrase("Demanded by", "Vereist voor", "Krävs för")) \(names.stage(stage))"
    case .decided: return phrase("Decided beforehand", "Vooraf besloten", "Beslutat i förväg")
    case .needed(let id):
      return "\(phrase("Needed for", "Nodig voor", "Behövs för")) '\(names.capability(id))'"
    case .worthwhile: return phrase("Pays for itself", "Verdient zichzelf terug", "Betalar sig")
    }
  }

  /// What a capability waits for; empty when it is in work already.
  package func text(_ wait: Plan.Wait) -> String {
    let subject = wait.subject ?? ""
    switch wait.kind {
    case .nothing: return phrase("starts at once", "start meteen", "börjar direkt")
    case .inProgress: return ""
    case .pin:
      return phrase("starts in its pinned week", "start in de vastgezette week", "börjar den låsta veckan")
    case .notBefore:
      return phrase("was not to start earlier", "mocht niet eerder beginnen", "fick inte börja tidigare")
    case .prerequisite:
      let name = names.capability(CapabilityID(subject))
      return phrase(
        "starts when '\(name)' is live", "start zodra '\(name)' live is", "börjar när '\(name)' är i drift")
    case .stageGate:
      let name = names.stage(StageID(subject))
      return phrase("waits for the stage \(name)", "wacht op de fase \(name)", "väntar på steget \(name)")
    case .trigger:
      return phrase(
        "waits for \(kpiName(subject)) to reach its level", "wacht tot \(kpiName(subject)) het niveau haalt",
        "väntar på att \(kpiName(subject)) når sin nivå")
    case .team:
      let name = names.team(TeamID(subject))
      return phrase(
        "waits for people of \(name)", "wacht op mensen van \(name)", "väntar på folk från \(name)")
    case .budget: return phrase("waits for money", "wacht op budget", "väntar på pengar")
    case .workInProgress:
      return phrase(
        "waits until less is in work", "wacht tot er minder in uitvoering is", "väntar tills mindre pågår")
    case .freeze:
      return phrase(
        "goes live outside the freeze", "gaat live buiten de bevriezing", "driftsätts utanför frysperioden")
    case .lowerValue:
      return phrase(
        "an earlier start would not bring more", "eerder beginnen levert niet meer op",
        "en tidigare start ger inte mer")
    }
  }

  /// The name of a KPI within a sentence.
  package func kpiName(_ rawValue: String) -> String {
    switch KPI(rawValue: rawValue) {
    case .visits: phrase("visits", "het aantal bezoeken", "antalet besök")
    case .conversion: phrase("conversion", "de conversie", "konverteringen")
    case .orderValue: phrase("order value", "de orderwaarde", "ordervärdet")
    case .margin: phrase("margin", "de marge", "marginalen")
    case .returnRate: phrase("the return rate", "het retourpercentage", "returgraden")
    case .costToServe: phrase("cost to serve", "de afhandelingskosten", "hanteringskostnaden")
    case .churn: phrase("churn", "het klantverlies", "kundbortfallet")
    case .reorderRate: phrase("the reorder rate", "de herhaalfrequentie", "återköpsfrekvensen")
    case .customers: phrase("the number of customers", "het aantal klanten", "antalet kunder")
    case .orders: phrase("orders", "het aantal orders", "antalet ordrar")
    case .revenue: phrase("revenue", "de omzet", "omsättningen")
    case .profit: phrase("profit", "de winst", "vinsten")
    case nil: rawValue
    }
  }

  /// The line for a capability that is left out.
  func line(_ omission: Omission) -> String {
    switch omission {
    case .unavailable(let reason): return text(reason)
    case .replaced(let id):
      let name = names.capability(id)
      return phrase(
        "'\(name)' was chosen instead", "'\(name)' is in plaats hiervan gekozen", "'\(name)' valdes i stället"
      )
    case .triggerNotReached(let kpi):
      let name = kpiName(kpi.rawValue)
      return phrase(
        "\(name) never reaches its level", "\(name) haalt het niveau nooit", "\(name) når aldrig sin nivå")
    case .noTime:
      return phrase(
        "no time for it before the calendar ends", "geen tijd ervoor binnen de planning",
        "ingen tid för det före planens slut")
    case .noPeople(let team):
      let name = names.team(team)
      return phrase(
        "beside this plan, \(name) has no people free for it in time",
        "naast dit plan heeft \(name) er niet op tijd mensen voor vrij",
        "utöver den här planen har \(name) inga lediga i tid")
    case .tooMuchInWork:
      return phrase(
        "beside this plan, too much is in work for it", "naast dit plan is er te veel in uitvoering",
        "utöver den här planen pågår för mycket")
    case .noMoney:
      return phrase(
        "beside this plan, there is no money for it in time", "naast dit plan is er niet op tijd geld voor",
        "utöver den här planen finns inga pengar till det i tid")
    case .lowersValue(let loss):
      let amount = names.money(loss)
      return phrase(
        "would lower the value by \(amount)", "zou de waarde met \(amount) verlagen",
        "skulle sänka värdet med \(amount)")
    case .displacesDemands(let isLate):
      return isLate
        ? phrase(
          "there is room for it only when a deadline is missed",
          "er is alleen plaats voor als een deadline wordt gemist",
          "får plats bara om en tidsgräns missas")
        : phrase(
          "there is room for it only without something that is demanded",
          "er is alleen plaats voor zonder iets dat is vereist", "får plats bara utan något som krävs")
    case .overlooked(let gain):
      return gain > 0
        ? phrase(
          "would bring \(names.money(gain)) more; try more effort",
          "zou \(names.money(gain)) meer opleveren; probeer meer inspanning",
          "skulle ge \(names.money(gain)) mer; försök med mer ansträngning")
        : phrase("would not change the value", "zou de waarde niet veranderen", "skulle inte ändra värdet")
    case .sacrificed(let gain):
      let amount = names.money(gain)
      return phrase(
        "would bring \(amount) more if all comes as estimated, which is not what this plan was chosen for",
        "zou \(amount) meer opleveren als alles gaat zoals geschat, maar daarop is dit plan niet gekozen",
        "skulle ge \(amount) mer om allt blir som uppskattat, men det är inte vad planen valdes för")
    case .notNeeded(let stage):
      let name = names.stage(stage)
      return phrase("not needed for \(name)", "niet nodig voor \(name)", "behövs inte för \(name)")
    }
  }

  /// The line for a capability that could be in a plan, the best of which was found to be worth less.
  package func lineForTooLittle() -> String {
    phrase(
      "brings less than it costs and displaces", "brengt minder op dan het kost en verdringt",
      "ger mindre än det kostar och tränger undan")
  }

  private func text(_ reason: Unavailability) -> String {
    switch reason {
    case .excluded: return phrase("excluded by decision", "uitgesloten bij besluit", "uteslutet genom beslut")
    case .scoreTooLow:
      return phrase("scores below the minimum", "scoort onder het minimum", "ligger under lägsta poäng")
    case .alternativeIsLive(let id):
      let name = names.capability(id)
      return phrase("'\(name)' is live already", "'\(name)' is al live", "'\(name)' är redan i drift")
    case .teamTooSmall(let team):
      let name = names.team(team)
      return phrase(
        "needs more people than \(name) ever has", "vraagt meer mensen dan \(name) ooit heeft",
        "kräver fler än \(name) någonsin har")
    case .prerequisite:
      return phrase(
        "a prerequisite cannot be planned", "een voorwaarde kan niet worden gepland",
        "en förutsättning kan inte planeras")
    case .circle: return phrase("waits for itself", "wacht op zichzelf", "väntar på sig självt")
    case .noTime:
      return phrase(
        "cannot go live before the calendar ends", "kan niet live gaan binnen de planning",
        "kan inte driftsättas före planens slut")
    }
  }
}

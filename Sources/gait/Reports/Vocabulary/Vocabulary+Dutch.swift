import RoadmapModel

extension Vocabulary {
  static let dutch = Vocabulary(
    sections: Sections(
      stages: "Fasen", value: "Wat het waard is", money: "Geld per kwartaal",
      budget: "Gebruik van het budget",
      teams: "Belasting van de teams", notPlanned: "Niet in dit plan"),
    columns: Columns(
      stage: "Fase", reachedOn: "Bereikt op", capability: "Capability", starts: "Start", live: "Live",
      cost: "Eenmalige kosten", worth: "Waarde", reason: "Reden", quarter: "Kwartaal", oneOff: "Eenmalig",
      running: "Lopend", impact: "Opbrengst", net: "Netto", from: "Van", through: "Tot en met",
      available: "Beschikbaar", spent: "Besteed", team: "Team", utilisation: "Bezetting"),
    worth: Worth(
      netPresentValue: "Netto contante waarde", impact: "Extra winst (opbrengst)", cost: "Kosten",
      firstYearCost: "Kosten in het eerste jaar, niet contant gemaakt", presentValue: "Contante waarde"),
    target: Target(
      reached: { "Doel: \($0), bereikt op \($1)." },
      reachedToday: { "Doel: \($0), al bereikt." },
      missed: { "Doel: \($0), dat dit plan niet bereikt." },
      deadline: { "Gevraagd was: uiterlijk \($0)." },
      extent: { "\($0) capabilities worden gebouwd; \($1) andere hadden gekund en worden niet gebouwd." }),
    quarter: Quarter(
      moneyOut: { "Uitgaven: \($0) eenmalig en \($1) lopend." },
      impact: { "Extra winst: \($0)." },
      goesLive: { "Gaat live: \($0)." },
      nothingStarts: "Er start niets."),
    proof: Proof(
      best: "Dit plan is bewezen het beste: geen ander kan beter zijn.",
      value: { "Geen plan kan meer waard zijn dan \($0): hoogstens \($1) beter dan dit plan." },
      time: { "Geen plan kan het doel eerder bereiken dan op \($0)." },
      cost: { "Geen plan kan minder kosten dan \($0): hoogstens \($1) minder dan dit plan." },
      method: { method in
        switch method {
        case .criticalPath: "Bewezen met de langste keten van voorwaarden."
        case .minimumCut: "Bewezen met de beste gesloten verzameling van livegangen (een minimale snede)."
        case .cheapestSelection: "Bewezen met de goedkoopste capabilities die aan alle eisen voldoen."
        }
      },
      relaxed: { "Het bewijs laat buiten beschouwing: \($0)." },
      origin: { "Startwaarde \($0), inspanning \($1), invoer \($2)." }),
    critical: "Uitstel hiervan stelt het doel uit.",
    assessment: .dutch)
}

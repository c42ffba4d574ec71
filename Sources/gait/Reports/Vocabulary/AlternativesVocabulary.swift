import RoadmapModel

/// What is said about near-best plans, in one language.
struct AlternativesVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String

  let title: Sentence
  let best: String
  let alternative: @Sendable (Int) -> String
  let value: String
  let loss: String
  let distance: String
  let target: String
  let oneOff: String
  let built: String
  /// How many were asked for, and how many there are.
  let fewer: @Sendable (Int, Int) -> String
  let noneFurther: String
  /// What the next one loses, and the option that lets it in.
  let next: @Sendable (String, String) -> String
  /// Money and its share of the worth of the best plan.
  let worthLess: @Sendable (String, String) -> String
  /// Money, and whether it is more.
  let worth: @Sendable (String, Bool) -> String
  /// Money, and whether it is more.
  let costs: @Sendable (String, Bool) -> String
  let sameDay: Sentence
  /// A stage, weeks, and whether it is later.
  let reached: @Sendable (String, String, Bool) -> String
  let weeks: @Sendable (Int) -> String
  let decided: Sentence
  let without: Sentence
  let with: Sentence
  /// A capability and a day.
  let notBefore: @Sendable (String, String) -> String
  let added: Sentence
  let dropped: Sentence
  let earlier: Sentence
  let later: Sentence
  let more: @Sendable (Int) -> String
  let unlike: @Sendable (Int) -> String
  let onlyDates: String
  let origin: Sentence

  /// The words of a language.
  static subscript(language: Language) -> AlternativesVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = AlternativesVocabulary(
    title: { "The best plan, and others that lose at most \($0)" }, best: "Best",
    alternative: { "Alternative \($0)" }, value: "Net present value", loss: "Loss", distance: "Differs by",
    target: "Target", oneOff: "One-off cost", built: "Built",
    fewer: { asked, found in
      let many = found == 0 ? "none" : found == 1 ? "one" : "\(found)"
      return
        "\(asked) \(asked == 1 ? "was" : "were") asked for and \(many) found: no other plan loses so little and differs enough from these."
    },
    noneFurther: "At no loss below 100% was a further one found that differs enough.",
    next: { "The next one that differs enough loses \($0); '--loss \($1)' lets it in." },
    worthLess: { "worth \($0) (\($1)) less than the best plan" },
    worth: { "worth \($0) \($1 ? "more" : "less")" },
    costs: { "costs \($0) \($1 ? "more" : "less") to build" },
    sameDay: { "reaches \($0) on the same day" },
    reached: { "reaches \($0) \($1) \($2 ? "later" : "earlier")" },
    weeks: { "\($0) \($0 == 1 ? "week" : "weeks")" },
    decided: { "Decided otherwise: \($0). All other differences follow from that." },
    without: { "leave out \($0)" }, with: { "build \($0)" },
    notBefore: { "start \($0) on \($1) or later" },
    added: { "builds \($0)" }, dropped: { "does without \($0)" }, earlier: { "earlier: \($0)" },
    later: { "later: \($0)" }, more: { "and \($0) more" }, unlike: { "Unlike alternative \($0)" },
    onlyDates: "the same is built, less than two months earlier or later",
    origin: {
      "All of this comes from \($0) plans. What is live less than two months earlier or later is not named."
    })

  static let dutch = AlternativesVocabulary(
    title: { "Het beste plan, en andere die hoogstens \($0) verliezen" }, best: "Beste",
    alternative: { "Alternatief \($0)" }, value: "Netto contante waarde", loss: "Verlies",
    distance: "Verschilt", target: "Doel", oneOff: "Eenmalige kosten", built: "Gebouwd",
    fewer: { asked, found in
      let many = found == 0 ? "geen" : found == 1 ? "een" : "\(found)"
      return
        "Er \(asked == 1 ? "werd" : "werden") \(asked) gevraagd en \(many) gevonden: geen ander plan verliest zo weinig en is anders genoeg dan deze."
    },
    noneFurther: "Bij geen verlies onder 100% is er nog een gevonden dat anders genoeg is.",
    next: { "Het volgende dat anders genoeg is verliest \($0); '--loss \($1)' laat het toe." },
    worthLess: { "\($0) (\($1)) minder waard dan het beste plan" },
    worth: { "\($0) \($1 ? "meer" : "minder") waard" },
    costs: { "kost \($0) \($1 ? "meer" : "minder") om te bouwen" },
    sameDay: { "bereikt \($0) op dezelfde dag" },
    reached: { "bereikt \($0) \($1) \($2 ? "later" : "eerder")" },
    weeks: { "\($0) \($0 == 1 ? "week" : "weken")" },
    decided: { "Anders besloten: \($0). Alle andere verschillen volgen daaruit." },
    without: { "\($0) weglaten" }, with: { "\($0) bouwen" },
    notBefore: { "\($0) beginnen op \($1) of later" },
    added: { "bouwt \($0)" }, dropped: { "doet het zonder \($0)" }, earlier: { "eerder: \($0)" },
    later: { "later: \($0)" }, more: { "en nog \($0)" }, unlike: { "Anders dan alternatief \($0)" },
    onlyDates: "hetzelfde wordt gebouwd, minder dan twee maanden eerder of later",
    origin: {
      "Dit alles komt uit \($0) plannen. Wat minder dan twee maanden eerder of later live is wordt niet genoemd."
    })

  static let swedish = AlternativesVocabulary(
    title: { "Den bästa planen, och andra som förlorar högst \($0)" }, best: "Bäst",
    alternative: { "Alternativ \($0)" }, value: "Nettonuvärde", loss: "Förlust", distance: "Skiljer sig",
    target: "Mål", oneOff: "Engångskostnad", built: "Byggs",
    fewer: { asked, found in
      let many = found == 0 ? "ingen" : found == 1 ? "en" : "\(found)"
      return
        "\(asked) begärdes och \(many) hittades: ingen annan plan förlorar så lite och skiljer sig tillräckligt från dessa."
    },
    noneFurther: "Vid ingen förlust under 100\u{A0}% hittades någon mer som skiljer sig tillräckligt.",
    next: { "Nästa som skiljer sig tillräckligt förlorar \($0); '--loss \($1)' släpper in den." },
    worthLess: { "värd \($0) (\($1)) mindre än den bästa planen" },
    worth: { "värd \($0) \($1 ? "mer" : "mindre")" },
    costs: { "kostar \($0) \($1 ? "mer" : "mindre") att bygga" },
    sameDay: { "når \($0) samma dag" },
    reached: { "når \($0) \($1) \($2 ? "senare" : "tidigare")" },
    weeks: { "\($0) \($0 == 1 ? "vecka" : "veckor")" },
    decided: { "Annorlunda beslutat: \($0). Alla andra skillnader följer av det." },
    without: { "utelämna \($0)" }, with: { "bygga \($0)" },
    notBefore: { "börja \($0) den \($1) eller senare" },
    added: { "bygger \($0)" }, dropped: { "klarar sig utan \($0)" }, earlier: { "tidigare: \($0)" },
    later: { "senare: \($0)" }, more: { "och \($0) till" }, unlike: { "Till skillnad från alternativ \($0)" },
    onlyDates: "samma sak byggs, mindre än två månader tidigare eller senare",
    origin: {
      "Allt detta kommer från \($0) planer. Vad som driftsätts mindre än två månader tidigare eller senare nämns inte."
    })
}

import ArgumentParser
import RoadmapModel

/// `gait assess`: where the company stands, and what is missing.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Tell the stage of each element and overall, and what is missing for the next.",
    discussion: """
      The stage and the score of each element follow from what the scenario declares as live \
      and from its answers to proof questions. 'At least' counts only what is documented or \
      measured, 'at most' takes what nobody knows as if it were so. Then follows, for each \
      element, what is missing for its next stage, question by question.

        gait assess shop.yaml
        gait assess shop.yaml --language nl
        gait assess shop.yaml --format json | jq .overall.stage
      """)

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var form: FormatOption
  @OptionGroup var words: LanguageOption
  @OptionGroup var speech: QuietOption

  func run() throws {
    let (roadmap, _) = try scenario.roadmap(as: form.format, speech)
    let assessment = Assessment(of: roadmap)
    switch form.format {
    case .json: try Terminal.output.write(bytes: JSONDocument.bytes(of: assessment))
    case .text:
      let report = AssessmentReport(assessment: assessment, roadmap: roadmap, language: words.language).report
      try Terminal.output.write(words.layout.text(of: report))
    }
  }
}

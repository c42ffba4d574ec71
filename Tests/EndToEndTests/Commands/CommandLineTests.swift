import Testing

@Suite struct CommandLineTests {
  @Test func saysItsVersion() throws {
    let run = try Tool.run("--version")
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["check", "assess", "plan", "diagram", "init", "compile"])
  func everyCommandHasHelpWithAnExample(command: String) throws {
    let run = try Tool.run(command, "--help")
    #expect(run.status == 0)
    #expect(run.text.contains("\n  gait \(command) "))
    #expect(!run.text.contains("\\"))
    #expect(run.diagnostics == "")
  }

  @Test(arguments: [
    (["chek"], "Unexpected argument 'chek'"),
    (["check"], "Missing expected argument '<scenario>'"),
    (["check", "--frmat", "json"], "Did you mean '--format'?"),
    (["assess", "x.yaml", "--language", "de"], "'en', 'nl' or 'sv'"),
    (["check", "x.yaml", "--language", "nl"], "Unknown option '--language'"),
    (["diagram", "x.yaml", "-o", "x.svg", "--format", "json"], "Unknown option '--format'"),
    (["compile", "x.yaml", "-o", "x.json", "--format", "json"], "Unknown option '--format'"),
    (["check", "x.yaml", "--format", "xml"], "'text' and 'json'"),
  ])
  func wrongUsageIsExplained(arguments: [String], message: String) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.diagnostics.contains(message))
    #expect(run.diagnostics.hasPrefix("gait: "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesInShells(shell: String) throws {
    let run = try Tool.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.text.contains("gait"))
  }
}

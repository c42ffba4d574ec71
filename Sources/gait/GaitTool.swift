import ArgumentParser
import Foundation

/// The tool `gait`: one subcommand for each thing that it does.
@main
struct GaitTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gait",
    abstract: "Plan the way from crawl to walk to run, and say how good the plan is.",
    discussion: """
      A scenario is a YAML file: what a company has today, the stage it wants to reach, \
      its people, its money and the figures of its shop. Gait finds what to build in \
      which week, proves how far from the best possible the plan can be, and draws it.

        gait init my-shop                  write a starter scenario to edit
        gait check my-shop/roadmap.yaml    is it right?
        gait assess my-shop/roadmap.yaml   where do we stand, what is missing?
        gait plan my-shop/roadmap.yaml     the staged roadmap, as text
        gait plan my-shop/roadmap.yaml -o roadmap.svg -o roadmap.md
        gait simulate my-shop/roadmap.yaml how sure is that?
        gait calibrate my-shop/roadmap.yaml how good were our estimates?

      Exit codes: 0 done, 1 the input has findings, 2 wrong usage, 3 no feasible plan, \
      4 a file cannot be read or written, 70 a mistake of the tool itself.
      """,
    version: toolVersion,
    subcommands: [
      CheckCommand.self, AssessCommand.self, PlanCommand.self, SimulateCommand.self, CompareCommand.self,
      ExplainCommand.self, FrontierCommand.self, CalibrateCommand.self, DiagramCommand.self, InitCommand.self,
      CompileCommand.self,
    ])

  /// The version of the tool and of its JSON forms' writers.
  static let toolVersion = "0.1.0"

  static func main() async {
    // A reader that goes away, such as `head`, is seen where it is written to.
    signal(SIGPIPE, SIG_IGN)
    do {
      try await run(parseAsRoot())
    } catch let failure as CommandFailure {
      if let message = failure.message { Terminal.diagnostics.note("gait: \(message)") }
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      end(with: error)
    }
  }

  /// Runs a command; what makes no sense once its scenario is read is told without the usage of another command.
  private static func run(_ parsed: any ParsableCommand) async throws {
    var command = parsed
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as ValidationError {
      let name = type(of: command).configuration.commandName ?? ""
      throw CommandFailure(
        .usage, "\(error.message)\nSee 'gait \(name) --help' for more information.")
    }
  }

  /// Ends as the argument parser would, but for the exit codes, which are ours.
  private static func end(with error: any Error) -> Never {
    switch exitCode(for: error) {
    case .success: exit(withError: error)
    case .validationFailure:
      let message = fullMessage(for: error)
      let prefix = "Error: "
      Terminal.diagnostics.note(
        message.hasPrefix(prefix) ? "gait: " + message.dropFirst(prefix.count) : message)
      exit(withError: ExitCode(ExitStatus.usage.rawValue))
    default:
      Terminal.diagnostics.note("gait: this is a mistake of the tool itself: \(error)")
      exit(withError: ExitCode(ExitStatus.internalError.rawValue))
    }
  }
}

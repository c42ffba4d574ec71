import Dispatch
import Foundation
import Planning

/// Watches for Ctrl-C while a search runs: the first one ends the search, the second one the tool.
struct Interruption {
  private let source: any DispatchSourceSignal

  /// Starts to watch, and raises a signal when it is time to stop.
  init(raising stop: StopSignal) {
    Foundation.signal(SIGINT, SIG_IGN)
    // A queue of its own has a thread of its own, even while the search keeps all others busy.
    let queue = DispatchQueue(label: "gait.interruption")
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      if stop.wasRaised { Self.endTheTool() }
      stop.raise()
    }
    source.resume()
  }

  /// Stops watching.
  func cancel() {
    source.cancel()
    Foundation.signal(SIGINT, SIG_DFL)
  }

  /// Ends as programs do that do not watch, so that a shell sees an interrupted command.
  static func endTheTool() -> Never {
    Foundation.signal(SIGINT, SIG_DFL)
    // The threads that tasks run on block all signals, so that one would wait there for ever.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(Int32(SIG_UNBLOCK), &signals, nil)
    raise(SIGINT)
    exit(128 + SIGINT)
  }
}

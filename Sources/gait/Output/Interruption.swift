import Dispatch
import Foundation
import Planning
import Synchronization

/// Watches for Ctrl-C while a search runs: the first one ends the search, the second one the tool.
///
/// A command may do several searches one after the other. They share one source of signals for the life of the tool, since the system's queue does not hear of signals any
/// more once a source of them has been cancelled. Between two searches Ctrl-C ends the tool.
struct Interruption {
  /// What the next Ctrl-C ends; nil where that is the tool.
  private static let watched = Mutex<StopSignal?>(nil)
  /// The source of signals, once there is one; it is never cancelled.
  private static let source = Mutex<(any DispatchSourceSignal)?>(nil)

  private let stop: StopSignal

  /// Starts to watch, and raises a signal when it is time to stop.
  init(raising stop: StopSignal) {
    self.stop = stop
    Self.watched.withLock { $0 = stop }
    Self.source.withLock { source in
      if source == nil { source = Self.listening() }
    }
  }

  private static func listening() -> any DispatchSourceSignal {
    Foundation.signal(SIGINT, SIG_IGN)
    // A queue of its own has a thread of its own, even while the search keeps all others busy.
    let queue = DispatchQueue(label: "gait.interruption")
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      let stop = watched.withLock(\.self)
      guard let stop, !stop.wasRaised else { endTheTool() }
      stop.raise()
    }
    source.resume()
    return source
  }

  /// Stops watching.
  func cancel() {
    Self.watched.withLock { if $0 === stop { $0 = nil } }
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

import Foundation

/// Runs tasks on so many threads and no more, whatever they start.
///
/// Child tasks inherit the executor, so that several searches at the same time, each of which may use all threads, share them.
final class ThreadLimit: TaskExecutor {
  private let queue = OperationQueue()

  init(_ threads: Int) {
    queue.maxConcurrentOperationCount = threads
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

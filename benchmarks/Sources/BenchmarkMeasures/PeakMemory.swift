import Foundation

/// The largest resident memory of this process.
public enum PeakMemory {
  /// Starts again from the memory in use now, where the system can do that (Linux).
  public static func reset() {
    guard let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? handle.write(contentsOf: Data("5".utf8))
    try? handle.close()
  }

  /// The peak since the last reset, or since the start of the process, in megabytes of 10^6 bytes.
  public static func megabytes() -> Double {
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
        Double($0)
      })
    {
      return kibibytes * 1_024 / 1_000_000
    }
    #if os(Linux)
      return 0
    #else
      var usage = rusage()
      return getrusage(RUSAGE_SELF, &usage) == 0 ? Double(usage.ru_maxrss) / 1_000_000 : 0
    #endif
  }
}

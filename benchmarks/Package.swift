// swift-tools-version: 6.2

import PackageDescription

/// The compiler settings of the package above.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let gait = Target.Dependency.product(name: "Gait", package: "gait")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "gait-benchmarks",
  dependencies: [
    .package(name: "gait", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Readers of public instances, the generator of roadmaps, and the checker of solutions.
    .target(name: "BenchmarkInstances", dependencies: [gait], swiftSettings: settings),
    // The options by which the tools are told which instances to take.
    .target(
      name: "BenchmarkArguments", dependencies: ["BenchmarkInstances", gait, arguments],
      swiftSettings: settings),
    // What tools measure about themselves.
    .target(name: "BenchmarkMeasures", swiftSettings: settings),
    .executableTarget(
      name: "quality",
      dependencies: ["BenchmarkInstances", "BenchmarkArguments", "BenchmarkMeasures", gait, arguments],
      swiftSettings: settings),
    .executableTarget(
      name: "generate",
      dependencies: ["BenchmarkInstances", "BenchmarkArguments", gait, arguments], swiftSettings: settings),
    .executableTarget(
      name: "kernels",
      dependencies: ["BenchmarkInstances", "BenchmarkArguments", "BenchmarkMeasures", gait, arguments],
      swiftSettings: settings),
    .executableTarget(
      name: "simulation", dependencies: ["BenchmarkMeasures", gait, arguments], swiftSettings: settings),
    .executableTarget(name: "rendering", dependencies: [gait, arguments], swiftSettings: settings),
    .testTarget(
      name: "BenchmarkInstancesTests", dependencies: ["BenchmarkInstances", gait], swiftSettings: settings),
  ]
)

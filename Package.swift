// swift-tools-version: 6.2

import PackageDescription

/// The one set of compiler settings; every target carries it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let real = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "gait",
  products: [
    .library(
      name: "Gait",
      targets: [
        "RoadmapModel", "GraphAlgorithms", "BusinessModel", "Planning", "Simulation",
        "ScenarioAnalysis", "ScenarioFormat", "Diagrams", "GraphvizRendering",
      ]),
    .executable(name: "gait", targets: ["gait"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Rooms, in the order of their dependencies: each may use only what stands above it.
    .target(name: "RoadmapModel", swiftSettings: settings),
    .target(name: "GraphAlgorithms", swiftSettings: settings),
    .target(name: "RandomStreams", dependencies: [real], swiftSettings: settings),
    .target(name: "BusinessModel", dependencies: ["RoadmapModel", real], swiftSettings: settings),
    .target(
      name: "Planning",
      dependencies: ["RoadmapModel", "BusinessModel", "GraphAlgorithms", "RandomStreams", real],
      swiftSettings: settings),
    .target(
      name: "Simulation",
      dependencies: ["RoadmapModel", "BusinessModel", "GraphAlgorithms", "RandomStreams", "Planning", real],
      swiftSettings: settings),
    .target(
      name: "ScenarioAnalysis",
      dependencies: ["RoadmapModel", "BusinessModel", "Planning", "Simulation", real],
      swiftSettings: settings),
    .target(name: "Catalogs", exclude: ["Commerce"], swiftSettings: settings),
    .target(
      name: "ScenarioFormat",
      dependencies: ["RoadmapModel", "Catalogs", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Diagrams", dependencies: ["RoadmapModel", "GraphAlgorithms"], swiftSettings: settings),
    .target(name: "Reports", dependencies: ["RoadmapModel", "Diagrams"], swiftSettings: settings),
    .target(name: "Interchange", dependencies: ["RoadmapModel", "Diagrams"], swiftSettings: settings),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "GraphvizRendering", dependencies: ["CGraphviz"], swiftSettings: settings),
    .executableTarget(
      name: "gait",
      dependencies: [
        "RoadmapModel", "BusinessModel", "Planning", "Simulation", "ScenarioAnalysis", "ScenarioFormat",
        "Catalogs", "Diagrams", "Interchange", "Reports", "GraphvizRendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests, one target for each room.
    .target(
      name: "TestSupport", dependencies: ["RoadmapModel"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "RoadmapModelTests", dependencies: ["RoadmapModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GraphAlgorithmsTests", dependencies: ["GraphAlgorithms", "RandomStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "RandomStreamsTests", dependencies: ["RandomStreams", real], swiftSettings: settings),
    .testTarget(
      name: "BusinessModelTests",
      dependencies: ["BusinessModel", "RoadmapModel", "RandomStreams", "TestSupport", real],
      swiftSettings: settings),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Planning", "BusinessModel", "RoadmapModel", "GraphAlgorithms", "RandomStreams",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Planning", "BusinessModel", "RoadmapModel", "RandomStreams", "ScenarioFormat",
        "TestSupport", real,
      ],
      exclude: ["Schedules"], swiftSettings: settings),
    .testTarget(
      name: "ScenarioAnalysisTests",
      dependencies: [
        "ScenarioAnalysis", "Planning", "Simulation", "BusinessModel", "RoadmapModel", "ScenarioFormat",
        "TestSupport", real,
      ],
      exclude: ["Explained"], swiftSettings: settings),
    .testTarget(
      name: "CatalogsTests", dependencies: ["Catalogs", "ScenarioFormat", "RoadmapModel"],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioFormatTests",
      dependencies: ["ScenarioFormat", "RoadmapModel", "Catalogs", "TestSupport"],
      exclude: ["Invalid", "Valid"], swiftSettings: settings),
    .testTarget(
      name: "DiagramsTests", dependencies: ["Diagrams", "RoadmapModel", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Diagrams", "RoadmapModel", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Diagrams", "RoadmapModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GraphvizRenderingTests", dependencies: ["GraphvizRendering", "Diagrams"], swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "gait", "RoadmapModel", "BusinessModel", "ScenarioFormat", "Diagrams", "GraphvizRendering",
        "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
  ]
)

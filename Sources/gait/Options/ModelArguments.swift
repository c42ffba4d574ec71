public import ArgumentParser
public import Diagrams
public import Planning
public import RoadmapModel

extension Language: ExpressibleByArgument {}

extension Objective: ExpressibleByArgument {}

extension Effort: ExpressibleByArgument {}

extension RoadmapOptions.Lanes: ExpressibleByArgument {}

extension RoadmapOptions.Scale: ExpressibleByArgument {}

extension DiagramAppearance: ExpressibleByArgument {}

public import ArgumentParser
public import Planning
public import RoadmapModel

extension Language: ExpressibleByArgument {}

extension Objective: ExpressibleByArgument {}

extension Effort: ExpressibleByArgument {}

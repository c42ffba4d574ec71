public import ArgumentParser
public import RoadmapModel

extension Language: ExpressibleByArgument {}

extension Objective: ExpressibleByArgument {}

public import ArgumentParser
public import Diagrams
public import Planning
public import RoadmapModel
public import Simulation

extension Language: ExpressibleByArgument {}

extension Objective: ExpressibleByArgument {}

extension Effort: ExpressibleByArgument {}

extension RoadmapOptions.Lanes: ExpressibleByArgument {}

extension RoadmapOptions.Scale: ExpressibleByArgument {}

extension DiagramAppearance: ExpressibleByArgument {}

extension ExecutionPolicy: ExpressibleByArgument {}

extension Forecast.Run.Sampling: ExpressibleByArgument {}

extension Forecast.Path.Measure: ExpressibleByArgument {}

extension SimulationParameters.Sensitivity: ExpressibleByArgument {}

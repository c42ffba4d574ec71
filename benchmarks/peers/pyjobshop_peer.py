"""PyJobShop on a compiled problem: project scheduling with the makespan as the objective."""

import time

from pyjobshop import Model

from problem import Refused, answer, run


def refuse(problem):
    """The model has required activities, prerequisites with lags and teams of one size; all else is refused."""
    if problem.objective != "time":
        raise Refused("only the objective time")
    if problem.limits or problem.closed or problem.frozen or problem.groups or problem.work_in_progress is not None:
        raise Refused("budgets, freezes, exclusive groups and limits on work in progress")
    for capacity in problem.capacity.values():
        if len(set(capacity)) > 1:
            raise Refused("teams that change")
    target = problem.activities[problem.target]
    for activity in problem.activities:
        if not activity.is_required and not activity.is_milestone:
            raise Refused("optional activities")
        if activity.is_milestone and activity is not target:
            raise Refused("milestones beside the target")
        for requirement in activity.requirements:
            if len(problem.certain(requirement)) < len(requirement["slots"]):
                raise Refused("choices")
            if activity is target and requirement["lag"]:
                raise Refused("lags before the target")
    # The makespan is the end of the last activity, whether the target needs it or not.
    needed = set()
    stack = [problem.target]
    while stack:
        index = stack.pop()
        if index not in needed:
            needed.add(index)
            stack += [member for requirement in problem.activities[index].requirements
                      for member in problem.certain(requirement)]
    if len(needed) < len(problem.activities):
        raise Refused("activities that the target does not need")


def solve(problem, arguments):
    begin = time.monotonic()
    refuse(problem)
    model = Model()
    resources = {team: model.add_renewable(capacity[0]) for team, capacity in problem.capacity.items()}
    work = [index for index in range(len(problem.activities)) if index != problem.target]
    tasks = {}
    for index in work:
        activity = problem.activities[index]
        if not activity.starts:
            raise Refused(f"{activity.id} can never start")
        tasks[index] = model.add_task(earliest_start=activity.starts[0], latest_start=activity.starts[-1])
        model.add_mode(tasks[index], [resources[team] for team in activity.needs], activity.duration,
                       list(activity.needs.values()))
    for index in work:
        for requirement in problem.activities[index].requirements:
            for member in problem.certain(requirement):
                model.add_end_before_start(tasks[member], tasks[index], requirement["lag"])
    building = time.monotonic() - begin
    result = model.solve(time_limit=arguments.seconds, num_workers=arguments.workers, display=bool(arguments.log))
    status = {"OPTIMAL": "optimal", "FEASIBLE": "feasible", "INFEASIBLE": "infeasible"}.get(
        result.status.name, "unknown")
    starts = None
    if status in ("optimal", "feasible"):
        starts = {problem.activities[index].id: task.start for index, task in zip(work, result.best.tasks)}
        starts[problem.activities[problem.target].id] = max((task.end for task in result.best.tasks), default=0)
    return answer(problem, status, result.lower_bound if starts else None, starts, time.monotonic() - begin,
                  building=round(building, 3))


if __name__ == "__main__":
    run(solve, __doc__.splitlines()[0])

"""OR-Tools CP-SAT on a compiled problem: optional intervals, cumulative constraints, and an order encoding where money counts.

Every activity has a start, an interval and a presence. Where starts have a value or a budget counts costs, an activity also has the literals
"has started by t" (the order encoding that CP-SAT itself works with): prerequisites are then implications as well, the value is linear in them, and
budgets and capacities are linear constraints with few terms, which gives the linear relaxation of the closure problem.
"""

import sys
import time

from ortools.sat.python import cp_model

from problem import Refused, answer, run

# The periods that one row of the linear relaxation covers.
QUARTER = 13


class Model:
    """The model of a problem."""

    def __init__(self, problem):
        self.problem = problem
        self.model = cp_model.CpModel()
        self.needs_literals = problem.objective == "value" or bool(problem.limits)
        self.start, self.present, self.started = [], [], []
        self.interval = []
        for activity in problem.activities:
            self.add_activity(activity)
        for index in range(len(problem.activities)):
            for requirement in problem.activities[index].requirements:
                self.add_requirement(index, requirement)
        for members, needs_one in problem.groups:
            literals = [self.present[member] for member in members]
            (self.model.add_exactly_one if needs_one else self.model.add_at_most_one)(literals)
        self.add_capacities()
        self.add_budget()
        self.add_objective()

    def add_activity(self, activity):
        model = self.model
        if not activity.starts:
            # It can never start: an impossible literal, or an impossible problem.
            present = model.new_constant(0)
            if activity.is_required:
                model.add_bool_or([])
            self.start.append(model.new_constant(0))
            self.present.append(present)
            self.interval.append(None)
            self.started.append({})
            return
        domain = cp_model.Domain.from_values(activity.starts)
        present = model.new_constant(1) if activity.is_required else model.new_bool_var(f"in {activity.id}")
        start = model.new_int_var_from_domain(domain, f"start {activity.id}")
        self.start.append(start)
        self.present.append(present)
        is_work = activity.duration > 0 and not activity.is_milestone
        self.interval.append(
            model.new_optional_fixed_size_interval_var(start, activity.duration, present, f"work {activity.id}")
            if is_work else None)
        self.started.append(self.order_literals(activity, start, present) if self.needs_literals else {})

    def order_literals(self, activity, start, present):
        """By start: the literal "is in the plan and has started by then"."""
        model = self.model
        literals = {}
        previous = None
        for value in activity.starts[:-1]:
            literal = model.new_bool_var(f"{activity.id} by {value}")
            model.add(start <= value).only_enforce_if(literal)
            if activity.is_required:
                model.add(start > value).only_enforce_if(~literal)
            else:
                model.add(start > value).only_enforce_if([~literal, present])
            if previous is not None:
                model.add_implication(previous, literal)
            literals[value] = previous = literal
        if previous is not None:
            model.add_implication(previous, present)
        if not activity.is_required:
            # An absent activity has no start of its own: without this, equal solutions would be counted many times.
            model.add(start == activity.starts[-1]).only_enforce_if(~present)
        literals[activity.starts[-1]] = present
        return literals

    def by(self, index, period):
        """The literal "has started by a period"; None when that cannot be."""
        activity = self.problem.activities[index]
        found = None
        low, high = 0, len(activity.starts)
        while low < high:
            middle = (low + high) // 2
            if activity.starts[middle] <= period:
                found, low = activity.starts[middle], middle + 1
            else:
                high = middle
        return None if found is None else self.started[index][found]

    def add_requirement(self, index, requirement):
        model, problem = self.model, self.problem
        lag, count, slots = requirement["lag"], requirement["atLeast"], requirement["slots"]
        certain = problem.certain(requirement)
        if len(certain) == len(slots):
            for member in certain:
                model.add_implication(self.present[index], self.present[member])
                model.add(self.start[index] >= self.start[member] + problem.activities[member].duration + lag
                          ).only_enforce_if([self.present[index], self.present[member]])
                for start in problem.activities[index].starts if self.needs_literals else []:
                    before = self.by(member, start - lag - problem.activities[member].duration)
                    if before is None:
                        model.add_implication(self.started[index][start], ~self.started[index][start])
                    else:
                        model.add_implication(self.started[index][start], before)
            return
        filled = []
        for number, slot in enumerate(slots):
            fills = []
            for member in slot:
                fill = model.new_bool_var(f"{member} fills {number} for {index}")
                model.add_implication(fill, self.present[member])
                model.add(self.start[index] >= self.start[member] + problem.activities[member].duration + lag
                          ).only_enforce_if([fill, self.present[index]])
                fills.append(fill)
            is_filled = model.new_bool_var(f"slot {number} of {index}")
            model.add_bool_or(fills + [~is_filled])
            filled.append(is_filled)
        model.add(sum(filled) >= count).only_enforce_if(self.present[index])
        for start in problem.activities[index].starts if self.needs_literals else []:
            live = [self.by(member, start - lag - problem.activities[member].duration)
                    for slot in slots for member in slot]
            model.add(sum(literal for literal in live if literal is not None) >= count
                      ).only_enforce_if(self.started[index][start])

    def add_capacities(self):
        problem, model = self.problem, self.model
        for team, capacity in problem.capacity.items():
            users = [index for index, activity in enumerate(problem.activities)
                     if self.interval[index] is not None and activity.needs.get(team)]
            if not users:
                continue
            largest = max(capacity)
            intervals = [self.interval[index] for index in users]
            demands = [problem.activities[index].needs[team] for index in users]
            # What is missing from the largest capacity is taken by fixed work.
            begin = 0
            for period in range(1, problem.periods + 1):
                if period < problem.periods and capacity[period] == capacity[begin]:
                    continue
                if capacity[begin] < largest:
                    intervals.append(model.new_fixed_size_interval_var(begin, period - begin, f"{team} {begin}"))
                    demands.append(largest - capacity[begin])
                begin = period
            model.add_cumulative(intervals, demands, largest)
            if self.needs_literals:
                self.add_quarterly_capacities(users, team, capacity)
        if problem.work_in_progress is not None:
            work = [interval for interval in self.interval if interval is not None]
            model.add_cumulative(work, [1] * len(work), problem.work_in_progress)

    def add_quarterly_capacities(self, users, team, capacity):
        """The work of a team in a quarter, for the linear relaxation: one row a week bounds as well, but its program is too slow to solve."""
        for first in range(0, self.problem.periods, QUARTER):
            end = min(first + QUARTER, self.problem.periods)
            terms = []
            for index in users:
                activity = self.problem.activities[index]

                def work(start):
                    weeks = min(start + activity.duration, end) - max(start, first)
                    return activity.needs[team] * max(0, weeks)

                terms += self.steps(index, work)
            if terms:
                self.model.add(sum(terms) <= sum(capacity[first:end]))

    def steps(self, index, amount):
        """Terms whose sum is `amount(start)` of an activity that is in the plan, and 0 of one that is not."""
        starts = self.problem.activities[index].starts
        terms = []
        for position, start in enumerate(starts):
            later = amount(starts[position + 1]) if position + 1 < len(starts) else 0
            if amount(start) != later:
                terms.append((amount(start) - later) * self.started[index][start])
        return terms

    def add_budget(self):
        for periods, limit in self.problem.limits:
            terms = []
            for index, activity in enumerate(self.problem.activities):
                if activity.costs:
                    terms += self.steps(index, lambda start, a=activity: self.problem.spent(a, start, periods))
            if terms:
                self.model.add(sum(terms) <= limit)

    def add_objective(self):
        problem, model = self.problem, self.model
        if problem.objective == "time":
            model.minimize(self.start[problem.target])
        elif problem.objective == "cost":
            model.minimize(sum(round(activity.first_year_cost * 100) * self.present[index]
                               for index, activity in enumerate(problem.activities)))
        else:
            terms = []
            for index, activity in enumerate(problem.activities):
                if not activity.is_milestone:
                    terms += self.steps(index, lambda start, a=activity: round(a.value[start] * 100))
            model.maximize(sum(terms))


def choose_strategy(parameters, workers):
    """What few workers need for models with order literals; found by trying on generated roadmaps.

    With two workers the one full search is `default_lp`, whose relaxation leaves implications out. `max_lp` has them (a next release problem takes 0.4 s
    instead of more than 20 s), and a search without a linear program beside it finds schedules. One thread more than asked for works on
    neighbourhoods. Probing takes a quarter of a minute on 60 capabilities and finds next to nothing.
    """
    parameters.subsolvers.extend(["max_lp", "quick_restart_no_lp"])
    parameters.num_workers = workers + 1
    parameters.cp_model_probing_level = 0
    parameters.max_presolve_iterations = 1


def solve(problem, arguments):
    begin = time.monotonic()
    if problem.objective not in ("value", "time", "cost"):
        raise Refused(f"the objective {problem.objective}")
    model = Model(problem)
    building = time.monotonic() - begin
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = arguments.seconds
    solver.parameters.num_workers = arguments.workers
    if model.needs_literals:
        choose_strategy(solver.parameters, arguments.workers)
    if arguments.log:
        solver.parameters.log_search_progress = True
        solver.parameters.log_to_stdout = False
        solver.log_callback = lambda line: print(line, file=sys.stderr)
    outcome = solver.solve(model.model)
    status = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible",
              cp_model.INFEASIBLE: "infeasible"}.get(outcome, "unknown")
    starts = None
    if status in ("optimal", "feasible"):
        starts = {activity.id: solver.value(model.start[index]) for index, activity in enumerate(problem.activities)
                  if activity.starts and solver.value(model.present[index])}
    unit = 1 if problem.objective == "time" else 100
    bound = None if status == "infeasible" else solver.best_objective_bound / unit
    return answer(problem, status, bound, starts, time.monotonic() - begin, building=round(building, 3))


if __name__ == "__main__":
    run(solve, __doc__.splitlines()[0])

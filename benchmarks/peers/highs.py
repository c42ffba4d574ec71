"""HiGHS on a compiled problem: a time-indexed mixed-integer program over "has started by t".

With `y[a, t] = 1` when activity `a` has started by period `t`, prerequisites are `y[v, t] <= y[u, t - duration - lag]`, values and costs are linear, and
the work in a period is `y[a, t] - y[a, t - duration]`. For choices, continuous variables say which slots are filled by when.
"""

import time

import highspy

from problem import answer, run


class Model:
    """The program of a problem; rows and columns are collected first and passed at once."""

    def __init__(self, problem):
        self.problem = problem
        self.costs, self.lower, self.is_integer = [], [], []
        self.rows, self.row_lower, self.row_upper = [], [], []
        self.offset = 0.0
        self.column = []
        for activity in problem.activities:
            first = [self.add_column(0, integer=True) for _ in activity.starts]
            if activity.is_required and first:
                self.lower[first[-1]] = 1.0
            self.column.append(first)
            for before, after in zip(first, first[1:]):
                self.add_row([(before, 1.0), (after, -1.0)], upper=0.0)
        for index, activity in enumerate(problem.activities):
            for requirement in activity.requirements:
                self.add_requirement(index, requirement)
        for members, needs_one in problem.groups:
            terms = [(self.column[member][-1], 1.0) for member in members if self.column[member]]
            if not terms and needs_one:
                # One member must be planned and none can be: a row that no column can meet.
                impossible = self.add_column(0, integer=False)
                self.add_row([(impossible, 1.0)], lower=2.0)
            elif terms:
                self.add_row(terms, lower=1.0 if needs_one else None, upper=1.0)
        self.add_capacities()
        self.add_budget()
        self.add_objective()

    def add_column(self, cost, integer):
        self.costs.append(cost)
        self.lower.append(0.0)
        self.is_integer.append(integer)
        return len(self.costs) - 1

    def add_row(self, terms, lower=None, upper=None):
        self.rows.append(terms)
        self.row_lower.append(-highspy.kHighsInf if lower is None else lower)
        self.row_upper.append(highspy.kHighsInf if upper is None else upper)

    def by(self, index, period):
        """The column "has started by a period"; None when that cannot be."""
        starts = self.problem.activities[index].starts
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            if starts[middle] <= period:
                low = middle + 1
            else:
                high = middle
        return self.column[index][low - 1] if low else None

    def live(self, index, period, lag):
        return self.by(index, period - lag - self.problem.activities[index].duration)

    def add_requirement(self, index, requirement):
        certain = self.problem.certain(requirement)
        slots, lag = requirement["slots"], requirement["lag"]
        for start, column in zip(self.problem.activities[index].starts, self.column[index]):
            if len(certain) == len(slots):
                for member in certain:
                    before = self.live(member, start, lag)
                    self.add_row([(column, 1.0)] + ([] if before is None else [(before, -1.0)]), upper=0.0)
                continue
            terms = [(column, -float(requirement["atLeast"]))]
            for slot in slots:
                members = [self.live(member, start, lag) for member in slot]
                members = [(member, -1.0) for member in members if member is not None]
                if not members:
                    continue
                filled = self.add_column(0, integer=False)
                self.add_row([(filled, 1.0)] + members, upper=0.0)
                terms.append((filled, 1.0))
            self.add_row(terms, lower=0.0)

    def add_capacities(self):
        problem = self.problem
        limits = [(capacity, team) for team, capacity in problem.capacity.items()]
        if problem.work_in_progress is not None:
            limits.append(([problem.work_in_progress] * problem.periods, None))
        for capacity, team in limits:
            for period in range(problem.periods):
                terms = []
                for index, activity in enumerate(problem.activities):
                    units = activity.needs.get(team, 0) if team is not None else int(activity.duration > 0)
                    if not units:
                        continue
                    now, ended = self.by(index, period), self.by(index, period - activity.duration)
                    if now is not None and now != ended:
                        terms.append((now, float(units)))
                        if ended is not None:
                            terms.append((ended, -float(units)))
                if terms:
                    self.add_row(terms, upper=float(capacity[period]))

    def steps(self, index, amount):
        """Terms whose sum is `amount(start)` of an activity that is in the plan."""
        starts = self.problem.activities[index].starts
        for position, start in enumerate(starts):
            later = amount(starts[position + 1]) if position + 1 < len(starts) else 0
            if amount(start) != later:
                yield self.column[index][position], float(amount(start) - later)

    def add_budget(self):
        for periods, limit in self.problem.limits:
            terms = [term for index, activity in enumerate(self.problem.activities) if activity.costs
                     for term in self.steps(index, lambda start, a=activity: self.problem.spent(a, start, periods))]
            if terms:
                self.add_row(terms, upper=float(limit))

    def add_objective(self):
        problem = self.problem
        for index, activity in enumerate(problem.activities):
            if problem.objective == "time":
                terms = self.steps(index, lambda start: start) if index == problem.target else []
            elif problem.objective == "cost":
                terms = self.steps(index, lambda start, a=activity: a.first_year_cost)
            else:
                terms = [] if activity.is_milestone else self.steps(index, lambda start, a=activity: a.value[start])
            for column, amount in terms:
                self.costs[column] += amount

    def pass_to(self, solver):
        """Hands the program over."""
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.costs), len(self.rows)
        program.col_cost_, program.col_lower_ = self.costs, self.lower
        program.col_upper_ = [1.0] * len(self.costs)
        program.row_lower_, program.row_upper_ = self.row_lower, self.row_upper
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        program.integrality_ = [kinds[integer] for integer in self.is_integer]
        program.sense_ = (highspy.ObjSense.kMaximize if self.problem.objective == "value"
                          else highspy.ObjSense.kMinimize)
        begins, indices, values = [0], [], []
        for row in self.rows:
            merged = {}
            for column, amount in row:
                merged[column] = merged.get(column, 0.0) + amount
            indices.extend(merged.keys())
            values.extend(merged.values())
            begins.append(len(indices))
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = begins, indices, values
        if solver.passModel(program) == highspy.HighsStatus.kError:
            raise RuntimeError("HiGHS does not take the program")


def solve(problem, arguments):
    begin = time.monotonic()
    if any(activity.is_required and not activity.starts for activity in problem.activities):
        return answer(problem, "infeasible", None, None, time.monotonic() - begin)
    model = Model(problem)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", bool(arguments.log))
    solver.setOptionValue("log_to_console", bool(arguments.log))
    solver.setOptionValue("time_limit", arguments.seconds)
    solver.setOptionValue("threads", arguments.workers)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.99 if problem.objective == "time" else 0.005)
    model.pass_to(solver)
    building = time.monotonic() - begin
    solver.run()
    info = solver.getInfo()
    outcome = solver.getModelStatus()
    has_solution = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    status = "feasible" if has_solution else "unknown"
    if outcome == highspy.HighsModelStatus.kOptimal:
        status = "optimal"
    elif outcome == highspy.HighsModelStatus.kInfeasible:
        status = "infeasible"
    starts = None
    if has_solution:
        values = solver.getSolution().col_value
        starts = {}
        for index, activity in enumerate(problem.activities):
            chosen = [start for start, column in zip(activity.starts, model.column[index]) if values[column] > 0.5]
            if chosen:
                starts[activity.id] = chosen[0]
    bound = None if status == "infeasible" else info.mip_dual_bound
    if bound is not None and abs(bound) == highspy.kHighsInf:
        bound = None
    return answer(problem, status, bound, starts, time.monotonic() - begin, building=round(building, 3))


if __name__ == "__main__":
    run(solve, __doc__.splitlines()[0])

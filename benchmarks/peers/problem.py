"""The compiled problem (gait-problem/1) as the peers' solvers read it, and the answer that they write.

docs/compiled-problem.md explains the rules. Nothing here imports a solver.
"""

import argparse
import json
import sys
import time


class Refused(Exception):
    """The problem has a rule that a solver's model has no words for."""


class Activity:
    """An activity with the starts that its own rules leave."""

    def __init__(self, entry, problem):
        self.id = entry["id"]
        self.is_milestone = entry["isMilestone"]
        self.is_required = entry["isRequired"]
        self.duration = entry["duration"]
        self.requirements = entry["requirements"]
        self.first_year_cost = entry["firstYearCost"]
        self.value = entry["additiveValueByStart"]
        self.needs = {need["team"]: hundredths(need["people"]) for need in entry["needs"]
                      if need["people"] > 0 and self.duration > 0}
        self.costs = [round(cost * 100) for cost in entry["costs"]]
        if entry["trigger"]:
            raise Refused("triggers are read off the shop")
        self.starts = self._starts(entry, problem)

    def _starts(self, entry, problem):
        last = problem.periods if self.is_milestone else min(problem.periods - 1, problem.periods - self.duration)
        starts = range(max(0, entry["earliestStart"]), min(last, entry["latestStart"]) + 1)
        if entry.get("fixedStart") is not None:
            starts = [start for start in starts if start == entry["fixedStart"]]
        if self.is_milestone:
            return list(starts)
        paid = [week for week, cost in enumerate(self.costs) if cost]
        return [
            start for start in starts
            if start + self.duration not in problem.frozen
            and not any(start + week in problem.closed for week in paid)
            and all(problem.capacity[team][period] >= people for team, people in self.needs.items()
                    for period in range(start, start + self.duration))
        ]


class Problem:
    """A compiled problem in whole numbers: people in hundredths, money in cents."""

    def __init__(self, document):
        if document.get("format") != "gait-problem/1":
            raise Refused("this is no gait-problem/1")
        if document.get("shop"):
            raise Refused("effects compound")
        self.name = document["scenario"]
        self.objective = document["objective"]
        self.periods = document["periodCount"]
        self.frozen = set(document["frozenPeriods"])
        self.capacity = {team["id"]: [hundredths(people) for people in team["capacity"]] for team in document["teams"]}
        self.work_in_progress = document.get("workInProgress")
        budget = document.get("budget") or {"carriesOver": False, "segments": [], "closedPeriods": []}
        self.closed = set(budget["closedPeriods"])
        self.limits = []
        for segment in budget["segments"]:
            if not segment["periods"]:
                continue
            paid = range(max(segment["periods"]) + 1) if budget["carriesOver"] else segment["periods"]
            self.limits.append((set(paid), round(segment["limit"] * 100)))
        self.activities = [Activity(entry, self) for entry in document["activities"]]
        self.index = {activity.id: index for index, activity in enumerate(self.activities)}
        self.target = self.index[document["targetMilestone"]]
        self.groups = [([self.index[member] for member in group["members"]], group["needsOne"])
                       for group in document["exclusiveGroups"]]
        for activity in self.activities:
            for requirement in activity.requirements:
                requirement["slots"] = [[self.index[member] for member in slot] for slot in requirement["slots"]]
        self._refuse_circles()
        self._tighten()

    def _refuse_circles(self):
        """Activities that could support each other within one period would need a rule of its own."""
        waits = [set() for _ in self.activities]
        for index, activity in enumerate(self.activities):
            for requirement in activity.requirements:
                for slot in requirement["slots"]:
                    for member in slot:
                        if self.activities[member].duration + requirement["lag"] <= 0:
                            waits[index].add(member)
        users = [[] for _ in waits]
        open_count = [len(members) for members in waits]
        for index, members in enumerate(waits):
            for member in members:
                users[member].append(index)
        ready = [index for index, count in enumerate(open_count) if count == 0]
        done = 0
        while ready:
            done += 1
            for user in users[ready.pop()]:
                open_count[user] -= 1
                if open_count[user] == 0:
                    ready.append(user)
        if done < len(waits):
            raise Refused("activities could wait for each other in a circle")

    def _tighten(self):
        """Takes out starts that prerequisites without a choice exclude, forwards for all and backwards for what is required."""
        changed = True
        while changed:
            changed = False
            for activity in self.activities:
                for requirement in activity.requirements:
                    first = self.earliest(requirement)
                    while activity.starts and activity.starts[0] < first:
                        activity.starts.pop(0)
                        changed = True
                    for member in self.certain(requirement):
                        other = self.activities[member]
                        if activity.is_required and not other.is_required:
                            other.is_required = changed = True
                        if not activity.is_required or not activity.starts:
                            continue
                        last = activity.starts[-1] - requirement["lag"] - other.duration
                        while other.starts and other.starts[-1] > last:
                            other.starts.pop()
                            changed = True

    def earliest(self, requirement):
        """The first period in which a requirement can be met; beyond the horizon when it never can."""
        live = sorted(
            min((self.activities[member].starts[0] + self.activities[member].duration
                 for member in slot if self.activities[member].starts), default=self.periods + 1)
            for slot in requirement["slots"])
        count = requirement["atLeast"]
        return live[count - 1] + requirement["lag"] if count <= len(live) else self.periods + 1

    @staticmethod
    def certain(requirement):
        """The members that a requirement needs in any case."""
        if requirement["atLeast"] < len(requirement["slots"]):
            return []
        return [slot[0] for slot in requirement["slots"] if len(slot) == 1]

    def spent(self, activity, start, periods):
        """What an activity costs in a set of periods, in cents."""
        return sum(cost for week, cost in enumerate(activity.costs) if start + week in periods)

    def value_of(self, starts):
        """The objective of a solution, in its unit."""
        if self.objective == "time":
            return starts[self.activities[self.target].id]
        if self.objective == "cost":
            return sum(self.activities[self.index[name]].first_year_cost for name in starts)
        return sum(self.activities[self.index[name]].value[start] for name, start in starts.items()
                   if not self.activities[self.index[name]].is_milestone)


def hundredths(people):
    """People as a whole number."""
    return round(people * 100)


def answer(problem, status, bound, starts, seconds, **more):
    """The answer of a peer; `starts` is by id, or None without a solution."""
    return {
        "solver": sys.argv[0].rsplit("/", 1)[-1], "instance": problem.name, "status": status,
        "value": None if starts is None else problem.value_of(starts),
        "bound": bound, "seconds": round(seconds, 3),
        "starts": [{"id": name, "start": start} for name, start in sorted((starts or {}).items())], **more,
    }


def run(solve, description):
    """Reads the arguments, solves, and prints the answer as JSON."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("problem", help="a problem in the format gait-problem/1")
    parser.add_argument("--seconds", type=float, default=60, help="the time limit, without building the model")
    parser.add_argument("--workers", type=int, default=2, help="the number of threads")
    parser.add_argument("--log", action="store_true", help="the solver's own log on standard error")
    arguments = parser.parse_args()
    begin = time.monotonic()
    try:
        with open(arguments.problem, encoding="utf-8") as file:
            problem = Problem(json.load(file))
        result = solve(problem, arguments)
    except Refused as reason:
        result = {"solver": sys.argv[0].rsplit("/", 1)[-1], "status": "refused", "reason": str(reason),
                  "value": None, "bound": None, "starts": [], "seconds": round(time.monotonic() - begin, 3)}
    json.dump(result, sys.stdout)
    print()

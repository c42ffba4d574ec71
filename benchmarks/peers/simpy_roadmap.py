#!/usr/bin/env python3
"""A roadmap in SimPy: the work of `simulation model` on the compiled problem and what `simulation export` adds.

usage: simpy_roadmap.py PROBLEM.json EXPORT.json [--trials 100] [--seed 1]

In every future durations, costs, effects and successes are drawn; work starts in the order of the plan when prerequisites, people, money, triggers and freezes allow, and not before its planned
week; then the shop is run. Draws are vectorised by NumPy, and so are the columns of the shop; the rest is SimPy. It says how long a future takes on the processor, and what comes out.
"""

import argparse
import itertools
import json
import math
import time

import numpy
import simpy

PERIODS_PER_MONTH = 365.25 / 7 / 12


class Model:
    """The problem, by activity."""

    def __init__(self, problem, export):
        self.problem = problem
        self.periods = problem["periodCount"]
        self.entries = {entry["id"]: entry for entry in export}
        self.activities = {a["id"]: a for a in problem["activities"]}
        self.order = [entry["id"] for entry in sorted(export, key=lambda e: (e["start"], e["id"]))]
        self.milestones = [a["id"] for a in problem["activities"] if a["isMilestone"]]
        self.teams = {team["id"]: team["capacity"] for team in problem["teams"]}
        self.frozen = set(problem["frozenPeriods"])
        self.shop = problem.get("shop")
        self.discount = numpy.array(problem["discountFactors"])
        self.levers = {lever["kpi"]: numpy.array(lever["values"], dtype=float) for lever in self.shop["levers"]} if self.shop else {}
        self.base_profit = self.profit({})[0] if self.shop else None

    # The shop

    def columns(self, live, sizes):
        columns = {kpi: values.copy() for kpi, values in self.levers.items()}
        for bundle in self.shop["bundles"]:
            product = numpy.ones(self.periods)
            for effect in bundle["effects"]:
                first = live.get(effect["capability"], self.periods)
                if first >= self.periods:
                    continue
                size = sizes.get((effect["capability"], bundle["kpi"]), 1.0) * effect["size"]
                ramp = effect["adoptionByAge"][:self.periods - first]
                product[first:first + len(ramp)] *= 1 + size * numpy.array(ramp)
                product[first + len(ramp):] *= 1 + size
            columns[bundle["kpi"]] *= bundle["offset"] + bundle["slope"] * product
        return columns

    def profit(self, live, sizes={}):
        c = self.columns(live, sizes)
        new = c["visits"] * numpy.minimum(c["conversion"], 1)
        returned = numpy.minimum(c["returnRate"], 1)
        contribution = (c["orderValue"] * (1 - returned) * numpy.clip(c["margin"], -1, 1) - c["costToServe"])
        stay = (1 - numpy.minimum(c["churn"], 1)).tolist()
        gained = (self.shop["newCustomerShare"] * new).tolist()
        customers, path = self.shop["customers"], []
        for period in range(self.periods):
            path.append(customers)
            customers = customers * stay[period] + gained[period]
        orders = new + numpy.array(path) * c["reorderRate"]
        levels = {"visits": c["visits"] * PERIODS_PER_MONTH, "conversion": c["conversion"],
                  "customers": numpy.array(path), "orders": orders * PERIODS_PER_MONTH}
        return orders * contribution, levels


def pert(points, generator, count):
    low, likely, high = points
    if high <= low:
        return numpy.full(count, likely)
    alpha = 1 + 4 * (likely - low) / (high - low)
    return low + (high - low) * generator.beta(alpha, 6 - alpha, count)


def draw(model, generator, count):
    """All futures' draws by capability: weeks, cost, running cost and the size of each effect against the planned one."""
    draws = {}
    for name in model.order:
        entry = model.entries[name]
        sizes = {}
        succeeds = generator.random(count) < entry["chanceOfSuccess"]
        for effect in entry["effects"]:
            claim = pert(effect["change"], generator, count)
            shrunk = numpy.minimum(numpy.abs(claim), effect["trust"] * numpy.abs(claim) + (1 - effect["trust"]) * effect["prior"])
            truth = numpy.sign(claim) * shrunk + effect["spread"] * generator.standard_normal(count)
            sizes[effect["kpi"]] = numpy.where(succeeds, truth, 0) / effect["planned"] if effect["planned"] else truth * 0
        draws[name] = (numpy.ceil(pert(entry["duration"], generator, count) * entry["left"] - 1e-9).astype(int),
                       pert(entry["cost"], generator, count) * entry["left"],
                       pert(entry["runningCost"], generator, count), sizes)
    return draws


class Future:
    """One future: a process for each activity and one that starts what can start."""

    def __init__(self, model, draws, number):
        self.model = model
        self.draws = {name: (d[0][number], d[1][number], d[2][number], {k: v[number] for k, v in d[3].items()})
                      for name, d in draws.items()}
        self.env = simpy.Environment()
        self.free = {team: list(capacity) for team, capacity in model.teams.items()}
        self.in_work = [model.problem.get("workInProgress") or math.inf] * (model.periods + 1)
        self.start, self.live = {}, {}
        self.gone_live = {name: self.env.event() for name in list(model.activities)}
        self.one_off = [0.0] * model.periods
        self.waiting = []

    def run(self):
        for name in self.model.order + self.model.milestones:
            self.env.process(self.wait(name))
        self.env.process(self.starter())
        self.env.run(until=self.model.periods + 0.9)
        return self.value()

    def wait(self, name):
        """Waits for prerequisites, then joins the queue of what can start."""
        activity = self.model.activities[name]
        for requirement in activity["requirements"]:
            slots = [self.env.any_of([self.gone_live[m] for m in slot]) for slot in requirement["slots"]]
            need = requirement["atLeast"]
            if need == len(slots):
                yield self.env.all_of(slots)
            else:
                yield simpy.events.Condition(self.env, lambda events, count, need=need: count >= need, slots)
            if requirement["lag"]:
                yield self.env.timeout(requirement["lag"])
        if activity["isMilestone"]:
            self.live[name] = int(self.env.now)
            self.gone_live[name].succeed()
        else:
            self.waiting.append(name)

    def starter(self):
        """Every week, in the order of the plan."""
        model = self.model
        rank = {name: place for place, name in enumerate(model.order)}
        while self.env.now < model.periods:
            yield self.env.timeout(0.5)  # after what goes live in this week
            week = int(self.env.now)
            for name in sorted(self.waiting, key=rank.get):
                if week >= model.entries[name]["start"] and self.can_start(name, week):
                    self.waiting.remove(name)
                    self.begin(name, week)
            yield self.env.timeout(0.5)

    def can_start(self, name, week):
        activity = self.model.activities[name]
        finish = week + activity["duration"]
        if activity.get("fixedStart") == 0:
            return True
        if finish > self.model.periods or finish in self.model.frozen:
            return False
        for period in range(week, finish):
            if self.in_work[period] < 1:
                return False
            if any(self.free[need["team"]][period] < need["people"] for need in activity["needs"]):
                return False
        if not self.has_money(activity, week):
            return False
        return not activity["trigger"] or self.has_triggered(activity["trigger"], week)

    def has_money(self, activity, week):
        budget = self.model.problem.get("budget")
        if not budget:
            return True
        # With carry-over, all costs up to the end of a segment count; the planned cost counts from its start on, which is a little strict.
        paid = list(itertools.accumulate(self.one_off))
        planned = sum(activity["costs"])
        return all(paid[segment["periods"][-1]] + planned <= segment["limit"]
                   for segment in budget["segments"] if segment["periods"] and segment["periods"][-1] >= week)

    def has_triggered(self, trigger, week):
        _, levels = self.model.profit(self.live, self.sizes())
        for condition in trigger:
            values = levels[condition["kpi"]][:week + 1]
            reached = values >= condition["level"] if condition["comparison"] == ">=" else values <= condition["level"]
            if not reached.any():
                return False
        return True

    def begin(self, name, week):
        weeks, cost, _, _ = self.draws[name]
        self.start[name] = week
        for period in range(week, min(week + weeks, self.model.periods)):
            self.in_work[period] -= 1
            self.one_off[period] += cost / max(1, weeks)
            for need in self.model.activities[name]["needs"]:
                self.free[need["team"]][period] -= need["people"]
        self.env.process(self.work(name, weeks))

    def work(self, name, weeks):
        yield self.env.timeout(max(0, weeks - 0.5))
        while int(self.env.now) in self.model.frozen:
            yield self.env.timeout(1)
        self.live[name] = int(self.env.now)
        self.gone_live[name].succeed()

    def sizes(self):
        return {(name, kpi): size for name, d in self.draws.items() for kpi, size in d[3].items()}

    def value(self):
        model = self.model
        value = -float(numpy.dot(model.discount[:model.periods], self.one_off))
        for name, first in self.live.items():
            if name in self.draws:
                value -= self.draws[name][2] / PERIODS_PER_MONTH * float(model.discount[first:model.periods].sum())
        if model.shop:
            profit, _ = model.profit(self.live, self.sizes())
            value += float(numpy.dot(model.discount[:model.periods], profit - model.base_profit))
        return value, self.live.get(model.problem["targetMilestone"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("problem")
    parser.add_argument("export")
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with open(args.problem) as problem, open(args.export) as export:
        model = Model(json.load(problem), json.load(export))
    begin = time.process_time()
    draws = draw(model, numpy.random.default_rng(args.seed), args.trials)
    results = [Future(model, draws, number).run() for number in range(args.trials)]
    elapsed = time.process_time() - begin
    reached = [week for _, week in results if week is not None]
    print(f"{len(model.order)} capabilities, {args.trials} futures, SimPy {simpy.__version__}: {elapsed:.3f} s of the processor, "
          f"{1000 * elapsed / args.trials:.2f} ms each; mean value {numpy.mean([v for v, _ in results]):.0f}, "
          f"target in the calendar {len(reached) / args.trials:.4f}")


main()

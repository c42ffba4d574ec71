#!/usr/bin/env python3
"""A PERT network in vectorised NumPy: the work of `simulation network`.

usage: numpy_network.py NETWORK.json [--trials 1000000] [--repetitions 3]
       numpy_network.py --write NETWORK.json [--activities 40] [--seed 1]

The network is a list of activities: low, likely, high and predecessors, which stand before. With --write it is made at random, with 1.5 predecessors each.
"""

import argparse
import json
import random
import time

import numpy


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network")
    parser.add_argument("--trials", type=int, default=1_000_000)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--block", type=int, default=65_536, help="the futures that are in memory at once")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--activities", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def write(args):
    draw = random.Random(args.seed)
    activities = []
    for number in range(args.activities):
        likely = draw.randint(2, 12)
        count = min(number, draw.choice([0, 1, 1, 2, 2, 3]) if number else 0)
        activities.append({
            "low": likely * draw.uniform(0.5, 0.9), "likely": likely, "high": likely * draw.uniform(1.2, 2.5),
            "predecessors": sorted(draw.sample(range(max(0, number - 10), number), min(count, number, 10)))})
    with open(args.network, "w") as file:
        json.dump(activities, file)


def simulate(activities, trials, block, generator):
    """The finish of the last activity in each future."""
    has_successor = {other for activity in activities for other in activity["predecessors"]}
    result = numpy.empty(trials)
    for first in range(0, trials, block):
        count = min(block, trials - first)
        finishes = []
        latest = numpy.zeros(count)
        for number, activity in enumerate(activities):
            low, likely, high = activity["low"], activity["likely"], activity["high"]
            alpha = 1 + 4 * (likely - low) / (high - low)
            finish = generator.beta(alpha, 6 - alpha, count)
            finish *= high - low
            finish += low
            if activity["predecessors"]:
                ready = finishes[activity["predecessors"][0]]
                for other in activity["predecessors"][1:]:
                    ready = numpy.maximum(ready, finishes[other])
                finish += ready
            finishes.append(finish)
            if number not in has_successor:
                numpy.maximum(latest, finish, out=latest)
        result[first:first + count] = latest
    return result


def main():
    args = arguments()
    if args.write:
        write(args)
        return
    with open(args.network) as file:
        activities = json.load(file)
    best = float("inf")
    for _ in range(args.repetitions):
        generator = numpy.random.Generator(numpy.random.SFC64(1))
        begin = time.process_time()
        result = simulate(activities, args.trials, args.block, generator)
        mean, quantile = result.mean(), numpy.quantile(result, 0.8)
        best = min(best, time.process_time() - begin)
    print(f"{len(activities)} activities, {args.trials} futures, NumPy {numpy.__version__}: {best:.3f} s of the processor; "
          f"mean {mean:.4f}, P80 {quantile:.3f}")


main()

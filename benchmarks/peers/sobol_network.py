#!/usr/bin/env python3
"""How far off the 80 % quantile of a PERT network is by the way of spreading its numbers, over seeds: whether another order of evenly spread numbers would help.

usage: sobol_network.py NETWORK.json [--trials 4096] [--seeds 20]

The ways are independent numbers; each activity spread evenly by itself; one scrambled Sobol sequence over all activities in their order; and the same with the most important
activities first. Quantile and mean of the finish are compared; the network is one of numpy_network.py.
"""

import argparse
import json

import numpy
from scipy.stats import beta, qmc


def durations(activities, uniforms):
    """The duration of each activity by its uniform numbers."""
    columns = []
    for number, activity in enumerate(activities):
        low, likely, high = activity["low"], activity["likely"], activity["high"]
        alpha = 1 + 4 * (likely - low) / (high - low)
        columns.append(low + (high - low) * beta.ppf(uniforms[:, number], alpha, 6 - alpha))
    return columns


def finish(activities, uniforms):
    """The finish of the last activity in each future."""
    finishes = []
    for activity, duration in zip(activities, durations(activities, uniforms)):
        ready = numpy.zeros(len(uniforms))
        for other in activity["predecessors"]:
            ready = numpy.maximum(ready, finishes[other])
        finishes.append(ready + duration)
    return numpy.max(finishes, axis=0)


def importance(activities, generator):
    """The activities by their correlation with the finish, the strongest first, and the sum of the squares."""
    uniforms = generator.random((20_000, len(activities)))
    result = finish(activities, uniforms)
    correlations = numpy.array([numpy.corrcoef(column, result)[0, 1] for column in uniforms.T])
    return numpy.argsort(-numpy.abs(correlations)), float(numpy.sum(correlations ** 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network")
    parser.add_argument("--trials", type=int, default=4_096)
    parser.add_argument("--seeds", type=int, default=20)
    args = parser.parse_args()
    with open(args.network) as file:
        activities = json.load(file)
    count, trials = len(activities), args.trials
    generator = numpy.random.default_rng(1)
    order, explained = importance(activities, generator)

    def alone(_):
        columns = [(generator.permutation(trials) + generator.random(trials)) / trials for _ in range(count)]
        return numpy.stack(columns, axis=1)

    def together(seed):
        return qmc.Sobol(count, scramble=True, seed=seed).random(trials)

    def by_importance(seed):
        uniforms = numpy.empty((trials, count))
        uniforms[:, order] = together(seed)
        return uniforms

    ways = {"independent": lambda _: generator.random((trials, count)), "each by itself": alone,
            "one sequence": together, "one sequence by importance": by_importance}
    print(f"{count} activities, {trials} futures, {args.seeds} seeds; single activities explain {explained:.2f} of the variance")
    for name, draw in ways.items():
        results = [finish(activities, draw(seed)) for seed in range(args.seeds)]
        quantiles = [numpy.quantile(result, 0.8) for result in results]
        means = [result.mean() for result in results]
        print(f"{name}: error of the 80 % quantile {numpy.std(quantiles, ddof=1):.4f}, of the mean {numpy.std(means, ddof=1):.4f}")


if __name__ == "__main__":
    main()

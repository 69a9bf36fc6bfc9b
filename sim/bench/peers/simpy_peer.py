"""The two models in SimPy; see doc.go."""

import json
import random
import sys
import time

import simpy


class MM1:
    def __init__(self, env, p):
        self.env, self.p = env, p
        self.server = simpy.Resource(env, capacity=1)
        self.steps, self.spent, self.served = 0, 0.0, 0
        env.process(self.arrivals())

    def arrivals(self):
        while True:
            yield self.env.timeout(random.expovariate(1 / self.p["gap"]))
            self.steps += 1
            self.env.process(self.customer())

    def customer(self):
        arrived = self.env.now
        with self.server.request() as turn:
            yield turn
            yield self.env.timeout(random.expovariate(1 / self.p["service"]))
        self.steps += 1
        self.spent += self.env.now - arrived
        self.served += 1

    def mean(self):
        return self.spent / self.served


class Body:
    """Meets at fixed intervals; `meeting` is the event of its next meeting."""

    def __init__(self, env, first, interval):
        self.env = env
        self.meeting = env.event()
        env.process(self.calendar(first, interval))

    def calendar(self, first, interval):
        yield self.env.timeout(first)
        while True:
            meeting, self.meeting = self.meeting, self.env.event()
            meeting.succeed()
            yield self.env.timeout(interval)


class Approvals:
    def __init__(self, env, p):
        self.env, self.p = env, p
        self.officials = simpy.Resource(env, capacity=p["officials"])
        self.bodies = [Body(env, b["first"], b["interval"]) for b in p["bodies"]]
        self.steps, self.spent, self.adopted = 0, 0.0, 0
        env.process(self.arrivals())

    def arrivals(self):
        while True:
            yield self.env.timeout(random.expovariate(1 / self.p["gap"]))
            self.steps += 1
            self.env.process(self.mandate())

    def mandate(self):
        arrived = self.env.now
        yield from self.work(self.p["prepare"])
        for body in self.bodies:
            while True:
                yield body.meeting
                self.steps += 1
                if random.random() < self.p["consent"]:
                    break
                yield from self.work(self.p["rework"])
        self.spent += self.env.now - arrived
        self.adopted += 1

    def work(self, mean):
        with self.officials.request() as turn:
            yield turn
            yield self.env.timeout(random.expovariate(1 / mean))
        self.steps += 1

    def mean(self):
        return self.spent / self.adopted


def main():
    model, seed, horizon, path = sys.argv[1:]
    with open(path) as f:
        p = json.load(f)[model]
    random.seed(int(seed))
    env = simpy.Environment()
    run = {"mm1": MM1, "approvals": Approvals}[model](env, p)
    start = time.process_time()
    env.run(until=float(horizon))
    seconds = time.process_time() - start
    version = "SimPy %s, CPython %d.%d" % ((simpy.__version__,) + sys.version_info[:2])
    print(json.dumps({"version": version, "steps": run.steps, "seconds": seconds, "mean": run.mean()}))


main()

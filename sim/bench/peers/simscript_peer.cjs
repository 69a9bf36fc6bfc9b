// The two models in SimScript; see doc.go.
'use strict';
const fs = require('node:fs');
const { Simulation, Entity, Queue, Exponential, RandomVar } = require('simscript');
const { version } = require('simscript/package.json');

// SimScript gives the browser a turn now and then; Node has another name for it.
globalThis.requestAnimationFrame = (turn) => setImmediate(turn);

class Measured extends Simulation {
  constructor(p) {
    super();
    this.p = p;
    this.steps = 0;
    this.spent = 0;
    this.ended = 0;
  }
}

class Customer extends Entity {
  async script() {
    const sim = this.simulation;
    const arrived = sim.timeNow;
    sim.steps++;
    await this.enterQueue(sim.server);
    await this.delay(sim.service.sample());
    this.leaveQueue(sim.server);
    sim.steps++;
    sim.spent += sim.timeNow - arrived;
    sim.ended++;
  }
}

class MM1 extends Measured {
  onStarting(e) {
    super.onStarting(e);
    this.server = new Queue('server', 1);
    this.service = new Exponential(this.p.service, seed + 1);
    this.generateEntities(Customer, new Exponential(this.p.gap, seed));
  }
}

class Body extends Entity {
  async script() {
    await this.delay(this.first);
    for (;;) {
      this.sendSignal(this);
      await this.delay(this.interval);
    }
  }
}

class Mandate extends Entity {
  async script() {
    const sim = this.simulation;
    const arrived = sim.timeNow;
    sim.steps++;
    let work = sim.prepare;
    for (const body of sim.bodies) {
      for (;;) {
        if (work) {
          await this.enterQueue(sim.officials);
          await this.delay(work.sample());
          this.leaveQueue(sim.officials);
          sim.steps++;
        }
        await this.waitSignal(body);
        sim.steps++;
        if (sim.votes.sample() < sim.p.consent) break;
        work = sim.rework;
      }
      work = null;
    }
    sim.spent += sim.timeNow - arrived;
    sim.ended++;
  }
}

class Approvals extends Measured {
  onStarting(e) {
    super.onStarting(e);
    this.officials = new Queue('officials', this.p.officials);
    this.prepare = new Exponential(this.p.prepare, seed + 1);
    this.rework = new Exponential(this.p.rework, seed + 2);
    this.votes = new RandomVar(seed + 3);
    this.bodies = this.p.bodies.map((b) => Object.assign(new Body(), b));
    this.bodies.forEach((b) => this.activate(b));
    this.generateEntities(Mandate, new Exponential(this.p.gap, seed));
  }
}

const [model, seedText, horizon, path] = process.argv.slice(2);
const seed = Math.imul(Number(seedText), 0x9e3779b1);
const p = JSON.parse(fs.readFileSync(path, 'utf8'))[model];
const sim = new { mm1: MM1, approvals: Approvals }[model](p);
sim.timeEnd = Number(horizon);
const start = process.cpuUsage();
sim.finished.addEventListener(() => {
  const { user, system } = process.cpuUsage(start);
  console.log(JSON.stringify({
    version: `SimScript ${version}, Node ${process.versions.node}`,
    steps: sim.steps,
    seconds: (user + system) / 1e6,
    mean: sim.spent / sim.ended,
  }));
});
sim.start(true);

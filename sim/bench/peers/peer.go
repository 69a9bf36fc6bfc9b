package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
)

// result is what a peer prints about one run.
type result struct {
	Version string  `json:"version"`
	Steps   uint64  `json:"steps"`
	Seconds float64 `json:"seconds"`
	Mean    float64 `json:"mean"`
}

func (r result) nsPerStep() float64 { return r.Seconds * 1e9 / float64(r.Steps) }

// peer is a simulator under comparison.
type peer struct {
	name    string
	horizon map[string]float64 // by model: simulated time that takes a second or two
	run     func(model string, seed uint64, horizon float64) (result, error)
}

// models in the order of the table.
var models = []string{"mm1", "approvals"}

func peers(p parameters, path string) []peer {
	return []peer{
		{"Cumbre", map[string]float64{"mm1": 8e6, "approvals": 2e7}, func(model string, seed uint64, horizon float64) (result, error) {
			return ours(p, model, seed, horizon), nil
		}},
		{"SimPy", map[string]float64{"mm1": 2e5, "approvals": 4e5}, script(path, python(), "simpy_peer.py")},
		{"SimScript", map[string]float64{"mm1": 2e4, "approvals": 4e4}, script(path, "node", "simscript_peer.cjs")},
	}
}

// ours runs a model on this project's kernel. Setting up counts, as it is part of a run.
func ours(p parameters, model string, seed uint64, horizon float64) result {
	var r result
	start := cpuSeconds()
	switch model {
	case "mm1":
		r.Steps, r.Mean = newMM1(p.MM1, seed).run(horizon)
	case "approvals":
		r.Steps, r.Mean = newApprovals(p.Approvals, seed).run(horizon)
	}
	r.Seconds = cpuSeconds() - start
	r.Version = "Cumbre, " + runtime.Version()
	return r
}

// script returns a function that runs a peer's program and reads what it prints.
func script(parameters, interpreter, program string) func(string, uint64, float64) (result, error) {
	return func(model string, seed uint64, horizon float64) (result, error) {
		var r result
		var stderr bytes.Buffer
		cmd := exec.Command(interpreter, program, model, strconv.FormatUint(seed, 10), strconv.FormatFloat(horizon, 'f', -1, 64), parameters)
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err == nil {
			err = json.Unmarshal(out, &r)
		}
		if err == nil && r.Steps == 0 {
			err = errors.New("no step was simulated")
		}
		if err != nil {
			return r, fmt.Errorf("%s %s: %w: %s", interpreter, program, err, lastLine(stderr.String()))
		}
		return r, nil
	}
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndex(s, "\n")+1:]
}

// python returns an interpreter that has SimPy: the first in the path, or else Debian's
// own, for which apt installs packages. $PYTHON overrides.
func python() string {
	if p := os.Getenv("PYTHON"); p != "" {
		return p
	}
	for _, p := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(p, "-c", "import simpy").Run() == nil {
			return p
		}
	}
	return "python3"
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"cumbre/scenarios"
)

// finding runs a scenario, and its base if it has one, and says what came out.
func (l *library) finding(info scenarios.Info) (f scenarios.Finding, err error) {
	q, ok := questions[info.Name]
	if !ok {
		return f, fmt.Errorf("%s: measure.go has no line for it: what is its question about?", info.Name)
	}
	s, err := l.run(info.Name)
	if err != nil {
		return f, err
	}
	var base *runs
	if info.Extends != "" {
		if base, err = l.run(info.Extends); err != nil {
			return f, err
		}
	}
	f = scenarios.Finding{Scenario: info.Name, Hash: scenarios.Hash(s.Spec), Seed: seed, Replications: s.Replications, Digest: s.Digest}
	if f.Fingerprint, err = fingerprint(s.Spec); err != nil {
		return f, err
	}
	if base != nil && comparable(s, base) {
		f.Effects = effects(s, base, q)
	} else {
		f.Effects = effects(s, nil, q)
	}
	var known []compared
	if len(s.Designs) == 1 {
		if known, err = targets(s.Spec, l.replications); err != nil {
			return f, err
		}
	}
	f.Says.ES = newVoice("es", s, base).say(f.Effects, known)
	f.Says.EN = newVoice("en", s, base).say(f.Effects, known)
	return f, nil
}

// state is what the library and the model are now, as far as findings depend on it.
type state struct{ scenario, hash, fingerprint string }

// present is the state of every scenario.
func present() ([]state, error) {
	var all []state
	for _, info := range scenarios.List() {
		spec, err := scenarios.Load(info.Name, nil)
		if err != nil {
			return nil, err
		}
		mark, err := fingerprint(spec)
		if err != nil {
			return nil, err
		}
		all = append(all, state{info.Name, scenarios.Hash(spec), mark})
	}
	return all, nil
}

// stale says which findings are not those of the present library and model, and why.
func stale(found []scenarios.Finding, now []state) []string {
	var old []string
	for _, s := range now {
		i := slices.IndexFunc(found, func(f scenarios.Finding) bool { return f.Scenario == s.scenario })
		switch {
		case i < 0:
			old = append(old, s.scenario+": no finding")
		case found[i].Hash != s.hash:
			old = append(old, s.scenario+": the scenario says something else than when it was run")
		case found[i].Fingerprint != s.fingerprint:
			old = append(old, s.scenario+": the model gives other results than when it was run")
		}
	}
	for _, f := range found {
		if !slices.ContainsFunc(now, func(s state) bool { return s.scenario == f.Scenario }) {
			old = append(old, f.Scenario+": no such scenario")
		}
	}
	return old
}

// sample chooses n scenarios to run in full. The choice hangs on the present state, so
// that every change of model or library looks at others.
func sample(now []state, n int) []string {
	h := sha256.New()
	for _, s := range now {
		h.Write([]byte(s.scenario + s.hash + s.fingerprint))
	}
	key := h.Sum(nil)
	rank := func(s state) string {
		sum := sha256.Sum256(append(slices.Clone(key), s.scenario...))
		return hex.EncodeToString(sum[:])
	}
	sorted := slices.Clone(now)
	slices.SortFunc(sorted, func(a, b state) int { return strings.Compare(rank(a), rank(b)) })
	var names []string
	for _, s := range sorted[:min(n, len(sorted))] {
		names = append(names, s.scenario)
	}
	return names
}

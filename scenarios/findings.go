package scenarios

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

//go:embed findings.json
var shippedFindings []byte

// FindingsFile is the file of the library that holds its findings; `make findings`
// writes it anew.
const FindingsFile = "findings.json"

// Finding is what a scenario of the library showed when it was last run, and what it
// takes to tell whether it still would.
type Finding struct {
	Scenario string `json:"scenario"`
	Hash     string `json:"hash"` // of the Spec that was run, see [Hash]
	// Fingerprint is the digest of the first replication of every design: it tells a
	// change of the model that leaves the scenario as it was.
	Fingerprint  string `json:"fingerprint"`
	Seed         uint64 `json:"seed"`
	Replications int    `json:"replications"`
	Digest       string `json:"digest"` // of all runs, as that of a comparison
	// Says are the plain sentences, first what changed against the base, if there is
	// one, then what the designs do.
	Says struct {
		ES []string `json:"es"`
		EN []string `json:"en"`
	} `json:"says"`
	Effects []Effect `json:"effects"` // the figures behind the sentences on the base and on single measures
}

// In returns the sentences in lang, "es" or (any other) English.
func (f Finding) In(lang string) []string {
	if lang == "es" {
		return f.Says.ES
	}
	return f.Says.EN
}

// Kind says what an effect is the difference between.
type Kind string

// The kinds of effect.
const (
	AgainstBase   Kind = "base"    // a design in this scenario less the same design in the base
	LeadMoves     Kind = "lead"    // the difference between two designs here less that in the base
	AgainstDesign Kind = "designs" // one design of the scenario less another
)

// Effect is a paired difference with its 95 % interval, rounded to six digits.
type Effect struct {
	Kind      Kind    `json:"kind"`
	Design    string  `json:"design"`
	Against   string  `json:"against"` // a scenario or a design
	Measure   string  `json:"measure"`
	Unit      string  `json:"unit"`
	N         int     `json:"n"` // pairs with a value on both sides
	Mean      float64 `json:"mean"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	AdjustedP float64 `json:"adjusted_p"` // after Holm (1979), for all effects of the finding
}

// Findings returns those of the whole library, in the order of [List].
func Findings() []Finding { return slices.Clone(findings()) }

var findings = sync.OnceValue(func() []Finding {
	var all []Finding
	if err := json.Unmarshal(shippedFindings, &all); err != nil {
		panic("scenarios: " + FindingsFile + ": " + err.Error()) // part of the program; `make findings` writes it
	}
	return all
})

// FindingOf returns the finding of a library scenario; ok is false if there is none.
func FindingOf(scenario string) (f Finding, ok bool) {
	all := findings()
	i := slices.IndexFunc(all, func(f Finding) bool { return f.Scenario == scenario })
	if i < 0 {
		return Finding{}, false
	}
	return all[i], true
}

package sweep

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"cumbre/model"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// The files of a folder of a study, beside its parts.
const (
	identityName = "sweep.json"
	StudyName    = "study.yaml" // the study, written out
	scenarioDir  = "scenario"   // the scenario, written out, under its own name
	RunsName     = "runs.parquet"
	YearsName    = "years.parquet"
	ManifestName = "manifest.json"
	ReadmeName   = "README.txt"
	runsCSVName  = "runs.csv"
	yearsCSVName = "years.csv"
)

// program marks the files of a sweep. It is not that of other results, so that no other
// command takes the folder for its own.
const program = "cumbre sweep"

// identity is sweep.json: what a folder is of. Parts may be put together if all but
// Replications agree.
type identity struct {
	Program      string   `json:"program"`
	Version      string   `json:"version"`
	ScenarioName string   `json:"scenario"`
	Scenario     string   `json:"scenario_sha256"`
	Designs      []string `json:"designs"`
	Sweep        []string `json:"sweep"`
	Sample       []string `json:"sample"`
	Until        string   `json:"until,omitempty"`
	Seed         uint64   `json:"seed"`
	Years        bool     `json:"years"`
	Replications int      `json:"replications"` // with until, the most there may be
}

func newIdentity(s *study.Study, version string) identity {
	id := identity{
		Program: program, Version: version, ScenarioName: s.Spec.Name, Scenario: scenarios.Hash(s.Spec), Designs: s.DesignNames(),
		Sweep: []string{}, Sample: []string{}, Seed: s.Seed, Years: s.Years, Replications: s.Replications,
	}
	for _, f := range s.Grid {
		id.Sweep = append(id.Sweep, f.Name()+": ["+scenarios.LevelsOf(f)+"]")
	}
	if s.Sample.Sampler != nil {
		id.Sample = append(id.Sample, s.Sample.Sampler.Name, s.Sample.Sampler.SizeKey+": "+fmt.Sprint(s.Sample.Size))
	}
	for _, f := range s.Sample.Factors {
		id.Sample = append(id.Sample, f.Name()+": "+scenarios.RangeOf(f))
	}
	if s.Until != nil {
		id.Until = scenarios.UntilOf(s.Until)
	}
	return id
}

// digest is of all but the number of replications, which may grow.
func (id identity) digest() string {
	id.Replications = 0
	data, err := json.Marshal(id)
	if err != nil {
		panic(err) // strings and numbers cannot fail
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Change is one thing in which a folder is of another study.
type Change struct {
	What     model.Text
	Old, New string
}

// changes lists in what two identities differ, and fewer replications.
func (id identity) changes(now identity) []Change {
	var all []Change
	add := func(es, en string, old, now any) {
		if a, b := fmt.Sprint(old), fmt.Sprint(now); a != b {
			all = append(all, Change{model.Text{ES: es, EN: en}, a, b})
		}
	}
	add("versión del programa", "version of the program", id.Version, now.Version)
	add("escenario", "scenario", id.ScenarioName, now.ScenarioName)
	add("escenario (SHA-256)", "scenario (SHA-256)", id.Scenario, now.Scenario)
	add("diseños", "designs", id.Designs, now.Designs)
	add("sweep", "sweep", id.Sweep, now.Sweep)
	add("sample", "sample", id.Sample, now.Sample)
	add("until", "until", id.Until, now.Until)
	add("semilla", "seed", id.Seed, now.Seed)
	add("series anuales", "yearly series", id.Years, now.Years)
	if now.Replications < id.Replications {
		add("menos réplicas", "fewer replications", id.Replications, now.Replications)
	}
	return all
}

// ErrForeign is a folder that holds other things.
var ErrForeign = errors.New("the folder holds other things")

// ChangedError says that a folder is of another study, scenario or version.
type ChangedError struct {
	Dir     string
	Changes []Change
}

// Error names what changed.
func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s is of another study: %d changes", e.Dir, len(e.Changes))
}

// readIdentity reads what a folder is of; fs.ErrNotExist if it is of no study.
func readIdentity(dir string) (id identity, err error) {
	data, err := os.ReadFile(filepath.Join(dir, identityName))
	if err != nil {
		return id, err
	}
	if err := json.Unmarshal(data, &id); err != nil || id.Program != program {
		return id, ErrForeign
	}
	return id, nil
}

// IsStudy reports whether a folder is of a study.
func IsStudy(dir string) bool {
	_, err := readIdentity(dir)
	return err == nil
}

// Check says why a folder cannot take the results of a study: *ChangedError if it is of
// another, ErrForeign if it holds other things; nil if it can.
func Check(dir string, s *study.Study, version string) error {
	// The mark is the first that gets its name in a folder. So what there is is listed before
	// the mark is looked for: of another process that begins meanwhile nothing is seen without it.
	entries, listing := os.ReadDir(dir)
	id, err := readIdentity(dir)
	switch {
	case err == nil:
		if changes := id.changes(newIdentity(s, version)); len(changes) > 0 {
			return &ChangedError{dir, changes}
		}
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case errors.Is(listing, fs.ErrNotExist):
		return nil
	case slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !isTemp(e.Name()) }):
		return ErrForeign
	}
	return listing
}

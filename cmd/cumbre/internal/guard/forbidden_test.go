package guard

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the simulation may not touch, so that a run depends on its inputs alone and
// compiles to WebAssembly. Files are read whatever their build tags.
var (
	pure = []string{"sim", "model", "scenarios"}

	// programs are commands that live beside what they measure.
	programs = []string{"sim/bench"}

	// inRun are the packages whose results are simulation results; those of the other
	// packages are computed after the run. Their subfolders are listed on their own.
	inRun = []string{"sim", "sim/abc", "sim/rng", "sim/detmath", "sim/experiment", "sim/sens", "model", "model/machine", "model/robust", "model/study"}

	forbidden = map[string]string{
		"os":                                "reads the machine",
		"os/exec":                           "reads the machine",
		"os/signal":                         "reads the machine",
		"io/ioutil":                         "reads the machine",
		"syscall":                           "reads the machine",
		"net":                               "reads the network",
		"net/http":                          "reads the network",
		"log":                               "writes to the machine: return an error, or use a trace hook",
		"log/slog":                          "writes to the machine: return an error, or use a trace hook",
		"math/rand":                         "is not a keyed stream: use sim/rng",
		"crypto/rand":                       "is not a keyed stream: use sim/rng",
		"golang.org/x/exp/rand":             "is deprecated: use sim/rng",
		"golang.org/x/exp/slices":           "is deprecated: use slices",
		"golang.org/x/exp/maps":             "is deprecated: use maps",
		"unsafe":                            "depends on the platform",
		"github.com/spf13/cobra":            "belongs to cmd",
		"golang.org/x/term":                 "belongs to cmd",
		"github.com/schollz/progressbar/v3": "belongs to cmd",
	}

	// forbiddenInRun are fine after a run, not inside one.
	forbiddenInRun = map[string]string{
		"math/rand/v2": "is not a keyed stream: use sim/rng",
		"math/cmplx":   "differs between platforms",
		"gonum.org/":   "differs between platforms",
	}

	// clock are the functions of package time that read or wait for the machine's clock.
	clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Local", "LoadLocation"}
)

// impure finds what the pure packages import or call and should not.
func impure(m *module) []string {
	var found []string
	for _, f := range m.within(pure...) {
		dir := path.Dir(f.name)
		if contains(programs, dir) {
			continue
		}
		for imported, line := range m.imports(f) {
			why, bad := forbidden[imported]
			if !bad && slices.Contains(inRun, dir) && !(dir == "sim/rng" && imported == "math/rand/v2") {
				why, bad = prefixed(forbiddenInRun, imported) // sim/rng may key a generator of rand/v2
			}
			if bad {
				found = append(found, fmt.Sprintf("%s:%d: %s %s", f.name, line, imported, why))
			}
		}
		m.selectors(f, "time", func(s *ast.SelectorExpr, line int) {
			if slices.Contains(clock, s.Sel.Name) {
				found = append(found, fmt.Sprintf("%s:%d: time.%s reads the machine's clock or its time zone", f.name, line, s.Sel.Name))
			}
		})
	}
	slices.Sort(found)
	return found
}

// prefixed looks imported up among paths and, where they end in a slash, prefixes.
func prefixed(paths map[string]string, imported string) (string, bool) {
	for p, why := range paths {
		if imported == p || strings.HasSuffix(p, "/") && strings.HasPrefix(imported, p) {
			return why, true
		}
	}
	return "", false
}

// packages returns the import paths of the packages in folders and those below them.
func (m *module) packages(folders ...string) []string {
	var paths []string
	for _, f := range m.within(folders...) {
		if dir := path.Dir(f.name); !contains(programs, dir) {
			paths = append(paths, "cumbre/"+dir)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// reached are packages that the pure ones may not depend on through others either.
// (Package os is reached through fmt, so it cannot be among them.)
var reached = []string{"net", "net/http", "os/exec", "log", "golang.org/x/exp/rand"}

// reaches lists the packages of reached that a build of pure packages contains.
func reaches(t *testing.T, m *module, env []string, packages ...string) []string {
	t.Helper()
	deps, _ := m.command(t, env, "go", append([]string{"list", "-deps", "-f", "{{.ImportPath}}"}, packages...)...)
	var found []string
	for dep := range strings.Lines(deps) {
		if dep = strings.TrimSpace(dep); slices.Contains(reached, dep) {
			found = append(found, dep)
		}
	}
	return found
}

var wasm = []string{"GOOS=js", "GOARCH=wasm"}

func TestSimulationIsPure(t *testing.T) {
	m := ours(t)
	require.Empty(t, impure(m))
	for _, env := range [][]string{nil, wasm} {
		require.Empty(t, reaches(t, m, env, m.packages("sim", "model")...), "go list -deps shows through whom")
		require.Subset(t, []string{"net"}, reaches(t, m, env, m.packages("scenarios")...),
			"go list -deps shows through whom (jsonschema reaches net, for the type of an address)")
	}
}

func TestSimulationCompilesToWebAssembly(t *testing.T) {
	m := ours(t)
	m.command(t, wasm, "go", append([]string{"build"}, m.packages(pure...)...)...)
}

func TestGuardSeesWhatIsNotPure(t *testing.T) {
	m := example(t, `
-- sim/sim.go --
package sim

import (
	"math/rand/v2"
	"os"
	clock "time"
)

var _ = os.Args
var _ = rand.Int()
var _ = clock.Now()
var _ = clock.UTC
-- sim/sim_test.go --
package sim

import _ "os"
-- sim/stat/stat.go --
package stat

import _ "math/rand/v2"
-- sim/bench/ratios/main.go --
package main

import _ "os"
-- model/wasm_js.go --
//go:build js

package model

import (
	_ "gonum.org/v1/gonum/stat"
	_ "net/http"
)
-- model/model.go --
package model

import _ "cumbre/scenarios"
-- scenarios/scenarios.go --
package scenarios

import _ "log/slog"
`)
	require.Equal(t, []string{
		"model/wasm_js.go:6: gonum.org/v1/gonum/stat differs between platforms",
		"model/wasm_js.go:7: net/http reads the network",
		"scenarios/scenarios.go:3: log/slog " + forbidden["log/slog"],
		"sim/sim.go:11: time.Now reads the machine's clock or its time zone",
		"sim/sim.go:4: math/rand/v2 is not a keyed stream: use sim/rng",
		"sim/sim.go:5: os reads the machine",
	}, impure(m))
	require.Equal(t, []string{"log"}, reaches(t, m, nil, m.packages(pure...)...), "log/slog depends on log")
}

package guard

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// layers in the order of dependence: each may import those before it.
var layers = []string{"sim", "model", "scenarios", "cmd"}

// againstDirection finds the imports that point to a later layer. Tests count too: a
// kernel tested by means of the model would not be usable without it.
func againstDirection(m *module) []string {
	var found []string
	for _, f := range m.files {
		from := slices.Index(layers, top(path.Dir(f.name)))
		if from < 0 {
			continue // outsideLayers says so
		}
		for imported, line := range m.imports(f) {
			rest, inModule := strings.CutPrefix(imported, "cumbre/")
			if to := slices.Index(layers, top(rest)); inModule && to > from {
				found = append(found, fmt.Sprintf("%s:%d: %s must not import %s", f.name, line, layers[from], imported))
			}
		}
	}
	slices.Sort(found)
	return found
}

// outsideLayers finds Go files that belong to no layer.
func outsideLayers(m *module) []string {
	var found []string
	for _, f := range m.files {
		if !slices.Contains(layers, top(path.Dir(f.name))) {
			found = append(found, f.name+": in none of "+strings.Join(layers, ", "))
		}
	}
	return found
}

func top(dir string) string {
	first, _, _ := strings.Cut(dir, "/")
	return first
}

func TestImportsPointOneWay(t *testing.T) {
	m := ours(t)
	require.Empty(t, outsideLayers(m))
	require.Empty(t, againstDirection(m))
}

func TestGuardSeesAnImportAgainstTheDirection(t *testing.T) {
	m := example(t, `
-- sim/sim.go --
package sim

import _ "cumbre/model/compare"
-- model/compare/a_test.go --
package compare

import (
	_ "cumbre/sim"
	_ "cumbre/scenarios"
)
-- cmd/main.go --
package main

import _ "cumbre/scenarios"
-- tools/tool.go --
package tools
`)
	require.Equal(t, []string{
		"model/compare/a_test.go:5: model must not import cumbre/scenarios",
		"sim/sim.go:3: sim must not import cumbre/model/compare",
	}, againstDirection(m))
	require.Equal(t, []string{"tools/tool.go: in none of sim, model, scenarios, cmd"}, outsideLayers(m))
}

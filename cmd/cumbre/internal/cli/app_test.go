package cli

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// session runs the program in English with a stand-in for the simulation.
func session(run runFunc, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, tongue: tongue{"en"}, run: run}
	return a.main(), out.String(), errs.String()
}

// interrupted runs two replications of those asked for and is then stopped.
func interrupted(_ context.Context, spec *model.Spec, o compare.Options) (*compare.Comparison, error) {
	o.Replications = 2
	c, err := compare.Run(context.Background(), spec, o)
	if err == nil {
		c.Interrupted = true
	}
	return c, err
}

func TestInterruptionPrintsWhatThereIsAndHowToGetTheRest(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	args := []string{"compare", "-n", "50", "--designs", "light,sherpa", "-o", out}
	code, stdout, stderr := session(interrupted, args...)
	require.Equal(t, exitFailed, code)
	require.Contains(t, stdout, "2 replications")
	require.Contains(t, stdout, "INTERRUPTED")
	require.Contains(t, strings.Join(strings.Fields(stdout), " "), "The run was interrupted")
	require.Contains(t, stderr, "interrupted with 2 of 50 replications; to get them all: cumbre compare -n 50 --designs light,sherpa -o "+out)
	manifest, err := os.ReadFile(filepath.Join(out, manifestName))
	require.NoError(t, err)
	require.Contains(t, string(manifest), `"interrupted": true`)

	code, stdout, _ = session(interrupted, "compare", "--json")
	require.Equal(t, exitFailed, code)
	require.Contains(t, stdout, `"interrupted": true`)

	code, stdout, stderr = session(interrupted, "run", "-n", "9")
	require.Equal(t, exitFailed, code)
	require.Contains(t, stdout, "INTERRUPTED")
	require.Contains(t, stderr, "interrupted with 2 of 9 replications")
}

// Interrupted before the first replication there is nothing to show, and that
// is no crash, in any form of output.
func TestInterruptedAtOnce(t *testing.T) {
	atOnce := func(_ context.Context, spec *model.Spec, o compare.Options) (*compare.Comparison, error) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		return compare.Run(ctx, spec, o)
	}
	for _, args := range [][]string{
		{"compare"}, {"compare", "--json"}, {"compare", "-o", filepath.Join(t.TempDir(), "out")}, {"run"}, {"run", "--csv"}, {"run", "--json"},
	} {
		code, stdout, stderr := session(atOnce, args...)
		require.Equal(t, exitFailed, code, args)
		require.NotContains(t, stdout, "NaN")
		require.Contains(t, stderr, "interrupted with 0 of 200 replications")
	}
}

// A failing run exits with 1, prints nothing and leaves nothing behind, not
// even what had been there before half changed.
func TestFailedRunLeavesNoTrace(t *testing.T) {
	broken := func(_ context.Context, spec *model.Spec, o compare.Options) (*compare.Comparison, error) {
		result := model.NewRunner(spec, 0).Run(1, 0)
		return nil, errors.Join(o.Each(0, 0, result), errors.New("replication 3 of seed 1: panic: veto without a member"))
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "new", "deep")
	code, stdout, stderr := session(broken, "compare", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Empty(t, stdout)
	require.Equal(t, "cumbre: replication 3 of seed 1: panic: veto without a member\n", stderr)
	require.NoDirExists(t, out)

	old := filepath.Join(dir, "old")
	require.NoError(t, os.Mkdir(old, 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(old, manifestName), []byte(`{"program": "cumbre"}`), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(old, "runs.csv"), []byte("before"), 0o666))
	code, _, _ = session(broken, "compare", "-o", old)
	require.Equal(t, exitFailed, code)
	entries, err := os.ReadDir(old)
	require.NoError(t, err)
	require.Len(t, entries, 2)
	kept, err := os.ReadFile(filepath.Join(old, "runs.csv"))
	require.NoError(t, err)
	require.Equal(t, "before", string(kept))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestUnwritableOutputIsAFailure(t *testing.T) {
	for _, args := range [][]string{{"compare", "-n", "1"}, {"compare", "-n", "1", "--json"}, {"params"}, {"params", "--csv"}, {"scenario", "list"}, {"version"}, {"diagram"}} {
		var errs bytes.Buffer
		a := &app{args: args, stdin: strings.NewReader(""), stdout: full{}, stderr: &errs, tongue: tongue{"en"}, run: compare.Run}
		require.Equal(t, exitFailed, a.main(), args)
		require.Contains(t, errs.String(), "no space left on device")
	}
}

func TestLanguageOfTheEnvironment(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		want string
		args []string
		env  func(string) string
	}{
		{"en", nil, env()},
		{"es", nil, env("LANG", "es_PE.UTF-8")},
		{"en", nil, env("LANG", "es_PE.UTF-8", "LC_ALL", "C")},
		{"es", nil, env("LANG", "en_US", "LC_MESSAGES", "es")},
		{"en", nil, env("LANG", "pt_BR")},
		{"en", []string{"compare", "--lang", "en"}, env("LANG", "es")},
		{"es", []string{"--lang=es", "compare"}, env()},
		{"es", []string{"--lang", "en", "--lang", "es"}, env()},
		{"en", []string{"compare", "--", "--lang", "es"}, env()},
		{"en", []string{"compare", "--lang"}, env()},
	} {
		require.Equal(t, c.want, pickLanguage(c.args, c.env).lang, c.args)
	}
}

func TestColumnsSayTheirUnitOnce(t *testing.T) {
	for want, c := range map[string][2]string{
		"throughput_mandates_per_year":    {"throughput", "mandates/year"},
		"cost_per_fulfilled_usd_thousand": {"cost_per_fulfilled", "USD thousand/mandate"},
		"official_days_per_fulfilled":     {"official_days_per_fulfilled", "official-days/mandate"},
		"median_days_to_adoption":         {"median_days_to_adoption", "days"},
		"implementation_gap_share":        {"implementation_gap", "share"},
		"depth":                           {"depth", "depth"},
		"cohesion_index":                  {"cohesion", "index"},
		"plain":                           {"plain", ""},
	} {
		require.Equal(t, want, column(c[0], c[1]))
	}
	seen := map[string]bool{}
	for _, m := range model.Metrics() {
		name := column(m.String(), m.Info().Unit)
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, name)
		require.LessOrEqual(t, len(name), 64)
		require.False(t, seen[name], name)
		seen[name] = true
	}
}

func TestCellsReadBackToTheSameBits(t *testing.T) {
	require.Equal(t, "0.1", cell(0.1))
	third, err := strconv.ParseFloat(cell(1.0/3), 64)
	require.NoError(t, err)
	require.Equal(t, 1.0/3, third)
	require.Empty(t, cell(math.NaN()))
	require.Empty(t, cell(math.Inf(-1)))
}

func TestQuoteForAShell(t *testing.T) {
	for in, want := range map[string]string{
		"compare": "compare", "-o": "-o", "a=0.5": "a=0.5", "": "''", "my file.yaml": "'my file.yaml'", "it's": `'it'\''s'`, "$HOME;x": "'$HOME;x'", "año": "'año'",
	} {
		require.Equal(t, want, quote(in))
	}
}

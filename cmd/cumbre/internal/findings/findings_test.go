package main

import (
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/scenarios"
)

const renew = "a finding is old: make findings"

// libraryFolder is where the library is, seen from here.
const libraryFolder = "../../../../" + folder

// today is the present state, computed once.
var today = sync.OnceValues(present)

// Every finding is that of the scenario and the model as they are: no file of the
// library has changed since, and no first replication of any design.
func TestFindingsAreOfThisLibraryAndModel(t *testing.T) {
	now, err := today()
	require.NoError(t, err)
	require.Empty(t, stale(scenarios.Findings(), now), renew)
}

// Two findings are made anew, whole: runs, figures, sentences. Which two hangs on the
// state of library and model.
func TestFindingsComeOutAgain(t *testing.T) {
	now, err := today()
	require.NoError(t, err)
	require.Empty(t, stale(scenarios.Findings(), now), renew)
	l := newLibrary(replications)
	for _, name := range sample(now, 2) {
		want, ok := scenarios.FindingOf(name)
		require.True(t, ok)
		got, err := l.finding(infoOf(t, name))
		require.NoError(t, err)
		require.Equal(t, want, got, renew)
	}
}

func infoOf(t *testing.T, name string) scenarios.Info {
	t.Helper()
	for _, i := range scenarios.List() {
		if i.Name == name {
			return i
		}
	}
	t.Fatalf("no scenario %s", name)
	return scenarios.Info{}
}

// The pages are what the findings and the library give.
func TestPagesAreCurrent(t *testing.T) {
	for lang, name := range pages {
		got, err := os.ReadFile(filepath.Join(libraryFolder, name))
		require.NoError(t, err)
		require.Equal(t, string(page(lang, scenarios.Findings())), string(got), renew)
	}
	data, err := encode(scenarios.Findings())
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(libraryFolder, scenarios.FindingsFile))
	require.NoError(t, err)
	require.Equal(t, string(data), string(got), renew)
}

// Elsewhere than in the module's folder nothing is run or written.
func TestWriteElsewhere(t *testing.T) {
	dir := t.TempDir()
	require.ErrorContains(t, write(dir, io.Discard), "run this in the module's folder")
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, files)
}

// What is old is found, whatever made it so.
func TestStale(t *testing.T) {
	found := []scenarios.Finding{{Scenario: "a", Hash: "1", Fingerprint: "x"}, {Scenario: "b", Hash: "2", Fingerprint: "y"}}
	now := []state{{"a", "1", "x"}, {"b", "2", "y"}}
	require.Empty(t, stale(found, now))
	require.Equal(t, []string{"b: the scenario says something else than when it was run"}, stale(found, []state{now[0], {"b", "3", "z"}}))
	require.Equal(t, []string{"a: the model gives other results than when it was run"}, stale(found, []state{{"a", "1", "z"}, now[1]}))
	require.Equal(t, []string{"c: no finding"}, stale(found, append(now, state{"c", "", ""})))
	require.Equal(t, []string{"b: no such scenario"}, stale(found, now[:1]))
}

// The sample is of different scenarios, and another one where anything is different.
func TestSample(t *testing.T) {
	now := []state{{"a", "1", ""}, {"b", "2", ""}, {"c", "3", ""}, {"d", "4", ""}, {"e", "5", ""}}
	first := sample(now, 2)
	require.Equal(t, first, sample(now, 2))
	require.Len(t, first, 2)
	require.NotEqual(t, first[0], first[1])
	seen := map[string]bool{}
	for i := range 40 {
		now[0].fingerprint = string(rune('a' + i))
		for _, name := range sample(now, 2) {
			seen[name] = true
		}
	}
	require.Len(t, seen, len(now), "in the course of changes every scenario is looked at")
}

// Every scenario says what its question is about, and nothing says it of none.
func TestQuestionsAreThoseOfTheLibrary(t *testing.T) {
	names := map[string]bool{}
	for _, i := range scenarios.List() {
		names[i.Name] = true
		require.Contains(t, questions, i.Name)
	}
	require.Len(t, questions, len(names))
	for name, q := range questions {
		for _, m := range append(append(append([]measure(nil), always...), q.base...), q.designs...) {
			got := measureNamed(m.name)
			require.Equal(t, m.text, got.text, name)
		}
	}
}

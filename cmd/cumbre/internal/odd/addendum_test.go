package odd

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/scenarios"
)

// Of every scenario of the library the addendum says where it comes from and what it
// changes, the same in both languages.
func TestAddendaOfTheLibrary(t *testing.T) {
	for _, info := range scenarios.List() {
		s, err := Read(info.Name, nil)
		require.NoError(t, err, info.Name)
		en, es := Addendum(s, "en", "v1.2.3"), Addendum(s, "es", "v1.2.3")
		require.Equal(t, outline(en), outline(es), info.Name)
		for _, text := range []string{info.Title.EN, info.Question.EN, info.Source.EN, scenarios.Hash(s.Spec), "`v1.2.3`", s.Spec.Start.String()} {
			require.Contains(t, en, text, info.Name)
		}
		for _, d := range s.Spec.Designs {
			require.Contains(t, en, "### "+d.Title.EN+" (`"+d.Name+"`)", info.Name)
		}
		if info.Name == scenarios.Default {
			require.Nil(t, s.Base)
			require.Contains(t, en, "The scenario stands alone")
			continue
		}
		require.NotNil(t, s.Base, info.Name)
		require.Equal(t, scenarios.Default, s.Chain[len(s.Chain)-1], info.Name)
		require.Contains(t, en, "Against `"+s.Chain[0]+"`", info.Name)
	}
}

// files reads scenarios that a test writes.
func files(all map[string]string) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		if text, ok := all[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
}

const everything = `
scenario: {es: Todo, en: Everything}
extends: pacific-alliance
end: 2035-12-31
parameters: {mandates_per_summit: 60, ratification_days: 650}
switches: {friction: off}
rules: {summit: simple_majority}
members:
  PE: {ppt_capability: 0.3}
  EC: {name: Ecuador, population: 17600000, joins: true, term_years: 4, ideal: 0.5}
dimensions: {goods: {depth: 0.4}}
presidency: {order: [PE, MX, CO, CL]}
observers: [{date: 2013-06-30, count: 17, source: mine}]
groups: [{name: Only, dimension: goods}]
designs: [sherpa, hybrid]
without_events: [pandemic]
events:
  - {date: 2026-07-01, id: joins, accession: {member: EC}, source: hypothesis}
  - {date: 2027-07-01, set: {noise: 0.1}}
`

// changesOf is the section on what a scenario changes.
func changesOf(t *testing.T, text string) string {
	_, after, ok := strings.Cut(text, "## What it changes\n")
	require.True(t, ok)
	section, _, ok := strings.Cut(after, "\n## ")
	require.True(t, ok)
	return section
}

// What a file changes is told, each thing with what it was, and nothing else.
func TestEveryKindOfChangeIsTold(t *testing.T) {
	s, err := Read("all.yaml", files(map[string]string{"all.yaml": everything}))
	require.NoError(t, err)
	text := Addendum(s, "en", "")
	section := changesOf(t, text)
	for _, row := range []string{
		"| horizon | 2011-04-28 to 2030-12-31 | 2011-04-28 to 2035-12-31 |",
		"| `mandates_per_summit` | 75 | 60 | 72 | – | 0 to 200 | mandates | data | ",
		"| `ratification_days` | 700 | 650 | ",
		"| `friction` | on | off | ",
		"| `PE.ppt_capability` | 0.85 | 0.3 | 0.85 | 0.6 to 1 | 0 to 1 | probability | assumption | ",
		"| `EC.term_years` | – | 4 | ",
		"| + | `EC` | Ecuador | 17,600,000 | from 2026-07-01 |",
		"| − | `goods` | 0.45 | 0.5 | 1.5 | yes |", "| + | `goods` | 0.4 | 0.5 | 1.5 | yes |",
		"| − | `summit` | `unanimity` |", "| + | `summit` | `simple_majority` |",
		"| − | `CL` → `CO` → `MX` → `PE` |", "| + | `PE` → `MX` → `CO` → `CL` |",
		"| − | 2013-06-30 | 16 | ", "| + | 2013-06-30 | 17 | mine |",
		"| + | Only | `goods` | 2011-04-28 | | 1 | – |", "| − | Digital agenda | ",
		"| − | 2020-03-11 | `pandemic` | ",
		"| + | 2026-07-01 | `joins` | `accession` | member = EC | hypothesis |",
		"| + | 2027-07-01 | `–` | `set` | `noise` = 0.1 | – |",
		"| − | `light` | ", "| + | `hybrid` | ",
	} {
		require.Contains(t, squeezed(section), row)
	}
	for _, same := range []string{"`MX.", "contested-handover", "`officials_per_ministry`", "| − | `sherpa`", "| + | `sherpa`", "`services` | 0.3"} {
		require.NotContains(t, section, same)
	}
	require.Contains(t, text, "| `noise` | 0.07 | 0.1 | depth | event `–` of 2027-07-01 | ", "a value that an event sets")
	require.Contains(t, text, "| `friction` | A member's two ministries")
}

var blanks = regexp.MustCompile(` +`)

func squeezed(s string) string { return blanks.ReplaceAllString(s, " ") }

// A file that only gives another title changes nothing, and says so.
func TestNothingChanged(t *testing.T) {
	s, err := Read("a.yaml", files(map[string]string{"a.yaml": "scenario: Same\nextends: b.yaml\n", "b.yaml": "scenario: Base\nextends: pandemic\n"}))
	require.NoError(t, err)
	require.Equal(t, []string{"b.yaml", "pandemic", "regular-calendar", "pacific-alliance"}, s.Chain)
	require.Contains(t, Addendum(s, "en", ""), "Nothing: only title, question and source differ from those of `b.yaml`.")
}

// A scenario written out in full, as in a folder of results, tells its values against
// the registry, rules of designs included.
func TestAddendumOfAScenarioThatStandsAlone(t *testing.T) {
	spec, err := scenarios.Load("weak-link-presidency", nil)
	require.NoError(t, err)
	rule, err := model.ParseRule("consensus_minus(1)")
	require.NoError(t, err)
	spec.Designs[1].Rules[model.Summit] = rule
	data, err := scenarios.Export(spec)
	require.NoError(t, err)
	s, err := Read("full.yaml", files(map[string]string{"full.yaml": string(data)}))
	require.NoError(t, err)
	text := Addendum(s, "en", "")
	require.Contains(t, text, "nothing: it stands alone")
	require.Contains(t, text, "| `ppt_capability` | 0.85 | 0.3 | probability | `PE` | assumption | ")
	require.Contains(t, text, "| `summit` | `unanimity` | `consensus_minus(1)` |")
	require.Contains(t, text, scenarios.Hash(spec))
}

func TestAddendumOfNoScenario(t *testing.T) {
	_, err := Read("weak-link", nil)
	var problems scenarios.Problems
	require.ErrorAs(t, err, &problems)
	_, err = Read("a.yaml", files(map[string]string{"a.yaml": "scenario: A\nextends: none.yaml\n"}))
	require.ErrorAs(t, err, &problems)
}

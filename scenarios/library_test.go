package scenarios

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func TestLibraryLoads(t *testing.T) {
	list := List()
	require.Equal(t, Default, list[0].Name, "the default comes first")
	for _, i := range list {
		t.Run(i.Name, func(t *testing.T) {
			spec, err := Load(i.Name, nil)
			require.NoError(t, err)
			require.Equal(t, i.Name, spec.Name)
			require.Equal(t, i.Title, spec.Title)
			require.Equal(t, i.Question, spec.Question)
			require.Equal(t, i.Source.EN, spec.Source, "a Spec has one language")
			require.Equal(t, i.Source.ES, SourceIn(spec.Source, "es"))
			require.NotEqual(t, i.Source.ES, i.Source.EN, "a source is written in both languages")
			requirePassageOrFact(t, i.Source)
			for _, text := range []model.Text{i.Title, i.Question} {
				require.NotEmpty(t, text.ES)
				require.NotEmpty(t, text.EN)
			}
		})
	}
}

// requirePassageOrFact asks that a source name a part of the brief or a file of facts
// that exists, and in both languages the same files.
func requirePassageOrFact(t *testing.T, source model.Text) {
	t.Helper()
	for _, text := range []string{source.ES, source.EN} {
		passage := regexp.MustCompile("sección|introducción|conclusión|section|introduction|conclusion").MatchString(text)
		require.True(t, passage || strings.Contains(text, "facts/"), "no passage and no fact: %s", text)
	}
	file := regexp.MustCompile(`facts/[a-z_]+\.csv`)
	require.Equal(t, file.FindAllString(source.EN, -1), file.FindAllString(source.ES, -1))
	for _, name := range file.FindAllString(source.EN, -1) {
		require.FileExists(t, name)
	}
}

// A change for a time ends: what set_member changes in one term is afterwards what it
// was, also after the defaults have been fitted anew.
func TestPassingChangesOfAMemberEnd(t *testing.T) {
	for _, name := range []string{"weak-link-once", "uninterested-president"} {
		s, err := Load(name, nil)
		require.NoError(t, err)
		type key struct {
			member int
			param  model.Param
		}
		last := map[key]float64{}
		for _, e := range s.Events {
			if e.Type.Name == "set_member" {
				for _, set := range e.Set {
					last[key{int(e.Args[0]), set.Param}] = set.Value
				}
			}
		}
		require.NotEmpty(t, last, name)
		for k, value := range last {
			require.Equal(t, atStart(s, k.member, k.param), value, "%s: %s of %s", name, k.param, s.Members[k.member].Code)
		}
	}
}

func atStart(s *model.Spec, member int, p model.Param) float64 {
	for _, set := range s.Members[member].Set {
		if set.Param == p {
			return set.Value
		}
	}
	return s.Values[p]
}

func TestDefault(t *testing.T) {
	s, err := Load(Default, nil)
	require.NoError(t, err)
	require.Equal(t, "2011-04-28", s.Start.String())
	require.Equal(t, "2031-01-01", s.End.String(), "end is the first day not simulated")
	require.Len(t, s.Groups, 29)
	codes := []string{}
	for _, m := range s.Members {
		codes = append(codes, m.Code)
		require.False(t, m.Joins)
		require.LessOrEqual(t, m.Terms[0].Start, s.Start, "somebody governs at the start")
	}
	require.Equal(t, []string{"CL", "CO", "MX", "PE"}, codes)
	require.Equal(t, []int{0, 1, 2, 3}, s.Presidency.Order)
	require.Equal(t, s.Start, s.Presidency.History[0].Start)
	require.Len(t, s.Presidency.History, 12)
	require.Equal(t, []string{"light", "sherpa", "secretariat"}, designNamesOf(s))
	require.True(t, slices.IsSortedFunc(s.Events, func(a, b model.Event) int { return int(a.Date - b.Date) }))

	inUse := map[model.Dimension]bool{}
	for _, g := range s.Groups {
		inUse[g.Dimension] = true
	}
	require.Len(t, inUse, int(model.NumDimensions), "every dimension has a group to work in it")
}

func designNamesOf(s *model.Spec) (names []string) {
	for _, d := range s.Designs {
		names = append(names, d.Name)
	}
	return names
}

// Deep integration must have room to grow and something to run into: ideals lie
// above the starting depth for everybody.
func TestIdealsLieAboveStartingDepth(t *testing.T) {
	for _, name := range names() {
		s, err := Load(name, nil)
		require.NoError(t, err)
		for _, m := range s.Members {
			for d, ideal := range m.Ideal {
				require.Greater(t, ideal, s.Dimensions[d].Depth, "%s: %s in %v", name, m.Code, model.Dimension(d))
			}
		}
	}
}

func TestDesigns(t *testing.T) {
	all := Designs()
	require.Equal(t, []string{"light", "sherpa", "secretariat", "hybrid"}, designNamesOf(&model.Spec{Designs: all[:4]}))
	for i, d := range all {
		require.Equal(t, designNames()[i], d.Name, "a design is named as its file")
		require.NotEmpty(t, d.Title.ES)
		require.NotEmpty(t, d.Description.EN)
		require.NotEmpty(t, d.Source)
		require.NotEqual(t, d.Source, SourceIn(d.Source, "es"), "a source is written in both languages")
	}
}

// A reform is the design it is named after, later.
func TestReformsEqualTheirDesigns(t *testing.T) {
	byName := map[string]model.Design{}
	for _, d := range Designs() {
		byName[d.Name] = d
	}
	for reform, design := range map[string]string{"sherpa-from-2027": "sherpa", "secretariat-from-2027": "secretariat"} {
		light, late := effective(byName["light"]), effective(byName[reform])
		require.NotEqual(t, light, late)
		require.Equal(t, effective(byName[design]), late)
		require.Equal(t, "2027-01-01", byName[reform].From.String())
	}
}

func effective(d model.Design) model.Values { return model.Defaults().With(d.Set...) }

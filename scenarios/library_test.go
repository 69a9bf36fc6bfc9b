package scenarios

import (
	"slices"
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
			require.NotEmpty(t, i.Source, "a scenario says where it comes from")
			for _, text := range []model.Text{i.Title, i.Question} {
				require.NotEmpty(t, text.ES)
				require.NotEmpty(t, text.EN)
			}
		})
	}
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

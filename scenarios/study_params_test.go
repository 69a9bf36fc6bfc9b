package scenarios

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// Every parameter of the registry can be swept by its name, in every place that it may be
// set: the run sees each value of the file, and runs with it.
func TestEveryParameterCanBeSwept(t *testing.T) {
	for _, p := range model.Params() {
		i := p.Info()
		levels := []float64{i.Min, i.Max}
		names := map[string]func(*model.Spec) float64{
			i.Name: func(s *model.Spec) float64 { return s.Values[p] },
		}
		if i.PerMember {
			names["PE."+i.Name] = func(s *model.Spec) float64 { return setOf(t, s.Members, "PE", p) }
		}
		if i.Design {
			names["light."+i.Name] = func(s *model.Spec) float64 {
				for _, d := range s.Designs {
					if d.Name == "light" {
						return valueIn(t, d.Set, p)
					}
				}
				return 0
			}
		}
		for name, value := range names {
			text := fmt.Sprintf("study: P\nscenario: own.yaml\ncompare: [light]\nsweep: {%s: [%v, %v]}\nreplications: 1\n", name, levels[0], levels[1])
			s, err := Study("s.yaml", reading(map[string]string{"s.yaml": text, "own.yaml": "scenario: Tiny\nextends: pacific-alliance\nend: 2011-07-31\n"}))
			if name == i.Name && i.Design && err != nil { // light sets it itself, and the file is told so
				require.ErrorContains(t, err, "did you mean `light."+i.Name+"`?")
				continue
			}
			require.NoError(t, err, name)
			points := s.Points()
			require.Equal(t, 2, points.N(), name)
			var seen []float64
			w := points.NewWorker(func(spec *model.Spec, design int) study.RunFunc {
				run := study.Model(spec, design)
				return func(seed, replication uint64) *model.Result {
					seen = append(seen, value(spec))
					return run(seed, replication)
				}
			})
			for cell := range s.Cells(points.N()) {
				run := w.Cell(cell)[0]
				require.NoError(t, run.Err, name)
				require.Equal(t, run.Values, seen[len(seen)-1:], name)
			}
			require.ElementsMatch(t, levels, seen, name)
		}
	}
}

func setOf(t *testing.T, members []model.MemberSpec, code string, p model.Param) float64 {
	for _, m := range members {
		if m.Code == code {
			return valueIn(t, m.Set, p)
		}
	}
	t.Fatalf("no member %s", code)
	return 0
}

func valueIn(t *testing.T, set []model.Setting, p model.Param) float64 {
	for _, s := range set {
		if s.Param == p {
			return s.Value
		}
	}
	t.Fatalf("%s is not set", p)
	return 0
}

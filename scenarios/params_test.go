package scenarios

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// Every parameter of the registry can be set to either end of its range and to
// nothing beyond.
func TestEveryParameter(t *testing.T) {
	for _, p := range model.Params() {
		i := p.Info()
		t.Run(i.Name, func(t *testing.T) {
			for _, x := range []float64{i.Min, i.Max, i.Default} {
				s := own(t, fmt.Sprintf("parameters: {%s: %s}\n", i.Name, plain(x)))
				require.Equal(t, x, s.Values[p])
			}
			for _, x := range []float64{math.Nextafter(i.Min, -1e9), math.Nextafter(i.Max, 1e9)} {
				_, err := loadText(t, fmt.Sprintf("scenario: Own\nextends: pacific-alliance\nparameters: {%s: %s}\n", i.Name, plain(x)))
				require.ErrorContains(t, err, "want a")
			}
			if i.Whole && i.Max > i.Min {
				_, err := loadText(t, fmt.Sprintf("scenario: Own\nextends: pacific-alliance\nparameters: {%s: %s}\n", i.Name, plain(i.Min+0.5)))
				require.ErrorContains(t, err, "want a whole number")
			}
			if i.PerMember {
				s := own(t, fmt.Sprintf("members: {MX: {%s: %s}}\n", i.Name, plain(i.Max)))
				require.Contains(t, s.Members[2].Set, model.Setting{Param: p, Value: i.Max})
			}
		})
	}
}

func TestEverySwitch(t *testing.T) {
	for _, m := range model.Mechanisms() {
		s := own(t, fmt.Sprintf("switches: {%v: off}\n", m))
		require.False(t, s.Off.On(m))
		require.Equal(t, model.Switches(0).Without(m), s.Off)
	}
}

func TestEveryRule(t *testing.T) {
	for _, r := range model.RuleTypes() {
		s := own(t, fmt.Sprintf("rules: {summit: %s}\n", r.Name))
		require.Contains(t, s.Rules[model.Summit].String(), r.Name)
		require.Nil(t, s.Rules[model.TechnicalGroup], "unanimity unless stated")
	}
	s := own(t, "rules: {summit: \"qualified_majority(0.6, 0.5)\"}\n")
	require.Equal(t, "qualified_majority(0.6, 0.5)", s.Rules[model.Summit].String())
}

// Every type of event can be written with its fields from the registry.
func TestEveryEvent(t *testing.T) {
	for _, e := range model.EventTypes() {
		if e.Settings || e.Name == "accession" {
			continue // in TestMembersThatJoin and below
		}
		fields, member := "", 0
		for _, f := range e.Fields {
			value := plain(max(f.Min, 1))
			if f.Member {
				value = []string{"CL", "CO", "MX"}[member]
				member++
			}
			fields += f.Name + ": " + value + ", "
		}
		s := own(t, fmt.Sprintf("events: [{date: 2015-05-05, id: mine, %s: {%s}}]\n", e.Name, fields))
		i := 0
		for s.Events[i].ID != "mine" {
			i++
		}
		require.Equal(t, e, s.Events[i].Type)
		require.Len(t, s.Events[i].Args, len(e.Fields))
	}
	noise, _ := model.ParamByName("noise")
	s := own(t, "events: [{date: 2011-04-28, set: {noise: 0.2}}]\n")
	require.Equal(t, []model.Setting{{Param: noise, Value: 0.2}}, s.Events[0].Set)
}

package scenarios

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// settingAll writes every parameter with a value of its own.
func settingAll(value func(model.ParamInfo) float64) string {
	var b strings.Builder
	b.WriteString("parameters:\n")
	for _, p := range model.Params() {
		fmt.Fprintf(&b, "  %v: %s\n", p, plain(value(p.Info())))
	}
	return b.String()
}

// Every parameter of the registry can be set to either end of its range.
func TestEveryParameter(t *testing.T) {
	for _, value := range []func(model.ParamInfo) float64{
		func(i model.ParamInfo) float64 { return i.Min },
		func(i model.ParamInfo) float64 { return i.Max },
		func(i model.ParamInfo) float64 { return i.Default },
	} {
		s := own(t, settingAll(value))
		for _, p := range model.Params() {
			require.Equal(t, value(p.Info()), s.Values[p], p)
		}
	}
}

// Nothing beyond a range is taken, nor a part of what is whole: one problem for
// each parameter, at its line.
func TestEveryRange(t *testing.T) {
	for _, value := range []func(model.ParamInfo) float64{
		func(i model.ParamInfo) float64 { return math.Nextafter(i.Min, math.Inf(-1)) },
		func(i model.ParamInfo) float64 { return math.Nextafter(i.Max, math.Inf(1)) },
	} {
		_, err := loadText(t, "scenario: Own\nextends: pacific-alliance\n"+settingAll(value))
		var problems Problems
		require.ErrorAs(t, err, &problems)
		require.Len(t, problems, len(model.Params()))
		for n, p := range model.Params() {
			require.Equal(t, n+4, problems[n].Line)
			require.Contains(t, problems[n].Message, "`"+p.String()+"` is")
			require.Contains(t, problems[n].Message, plain(p.Info().Min)+" to "+plain(p.Info().Max))
		}
	}
	for _, p := range model.Params() {
		if i := p.Info(); i.Whole {
			_, err := loadText(t, fmt.Sprintf("scenario: Own\nextends: pacific-alliance\nparameters: {%v: %s}\n", p, plain(i.Min+0.5)))
			require.ErrorContains(t, err, "want a whole number")
		}
	}
}

func TestEveryMemberParameter(t *testing.T) {
	var keys []string
	var want []model.Setting
	for _, p := range model.Params() {
		if p.Info().PerMember {
			keys = append(keys, fmt.Sprintf("%v: %s", p, plain(p.Info().Max)))
			want = append(want, model.Setting{Param: p, Value: p.Info().Max})
		}
	}
	require.NotEmpty(t, want)
	s := own(t, "members: {MX: {"+strings.Join(keys, ", ")+"}}\n")
	require.ElementsMatch(t, want, s.Members[2].Set)
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

	s = own(t, "events: [{date: 2015-05-05, id: mine, set_member: {member: CO, ppt_capability: 0.2, officials_per_ministry: 3}}]\n")
	capability, _ := model.ParamByName("ppt_capability")
	officials, _ := model.ParamByName("officials_per_ministry")
	e := s.Events[slices.IndexFunc(s.Events, func(e model.Event) bool { return e.ID == "mine" })]
	require.Equal(t, "CO", s.Members[int(e.Args[0])].Code)
	require.Equal(t, sorted([]model.Setting{{Param: capability, Value: 0.2}, {Param: officials, Value: 3}}), e.Set)
}

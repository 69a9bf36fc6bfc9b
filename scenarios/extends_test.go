package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/model"
)

// own loads a scenario that extends the default.
func own(t *testing.T, text string) *model.Spec {
	t.Helper()
	s, err := loadText(t, "scenario: Own\nextends: pacific-alliance\n"+text)
	require.NoError(t, err)
	return s
}

func base(t *testing.T) *model.Spec {
	t.Helper()
	s, err := Load(Default, nil)
	require.NoError(t, err)
	return s
}

func eventIDs(s *model.Spec) (ids []string) {
	for _, e := range s.Events {
		ids = append(ids, e.ID)
	}
	return ids
}

func TestMapsMergeKeyByKey(t *testing.T) {
	was := base(t)
	s := own(t, "members:\n  PE: {population: 5, ideal: {goods: 0.99}}\ndimensions: {goods: {depth: 0.1}}\n")
	require.Equal(t, 5.0, s.Members[3].Population)
	require.Equal(t, was.Members[3].Name, s.Members[3].Name)
	require.Equal(t, 0.99, s.Members[3].Ideal[model.Goods])
	require.Equal(t, was.Members[3].Ideal[model.Services], s.Members[3].Ideal[model.Services])
	require.Equal(t, was.Members[:3], s.Members[:3])
	require.Equal(t, 0.1, s.Dimensions[model.Goods].Depth)
	require.Equal(t, was.Dimensions[model.Goods].Uptake, s.Dimensions[model.Goods].Uptake)
}

func TestListsReplace(t *testing.T) {
	s := own(t, "groups: [{name: Only, dimension: goods}]\ndesigns: [hybrid]\nobservers: []\n")
	require.Len(t, s.Groups, 1)
	require.Equal(t, s.Start, s.Groups[0].Created)
	require.Equal(t, []string{"hybrid"}, designNamesOf(s))
	require.Empty(t, s.Observers)
}

func TestEventsAppend(t *testing.T) {
	was := base(t)
	s := own(t, "events: [{date: 2015-01-01, id: mine, mandates: {count: 3}}]\nwithout_events: [pandemic, vision-2030]\n")
	require.Len(t, s.Events, len(was.Events)-1)
	require.Contains(t, eventIDs(s), "mine")
	require.NotContains(t, eventIDs(s), "pandemic")

	s = own(t, "without_events: [pandemic]\n")
	require.Len(t, s.Events, len(was.Events)-1, "without any event of its own")

	s = own(t, "events: [{date: 2021-01-01, id: pandemic, pandemic: {days: 9}}]\nwithout_events: [pandemic]\n")
	require.Len(t, s.Events, len(was.Events), "an event may be replaced by one of the same id")
}

func TestATextIsOneValue(t *testing.T) {
	s := own(t, "members: {PE: {name: Piruw}}\n")
	require.Equal(t, model.Text{ES: "Piruw", EN: "Piruw"}, s.Members[3].Name)
	s = own(t, "members: {CL: {name: {es: Chile, en: Chili}}}\n")
	require.Equal(t, model.Text{ES: "Chile", EN: "Chili"}, s.Members[0].Name)
}

func TestEmptyMapsChangeNothing(t *testing.T) {
	s := own(t, "parameters:\nmembers: {PE: }\nrules:\nswitches:\ndimensions: {goods: }\n")
	was := base(t)
	s.Name, s.Title, s.Question, s.Source = was.Name, was.Title, was.Question, was.Source
	require.Equal(t, Hash(was), Hash(s))
}

// A narrower horizon keeps what still acts in it.
func TestNarrowerHorizon(t *testing.T) {
	s := own(t, "start: 2020-06-01\nend: 2021-12-31\n")
	require.Equal(t, s.Start, s.Presidency.History[1].Start-193, "the next handover is that of 2020-12-11")
	require.Equal(t, "2019-07-06", s.Presidency.History[0].Start.String(), "Chile still presides")
	require.Equal(t, model.ObserverCount{Date: s.Start, Count: 59, Source: s.Observers[0].Source}, s.Observers[0])
	for _, e := range s.Events {
		require.True(t, e.Date >= s.Start && e.Date < s.End)
		if e.Type.Name == "pandemic" {
			require.Equal(t, 540.0-82, e.Args[0], "82 of its days are over by June")
		}
	}
	require.Contains(t, eventIDs(s), "vision-2030", "an agenda without an end still holds")
	require.NotContains(t, eventIDs(s), "contested-handover")
	require.Equal(t, "Martín Vizcarra", s.Members[3].Terms[0].Name)

	late := own(t, "start: 2025-01-01\n")
	require.NotContains(t, eventIDs(late), "pandemic", "over by then")
}

func TestMembersThatJoin(t *testing.T) {
	s := own(t, `
members:
  AR: {name: Argentina, population: 45000000, joins: true, ideal: 0.5}
  EC: {name: Ecuador, population: 17600000, joins: true, ideal: 0.6}
events:
  - {date: 2027-01-01, accession: {member: AR}}
  - {date: 2026-01-01, accession: {member: EC}}
  - {date: 2027-06-01, crisis: {member: EC, days: 10}}
`)
	require.Equal(t, "EC", s.Members[4].Code, "founders first, then in order of accession")
	require.Equal(t, "AR", s.Members[5].Code)
	require.Equal(t, 4.0, s.Events[len(s.Events)-1].Args[0])
	require.Equal(t, s.Start, s.Members[4].Terms[0].Start, "some government is in office")
}

// The order of keys, of members and of events of different dates means nothing.
func TestOrderOfKeysDoesNotMatter(t *testing.T) {
	blocks := []string{
		"scenario: Own\n", "extends: pacific-alliance\n", "end: 2029-12-31\n",
		"parameters: {%noise: 0.1, %ambition: 2, %spillover: 0.3%}\n",
		"members:\n  EC: {name: Ecuador, population: 1, joins: true, ideal: 0.6}\n  CL: {population: 7}\n",
		"events: [{%date: 2026-01-01, %accession: {member: EC}%}, {%crisis: {%days: 3, %member: PE%}, %date: 2025-01-01%}]\n",
		"rules: {%gan: simple_majority, %tg: unanimity%}\n",
		"designs: [{%title: A, %name: a, %parameters: {%noise: 0.2, %ambition: 1%}%}, light]\n",
	}
	want := ""
	rapid.Check(t, func(r *rapid.T) {
		var b strings.Builder
		for _, block := range rapid.Permutation(blocks).Draw(r, "blocks") {
			b.WriteString(shuffled(r, block))
		}
		s, err := Load("own.yaml", reading(map[string]string{"own.yaml": b.String()}))
		require.NoError(r, err)
		if want == "" {
			want = Hash(s)
		}
		require.Equal(r, want, Hash(s))
	})
}

// shuffled permutes the keys of the innermost braces marked {%a, %b%}, again and
// again outwards.
func shuffled(r *rapid.T, s string) string {
	for {
		end := strings.Index(s, "%}")
		if end < 0 {
			return s
		}
		start := strings.LastIndex(s[:end], "{%")
		keys := strings.Split(s[start+2:end], ", %")
		s = s[:start] + "{" + strings.Join(rapid.Permutation(keys).Draw(r, "keys"), ", ") + "}" + s[end+2:]
	}
}

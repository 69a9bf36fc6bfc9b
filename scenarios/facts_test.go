package scenarios

import (
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"cumbre/model"
	"cumbre/model/history"
)

// facts reads a table of facts/ as one map per row.
func facts(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("facts/" + name)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var all []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, column := range rows[0] {
			m[column] = row[i]
		}
		require.NotEmpty(t, m["source"])
		require.Contains(t, confidences, m["confidence"])
		all = append(all, m)
	}
	return all
}

// bare takes the accents off: the tables are in ASCII, the library is not.
func bare(t *testing.T, s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.Predicate(func(r rune) bool { return r >= 0x300 && r < 0x370 })), norm.NFC), s)
	require.NoError(t, err)
	return plain
}

var countries = map[string]string{"Chile": "CL", "Colombia": "CO", "Mexico": "MX", "Peru": "PE"}

// orientations are the library's reading of the notes of presidents.csv.
var orientations = map[string]float64{
	"right": 0.8, "centre-right": 0.5, "right-leaning coalition": 0.5, "centre": 0, "centre-left": -0.5, "left": -0.8, "": 0,
}

func TestGovernmentsAgreeWithFacts(t *testing.T) {
	got := map[string][]model.Term{}
	for _, m := range base(t).Members {
		got[m.Code] = m.Terms
	}
	early := false // the row before ended before its time
	for _, f := range facts(t, "presidents.csv") {
		code := countries[f["country"]]
		require.NotEmpty(t, got[code], "%v is missing", f["name"])
		term := got[code][0]
		got[code] = got[code][1:]
		require.Equal(t, f["start"], term.Start.String(), f["name"])
		require.Equal(t, orientations[f["orientation_note"]], term.Orientation, f["name"])
		require.Equal(t, f["confidence"], term.Confidence, f["name"])
		require.Equal(t, early, term.Early, f["name"])
		if strings.HasPrefix(f["name"], "(") {
			require.True(t, term.Scheduled, f["name"])
		} else {
			require.Equal(t, f["name"], bare(t, term.Name))
		}
		early = regexp.MustCompile("resigned|removed|censured").MatchString(f["exit"])
	}
	for code, rest := range got {
		require.Empty(t, rest, code)
	}
}

func TestEarlyEndsInPeru(t *testing.T) {
	early := 0
	for _, term := range base(t).Members[3].Terms {
		if term.Early {
			early++
		}
	}
	years := float64(model.NewDate(2026, 3, 31)-base(t).Start) / model.DaysPerYear
	require.InDelta(t, float64(early)/years, valueOf(t, base(t).Members[3].Set, "early_end_hazard"), 0.01)
}

func valueOf(t *testing.T, set []model.Setting, name string) float64 {
	t.Helper()
	i := slices.IndexFunc(set, func(s model.Setting) bool { return s.Param.String() == name })
	require.GreaterOrEqual(t, i, 0, name)
	return set[i].Value
}

func TestPresidencyAgreesWithFacts(t *testing.T) {
	s := base(t)
	rows := facts(t, "ppt.csv")
	require.Len(t, s.Presidency.History, len(rows))
	for i, f := range rows {
		h := s.Presidency.History[i]
		require.Equal(t, countries[f["country"]], s.Members[h.Member].Code)
		require.Equal(t, f["start"], h.Start.String())
		require.Contains(t, h.Source, "["+f["confidence"]+"]")
	}
	contest := eventOf(t, s, "contested-handover")
	require.Equal(t, rows[len(rows)-1]["end"], (contest.Date + model.Date(contest.Args[2])).String(), "it ends on the day of the handover to Peru")
}

func eventOf(t *testing.T, s *model.Spec, id string) model.Event {
	t.Helper()
	i := slices.IndexFunc(s.Events, func(e model.Event) bool { return e.ID == id })
	require.GreaterOrEqual(t, i, 0, id)
	return s.Events[i]
}

func TestObserversAgreeWithFacts(t *testing.T) {
	history := base(t).Observers
	later, err := Load("observers-59-to-120", nil)
	require.NoError(t, err)
	require.Equal(t, history, later.Observers[:len(history)], "the same past")
	for _, f := range facts(t, "observers.csv") {
		if f["observer_total"] == "" {
			continue
		}
		require.Equal(t, f["date"], history[0].Date.String())
		require.Equal(t, f["observer_total"], plain(history[0].Count))
		require.Contains(t, history[0].Source, "["+f["confidence"]+"]")
		history = history[1:]
	}
	require.Empty(t, history)
}

func TestGroupsAgreeWithFacts(t *testing.T) {
	s := base(t)
	rows := facts(t, "technical_groups.csv")
	require.Len(t, rows, len(s.Groups))
	year := regexp.MustCompile(`\d{4}(-\d{2}(-\d{2})?)?\b`)
	for _, f := range rows {
		i := slices.IndexFunc(s.Groups, func(g model.GroupSpec) bool { return g.Name.EN == f["name_en"] })
		require.GreaterOrEqual(t, i, 0, f["name_en"])
		g := s.Groups[i]
		require.True(t, strings.EqualFold(f["name_es"], bare(t, g.Name.ES)), f["name_es"])
		require.Contains(t, g.Source, "["+f["confidence"]+"]")
		seen := year.FindString(f["created_or_first_seen"])
		switch {
		case seen == "2012-06":
			require.Equal(t, s.Start, g.Created, f["name_en"])
		case seen == "2013" || seen == "2011": // not among the seven areas of 23 May 2013
			require.Equal(t, "2013-05-24", g.Created.String(), f["name_en"])
		case seen != "":
			require.True(t, strings.HasPrefix(g.Created.String(), seen), "%s: %s, %v", f["name_en"], seen, g.Created)
		default: // first sighting, in the table's last column or its source
			require.LessOrEqual(t, strconv.Itoa(g.Created.Year()), f["seen_active"], f["name_en"])
		}
	}
	require.Equal(t, 7, groupsBy(s, model.NewDate(2013, 5, 23)), "the seven areas that the press named")
	require.Equal(t, 29, groupsBy(s, model.NewDate(2021, 4, 30)), "the number of 2021")
}

func groupsBy(s *model.Spec, d model.Date) (n int) {
	for _, g := range s.Groups {
		if g.Created <= d {
			n++
		}
	}
	return n
}

// The figures that parameters are fitted to are those of the tables.
func TestTargetsAgreeWithFacts(t *testing.T) {
	figures := map[string]float64{}
	for _, f := range facts(t, "mandates.csv") {
		if x, err := strconv.ParseFloat(f["value"], 64); err == nil {
			figures[f["metric"]+" "+f["date_or_period"][:4]] = x
		}
	}
	signed := 0
	for _, f := range facts(t, "milestones.csv") {
		if strings.HasPrefix(f["event"], "signature") {
			signed++
		}
	}
	figures["treaties signed"] = float64(signed)
	targets, err := Targets(TargetsFile, ShippedTargets())
	require.NoError(t, err)
	for _, c := range []struct{ target, year, figure string }{
		{"gan_meetings_per_year", "2011", "GAN meetings per year 2011"},
		{"gan_meetings_per_year", "2016", "GAN meetings per year 2016"},
		{"tg_rounds_per_year", "2013", "rounds of technical groups per year 2013"},
		{"tg_rounds_per_year", "2018", "rounds of technical groups per year 2018"},
		{"mandates_per_summit", "2015", "presidential mandates in a declaration 2016"},
		{"treaties_signed", "2012", "treaties signed"},
	} {
		i := slices.IndexFunc(targets, func(x history.Target) bool { return x.Name == c.target && strings.HasPrefix(x.From.String(), c.year) })
		require.GreaterOrEqual(t, i, 0, c.target)
		require.Equal(t, figures[c.figure], targets[i].Value, c.figure)
	}
}

func valueAtStart(t *testing.T, s *model.Spec, name string) float64 {
	t.Helper()
	p, ok := model.ParamByName(name)
	require.True(t, ok, name)
	return s.Values[p]
}

func TestExtraSummitsAgreeWithFacts(t *testing.T) {
	s := base(t)
	end := eventOf(t, s, "extra-summits-end")
	extra := 0
	for _, f := range facts(t, "summits.csv") {
		d, err := model.ParseDate(f["date_end"])
		require.NoError(t, err)
		if f["handover_to"] == "" && f["status"] == "held" {
			extra++
			require.True(t, d > s.Start && d <= end.Date, f["number"])
		}
	}
	years := float64(end.Date-s.Start) / model.DaysPerYear
	require.InDelta(t, float64(extra)/years, valueAtStart(t, s, "extra_summits_per_year"), 0.005)
	require.Zero(t, valueOf(t, end.Set, "extra_summits_per_year"))
}

// The three forms of one history differ in the two shocks and nothing else.
func TestCalmBaselineAndItsShocks(t *testing.T) {
	was := base(t)
	for name, want := range map[string][]string{
		"regular-calendar":           nil,
		"pandemic":                   {"pandemic"},
		"contested-handover-2022-23": {"contested-handover"},
	} {
		s, err := Load(name, nil)
		require.NoError(t, err)
		for _, id := range want {
			require.Equal(t, eventOf(t, was, id), eventOf(t, s, id))
		}
		require.Len(t, s.Events, len(was.Events)-2+len(want))
		s.Name, s.Title, s.Question, s.Source, s.Events = was.Name, was.Title, was.Question, was.Source, was.Events
		require.Equal(t, Hash(was), Hash(s))
	}
}

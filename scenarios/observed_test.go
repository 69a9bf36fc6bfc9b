package scenarios

import (
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/history"
)

func observed(t *testing.T) []history.Target {
	t.Helper()
	all, err := Observed(ObservedFile, ShippedObserved())
	require.NoError(t, err)
	return all
}

// figure is an observation without its source.
type figure struct {
	quantity, from, to string
	value, low, high   float64
}

const unknown = -1

func newFigure(x history.Target) figure {
	f := figure{x.Name, x.From.String(), x.To.String(), x.Value, x.Low, x.High}
	if f.low != f.low {
		f.low, f.high = unknown, unknown
	}
	return f
}

// Every observation but the two that are readings of a text follows from the tables of
// facts, and nothing that follows from them is missing.
func TestObservationsFollowFromFacts(t *testing.T) {
	want := slices.Concat(ordinals(t), groupCounts(t), summitsByYear(t), treatyCounts(t), handoversByYear(t))
	want = append(want, figure{"treaties_signed", "2012-06-06", "2022-01-27", 7, 5, 9}) // as in targets.csv
	var got []figure
	for _, x := range observed(t) {
		got = append(got, newFigure(x))
	}
	require.ElementsMatch(t, want, got)
	targets, err := Targets(TargetsFile, ShippedTargets())
	require.NoError(t, err)
	require.True(t, slices.ContainsFunc(targets, func(x history.Target) bool {
		return newFigure(x) == figure{"treaties_signed", "2012-06-06", "2022-01-27", 7, 5, 9}
	}))
}

func mustDate(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	require.NoError(t, err, s)
	return d
}

var ordinalDay = regexp.MustCompile(`^(\d{4})-(\d\d)(?:-(\d\d))?(?:/(\d\d))?`)

// dayOf reads 2016-04-26 Lima, the last day of 2013-10-23/25, the last day of 2016-06.
func dayOf(t *testing.T, s string) model.Date {
	m := ordinalDay.FindStringSubmatch(s)
	require.NotNil(t, m, s)
	day := m[3]
	if m[4] != "" {
		day = m[4]
	}
	if day != "" {
		return mustDate(t, m[1]+"-"+m[2]+"-"+day)
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	return model.NewDate(year, month+1, 1) - 1
}

// ordinals turns "meeting number n on that day" into counts between such days.
func ordinals(t *testing.T) (all []figure) {
	last := map[string]model.Date{}
	number := map[string]float64{}
	of := map[string]string{"GAN meeting number": "gan_meetings", "Council of Ministers meeting number": "council_meetings", "rounds of technical groups, ordinal": "tg_rounds"}
	for _, f := range facts(t, "mandates.csv") {
		quantity, ok := of[f["metric"]]
		if !ok {
			continue
		}
		if last[quantity] == 0 {
			last[quantity] = base(t).Start
		}
		to := dayOf(t, f["date_or_period"]) + 1
		n, err := strconv.ParseFloat(f["value"], 64)
		require.NoError(t, err)
		all = append(all, figure{quantity, last[quantity].String(), to.String(), n - number[quantity], unknown, unknown})
		last[quantity], number[quantity] = to, n
	}
	return all
}

// groupCounts are moments or years that the sources of the counts allow.
func groupCounts(t *testing.T) (all []figure) {
	day := map[string]string{"2013-05 (areas named)": "2013-05-23", "2017 (20 + 1 subcommittee)": "2017-07-01", "2021-04": "2021-04-30"}
	for _, f := range facts(t, "mandates.csv") {
		x, _ := strconv.ParseFloat(f["value"], 64)
		year := f["date_or_period"][:4]
		switch f["metric"] {
		case "technical groups":
			if d := day[f["date_or_period"]]; d != "" { // the fourth has no date
				all = append(all, figure{"groups_in_existence", d, d, x, unknown, unknown})
			}
		case "technical groups in session per round":
			all = append(all, figure{"groups_in_session", year + "-01-01", nextYear(year), x, unknown, unknown})
		case "presidential mandates in a declaration":
			all = append(all, figure{"mandates_per_summit", year + "-01-01", nextYear(year), x, unknown, unknown})
		}
	}
	return all
}

func nextYear(year string) string {
	y, _ := strconv.Atoi(year)
	return strconv.Itoa(y+1) + "-01-01"
}

// recordEnds is the day after the sixteenth summit.
var recordEnds = model.NewDate(2022, 1, 27)

// byYear counts days in each complete calendar year of the record, and in all of it: its
// last piece would be a window chosen for what happened on its last day.
func byYear(quantity string, first model.Date, days []model.Date) (all []figure) {
	count := func(from, to model.Date) {
		n := 0
		for _, d := range days {
			if d >= from && d < to {
				n++
			}
		}
		all = append(all, figure{quantity, from.String(), to.String(), float64(n), unknown, unknown})
	}
	for y := 2011; y <= 2021; y++ {
		count(max(first, model.NewDate(y, 1, 1)), model.NewDate(y+1, 1, 1))
	}
	count(first, recordEnds)
	return all
}

func summitsByYear(t *testing.T) []figure {
	var days []model.Date
	for _, f := range facts(t, "summits.csv") {
		if f["number"] == "none since" { // no summit, and after the record
			require.Equal(t, recordEnds-1, mustDate(t, f["date_start"]))
			continue
		}
		require.Equal(t, "held", f["status"])
		days = append(days, mustDate(t, f["date_end"]))
	}
	require.Equal(t, base(t).Start, days[0], "the founding summit, from which the model starts")
	return byYear("summits", base(t).Start+1, days)
}

func handoversByYear(t *testing.T) []figure {
	var days []model.Date
	for _, f := range facts(t, "ppt.csv")[1:] {
		days = append(days, mustDate(t, f["start"]))
	}
	return byYear("presidency_changes", base(t).Start, days)
}

// treatyCounts are signatures of years that have one on file, and how many were in force
// at each year's end: those with a date and, at most, those whose date was not found.
func treatyCounts(t *testing.T) (all []figure) {
	signed, inForce, step, pending := map[string]model.Date{}, map[string]model.Date{}, map[string]model.Date{}, map[string]bool{}
	signature, force, waits := regexp.MustCompile("^signature"), regexp.MustCompile("^entry into force"), regexp.MustCompile("pending")
	for _, f := range facts(t, "milestones.csv") {
		name := f["instrument"]
		if waits.MatchString(f["event"]) {
			pending[name] = true
			continue
		}
		d := mustDate(t, f["date"])
		step[name] = max(step[name], d)
		switch {
		case signature.MatchString(f["event"]):
			signed[name] = d
		case force.MatchString(f["event"]):
			inForce[name] = d
		}
	}
	perYear := map[int]float64{}
	for _, d := range signed {
		perYear[d.Year()]++
	}
	for y, n := range perYear {
		if next := model.NewDate(y+1, 1, 1); next <= recordEnds { // a piece of a year that ends with a signature would be chosen for it
			all = append(all, figure{"treaties_signed", model.NewDate(y, 1, 1).String(), next.String(), n, unknown, unknown})
		}
	}
	for y := 2011; y <= 2022; y++ {
		d := min(recordEnds, model.NewDate(y, 12, 31))
		known, perhaps := 0.0, 0.0
		for name := range signed {
			date, found := inForce[name]
			switch {
			case found && date < d:
				known++
			case !found && !pending[name] && step[name] < d:
				perhaps++
			}
		}
		x := figure{"treaties_in_force", d.String(), d.String(), known, unknown, unknown}
		if perhaps > 0 {
			x.low, x.high = known, known+perhaps
		}
		all = append(all, x)
	}
	return all
}

// A table with mistakes says all of them at once, each with its place.
func TestMistakesOfObservations(t *testing.T) {
	_, err := Observed("mine.csv", []byte(`quantity,from,to,value,low,high,unit,source,confidence,note
summit,2012-01-01,2013-01-01,3,,,summits,list,verified,
summits,2012-01-01,2012-01-01,3,,,summit,list,verified,
summits,2013-01-01,2014-01-01,,,,summits,list,verified,
summits,2014-01-01,2015-01-01,2,3,4,summits,,certain,
summits,2015-01-01,2016-01-01,1,,,summits,list,verified,
summits,2015-01-01,2016-01-01,2,,,summits,list,verified,
`))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	text := problems.In("en")
	for _, want := range []string{
		"mine.csv:2:1:", "did you mean `summits`?", "mine.csv:3:35:", "`summits` is measured in `summits`, not in `summit`",
		"the window ends on 2012-01-01", "mine.csv:4:31:", "neither a value nor an interval", "an observation without a source is no fact",
		"the value, 2, is outside its interval, 3 to 4", "`certain`", "mine.csv:7:1:", "is in line 6 already",
	} {
		require.Contains(t, text, want)
	}
}

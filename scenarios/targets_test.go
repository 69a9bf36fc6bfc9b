package scenarios

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/history"
)

// The targets that are built in can be read, lie within the scenario they are for, and
// those that are fitted can be fitted.
func TestShippedTargets(t *testing.T) {
	s, err := Load("history-2011-2022", nil)
	require.NoError(t, err)
	targets, err := Targets(TargetsFile, ShippedTargets())
	require.NoError(t, err)
	outside := CheckTargets(targets, s)
	require.Empty(t, outside)
	fitted := 0
	for _, x := range targets {
		if x.Fitted() {
			fitted++
			require.Positive(t, x.ObservationError(), x.Name)
		}
		if x.Use == history.Calibrate || x.Use == history.Check || x.Use == history.Free {
			require.NotNil(t, x.Quantity, x.Name)
		}
	}
	require.Equal(t, 12, fitted)
	free, err := Free(FreeFile, ShippedFree(), s)
	require.NoError(t, err)
	for _, f := range free {
		i := f.Param.Info()
		require.True(t, f.Low >= i.Min && f.High <= i.Max && f.Why.ES != "" && f.Why.EN != "", f.Name())
		if i.HasRange() && f.Event == "" { // one judgement of what is plausible, not two
			require.Equal(t, [2]float64{f.Low, f.High}, [2]float64{i.Low, i.High}, f.Name())
		}
	}
}

const badTargets = `quantity,from,to,value,low,high,unit,use,source,confidence,note
gan_meetings_per_yaer,2011-04-28,2016-04-26,6.8,5.5,8.0,per year,calibrate,minutes,derived,
gan_meetings_per_year,2011-04-28,2016-04-26,6.8,5.5,8.0,per month,calibrate,minutes,derived,
gan_meetings_per_year,2016-04-26,2011-04-28,6.8,5.5,8.0,per year,calibrate,minutes,derived,
tg_rounds_per_year,2011-04-28,2016-04-26,9,5.5,8.0,per year,fit,minutes,guessed,
tg_rounds_per_year,2011-04-28,2016-04-26,4,3,,per year,calibrate,,derived,
summits,2011-04-28,2016-04-26,"6,5",8,5,summits,calibrate,minutes,derived,
presidency_days,2012-06-06,2018-01-01,385,340,430,days,calibrate,ppt,derived,
presidency_days,2014-06-06,2020-01-01,600,550,650,days,calibrate,press,single-source,
presidency_days,2012-06-06,2018-01-01,390,340,430,days,calibrate,ppt,derived,
share_in_force,2022-01-27,2022-01-27,0.7,,,share,free,peers,not found,
mandates_issued,2011-04-28,2012-04-28,,,,mandates,check,minutes,derived,
`

// Every mistake of a table at once, each at its place.
func TestBadTargets(t *testing.T) {
	targets, err := Targets("bad.csv", []byte(badTargets))
	require.Nil(t, targets)
	var problems Problems
	require.ErrorAs(t, err, &problems)
	var got []string
	for _, p := range problems {
		got = append(got, p.In("en"))
	}
	require.Equal(t, []string{
		"bad.csv:2:1: unknown quantity `gan_meetings_per_yaer`: did you mean `gan_meetings_per_year`?",
		"bad.csv:3:57: `gan_meetings_per_year` is measured in `per year`, not in `per month`",
		"bad.csv:4:34: the window ends on 2011-04-28 and begins on 2016-04-26",
		"bad.csv:5:42: the value, 9, is outside its interval, 5.5 to 8",
		"bad.csv:5:61: unknown use `fit`; there are: calibrate, check, input, free, unmodelled",
		"bad.csv:5:73: unknown degree of confidence `guessed`; there are: verified, single-source, derived, memory, assumption, not found",
		"bad.csv:6:44: `low` and `high` go together",
		"bad.csv:6:66: a target without a source is no fact",
		"bad.csv:7:31: `value` is the text `6,5`: want a number from 0 to 1000000: did you mean `6.5`?",
		"bad.csv:7:37: `low`, 8, is not below `high`, 5",
		"bad.csv:9:1: contradicts line 8: the windows overlap and the intervals do not",
		"bad.csv:10:1: `presidency_days` of this window is in line 8 already",
		"bad.csv:10:1: contradicts line 9: the windows overlap and the intervals do not",
		"bad.csv:11:42: what stays free needs the interval of its peers, `low` and `high`",
		"bad.csv:12:39: there is neither a value nor an interval to compare with",
	}, got)
	require.Contains(t, problems.In("es"), "bad.csv:7:37: `low`, 8, no es menor que `high`, 5")
	require.Contains(t, problems.In("en"), "     9 | presidency_days,2014-06-06")
}

// What is no table of targets is refused for what it is.
func TestTablesThatAreNone(t *testing.T) {
	header := strings.SplitAfter(badTargets, "\n")[0]
	for text, want := range map[string]string{
		"":                "bad.csv: the table is empty",
		"quantity,from\n": "bad.csv:1:1: column `to` is missing",
		strings.Replace(header, "unit", "units", 1): "bad.csv:1:33: unknown column `units`: did you mean `unit`?",
		header + "summits,2011\n":                   "bad.csv:2:1: the row has 2 fields and the header 11",
		header + "\"summits,2011-04-28\n":           "not CSV: quotes unclosed or out of place",
		"from,from," + header:                       "bad.csv:1:6: column `from` is there twice",
	} {
		_, err := Targets("bad.csv", []byte(text))
		require.ErrorContains(t, err, want)
	}
}

// Free parameters are checked against the registry and the scenario.
func TestBadFree(t *testing.T) {
	s, err := Load(Default, nil)
	require.NoError(t, err)
	_, err = Free("free.csv", []byte(`parameter,event,low,high,why_es,why_en
gan_interval,,30,74,a,b
gan_interval_days,gan-matura,30,74,a,b
ambition,,2,1,a,b
ambition,,0,99,a,b
neglect,,0.1,0.2,a,b
neglect,,0.1,0.2,a,b
`), s)
	for _, want := range []string{
		"free.csv:2:1: unknown parameter `gan_interval`",
		"free.csv:3:19: the scenario has no event `gan-matura` that sets `gan_interval_days`",
		"free.csv:4:11: `low`, 2, is not below `high`, 1",
		"free.csv:5:11: `low` is `0`: want a number from 0.25 to 3",
		"free.csv:5:13: `high` is `99`: want a number from 0.25 to 3",
		"free.csv:7:1: `neglect` is in line 6 already",
	} {
		require.ErrorContains(t, err, want)
	}
}

// A wrong unit does not hide that the window lies beyond the scenario, and a window may
// neither end after it nor begin before.
func TestWindowsOfTargetsLieWithinTheScenario(t *testing.T) {
	s := &model.Spec{Start: model.NewDate(2011, 4, 28), End: model.NewDate(2013, 1, 1)}
	header := strings.SplitAfter(badTargets, "\n")[0]
	data := []byte(header +
		"summits,2011-04-28,2014-12-31,4,3,5,days,calibrate,x,assumption,\n" +
		"gan_meetings,2010-01-01,2012-12-31,4,3,5,meetings,check,x,assumption,\n" +
		"gan_meetings,2011-04-28,2013-01-01,4,3,5,meetings,check,x,assumption,\n" +
		"decisions,2010-01-01,2030-12-31,4,3,5,decisions,unmodelled,x,assumption,\n")
	_, err := TargetsFor("far.csv", data, s)
	require.Equal(t, []string{
		"far.csv:2:20: the window goes from 2011-04-28 to 2014-12-31 and the scenario from 2011-04-28 to 2012-12-31",
		"far.csv:2:37: `summits` is measured in `summits`, not in `days`",
		"far.csv:3:14: the window goes from 2010-01-01 to 2012-12-31 and the scenario from 2011-04-28 to 2012-12-31",
	}, messages(t, err))
	require.Len(t, CheckTargets([]history.Target{{Quantity: history.Quantities()[0], From: s.Start - 1, To: s.End}}, s), 1)
}

// What is fitted may not contradict what the fit is held against.
func TestContradictionsBetweenUses(t *testing.T) {
	header := strings.SplitAfter(badTargets, "\n")[0]
	row := func(from, to, interval, use string) string {
		return "share_in_force," + from + "," + to + "," + interval + ",share," + use + ",x,assumption,\n"
	}
	fitted := row("2020-01-01", "2021-01-01", "0.7,0.6,0.8", "calibrate")
	for _, c := range []struct {
		other string
		wrong bool
	}{
		{row("2020-06-01", "2022-01-01", ",0.1,0.5", "check"), true},
		{row("2020-01-01", "2021-01-01", ",0.1,0.5", "free"), true},
		{row("2020-01-01", "2021-01-01", ",0.1,0.65", "free"), false},
		{row("2021-01-01", "2022-01-01", ",0.1,0.5", "check"), false},
		{row("2020-06-01", "2022-01-01", ",0.1,0.5", "input"), false},
		{row("2020-06-01", "2022-01-01", "0.5,,", "check"), false},
	} {
		for _, table := range []string{fitted + c.other, c.other + fitted} {
			_, err := Targets("two.csv", []byte(header+table))
			if !c.wrong {
				require.NoError(t, err, c.other)
				continue
			}
			require.Equal(t, []string{"two.csv:3:1: contradicts line 2: the windows overlap and the intervals do not"}, messages(t, err))
		}
	}
	_, err := Targets("two.csv", []byte(header+row("2020-01-01", "2021-01-01", ",0.6,0.8", "check")+row("2020-01-01", "2021-01-01", ",0.1,0.5", "free")))
	require.NoError(t, err, "nothing is fitted")
}

func messages(t *testing.T, err error) (all []string) {
	t.Helper()
	var problems Problems
	require.ErrorAs(t, err, &problems)
	for _, p := range problems {
		all = append(all, p.In("en"))
	}
	return all
}

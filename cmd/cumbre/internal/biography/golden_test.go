package biography

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
)

// go test ./cmd/cumbre/internal/biography -update writes the transcripts anew:
// do so when the model or its parameters change on purpose, and read the
// difference before committing it.
var update = flag.Bool("update", false, "write the golden transcripts anew")

// transcript compares a whole text with testdata/NAME.txt.
func transcript(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "no transcript: run the test with -update")
	require.Equal(t, string(want), text, "the history changed; if on purpose, run the test with -update")
}

// One mandate that was vetoed, negotiated and fulfilled.
func TestTranscriptOfAMandate(t *testing.T) {
	spec := load(t, "pacific-alliance")
	b, err := Of(spec, 0, 1, 0, "")
	require.NoError(t, err)
	require.Equal(t, "fulfilled", b.State)
	require.Positive(t, b.MandateInfo.Vetoes)
	for _, lang := range []string{"es", "en"} {
		transcript(t, "mandate-"+lang, written(t, b, lang))
	}
}

// One that waited: for its only mediator, for one review of four, and for a
// coordinator who had not caught up with it when it lapsed.
func TestTranscriptOfAMandateHeldUp(t *testing.T) {
	spec := load(t, "pacific-alliance")
	b, err := Of(spec, 0, 1, 0, "S4-057")
	require.NoError(t, err)
	mexico, colombia := member(t, spec, "MX"), member(t, spec, "CO")
	n := slices.IndexFunc(b.Events, func(e Event) bool { return e.Kind == Work && e.State == "in_negotiation" })
	require.Equal(t, []Finish{{mexico, b.Events[n].Time}}, b.Events[n].Finishes)
	require.Greater(t, b.Waits.Alone[mexico], 500.0)
	require.InDelta(t, b.Events[n].Time-b.Events[n].Since-b.Spent[model.Negotiating], b.Waits.Alone[mexico], 1e-6)
	end := b.Events[len(b.Events)-1]
	require.Equal(t, []int{colombia}, end.Behind)
	require.Positive(t, b.Waits.Alone[colombia])
	for _, lang := range []string{"es", "en"} {
		transcript(t, "held-up-"+lang, written(t, b, lang))
	}
}

func member(t *testing.T, s *model.Spec, code string) int {
	t.Helper()
	i := slices.IndexFunc(s.Members, func(m model.MemberSpec) bool { return m.Code == code })
	require.GreaterOrEqual(t, i, 0)
	return i
}

// The same history without the first of the mandate's vetoes that no other member
// would have cast in its place, or without the last if each would.
func TestTranscriptWithoutVeto(t *testing.T) {
	spec := load(t, "pacific-alliance")
	var c *Counterfactual
	for n := 1; c == nil || c.Replaced() != None && n <= c.With.MandateInfo.Vetoes; n++ {
		var err error
		c, err = WithoutVeto(spec, 0, 1, 0, "", n)
		require.NoError(t, err)
	}
	for _, lang := range []string{"es", "en"} {
		transcript(t, "without-veto-"+lang, written(t, c, lang))
	}
}

// The presidency that Mexico did not hand over to Peru: nobody convenes the
// High-Level Group or a summit, technical groups and coordinations go on, and
// at the settlement files lose their memory.
func TestTranscriptOfAContestedHandover(t *testing.T) {
	spec := load(t, "pacific-alliance")
	from, to := model.NewDate(2022, 12, 1), model.NewDate(2023, 6, 30)
	c := Log(spec, 0, 1, 0, from, to)
	for _, lang := range []string{"es", "en"} {
		transcript(t, "contested-handover-"+lang, written(t, c, lang))
	}

	var states []string
	lost := 0
	for _, e := range c.Entries {
		if e.Record.Kind == model.RecordPresidency {
			states = append(states, e.Record.State)
		}
		lost += len(e.Lost)
	}
	require.Equal(t, []string{"contested", "interim_holder", "incumbent"}, states)
	require.Positive(t, lost, "no file lost its memory at the settlement")
	require.Positive(t, c.Meetings(model.TechnicalGroup))
	require.Positive(t, c.Meetings(model.NationalCoordination))
	settled := float64(model.NewDate(2023, 6, 28) - spec.Start)
	for _, e := range c.Entries {
		if e.Record.Kind == model.RecordMeeting && e.Body >= model.HighLevelGroup {
			require.False(t, e.Time >= float64(model.NewDate(2022, 12, 14)-spec.Start) && e.Time < settled, "%s met while nobody convened", e.Body)
		}
	}
}

// A text in each language holds nothing of the other's marks of number.
func TestLanguages(t *testing.T) {
	b, err := Of(load(t, "pacific-alliance"), 0, 1, 0, "")
	require.NoError(t, err)
	require.Regexp(t, `\d,\d{3} propuesta`, written(t, b, "es"))
	require.Regexp(t, `\d\.\d{3} proposed`, written(t, b, "en"))
	for _, lang := range []string{"es", "en"} {
		text := written(t, b, lang)
		require.NotContains(t, text, "%!", "a format went wrong")
		for line := range strings.SplitSeq(text, "\n") {
			require.LessOrEqual(t, len([]rune(line)), layout.TextWidth, line)
			require.Equal(t, strings.TrimRight(line, " "), line)
		}
	}
}

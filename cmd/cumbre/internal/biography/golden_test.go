package biography

import (
	"flag"
	"math"
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

// One that waited: the days between a veto and the text amended by a mediator alone are
// that member's, but for those that mediating takes at full speed.
func TestTranscriptOfAMandateHeldUp(t *testing.T) {
	b := heldUp(t)
	n := slices.IndexFunc(b.Events, mediatedAlone)
	mediator := b.Events[n].Finishes[0].Member
	require.InDelta(t, b.Spent[model.Negotiating]-b.Waits.Mediated, b.Waits.Alone[mediator], 1e-6)
	for _, lang := range []string{"es", "en"} {
		transcript(t, "held-up-"+lang, written(t, b, lang))
	}
}

// heldUp is the first mandate of a run whose only wait was for one mediator, for long.
func heldUp(t *testing.T) *Biography {
	h := relive(Run{load(t, "pacific-alliance"), 0, 1, 0}, nil)
	for i := range h.mandates {
		b := h.biography(i)
		n := slices.IndexFunc(b.Events, mediatedAlone)
		if n < 0 || b.Vetoes != 1 || b.Spent[model.Negotiating]-b.Waits.Mediated < 60 {
			continue
		}
		if math.Abs(b.Waits.Alone[b.Events[n].Finishes[0].Member]-b.Spent[model.Negotiating]+b.Waits.Mediated) < 1e-6 {
			return b
		}
	}
	require.Fail(t, "no mandate waited for one mediator")
	return nil
}

func mediatedAlone(e Event) bool {
	return e.Kind == Work && e.State == "in_negotiation" && len(e.Finishes) == 1 && e.Finishes[0].Member != Secretariat
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

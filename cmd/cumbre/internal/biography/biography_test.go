package biography

import (
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/machine"
	"cumbre/scenarios"
)

func load(t *testing.T, name string) *model.Spec {
	t.Helper()
	spec, err := scenarios.Load(name, nil)
	require.NoError(t, err)
	return spec
}

type writer interface {
	Write(w io.Writer, lang string, page layout.Page) error
}

func written(t *testing.T, w writer, lang string) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, w.Write(&b, lang, layout.Page{}))
	return b.String()
}

// runs are histories in which everything happens that a biography tells: every
// instrument, a contested handover, a secretariat, consultations, a reform, new
// members, another rule than unanimity.
func runs(t *testing.T, check func(t *testing.T, h *history)) {
	t.Helper()
	for _, run := range []struct {
		scenario string
		design   string
	}{
		{"pacific-alliance", "light"},
		{"pacific-alliance", "secretariat"},
		{"citizen-participation", "sherpa"},
		{"enlargement-six", "light"},
		{"reform-2027", "secretariat-from-2027"},
		{"qualified-majority", "light"},
		{"pacific-alliance", "dissolved"},
	} {
		t.Run(run.scenario+"/"+run.design, func(t *testing.T) {
			spec := load(t, run.scenario)
			if run.design == "dissolved" {
				spec = dissolving(t, spec)
			}
			design := slices.IndexFunc(spec.Designs, func(d model.Design) bool { return d.Name == run.design })
			require.GreaterOrEqual(t, design, 0)
			check(t, relive(Run{spec, design, 1, 0}, nil))
		})
	}
}

// dissolving adds a design that closes the secretariat of another, which existed until
// then: what it had in hand passes on.
func dissolving(t *testing.T, s *model.Spec) *model.Spec {
	t.Helper()
	i := slices.IndexFunc(s.Designs, func(d model.Design) bool { return d.Name == "secretariat" })
	require.GreaterOrEqual(t, i, 0)
	for _, x := range s.Designs[i].Set {
		s.Values[x.Param] = x.Value
	}
	s.Values[model.AgreementDays], s.Values[model.Staff] = 0, 2 // soon at work, and overloaded
	s.Designs = append(s.Designs, model.Design{Name: "dissolved", From: model.NewDate(2024, 1, 1), Set: []model.Setting{{Param: model.Staff, Value: 0}}})
	return s
}

func TestBiographies(t *testing.T) {
	told := map[Kind]bool{}
	runs(t, func(t *testing.T, h *history) {
		var consents, vetoes [model.NumBodies][model.MaxMembers]int
		for i, m := range h.mandates {
			b := h.biography(i)
			checkPhases(t, b)
			checkOrder(t, b)
			checkDepth(t, b)
			checkWork(t, h, b)
			checkDelays(t, b)
			passedOn := slices.ContainsFunc(b.Events, func(e Event) bool { return e.Kind == PassedOn })
			if i%8 == 0 || m.Form == model.FormTreaty || passedOn {
				checkTold(t, b, told)
			}
			require.Len(t, b.VetoesCast(), m.Vetoes, m.Name)
			for _, e := range b.Events {
				if e.Kind == Ballot {
					tally(&consents[e.Body], e.Consents)
					tally(&vetoes[e.Body], nonNone(e.Member))
				}
			}
		}
		// What the biographies tell adds up to what the run counted.
		require.Equal(t, h.result.Consents, consents)
		require.Equal(t, h.result.Vetoes, vetoes)
	})
	for k := range kindNames {
		require.True(t, told[Kind(k)], "no run had a %s", Kind(k))
	}
}

func tally(counts *[model.MaxMembers]int, members []int) {
	for _, i := range members {
		counts[i]++
	}
}

func nonNone(member int) []int {
	if member == None {
		return nil
	}
	return []int{member}
}

// checkPhases: a mandate is in exactly one phase at any time.
func checkPhases(t *testing.T, b *Biography) {
	t.Helper()
	sum := 0.0
	for _, days := range b.Spent {
		require.GreaterOrEqual(t, days, 0.0, b.Name)
		sum += days
	}
	require.InDelta(t, b.Age(), sum, 1e-6, b.Name)
}

// checkOrder: events are in order of time, and each state follows from the last
// by a transition of the mandate's machine, up to the state it ended in.
func checkOrder(t *testing.T, b *Biography) {
	t.Helper()
	m := model.MandateMachine
	state := stateNamed(t, "proposed")
	last := b.Issued
	for _, e := range b.Events {
		require.GreaterOrEqual(t, e.Time, last, b.Name)
		last = e.Time
		open := e.Kind == End && math.IsNaN(b.Ended)
		if (e.Kind != Issued && e.Kind != Stage && e.Kind != End) || open {
			continue
		}
		next := stateNamed(t, e.State)
		require.True(t, leads(m, state, next), "%s: no way from %s to %s", b.Name, m.States[state], e.State)
		state = next
	}
	require.Equal(t, b.State, m.States[state], b.Name)
	require.Equal(t, Issued, b.Events[0].Kind, b.Name)
	require.Equal(t, b.end(), last, b.Name)
}

func stateNamed(t *testing.T, name string) machine.State {
	t.Helper()
	for i, s := range model.MandateMachine.States {
		if s == name {
			return machine.State(i)
		}
	}
	t.Fatalf("no state %q", name)
	return 0
}

func leads(m *machine.Machine, from, to machine.State) bool {
	for e := range m.Events {
		if next, ok := m.Next(from, machine.Event(e)); ok && next == to {
			return true
		}
	}
	return false
}

// checkDepth: each amendment starts from what the last one left, and only
// amendments take depth away.
func checkDepth(t *testing.T, b *Biography) {
	t.Helper()
	depth := b.ProposedDepth
	for _, e := range b.Events {
		if e.Kind == Amendment {
			require.Equal(t, depth, e.Before, b.Name)
			require.Less(t, e.Depth, e.Before, b.Name)
			depth = e.Depth
		}
	}
	require.Equal(t, b.Depth, depth, b.Name)
}

// checkWork: every piece of work that led on was done by every member that took
// part from its beginning, in order.
func checkWork(t *testing.T, h *history, b *Biography) {
	t.Helper()
	for _, e := range b.Events {
		if e.Kind != Work || e.State == "in_negotiation" {
			continue
		}
		if e.Partial {
			checkPartial(t, h, b, e)
			continue
		}
		var did []int
		for n, f := range e.Finishes {
			require.True(t, n == 0 || f.Time >= e.Finishes[n-1].Time, b.Name)
			if f.Member != Secretariat {
				did = append(did, f.Member)
			}
		}
		require.Subset(t, did, h.members(e.Since), "%s %s", b.Name, e.State)
		require.Subset(t, h.members(e.Time), did, "%s %s", b.Name, e.State)
	}
}

// checkPartial: of technical work that was given up, those told to have finished
// did so in both ministries, and everybody else is missing.
func checkPartial(t *testing.T, h *history, b *Biography, work Event) {
	t.Helper()
	if work.State != "in_technical_work" {
		return
	}
	var tasks [model.MaxMembers]int
	for _, i := range h.own[b.Name] {
		switch r := h.records[i]; {
		case r.Kind == model.RecordTask && r.Member >= 0:
			tasks[r.Member]++
		case r.Kind == model.RecordPassedOn:
			tasks[r.Member]-- // one more to do
		}
	}
	end := b.Events[slices.IndexFunc(b.Events, func(e Event) bool { return e.Kind == End })]
	for _, i := range h.members(work.Since) {
		finished := slices.ContainsFunc(work.Finishes, func(f Finish) bool { return f.Member == i })
		require.Equal(t, tasks[i] == numMinistries, finished, "%s: %d", b.Name, i)
		require.Equal(t, !finished, slices.Contains(end.Missing, i), "%s: %d", b.Name, i)
	}
}

// numMinistries is how many ministries of a member share technical work.
const numMinistries = 2

// checkDelays: who held a mandate up adds up to the vetoes and reservations, and the
// days charged, with those of several at once, to the mandate's waiting.
func checkDelays(t *testing.T, b *Biography) {
	t.Helper()
	vetoes, reservations := 0, 0
	days, shared := b.Waits.Several, 0.0
	for _, d := range b.Delays() {
		vetoes += d.Vetoes
		reservations += d.Reservations
		require.GreaterOrEqual(t, d.Days, 0.0, b.Name)
		days += d.Days
		shared += d.WithOthers
	}
	for _, e := range b.Events {
		if e.Kind == Reservation {
			reservations--
		}
	}
	require.Equal(t, b.MandateInfo.Vetoes, vetoes, b.Name)
	require.Zero(t, reservations, b.Name)
	require.InDelta(t, b.Spent[model.PeopleWait]+b.Spent[model.Negotiating]-b.Waits.Mediated+b.Spent[model.Ratifying]+b.Spent[model.LaidAside], days, 1e-6, b.Name)
	require.InDelta(t, days, b.Waits.Total(), 1e-6, b.Name)
	require.GreaterOrEqual(t, shared, 2*b.Waits.Several-1e-6, "%s: several are two at least", b.Name)
}

// checkTold: every event has a sentence in both languages, but the state vetoed,
// which the ballot tells.
func checkTold(t *testing.T, b *Biography, told map[Kind]bool) {
	t.Helper()
	for _, lang := range []string{"es", "en"} {
		v := newVoice(b.Run, lang, layout.Page{})
		for n, e := range b.Events {
			s := b.sentence(v, n)
			require.True(t, s != "" || e.State == "vetoed", "%s: nothing told of %v in %s", b.Name, e, lang)
			require.NotContains(t, s, "%!", "%s: %v", b.Name, e)
			told[e.Kind] = true
		}
	}
}

func TestChoice(t *testing.T) {
	spec := load(t, "pacific-alliance")
	b, err := Of(spec, 0, 1, 0, "")
	require.NoError(t, err)
	for _, m := range List(spec, 0, 1, 0, Filter{State: "fulfilled"}).Mandates {
		require.True(t, m.Vetoes < b.MandateInfo.Vetoes || m.Vetoes == b.MandateInfo.Vetoes && m.Issued >= b.Issued, m.Name)
	}
}

// Among equals the first one issued is told of; without a fulfilled one, the
// most vetoed.
func TestChoiceAmongEquals(t *testing.T) {
	m := func(state string, vetoes int) model.MandateInfo {
		return model.MandateInfo{State: state, Vetoes: vetoes}
	}
	for _, c := range []struct {
		mandates []model.MandateInfo
		want     int
	}{
		{[]model.MandateInfo{m("lapsed", 9), m("fulfilled", 2), m("fulfilled", 2)}, 1},
		{[]model.MandateInfo{m("fulfilled", 0), m("shelved", 4)}, 0},
		{[]model.MandateInfo{m("lapsed", 1), m("before_tg", 3), m("shelved", 3)}, 1},
	} {
		got, err := (&history{mandates: c.mandates}).choose()
		require.NoError(t, err)
		require.Equal(t, c.want, got)
	}
}

func TestUnknownMandate(t *testing.T) {
	_, err := Of(load(t, "pacific-alliance"), 0, 1, 0, "s1-01")
	var unknown *UnknownError
	require.ErrorAs(t, err, &unknown)
	require.ErrorContains(t, err, `did you mean "S1-0`)
}

func TestNoMandates(t *testing.T) {
	spec := load(t, "pacific-alliance")
	spec.Off = spec.Off.Without(model.Proliferation)
	_, err := Of(spec, 0, 1, 0, "")
	require.ErrorIs(t, err, ErrNoMandates)
}

func TestList(t *testing.T) {
	spec := load(t, "pacific-alliance")
	all := List(spec, 0, 1, 0, Filter{})
	require.Len(t, all.Mandates, all.Issued)
	vetoed := List(spec, 0, 1, 0, Filter{State: "lapsed", Vetoed: true})
	n := 0
	for _, m := range all.Mandates {
		if m.State == "lapsed" && m.Vetoes > 0 {
			require.Equal(t, m.Name, vetoed.Mandates[n].Name)
			n++
		}
	}
	require.Len(t, vetoed.Mandates, n)
	require.Equal(t, n+5, strings.Count(written(t, vetoed, "es"), "\n"))
}

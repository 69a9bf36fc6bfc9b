package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cumbre/model"
	"cumbre/model/compare"
)

// explainFlags are the flags of `cumbre explain`.
type explainFlags struct {
	specFlags
	design      string
	mandate     string
	replication uint64
	seed        uint64
	spare       int
	list        bool
	json        bool
}

func (f *explainFlags) register(a *app, flags *pflag.FlagSet) {
	flags.StringVar(&f.design, "design", "", a.say("el diseño (por omisión, el primero del escenario)", "the design (default: the scenario's first)"))
	flags.StringVar(&f.mandate, "mandate", "", a.say("el mandato (por omisión, el cumplido con más vetos); --list los enumera", "the mandate (default: the fulfilled one with the most vetoes); --list lists them"))
	flags.Uint64Var(&f.replication, "replication", 0, a.say("la réplica, contada desde 0 como en runs.csv", "the replication, counted from 0 as in runs.csv"))
	flags.Uint64Var(&f.seed, "seed", 1, a.say("semilla", "seed"))
	flags.IntVar(&f.spare, "spare", 0, a.say("cuenta la misma historia sin el veto de este número", "tells the same history without the veto of this number"))
	flags.BoolVar(&f.list, "list", false, a.say("enumera los mandatos de la réplica", "lists the mandates of the replication"))
	flags.BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON", "prints one JSON object"))
	f.specFlags.register(a, flags)
}

func (a *app) explainCommand() *cobra.Command {
	var f explainFlags
	c := &cobra.Command{
		Use:   a.say("explain [ESCENARIO]", "explain [SCENARIO]"),
		Short: a.say("La biografía de un mandato, y la misma historia sin un veto", "One mandate's biography, and the same history without one veto"),
		Long: a.say(`Cuenta la vida de un mandato en una réplica, suceso por suceso: quién consintió y
quién vetó, en qué se fue el tiempo y a quién se esperó. Las líneas sangradas son
lo que pasaba mientras en la Alianza.

--spare N corre la misma historia sin el veto número N, con los mismos números
aleatorios: qué habría sido del mandato, y qué habría cambiado en todo lo demás.`,
			`Tells one mandate's life in one replication, event by event: who consented and who
vetoed, where the time went and who was waited for. Indented lines are what went
on in the Alliance meanwhile.

--spare N runs the same history without veto number N, on the same random
numbers: what would have become of the mandate, and what of everything else.`),
		Example: `  cumbre explain
  cumbre explain --design sherpa --list
  cumbre explain --mandate S3-014 --replication 7
  cumbre explain --mandate S3-014 --replication 7 --spare 1`,
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args, f) },
	}
	f.register(a, c.Flags())
	return c
}

// explain is `cumbre explain`.
func (a *app) explain(args []string, f explainFlags) error {
	var names []string
	if f.design != "" {
		names = []string{f.design}
	}
	spec, chosen, err := a.load(args, f.specFlags, names, nil)
	if err != nil {
		return err
	}
	h, found, err := newHistory(spec, chosen[0], f.seed, f.replication, f.mandate)
	if err != nil {
		return failed(err)
	}
	if f.list {
		return failed(a.writeMandates(a.stdout, h))
	}
	if err := a.checkMandate(h, found, f); err != nil {
		return err
	}
	t := &teller{tongue: a.tongue, Format: compare.NewFormat(a.lang), history: h}
	if f.json {
		return failed(t.writeJSON(a.stdout, spec.Designs[chosen[0]].Name, f.spare))
	}
	var b strings.Builder
	t.heading(&b, spec.Designs[chosen[0]])
	t.life(&b)
	t.summary(&b)
	if f.spare > 0 {
		t.counterfactual(&b, f.spare)
	} else if h.mandate.Vetoes > 0 {
		fmt.Fprintf(&b, "\n%s: cumbre explain %s--mandate %s --replication %d --seed %d --spare 1\n", a.say("La misma historia sin el primer veto", "The same history without the first veto"),
			explainScope(args, f), h.mandate.Name, f.replication, f.seed)
	}
	_, err = io.WriteString(a.stdout, trimmed(b.String()))
	return failed(err)
}

// explainScope repeats the arguments that say which run is meant.
func explainScope(args []string, f explainFlags) string {
	var words []string
	for _, arg := range args {
		words = append(words, quote(arg))
	}
	if f.design != "" {
		words = append(words, "--design "+quote(f.design))
	}
	for _, s := range f.set {
		words = append(words, "--set "+quote(s))
	}
	if len(f.without) > 0 {
		words = append(words, "--without "+quote(strings.Join(f.without, ",")))
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, " ") + " "
}

// checkMandate says what is wrong with the mandate or the veto asked for.
func (a *app) checkMandate(h *history, found bool, f explainFlags) error {
	var wrong mistakes
	switch {
	case !found && f.mandate != "":
		var names []string
		for _, m := range h.runner.Mandates() {
			names = append(names, m.Name)
		}
		wrong.add("%s", a.unknown(a.say("mandato", "mandate"), f.mandate, names))
	case !found:
		wrong.add("%s", a.say("en esa réplica no se emitió ningún mandato", "no mandate was issued in that replication"))
	case f.spare < 0 || f.spare > len(h.vetoes()):
		wrong.add(a.say("--spare %d: %s tuvo %d vetos", "--spare %d: %s had %d vetoes"), f.spare, h.mandate.Name, len(h.vetoes()))
	}
	return wrong.err()
}

// writeMandates lists the mandates of the replication.
func (a *app) writeMandates(w io.Writer, h *history) error {
	f := compare.NewFormat(a.lang)
	var b strings.Builder
	out := columns(&b)
	writeRow(out, strings.Split(a.say("mandato\temitido\testado\tvetos\tdías a la adopción\tdías en total\tgrupo", "mandate\tissued\tstate\tvetoes\tdays to adoption\tdays in all\tgroup"), "\t"))
	for _, m := range h.runner.Mandates() {
		writeRow(out, []string{
			m.Name, h.date(m.Issued).String(), stateText(m.State).In(a.lang), fmt.Sprint(m.Vetoes),
			f.Number(m.Adopted-m.Issued, 0), f.Number(m.Ended-m.Issued, 0), h.spec.Groups[m.Group].Name.In(a.lang),
		})
	}
	out.Flush()
	_, err := io.WriteString(w, trimmed(b.String()))
	return err
}

func (t *teller) heading(b *strings.Builder, d model.Design) {
	m := t.mandate
	fmt.Fprintf(b, t.say("Mandato %s: %s (%s), grupo «%s»\n", "Mandate %s: %s (%s), group “%s”\n"),
		m.Name, m.Instrument.In(t.lang), m.Dimension.Info().Text.In(t.lang), t.spec.Groups[m.Group].Name.In(t.lang))
	fmt.Fprintf(b, t.say("debe adoptarlo: %s; profundidad propuesta %s, final %s\n", "to be adopted by: %s; depth proposed %s, final %s\n"),
		t.body(m.Level), t.Number(m.ProposedDepth, 3), t.Number(m.Depth, 3))
	fmt.Fprintf(b, t.say("%s · diseño %s · semilla %d · réplica %d\n\n", "%s · design %s · seed %d · replication %d\n\n"), t.spec.Name, d.Name, t.seed, t.number)
}

// life prints the biography: date, days since issue, what happened.
func (t *teller) life(b *strings.Builder) {
	told := t.biography()
	for _, e := range told {
		indent := ""
		if e.around {
			indent = "    · "
		}
		fmt.Fprintf(b, "%s %6s  %s%s\n", t.date(e.time), t.Number(e.time-t.mandate.Issued, 0), indent, e.text)
	}
	if math.IsNaN(t.mandate.Ended) {
		fmt.Fprintf(b, t.say("%s         sigue abierto: %s\n", "%s         still open: %s\n"), t.spec.End-1, stateText(t.mandate.State).In(t.lang))
	}
}

// summary says where the time went and who was waited for.
func (t *teller) summary(b *strings.Builder) {
	total := 0.0
	for _, days := range t.mandate.Spent {
		total += days
	}
	fmt.Fprintf(b, "\n%s\n", t.say("En qué se fue el tiempo (días):", "Where the time went (days):"))
	w := columns(b)
	for p, days := range t.mandate.Spent {
		if days > 0 {
			writeRow(w, []string{"  " + model.PhaseNames[p].In(t.lang), t.Number(days, 0), t.Number(100*days/total, 0) + t.say(" %", "%")})
		}
	}
	writeRow(w, []string{"  " + t.say("total", "total"), t.Number(total, 0), ""})
	w.Flush()
	t.culprits(b)
}

// culprits says, member by member, what it did to the mandate's pace.
func (t *teller) culprits(b *strings.Builder) {
	held := t.heldUp()
	fmt.Fprintf(b, "\n%s\n", t.say("Quién lo detuvo:", "Who held it up:"))
	w := columns(b)
	writeRow(w, []string{"  " + t.say("miembro", "member"), t.say("vetos", "vetoes"), t.say("reservas", "reservations"), t.say("días en que sólo faltaba él", "days when it alone was missing")})
	for i := range slices.Concat(t.spec.Members, []model.MemberSpec{{}}) {
		vetoes, reservations := t.count(model.RecordVeto, i), t.count(model.RecordReservation, i)
		key := i
		if i == len(t.spec.Members) {
			key = model.MaxMembers // the secretariat's work
		}
		if vetoes+reservations > 0 || held[key] > 0 {
			writeRow(w, []string{"  " + t.member(key), fmt.Sprint(vetoes), fmt.Sprint(reservations), t.Number(held[key], 0)})
		}
	}
	w.Flush()
}

func (t *teller) count(kind model.RecordKind, member int) int {
	n := 0
	for _, r := range t.records {
		if r.Kind == kind && r.Member == member {
			n++
		}
	}
	return n
}

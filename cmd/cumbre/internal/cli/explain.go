package cli

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cumbre/cmd/cumbre/internal/biography"
	"cumbre/model"
)

// explainFlags are the flags of `cumbre explain`.
type explainFlags struct {
	specFlags
	design      string
	mandate     string
	replication uint64
	seed        uint64
	withoutVeto vetoNumber
	list        bool
	vetoed      bool
	state       string
	from, to    string
	json        bool
}

// period are the flags of the institution's log, which go together.
const period = "from to"

func (f *explainFlags) register(a *app, flags *pflag.FlagSet) {
	flags.StringVar(&f.design, "design", "", a.say("el diseño (por omisión, el primero del escenario)", "the design (default: the scenario's first)"))
	flags.StringVar(&f.mandate, "mandate", "", a.say("el mandato (por omisión, el cumplido con más vetos)", "the mandate (default: the fulfilled one with the most vetoes)"))
	flags.Uint64Var(&f.replication, "replication", 0, a.say("la réplica, contada desde 0 como en runs.csv", "the replication, counted from 0 as in runs.csv"))
	flags.Uint64Var(&f.seed, "seed", defaultSeed, a.say("semilla", "seed"))
	flags.Var(&f.withoutVeto, "without-veto", a.say("compara con la misma historia sin el veto número N (--without-veto=N; sin N, el primero que decidió algo)", "compares with the same history without veto number N (--without-veto=N; without N, the first that decided anything)"))
	flags.Lookup("without-veto").NoOptDefVal = pivotal
	flags.BoolVar(&f.list, "list", false, a.say("enumera los mandatos de la réplica", "lists the mandates of the replication"))
	flags.BoolVar(&f.vetoed, "vetoed", false, a.say("con --list: sólo los vetados", "with --list: only those vetoed"))
	flags.StringVar(&f.state, "state", "", a.say("con --list: sólo los que acabaron en este estado", "with --list: only those that ended in this state"))
	flags.StringVar(&f.from, "from", "", a.say("la bitácora de la institución desde esta fecha (como 2022-12-01), en vez de un mandato", "the institution's log from this date (as 2022-12-01), instead of a mandate"))
	flags.StringVar(&f.to, "to", "", a.say("la bitácora de la institución hasta esta fecha, incluida", "the institution's log up to this date, included"))
	flags.BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON", "prints one JSON object"))
	f.specFlags.register(a, flags)
}

func (a *app) explainCommand() *cobra.Command {
	var f explainFlags
	c := &cobra.Command{
		Use:   a.say("explain [ESCENARIO]", "explain [SCENARIO]"),
		Short: a.say("La biografía de un mandato, y la misma historia sin un veto", "One mandate's biography, and the same history without one veto"),
		Long: a.say(`Cuenta la vida de un mandato en una réplica, suceso por suceso: quién consintió y
quién vetó, en qué se fue el tiempo y a quién se esperó.

--without-veto corre la misma historia sin uno de los vetos, con los mismos
números aleatorios: qué habría sido del mandato, y qué de todo lo demás. Sin
número quita el primer veto que decidió algo: si basta una objeción, otro miembro
puede vetar en el mismo lugar, y entonces ese veto no cambia nada.

--from y --to cuentan, en vez de un mandato, la institución entre dos fechas: quién
preside y gobierna, cada reunión y qué decidió, qué expedientes pierden su memoria.

--json imprime un objeto. Cada suceso trae date, day, kind y lo que su clase tiene.
Del mandato son issued, stage, work (finished), reservation (body, member), ballot
(body, consents, dissents, member si vetó), amendment (depth), memory_lost,
caught_up, ratification, neglect y resumption (member), passed_on (member, from) y
end (missing, unratified, behind), con state y round. De la institución, con
institution (true): presidency (state, member, heir si se disputa), government
(state, was, member, head_of_state), secretariat (state), summit_cancelled,
accession y crisis (member), pandemic, trade_shock y reform (design); con --from y
--to, también meeting (body, agreed, vetoes). held_up dice, por cada parte que
detuvo el mandato, party, vetoes, reservations, days (los que se la esperó sólo a
ella) y days_with_others; los días de todas y several_at_once suman la espera de
personas, la ratificación y lo dejado de lado.`,
			`Tells one mandate's life in one replication, event by event: who consented and who
vetoed, where the time went and who was waited for.

--without-veto runs the same history without one of the vetoes, on the same random
numbers: what would have become of the mandate, and what of everything else.
Without a number it takes away the first veto that decided anything: where one
objection is enough another member may veto instead, and that veto changes nothing.

--from and --to tell of the institution between two dates instead of a mandate: who
presides and governs, each meeting and what it decided, which files lose their memory.

--json prints one object. Each event has date, day, kind and what its kind has. The
mandate's are issued, stage, work (finished), reservation (body, member), ballot
(body, consents, dissents, member if it vetoed), amendment (depth), memory_lost,
caught_up, ratification, neglect and resumption (member), passed_on (member, from)
and end (missing, unratified, behind), with state and round. The institution's, with
institution (true), are presidency (state, member, heir if contested), government
(state, was, member, head_of_state), secretariat (state), summit_cancelled,
accession and crisis (member), pandemic, trade_shock and reform (design); with
--from and --to also meeting (body, agreed, vetoes). held_up tells, for each party
that held the mandate up, party, vetoes, reservations, days (on which it alone was
waited for) and days_with_others; the days of all and several_at_once add up to
people_wait, ratifying and laid_aside.`),
		Example: `  cumbre explain
  cumbre explain --design sherpa --list --vetoed
  cumbre explain --mandate S2-011 --replication 7
  cumbre explain --mandate S2-011 --replication 7 --without-veto=2
  cumbre explain --from 2022-12-01 --to 2023-06-30`,
		Args: func(cmd *cobra.Command, args []string) error {
			if n := strayVetoNumber(args); n != "" && f.withoutVeto != 0 {
				return fmt.Errorf(a.say("el número de veto va con signo igual: escriba --without-veto=%s", "a veto's number takes an equals sign: write --without-veto=%s"), n)
			}
			return a.atMostOne(a.say("escenario", "scenario"))(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args, f) },
	}
	f.register(a, c.Flags())
	c.PreRunE = a.exclusive([]string{period, "list", "mandate"}, []string{"list", "without-veto"}, []string{period, "without-veto"})
	return c
}

// noSuchState refuses the name of a state. Whoever took it from the list, where
// states are called by their texts, learns the name behind the text.
func (a *app) noSuchState(name string) string {
	states := model.MandateMachine.States
	for _, s := range states {
		if strings.EqualFold(model.StateText(model.MandateMachine, s).In(a.lang), name) {
			return fmt.Sprintf(a.say("estado que no existe: `%s`: ¿quiso decir `%s`?", "unknown state `%s`: did you mean `%s`?"), name, s)
		}
	}
	return a.unknown(a.say("estado", "state"), name, states)
}

// explain is `cumbre explain`.
func (a *app) explain(args []string, f explainFlags) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = failed(fmt.Errorf("seed %d, replication %d: panic: %v\n%s", f.seed, f.replication, v, debug.Stack()))
		}
	}()
	var wrong mistakes
	if f.state != "" && !slices.Contains(model.MandateMachine.States, f.state) {
		wrong.add("--state: %s", a.noSuchState(f.state))
	}
	var names []string
	if f.design != "" {
		names = []string{f.design}
	}
	from, to := a.period(f, &wrong)
	spec, chosen, err := a.load(args, f.specFlags, names, wrong)
	if err != nil {
		return err
	}
	design := chosen[0]
	switch {
	case f.list:
		t := biography.List(spec, design, f.seed, f.replication, biography.Filter{State: f.state, Vetoed: f.vetoed})
		if f.json {
			return failed(encode(a.stdout, newListJSON(t)))
		}
		return failed(t.Write(a.stdout, a.lang, a.page))
	case f.from != "" || f.to != "":
		return a.explainInstitution(spec, design, f, from, to)
	case f.withoutVeto != 0:
		return a.explainWithout(spec, design, f)
	}
	b, err := biography.Of(spec, design, f.seed, f.replication, f.mandate)
	if err != nil {
		return a.notThere(err)
	}
	if f.json {
		return failed(encode(a.stdout, newLifeJSON(b)))
	}
	return failed(b.Write(a.stdout, a.lang, a.page))
}

// explainWithout tells the mandate's life beside the one without a veto.
func (a *app) explainWithout(spec *model.Spec, design int, f explainFlags) error {
	var c *biography.Counterfactual
	var err error
	if f.withoutVeto == pivotalVeto {
		c, err = biography.WithoutPivotalVeto(spec, design, f.seed, f.replication, f.mandate)
	} else {
		c, err = biography.WithoutVeto(spec, design, f.seed, f.replication, f.mandate, int(f.withoutVeto))
	}
	if err != nil {
		return a.notThere(err)
	}
	if f.json {
		return failed(encode(a.stdout, newCounterfactualJSON(c)))
	}
	return failed(c.Write(a.stdout, a.lang, a.page))
}

// notThere words a mandate or a veto that the run does not have.
func (a *app) notThere(err error) error {
	var unknown *biography.UnknownError
	var veto *biography.VetoError
	switch {
	case errors.As(err, &unknown):
		return errors.New(a.unknown(a.say("mandato", "mandate"), unknown.Name, unknown.Names))
	case errors.As(err, &veto):
		return errors.New("--without-veto: " + a.vetoesHad(veto))
	case errors.Is(err, biography.ErrNoMandates):
		return errors.New(a.say("en esa réplica no se emitió ningún mandato", "no mandate was issued in that replication"))
	}
	return failed(err)
}

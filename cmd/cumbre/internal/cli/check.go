package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"cumbre/model"
	"cumbre/scenarios"
)

func (a *app) scenarioCheck() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("check ARCHIVO...", "check FILE..."),
		Short: a.say("Comprueba escenarios sin correrlos", "Checks scenarios without running them"),
		Long: a.say(`Comprueba escenarios sin correrlos: todos los errores a la vez, cada uno con su lugar.
De uno que está bien dice qué es y, por la salida de errores, anota lo que tal vez no
haga lo que se espera: un valor que un evento heredado vuelve a cambiar (sin él, con
without_events, el valor se conserva) o un traspaso disputado que quizá empiece más tarde.`,
			`Checks scenarios without running them: all mistakes at once, each with its place. Of
one that is right it says what it is and notes, on standard error, what may not do what
is expected: a value that an inherited event sets again (without_events drops the event
and keeps the value), or a contested handover that may begin later.`),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New(a.say("falta un archivo de escenario", "want a scenario file"))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.check(args) },
	}
}

// check says of each scenario what it is; the mistakes of all are one error.
func (a *app) check(refs []string) error {
	var problems scenarios.Problems
	for _, ref := range refs {
		spec, notes, err := scenarios.LoadNoted(ref, a.readScenario)
		var found scenarios.Problems
		if errors.As(err, &found) {
			problems = append(problems, found...)
			continue
		}
		if _, err := fmt.Fprintf(a.stdout, a.say("%s: bien: %s, %s, %s, %s, de %s a %s\n", "%s: ok: %s, %s, %s, %s, %s to %s\n"),
			ref, spec.Title.In(a.lang), a.membersOf(spec), a.count(len(spec.Groups), "grupo", "grupos", "group", "groups"),
			a.count(len(spec.Designs), "diseño", "diseños", "design", "designs"), spec.Start, spec.End-1); err != nil {
			return failed(err)
		}
		a.notes(notes)
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// membersOf counts the founders and, if there are any, those that may join.
func (a *app) membersOf(spec *model.Spec) string {
	founders := 0
	for _, m := range spec.Members {
		if !m.Joins {
			founders++
		}
	}
	text := a.count(founders, "miembro", "miembros", "member", "members")
	switch joining := len(spec.Members) - founders; joining {
	case 0:
		return text
	case 1:
		return text + a.say(" y 1 que ingresa", " and 1 that joins")
	default:
		return text + fmt.Sprintf(a.say(" y %d que ingresan", " and %d that join"), joining)
	}
}

// count writes how many there are of something.
func (a *app) count(n int, one, many, oneEN, manyEN string) string {
	if n == 1 {
		return "1 " + a.say(one, oneEN)
	}
	return fmt.Sprintf("%d %s", n, a.say(many, manyEN))
}

package cli

import (
	"fmt"
	"strings"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/scenarios"
)

// source is the file of the points that worlds are; nothing if they are drawn.
type source struct {
	name string
	data []byte
}

// scenario is what of the arguments names a scenario: --accepted may be followed by its
// file after a space too, and no scenario is a .csv.
func (f *robustFlags) scenario(args []string) []string {
	if f.accepted != builtIn {
		return args
	}
	for i, arg := range args {
		if strings.HasSuffix(arg, ".csv") {
			f.accepted = arg
			return append(append([]string{}, args[:i]...), args[i+1:]...)
		}
	}
	return args
}

// pointsData is the text of the accepted set, nil if worlds are to be drawn, and what
// messages call it.
func (a *app) pointsData(f robustFlags, wrong *mistakes) (data []byte, name string) {
	switch f.accepted {
	case "", noAccepted:
		return nil, ""
	case builtIn:
		f.drawing(a, wrong)
		data, ok := scenarios.ShippedAccepted()
		if !ok {
			wrong.add("%s", a.say("--accepted: el programa no incluye ningún conjunto aceptado; --accepted=ARCHIVO lo lee", "--accepted: no accepted set is built in; --accepted=FILE reads one"))
		}
		return data, scenarios.AcceptedFile
	}
	f.drawing(a, wrong)
	return a.acceptedData(f.accepted, false, wrong)
}

// drawing adds the flags that say how to draw: of points nothing is drawn.
func (f robustFlags) drawing(a *app, wrong *mistakes) {
	for _, name := range []string{"reach", "keep"} {
		if f.given(name) {
			wrong.add(a.say("--%s: con --accepted no se sortea nada", "--%s: with --accepted nothing is drawn"), name)
		}
	}
}

// ofPoints are the options for the worlds that an accepted set gives: all its points
// unless fewer are asked for.
func (a *app) ofPoints(spec *model.Spec, o robust.Options, f robustFlags, data []byte, name string) (robust.Options, error) {
	set, err := scenarios.Accepted(name, data, spec)
	if err != nil {
		return o, err
	}
	if !f.given("worlds") {
		o.Worlds = len(set.Rows)
	}
	if o.Worlds > len(set.Rows) {
		return o, fmt.Errorf(a.say("--worlds %d: %s tiene %d puntos", "--worlds %d: %s has %d points"), o.Worlds, name, len(set.Rows))
	}
	o.Reach, o.Keep, o.Points = 0, nil, &robust.Points{Free: set.Free, Rows: set.Rows}
	return o, nil
}

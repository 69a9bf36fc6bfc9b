package cli

import (
	"errors"
	"fmt"
	"strconv"

	"cumbre/cmd/cumbre/internal/biography"
)

// vetoNumber is the value of --without-veto: which veto, from 1; 0 is none.
type vetoNumber int

// pivotalVeto asks for the first veto that decided anything; pivotal is how the
// command line says so, alone or after the flag.
const (
	pivotalVeto vetoNumber = -1
	pivotal                = "pivotal"
)

// vetoNumberIs is the name of the type among those of pflag.
const vetoNumberIs = "vetoNumber"

// Type tells help what the value is.
func (n *vetoNumber) Type() string { return vetoNumberIs }

func (n *vetoNumber) String() string {
	switch *n {
	case 0:
		return ""
	case pivotalVeto:
		return pivotal
	}
	return strconv.Itoa(int(*n))
}

// Set reads a number from 1 or "pivotal".
func (n *vetoNumber) Set(text string) error {
	if text == pivotal {
		*n = pivotalVeto
		return nil
	}
	i, err := strconv.Atoi(text)
	if err != nil || i < 1 {
		return errVetoNumber
	}
	*n = vetoNumber(i)
	return nil
}

var errVetoNumber = errors.New("not the number of a veto")

// strayVetoNumber returns the first argument that is a number. A flag whose
// value may be left out does not take it from the next word.
func strayVetoNumber(args []string) string {
	for _, arg := range args {
		if _, err := strconv.Atoi(arg); err == nil {
			return arg
		}
	}
	return ""
}

// vetoesHad says how often a mandate was vetoed, where that is less than asked.
func (a *app) vetoesHad(e *biography.VetoError) string {
	switch e.Vetoes {
	case 0:
		return fmt.Sprintf(a.say("el mandato %s no tuvo vetos", "mandate %s had no vetoes"), e.Mandate)
	case 1:
		return fmt.Sprintf(a.say("no hay veto %d: el mandato %s tuvo 1 veto", "no veto %d: mandate %s had 1 veto"), e.Number, e.Mandate)
	}
	return fmt.Sprintf(a.say("no hay veto %d: el mandato %s tuvo %d vetos", "no veto %d: mandate %s had %d vetoes"), e.Number, e.Mandate, e.Vetoes)
}

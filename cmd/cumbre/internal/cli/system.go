package cli

import (
	"fmt"
	"io/fs"
	"os"
	"strings"

	"cumbre/scenarios"
)

// understandable is an error's text with what the operating system says of a
// file, wherever that stands in it, in the user's language.
func (a *app) understandable(err error) string {
	text := err.Error()
	visit(err, func(e error) {
		switch e := e.(type) {
		case *fs.PathError:
			text = strings.ReplaceAll(text, e.Error(), a.refused(e.Path, e))
		case *os.LinkError:
			text = strings.ReplaceAll(text, e.Error(), a.refused(e.New, e))
		}
	})
	return text
}

func (a *app) refused(path string, err error) string {
	return fmt.Sprintf("%s: %s", path, scenarios.Reason(err).In(a.lang))
}

// visit calls f with an error and all that it wraps.
func visit(err error, f func(error)) {
	if err == nil {
		return
	}
	f(err)
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		visit(e.Unwrap(), f)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			visit(inner, f)
		}
	}
}

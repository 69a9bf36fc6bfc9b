package cli

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"cumbre/cmd/cumbre/internal/layout"
)

// pageOf is the page that a command's result is set on: what COLUMNS says, as
// in other programs, else the width of the terminal. Anything else, a pipe or a
// file, has no edge, so that what is read by programs does not depend on the
// screen it was started from.
func pageOf(stdout io.Writer, getenv func(string) string) layout.Page {
	if n, err := strconv.Atoi(getenv("COLUMNS")); err == nil && n > 0 {
		return layout.Page{Width: n}
	}
	if f, ok := stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return layout.Page{Width: width}
		}
	}
	return layout.Page{}
}

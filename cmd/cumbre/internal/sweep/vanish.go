package sweep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Others may merge a study while its folder is read: once the tables hold all, its parts go.
// That is no damage. Whoever finds a file gone looks at the folder again.

// errVanished says that a file was there when the folder was looked at, and is there no more.
var errVanished = errors.New("it has been taken away")

// isGone reports whether there is no file of a name.
func isGone(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// unreadable is what a file suffers from that cannot be read: it is gone or damaged.
func unreadable(path string, err error) error {
	if isGone(path) {
		return fmt.Errorf("%s: %w", path, errVanished)
	}
	return &DamagedError{path, err}
}

// anew does something that reads a folder until no file vanishes meanwhile.
func anew(do func() error) error {
	for {
		if err := do(); !errors.Is(err, errVanished) {
			return err
		}
	}
}

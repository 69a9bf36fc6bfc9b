package sweep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// Others may merge a study while its folder is read: once the tables hold all, its parts go.
// That is no damage. Whoever finds a file gone looks at the folder again.

// errVanished says that a file was there when the folder was looked at, and is there no more.
var errVanished = errors.New("it has been taken away")

// isGone reports whether there is no file of a name.
func isGone(path string) bool {
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// outOfReach reports whether an error of opening a file says nothing about what is in it: it
// may be read another time, or by somebody else. Such a file must not count as damaged, or
// what it holds would be made again.
func outOfReach(err error) bool {
	return slices.ContainsFunc([]error{fs.ErrPermission, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.ESTALE}, func(e error) bool { return errors.Is(err, e) })
}

// unreadable is what a file suffers from that cannot be read: it is gone, out of reach or
// damaged.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist) || isGone(path):
		return fmt.Errorf("%s: %w", path, errVanished)
	case outOfReach(err):
		return err
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

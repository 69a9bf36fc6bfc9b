//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package cli

import (
	"errors"
	"os"
)

// lockFile locks nothing: the program knows no locks of this system.
func lockFile(*os.File) error { return errors.ErrUnsupported }

// unlockFile takes the file away.
func unlockFile(file *os.File) {
	_ = os.Remove(file.Name())
	_ = file.Close()
}

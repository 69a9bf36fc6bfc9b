//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package cli

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile locks an open file against other processes and other openings of it;
// errBusy if one of them has, errors.ErrUnsupported if the file system cannot.
func lockFile(file *os.File) error {
	for {
		switch err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); {
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return errBusy
		case errors.Is(err, unix.ENOLCK): // network file systems without a lock server
			return errors.ErrUnsupported
		default:
			return err
		}
	}
}

// unlockFile removes the file while it is still locked: whoever opened it before
// finds, once it has the lock, that the file has no name any more.
func unlockFile(file *os.File) {
	_ = os.Remove(file.Name())
	_ = file.Close()
}

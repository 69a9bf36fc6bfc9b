package cli

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile locks an open file against other processes and other openings of it;
// errBusy if one of them has.
func lockFile(file *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errBusy
	}
	return err
}

// unlockFile closes the file, which Windows asks for before it can be removed.
// If another command has opened it by then it cannot, and that command will.
func unlockFile(file *os.File) {
	_ = file.Close()
	_ = os.Remove(file.Name())
}

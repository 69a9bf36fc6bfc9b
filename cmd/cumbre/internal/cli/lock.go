package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// lockName is the file that is locked while a command writes to its folder. By
// its name it is a temporary file of ours, so it makes no folder other people's
// and one left by a killed run does no harm: the lock is the system's, which
// takes it away with the process, and not the file.
const lockName = stagedPrefix + "lock" + stagedSuffix

// errBusy says that another command is writing to a folder.
var errBusy = errors.New("another command is writing to the folder")

// lock keeps other commands out of a folder.
type lock struct{ file *os.File }

// lockFolder makes the folder if need be and locks it; errBusy if another
// command has. A file system that knows no locks cannot keep anybody out: there
// it goes on without.
func lockFolder(path string) (*lock, error) {
	name := filepath.Join(path, lockName)
	for try := 0; ; try++ {
		if err := os.MkdirAll(path, 0o777); err != nil {
			return nil, err
		}
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if errors.Is(err, fs.ErrNotExist) && try < 100 {
			continue // a command that gave up took its new folder away
		}
		if err != nil {
			return nil, err
		}
		if err := lockFile(file); err != nil && !errors.Is(err, errors.ErrUnsupported) {
			return nil, errors.Join(err, file.Close())
		}
		if isAt(file, name) {
			return &lock{file}, nil
		}
		_ = file.Close() // a command that has just finished removed it
	}
}

// shortWait is how long a lock is waited for that others hold for a moment only.
const shortWait = 10 * time.Second

// waitForFolder is lockFolder that waits a little while another command has the lock.
func waitForFolder(path string) (*lock, error) {
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		l, err := lockFolder(path)
		if !errors.Is(err, errBusy) || time.Since(began) > shortWait {
			return l, err
		}
	}
}

// isAt reports whether an open file still has its name.
func isAt(file *os.File, name string) bool {
	opened, err := file.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(name)
	return err == nil && os.SameFile(opened, named)
}

// release lets others in and takes the file away; more than once does no harm.
func (l *lock) release() {
	if l.file != nil {
		unlockFile(l.file)
		l.file = nil
	}
}

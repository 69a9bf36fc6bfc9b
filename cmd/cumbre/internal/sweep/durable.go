package sweep

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
)

// file is what a durable file writes to; a test may give one that fails.
type file interface {
	io.Writer
	Sync() error
	Close() error
	Name() string
}

// createFunc makes a new file under a temporary name in a folder.
type createFunc func(dir, pattern string) (file, error)

func createTemp(dir, pattern string) (file, error) {
	f, err := os.CreateTemp(dir, pattern)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(0o644); err != nil { // results are for the reader's colleagues too
		return nil, errors.Join(err, f.Close(), os.Remove(f.Name()))
	}
	return f, nil
}

// What a power cut may do. A file system may write names and contents in any order unless
// it is made to wait: a name may be there and its file empty, and of two names the later
// one alone. So:
//
//   - Contents before names. A file is written under a temporary name and forced to the
//     disk (seal); only then does it get its own (publish). A name that is there has all of
//     its bytes; whatever half a file there is has a temporary name, which the next command
//     removes.
//   - Of a part the years get their name before the runs, and the folder of parts is forced
//     to the disk after both. A part counts by its runs, and only if the years open too: if
//     the cut came in between, the part is run again.
//   - The folder of parts is forced to the disk within that of the study, and that within
//     those above (syncAbove), before the first run is.
//   - A merge takes the manifest away for good, publishes the tables, and forces them to
//     the disk together with the new manifest. Only then do the parts go. At any moment
//     all runs are in parts or in whole tables. Tables without a manifest say themselves
//     how many cells they hold (metaCells), and of two the lesser number counts.
//
// A disk that says that it has written what it has not can break this; the checksums in the
// names of parts (partSum) and in the manifest then show it, and the runs are made again.

// durable is a file that appears under its name whole, and on the disk, or not at all.
type durable struct {
	*bufio.Writer
	path string
	file file
	sum  hash.Hash
	done bool
}

// What temporary names begin and end with; between them stands whose they are.
const (
	tempPrefix = ".cumbre-"
	tempSuffix = ".tmp"
)

func (st *Store) stage(path, owner string) (*durable, error) {
	f, err := st.create(filepath.Dir(path), tempPrefix+owner+"-*"+tempSuffix)
	if err != nil {
		return nil, err
	}
	d := &durable{path: path, file: f, sum: sha256.New()}
	d.Writer = bufio.NewWriterSize(io.MultiWriter(f, d.sum), 1<<16)
	return d, nil
}

// seal forces the file to the disk, still under its temporary name.
func (d *durable) seal() error {
	if err := errors.Join(d.Flush(), d.file.Sync()); err != nil {
		return err
	}
	d.done = true
	return d.file.Close()
}

// publish gives the sealed file its name. The folder is to be synced after.
func (d *durable) publish() error { return os.Rename(d.file.Name(), d.path) }

// discard removes the file unless it has been published.
func (d *durable) discard() {
	if d == nil {
		return
	}
	if !d.done {
		_ = d.file.Close()
	}
	_ = os.Remove(d.file.Name())
}

// checksum is the SHA-256 of the sealed file, in hexadecimal.
func (d *durable) checksum() string { return hex.EncodeToString(d.sum.Sum(nil)) }

// syncDir forces the names in a folder to the disk. Systems that cannot do that for a
// folder do it with the file.
func syncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = f.Sync()
	return f.Close()
}

// syncAbove forces the names of a folder and of those above it to the disk, as far as they
// may be read: a command may have made several.
func syncAbove(dir string) {
	for dir = filepath.Clean(dir); filepath.Dir(dir) != dir; {
		if dir = filepath.Dir(dir); syncDir(dir) != nil {
			return
		}
	}
}

// write writes a whole small file.
func (st *Store) write(name string, data []byte) error {
	d, err := st.stage(filepath.Join(st.Dir, name), fileOwner)
	if err != nil {
		return err
	}
	if _, err = d.Write(data); err == nil {
		err = d.seal()
	}
	if err == nil {
		err = d.publish()
	}
	if err != nil {
		d.discard()
		return err
	}
	return syncDir(filepath.Dir(d.path))
}

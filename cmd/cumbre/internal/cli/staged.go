package cli

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// stagedFile is a file of a folder of results under a temporary name.
type stagedFile struct {
	*bufio.Writer
	name   string // within the folder, with / on every system
	path   string // where it will be
	file   *os.File
	sum    hash.Hash
	sealed bool
}

// What the temporary names of files begin and end with.
const (
	stagedPrefix = ".cumbre-"
	stagedSuffix = ".tmp"
)

// isStaged reports whether a name is a temporary one of ours.
func isStaged(name string) bool {
	return strings.HasPrefix(name, stagedPrefix) && strings.HasSuffix(name, stagedSuffix)
}

// stage opens a file of the folder under a temporary name beside its own, so
// that renaming it stays within one file system.
func (f *folder) stage(name string) (*stagedFile, error) {
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	file, err := os.CreateTemp(filepath.Dir(path), stagedPrefix+filepath.Base(path)+"-*"+stagedSuffix)
	if err != nil {
		return nil, err
	}
	s := &stagedFile{name: name, path: path, file: file, sum: sha256.New()}
	s.Writer = bufio.NewWriterSize(io.MultiWriter(file, s.sum), 1<<16)
	f.staged = append(f.staged, s)
	return s, nil
}

// seal writes the file out and closes it. CreateTemp keeps files private;
// results are for the reader's colleagues too.
func (s *stagedFile) seal() error {
	s.sealed = true
	return errors.Join(s.Flush(), s.file.Chmod(0o644), s.file.Close())
}

// publish gives the sealed file its name.
func (s *stagedFile) publish() error { return os.Rename(s.file.Name(), s.path) }

// discard removes the file.
func (s *stagedFile) discard() {
	if !s.sealed {
		_ = s.file.Close()
	}
	_ = os.Remove(s.file.Name())
}

// checksum is the SHA-256 of the sealed file, in hexadecimal.
func (s *stagedFile) checksum() string { return hex.EncodeToString(s.sum.Sum(nil)) }

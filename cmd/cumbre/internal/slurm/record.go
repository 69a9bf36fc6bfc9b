package slurm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Record is what a folder remembers of having been submitted, for the next time.
type Record struct {
	Options
	Jobs []Jobs `json:"jobs"` // oldest first
}

// Jobs are the jobs of one submission, by their numbers in the queue.
type Jobs struct {
	Array  string `json:"array,omitempty"`
	Shards string `json:"array_shards,omitempty"` // that the array runs
	Merge  string `json:"merge,omitempty"`
}

// List lists the jobs' numbers.
func (j Jobs) List(separator string) string {
	ids := slices.DeleteFunc([]string{j.Array, j.Merge}, func(id string) bool { return id == "" })
	return strings.Join(ids, separator)
}

// ErrRecord says that the record of a folder cannot be read.
var ErrRecord = errors.New("cannot be read")

// Read returns the record of a folder; the zero one, and no error, if it was never
// submitted.
func Read(dir string) (Record, error) {
	var r Record
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(RecordName)))
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &r)
	}
	if err == nil && r.Shards < 1 {
		err = errors.New("shards < 1")
	}
	if err != nil {
		return Record{}, fmt.Errorf("%s: %w: %w", filepath.Join(dir, filepath.FromSlash(RecordName)), ErrRecord, err)
	}
	return r, nil
}

// Write writes the scripts and the record into a folder, each whole or not at all.
func Write(dir string, j Job, r Record) error {
	if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(LogFolder)), 0o777); err != nil {
		return err
	}
	err := errors.Join(
		replace(dir, ArrayScript, 0o755, []byte(j.Array())),
		replace(dir, MergeScript, 0o755, []byte(j.Merge())))
	if err != nil {
		return err
	}
	return WriteRecord(dir, r)
}

// WriteRecord writes the record alone.
func WriteRecord(dir string, r Record) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return err
	}
	return replace(dir, RecordName, 0o644, b.Bytes())
}

func replace(dir, name string, mode fs.FileMode, data []byte) error {
	path := filepath.Join(dir, filepath.FromSlash(name))
	f, err := os.CreateTemp(filepath.Dir(path), ".cumbre-submit-*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// Forget takes away what submitting keeps in a folder, and nothing else.
func Forget(dir string) error {
	logs, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(LogFolder), "*.log"))
	var err error
	remove := func(path string) {
		if e := os.Remove(path); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	for _, path := range logs {
		remove(path)
	}
	for _, name := range []string{ArrayScript, MergeScript, RecordName} {
		remove(filepath.Join(dir, filepath.FromSlash(name)))
	}
	_ = os.Remove(filepath.Join(dir, filepath.FromSlash(LogFolder))) // if it is empty
	_ = os.Remove(filepath.Join(dir, Folder))
	return err
}

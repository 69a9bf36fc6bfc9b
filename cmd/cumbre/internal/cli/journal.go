package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// journalName is the file in which a calibration keeps its simulations, so that one that
// was stopped, however it was, goes on where it stood.
const journalName = "simulations.journal"

// journalMark begins the first line of a journal, which says what it is the journal of.
const journalMark = "cumbre calibration "

// journal is the store of a calibration: a line a simulation, its key and its outputs as
// the bits of numbers. A line is written whole or, if the process is killed or the disk
// full, cut off at the end of the file, where it is found and dropped.
type journal struct {
	file  *os.File
	known map[uint64][]float64
}

// errOtherCalibration says that a journal is of another calibration than this one.
var errOtherCalibration = errors.New("another calibration")

// openJournal opens or begins the journal of a folder; identity says what is calibrated.
func openJournal(folder, identity string) (*journal, error) {
	file, err := os.OpenFile(filepath.Join(folder, journalName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	j := &journal{file, map[uint64][]float64{}}
	if err := j.read(journalMark + identity + "\n"); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return j, nil
}

// read takes in what is there and leaves the file ready for the next line.
func (j *journal) read(head string) error {
	r := bufio.NewReader(j.file)
	line, err := r.ReadString('\n')
	if errors.Is(err, io.EOF) { // empty, or cut off in its first line
		return errors.Join(j.file.Truncate(0), j.put(0, head))
	}
	if err != nil {
		return err
	}
	if line != head {
		return errOtherCalibration
	}
	whole := int64(len(line))
	for {
		line, err := r.ReadString('\n')
		key, outputs, ok := parseSimulation(line)
		if err != nil || !ok {
			if err != nil && !errors.Is(err, io.EOF) {
				return err
			}
			break
		}
		j.known[key] = outputs
		whole += int64(len(line))
	}
	if err := j.file.Truncate(whole); err != nil {
		return err
	}
	_, err = j.file.Seek(whole, io.SeekStart)
	return err
}

func (j *journal) put(at int64, text string) error {
	if _, err := j.file.Seek(at, io.SeekStart); err != nil {
		return err
	}
	_, err := j.file.WriteString(text)
	return err
}

// Load returns the outputs of a simulation made before.
func (j *journal) Load(key uint64) ([]float64, bool) {
	y, ok := j.known[key]
	return y, ok
}

// Save writes a simulation down, past every buffer of this process.
func (j *journal) Save(key uint64, outputs []float64) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%016x", key)
	for _, y := range outputs {
		fmt.Fprintf(&b, " %016x", math.Float64bits(y))
	}
	b.WriteByte('\n')
	_, err := j.file.WriteString(b.String())
	return err
}

func (j *journal) close() error { return j.file.Close() }

// parseSimulation reads a line that Save wrote; ok is false for any other.
func parseSimulation(line string) (key uint64, outputs []float64, ok bool) {
	line, whole := strings.CutSuffix(line, "\n")
	words := strings.Split(line, " ")
	for i, word := range words {
		bits, err := strconv.ParseUint(word, 16, 64)
		if err != nil || len(word) != 16 {
			return 0, nil, false
		}
		if i == 0 {
			key = bits
		} else {
			outputs = append(outputs, math.Float64frombits(bits))
		}
	}
	return key, outputs, whole
}

// holdsJournal reports whether a folder holds a calibration under way.
func holdsJournal(folder string) bool {
	file, err := os.Open(filepath.Join(folder, journalName))
	if errors.Is(err, fs.ErrNotExist) || err != nil {
		return false
	}
	defer file.Close()
	mark := make([]byte, len(journalMark))
	n, _ := io.ReadFull(file, mark)
	return n == 0 || strings.HasPrefix(journalMark, string(mark[:n]))
}

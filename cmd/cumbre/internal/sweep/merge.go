package sweep

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// MergeOptions says what to make of the parts.
type MergeOptions struct {
	Out     string   // the folder that gets the tables; that of the store if empty
	Others  []string // folders of the same study whose parts and tables are taken in too
	Partial bool     // write the tables of what there is
	CSV     bool
	Readme  func(Merged) string
	Damaged func(Damaged)
	Stop    func() error          // asked now and then; its error ends the merge, and nothing is written
	Step    func(run, most int64) // told now and then how many runs have been written
}

// Merged is what a merge found.
type Merged struct {
	Runs    int64
	Failed  int64
	Missing int64 // runs; with until at least so many, as what comes after is not known
	Total   int64
	Digest  string // of the runs, in order
}

// ErrIncomplete says that runs are missing; nothing was written.
var ErrIncomplete = errors.New("runs are missing")

// Merge writes the final tables from the parts: the same bytes whoever ran the parts, in
// whatever order and pieces. Doing it again changes nothing. Once the tables of a whole
// study are on the disk its own parts go, as the tables hold all of them.
func (st *Store) Merge(o MergeOptions) (m Merged, err error) {
	err = withoutDamage(o.Damaged, func() (err error) {
		m, err = st.merge(o)
		return err
	})
	return m, err
}

func (st *Store) merge(o MergeOptions) (Merged, error) {
	h, err := st.holdAll(o)
	if err != nil {
		return Merged{}, err
	}
	out := st
	if o.Out != "" && !sameFolder(o.Out, st.Dir) {
		copied := *st
		copied.Dir = o.Out
		out = &copied
		if err := os.MkdirAll(out.Dir, 0o777); err != nil {
			return Merged{}, err
		}
	}
	if st.Study.Until == nil {
		all := st.Cells()
		whole := newCoverage(st.Points.N(), h.spans()).count(all) == all
		if !whole && !o.Partial {
			return st.count(h), ErrIncomplete
		}
		o.Partial = !whole
	} else if o.Partial {
		_, whole, err := st.walk(h)
		if err != nil {
			return Merged{}, err
		}
		o.Partial = !whole
	}
	if out == st && len(h.parts) == 0 && h.table == st.Cells() && h.tables == st.Dir {
		if found, ok := st.finished(o.CSV); ok {
			return found, st.tidy(h)
		}
	}
	if err := sweepUp(out.Dir, tableOwner); err != nil {
		return Merged{}, err
	}
	m := &merger{st: st, out: out, o: o, sum: sha256.New()}
	defer m.discard()
	if err := m.write(h); err != nil {
		return m.Merged, err
	}
	if out != st { // only now that no run is missing
		if err := out.describe(); err != nil {
			return m.Merged, err
		}
	}
	if err := m.publish(); err != nil {
		return m.Merged, err
	}
	if !o.Partial {
		return m.Merged, out.tidy(h)
	}
	return m.Merged, nil
}

// count says what is there and what is missing of a study whose cells are known beforehand.
func (st *Store) count(h *holding) Merged {
	designs := int64(len(st.Study.Designs))
	done := newCoverage(st.Points.N(), h.spans()).count(st.Cells()) * designs
	total := st.Cells() * designs
	return Merged{Runs: done, Missing: total - done, Total: total}
}

// merger writes tables.
type merger struct {
	st, out     *Store
	o           MergeOptions
	files       []*durable
	runs, years *gatherer
	sum         hash.Hash
	Merged
}

func (m *merger) discard() {
	for _, f := range m.files {
		f.discard()
	}
}

func (m *merger) stage(name string) (*durable, error) {
	d, err := m.out.stage(filepath.Join(m.out.Dir, name), tableOwner)
	if err == nil {
		m.files = append(m.files, d)
	}
	return d, err
}

func (m *merger) write(h *holding) error {
	if err := m.begin(m.st.meta(m.prefix(h))); err != nil {
		return err
	}
	runs, years := m.st.runs(h, m.st.watched()), m.st.years(h)
	defer runs.close()
	defer years.close()
	runs.keep, years.keep = true, true
	m.runs.stream, m.years.stream = runs, years
	var err error
	if m.o.Partial {
		err = m.all(runs)
	} else {
		err = m.expected(runs)
	}
	if err != nil {
		return err
	}
	m.Total = m.st.Cells() * int64(len(m.st.Study.Designs))
	if m.st.Study.Until == nil {
		m.Missing = m.Total - m.Runs
	} else if !m.o.Partial {
		m.Total = m.Runs
	}
	if err := m.end(); err != nil {
		return err
	}
	m.Digest = hex.EncodeToString(m.sum.Sum(nil)) // known only once the last rows are written
	return nil
}

// prefix is how many cells, from the first on, the tables will hold without a gap. A later
// sweep goes on from there, so a table of a part of a study must say it too: it may replace
// one that was whole when the study had fewer replications.
func (m *merger) prefix(h *holding) int64 {
	switch {
	case !m.o.Partial:
		return m.st.Cells()
	case m.st.Study.Until != nil:
		return h.table
	}
	if all := newCoverage(m.st.Points.N(), h.spans()).spans[Whole]; len(all) > 0 && all[0].first == 0 {
		return min(all[0].last, m.st.Cells())
	}
	return 0
}

func (m *merger) begin(meta map[string]string) (err error) {
	m.runs, err = m.table("runs", RunsName, runsCSVName, RunColumns(m.st.Study), meta)
	if err != nil {
		return err
	}
	digest := m.st.digestColumn()
	m.runs.each = func(column int, values []parquet.Value) {
		if column != digest {
			return
		}
		for _, v := range values {
			m.sum.Write(v.Bytes())
			m.sum.Write([]byte{'\n'})
		}
	}
	m.years = &gatherer{}
	if m.st.Study.Years {
		m.years, err = m.table("years", YearsName, yearsCSVName, YearColumns(m.st.Study), meta)
	}
	return err
}

func (m *merger) table(what, name, csvName string, columns []Column, meta map[string]string) (*gatherer, error) {
	f, err := m.stage(name)
	if err != nil {
		return nil, err
	}
	g := &gatherer{out: newTableWriter(f, what, columns, meta)}
	if m.o.CSV {
		g.csv, err = m.newCSV(csvName, columns)
	}
	return g, err
}

// all writes whatever there is of the study; another folder may have more replications.
func (m *merger) all(runs *stream) error {
	most := m.st.Cells() * int64(len(m.st.Study.Designs))
	for {
		run, ok, err := runs.peek()
		if err != nil || !ok || run >= most {
			return err
		}
		if _, err := m.row(run); err != nil {
			return err
		}
	}
}

// expected writes the runs of the whole study and stops at the first that is missing.
func (m *merger) expected(runs *stream) error {
	designs := int64(len(m.st.Study.Designs))
	values := make([]float64, designs)
	for w := m.st.walker(); w.nextStage(); {
		for {
			cell, ok := w.next()
			if !ok {
				break
			}
			for d := range designs {
				next, ok, err := runs.peek()
				if err != nil {
					return err
				}
				if !ok || next != cell*designs+d {
					m.Missing = 1
					return ErrIncomplete
				}
				row, err := m.row(next)
				if err != nil {
					return err
				}
				values[d] = m.st.measured(row)
			}
			w.give(cell, values)
		}
	}
	return nil
}

// row writes the rows of the next run to both tables.
func (m *merger) row(run int64) (entry, error) {
	rows, err := m.runs.stream.take(run)
	if err != nil {
		return entry{}, err
	}
	row := rows[0]
	if m.Runs++; m.Runs%stepRuns == 0 {
		if err := m.step(); err != nil {
			return row, err
		}
	}
	if row.failed {
		m.Failed++
	} else if m.st.Study.Years {
		if err := m.yearsOf(run); err != nil {
			return row, err
		}
	}
	return row, m.runs.add(rows[:1])
}

// stepRuns is after how many runs a merge tells how far it has come.
const stepRuns = 512

func (m *merger) step() error {
	if m.o.Step != nil {
		m.o.Step(m.Runs, m.st.Cells()*int64(len(m.st.Study.Designs)))
	}
	if m.o.Stop != nil {
		return m.o.Stop()
	}
	return nil
}

// yearsOf writes the years of a run that did not fail: it has some.
func (m *merger) yearsOf(run int64) error {
	next, ok, err := m.years.stream.peek()
	if err != nil {
		return err
	}
	if !ok || next != run {
		return fmt.Errorf("the years of run %d are missing", run)
	}
	rows, err := m.years.stream.take(run)
	if err != nil {
		return err
	}
	return m.years.add(rows)
}

// end closes the tables and seals them.
func (m *merger) end() error {
	err := errors.Join(m.runs.close(), m.years.close())
	for _, f := range m.files {
		if err == nil {
			err = f.seal()
		}
	}
	return err
}

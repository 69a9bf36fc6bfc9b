package sweep

import (
	"errors"
	"path/filepath"
	"time"

	"cumbre/model/study"
)

// Bounds of a part: it is sealed when it has so many runs or has been written for so long,
// so that little is lost and files stay few.
const (
	mostRuns  = 20_000
	leastRuns = 64
	mostTime  = 30 * time.Second
)

// partRuns is how many runs a part has: a hundredth of the study, within bounds.
func partRuns(total int64) int64 { return min(max(total/100, leastRuns), mostRuns) }

// recorder writes runs to parts, in order of cells.
type recorder struct {
	st    *Store
	shard Shard
	dense bool // parts must have no gaps: a gap is a cell that is done elsewhere or another shard's
	rows  *rower
	limit int64
	part  *part
	clock func() time.Time
	runs  *form
	years *form
}

// part is a part that is being written.
type part struct {
	span
	runs, years *tableWriter
	files       [2]*durable // years first: it gets its name first
	began       time.Time
}

func (st *Store) recorder(shard Shard) *recorder {
	return &recorder{
		st: st, shard: shard, dense: st.Study.Until == nil, rows: newRower(st.Study),
		runs: newForm("runs", RunColumns(st.Study)).quick(), years: newForm("years", YearColumns(st.Study)).quick(),
		limit: partRuns(st.Cells() * int64(len(st.Study.Designs))), clock: time.Now,
	}
}

// add writes a cell.
func (r *recorder) add(cell int64, runs []study.Run) error {
	if r.part != nil && r.dense && cell != r.part.last {
		if err := r.seal(); err != nil {
			return err
		}
	}
	if r.part == nil {
		if err := r.begin(cell); err != nil {
			return err
		}
	}
	p := r.part
	for _, run := range runs {
		if err := p.runs.add(r.rows.run(run)); err != nil {
			return err
		}
		if p.years == nil {
			continue
		}
		if err := r.rows.years(run, p.years.add); err != nil {
			return err
		}
	}
	p.last = cell + 1
	if p.runs.n >= r.limit || r.clock().Sub(p.began) >= mostTime {
		return r.seal()
	}
	return nil
}

func (r *recorder) begin(cell int64) error {
	shard := Whole
	if !r.dense {
		shard = r.shard
	}
	p := &part{span: span{first: cell, last: cell, Shard: shard}, began: r.clock()}
	r.part = p
	meta := r.st.meta(0)
	// The name says where a part ends: what the file is called is settled when it is sealed.
	path := filepath.Join(r.st.Dir, partsName, "part")
	var err error
	if r.st.Study.Years {
		if p.files[0], err = r.st.stage(path, owner(r.shard)); err != nil {
			return err
		}
		p.years = r.years.writer(p.files[0], meta)
	}
	if p.files[1], err = r.st.stage(path, owner(r.shard)); err != nil {
		return err
	}
	p.runs = r.runs.writer(p.files[1], meta)
	return nil
}

// seal ends the part in hand and gives it its name.
func (r *recorder) seal() error {
	p := r.part
	if p == nil {
		return nil
	}
	err := p.runs.close()
	if p.years != nil {
		err = errors.Join(err, p.years.close())
	}
	var sums []string
	for _, f := range p.files {
		if f != nil && err == nil {
			err = f.seal()
			sums = append(sums, f.checksum())
		}
	}
	p.sum = partSum(sums...)
	for i, ending := range []string{yearsEnding, runsEnding} {
		if f := p.files[i]; f != nil && err == nil {
			f.path = filepath.Join(r.st.Dir, partsName, p.stem()+ending)
			err = f.publish()
		}
	}
	if err == nil {
		err = syncDir(filepath.Join(r.st.Dir, partsName))
		r.part = nil
	}
	return err
}

// discard drops the part in hand.
func (r *recorder) discard() {
	if r.part == nil {
		return
	}
	for _, f := range r.part.files {
		f.discard()
	}
	r.part = nil
}

// meta is the metadata of a table of the store; cells is how many a whole one holds.
func (st *Store) meta(cells int64) map[string]string {
	m := map[string]string{metaIdentity: st.id.digest(), metaVersion: st.Version}
	if cells > 0 {
		m[metaCells] = itoa(cells)
	}
	return m
}

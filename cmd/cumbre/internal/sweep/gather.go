package sweep

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/parquet-go/parquet-go"
)

// Bounds of what a gatherer plans before it moves the rows: files that it keeps open
// although all their rows are taken, and files whose columns stay open in between, each
// with a page of each column in memory.
const (
	mostEnded = 64
	mostKept  = 4
)

// gatherer writes rows of several sources to one table. It takes down where the rows lie
// and then moves them column by column, columns side by side: values of one type, many at
// a time, which is several times as fast as rows are.
type gatherer struct {
	stream *stream
	out    *tableWriter
	csv    *csvTable
	each   func(column int, values []parquet.Value) // told of all that is written
	plan   []stretch
	rows   int
}

// stretch is rows that lie together in one source.
type stretch struct {
	source *source
	row    int64
	n      int
}

// add writes rows after those before.
func (g *gatherer) add(rows []entry) error {
	for _, e := range rows {
		if last := len(g.plan) - 1; last >= 0 && g.plan[last].source == e.source && g.plan[last].row+int64(g.plan[last].n) == e.row {
			g.plan[last].n++
		} else {
			g.plan = append(g.plan, stretch{e.source, e.row, 1})
		}
		if g.rows++; g.rows == g.out.room() || len(g.stream.ended) >= mostEnded {
			if err := g.move(); err != nil {
				return err
			}
		}
	}
	if len(g.plan) == 0 { // rows after a move in between may lie in a file that has ended
		g.stream.retire()
	}
	return nil
}

// move writes the rows of the plan.
func (g *gatherer) move() error {
	if g.rows == 0 {
		return nil
	}
	columns := len(g.out.columns)
	var moved [][]parquet.Value
	if g.csv != nil {
		moved = make([][]parquet.Value, columns)
	}
	for _, s := range g.plan {
		if s.source.columns == nil {
			s.source.columns = make([]*cursor, columns)
		}
	}
	last := g.rows == g.out.room()
	err := sideBySide(columns, func(column int, room []parquet.Value) ([]parquet.Value, error) {
		if moved != nil {
			room = nil
		}
		values, err := g.column(column, room, last)
		if moved != nil {
			moved[column] = values
		}
		return values, err
	})
	if err != nil {
		return err
	}
	if g.csv != nil {
		for row := range g.rows {
			g.csv.write(moved, row)
		}
	}
	rows := g.rows
	g.plan, g.rows = g.plan[:0], 0
	return g.out.added(rows)
}

// column moves the values of one column and returns them.
func (g *gatherer) column(column int, room []parquet.Value, last bool) ([]parquet.Value, error) {
	if cap(room) < g.rows {
		room = make([]parquet.Value, g.rows, g.out.room())
	}
	values, at := room[:g.rows], 0
	few := len(g.stream.open)+len(g.stream.ended) <= mostKept
	for _, s := range g.plan {
		c := s.source.columns[column]
		if c == nil {
			c = s.source.t.cursor(column)
			s.source.columns[column] = c
		}
		if err := c.read(s.row, values[at:at+s.n]); err != nil {
			return values, unreadable(s.source.path, err)
		}
		at += s.n
	}
	if !few {
		for _, s := range g.plan {
			if c := s.source.columns[column]; c != nil {
				c.close()
				s.source.columns[column] = nil
			}
		}
	}
	if g.each != nil {
		g.each(column, values)
	}
	err := g.out.put(column, values)
	if last && err == nil {
		err = g.out.endColumn(column)
	}
	return values, err
}

// sideBySide calls do for every column, on all processors. Each has a room of its own that
// do may use and return.
func sideBySide(columns int, do func(column int, room []parquet.Value) ([]parquet.Value, error)) error {
	errs := make([]error, columns)
	onAllProcessors(columns, func(next func() (int, bool)) {
		var room []parquet.Value
		for column, ok := next(); ok; column, ok = next() {
			room, errs[column] = do(column, room)
		}
	})
	return errors.Join(errs...)
}

// onAllProcessors has each processor work on the numbers below n that next gives it.
func onAllProcessors(n int, work func(next func() (int, bool))) {
	var taken atomic.Int64
	next := func() (int, bool) {
		i := int(taken.Add(1)) - 1
		return i, i < n
	}
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() { work(next) })
	}
	all.Wait()
}

func (g *gatherer) close() error {
	if g.out == nil {
		return nil
	}
	err := errors.Join(g.move(), g.out.close())
	if g.csv != nil {
		err = errors.Join(err, g.csv.close())
	}
	return err
}

package sweep

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// Sizes that bound memory: rows that wait to be written, and rows of a row group, which a
// writer holds until it is full. Both are part of the format: the bytes of a table depend
// on them.
const (
	batchRows = 256
	groupRows = 32_768
)

// Keys of a table's metadata.
const (
	metaIdentity = "cumbre.identity" // digest of what it is a table of
	metaColumns  = "cumbre.columns"  // unit and text of every column, as JSON
	metaVersion  = "cumbre.version"
	metaCells    = "cumbre.cells" // how many cells, from 0, a whole table holds
)

// columnJSON is a column's line in the metadata.
type columnJSON struct {
	Name string `json:"name"`
	Unit string `json:"unit,omitempty"`
	EN   string `json:"text_en"`
	ES   string `json:"text_es"`
}

func columnsJSON(columns []Column) string {
	all := make([]columnJSON, len(columns))
	for i, c := range columns {
		all[i] = columnJSON{c.Name, c.Unit, c.Text.EN, c.Text.ES}
	}
	data, err := json.Marshal(all)
	if err != nil {
		panic(err) // strings cannot fail
	}
	return string(data)
}

// fields are columns in the order given; parquet.Group alone sorts them by name.
type fields struct {
	parquet.Group
	order []string
}

func (f fields) Fields() []parquet.Field {
	by := map[string]parquet.Field{}
	for _, field := range f.Group.Fields() {
		by[field.Name()] = field
	}
	all := make([]parquet.Field, len(f.order))
	for i, name := range f.order {
		all[i] = by[name]
	}
	return all
}

func schemaOf(name string, columns []Column) *parquet.Schema {
	f := fields{Group: parquet.Group{}}
	for _, c := range columns {
		var n parquet.Node
		switch c.kind {
		case text:
			n = parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		case float:
			n = parquet.Leaf(parquet.DoubleType)
		case integer:
			n = parquet.Int(32)
		case long:
			n = parquet.Int(64)
		case natural:
			n = parquet.Uint(64)
		}
		if c.optional {
			n = parquet.Optional(n)
		}
		f.Group[c.Name] = n
		f.order = append(f.order, c.Name)
	}
	return parquet.NewSchema(name, f)
}

// tableWriter writes a table as Parquet. The rows are written in batches of one size, as
// the library lays out pages by them: the same rows give the same bytes.
type tableWriter struct {
	columns []Column
	w       *parquet.GenericWriter[any]
	rows    []parquet.Row
	n       int64
}

func newTableWriter(out io.Writer, name string, columns []Column, meta map[string]string) *tableWriter {
	options := []parquet.WriterOption{
		schemaOf(name, columns),
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		parquet.MaxRowsPerRowGroup(groupRows),
		parquet.CreatedBy("cumbre", "1", "sweep"),
		parquet.DataPageStatistics(true),
		parquet.KeyValueMetadata(metaColumns, columnsJSON(columns)),
	}
	for _, key := range []string{metaIdentity, metaVersion, metaCells} {
		if meta[key] != "" {
			options = append(options, parquet.KeyValueMetadata(key, meta[key]))
		}
	}
	return &tableWriter{columns: columns, w: parquet.NewGenericWriter[any](out, options...)}
}

// add writes a row, which is the writer's to keep.
func (t *tableWriter) add(r parquet.Row) error {
	t.n++
	if t.rows = append(t.rows, r); len(t.rows) < batchRows {
		return nil
	}
	return t.flush()
}

func (t *tableWriter) flush() error {
	_, err := t.w.WriteRows(t.rows)
	clear(t.rows)
	t.rows = t.rows[:0]
	return err
}

func (t *tableWriter) close() error { return errors.Join(t.flush(), t.w.Close()) }

// tableReader reads a table row by row.
type tableReader struct {
	file   *os.File
	meta   *parquet.File
	groups []parquet.RowGroup // not begun yet
	rows   parquet.Rows       // of the group in hand
	buf    []parquet.Row
	at, n  int
}

func openTable(path string) (t *tableReader, err error) {
	defer damaged(path, &err)
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	meta, err := parquet.OpenFile(file, info.Size(), parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), file.Close())
	}
	return &tableReader{file: file, meta: meta, groups: meta.RowGroups()}, nil
}

// damaged turns a panic of the library over a damaged file into an error.
func damaged(path string, err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%s: %v", path, v)
	}
}

func (t *tableReader) lookup(key string) string {
	value, _ := t.meta.Lookup(key)
	return value
}

// next returns the next row, which stays valid; io.EOF after the last.
func (t *tableReader) next() (row parquet.Row, err error) {
	defer damaged(t.file.Name(), &err)
	for t.at == t.n {
		if err := t.fill(); err != nil {
			return nil, err
		}
	}
	row = t.buf[t.at].Clone()
	t.at++
	return row, nil
}

// fill reads the next batch; io.EOF after the last.
func (t *tableReader) fill() (err error) {
	if t.rows == nil {
		if len(t.groups) == 0 {
			return io.EOF
		}
		t.rows, t.groups = t.groups[0].Rows(), t.groups[1:]
		if t.buf == nil {
			t.buf = make([]parquet.Row, batchRows)
		}
	}
	t.at = 0
	t.n, err = t.rows.ReadRows(t.buf)
	switch {
	case errors.Is(err, io.EOF):
		err, t.rows = t.rows.Close(), nil
	case err != nil:
		err = fmt.Errorf("%s: %w", t.file.Name(), err)
	}
	return err
}

func (t *tableReader) close() error {
	if t.rows != nil {
		_ = t.rows.Close()
	}
	return t.file.Close()
}

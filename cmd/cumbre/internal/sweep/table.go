package sweep

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/compress/snappy"
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

// tableWriter writes a table as Parquet, column by column. Values go to a column in batches
// of one size, as the library lays out pages by them: the same rows give the same bytes.
type tableWriter struct {
	columns []Column
	w       *parquet.GenericWriter[any]
	group   *parquet.ConcurrentRowGroupWriter
	waiting [][]parquet.Value // by column, less than a batch each
	grouped int64             // rows of the row group in hand
	n       int64
}

// compression is one for all tables: it keeps its encoders, which are dear to make.
var compression = &zstd.Codec{Level: zstd.SpeedDefault}

// form is what all tables of one kind share: dear to make, and made once a sweep.
type form struct {
	columns   []Column
	schema    *parquet.Schema
	described string
	codec     compress.Codec
}

func newForm(name string, columns []Column) *form {
	return &form{columns, schemaOf(name, columns), columnsJSON(columns), compression}
}

// quick has tables compressed less and faster: parts are soon read again, and compression
// is most of what a sweep costs beside its runs. They are about a fifth larger.
func (f *form) quick() *form {
	f.codec = &snappy.Codec{}
	return f
}

func newTableWriter(out io.Writer, name string, columns []Column, meta map[string]string) *tableWriter {
	return newForm(name, columns).writer(out, meta)
}

func (f *form) writer(out io.Writer, meta map[string]string) *tableWriter {
	options := []parquet.WriterOption{
		f.schema,
		parquet.Compression(f.codec),
		parquet.MaxRowsPerRowGroup(groupRows),
		parquet.CreatedBy("cumbre", "1", "sweep"),
		parquet.DataPageStatistics(true),
		parquet.KeyValueMetadata(metaColumns, f.described),
	}
	for _, key := range []string{metaIdentity, metaVersion, metaCells} {
		if meta[key] != "" {
			options = append(options, parquet.KeyValueMetadata(key, meta[key]))
		}
	}
	w := parquet.NewGenericWriter[any](out, options...)
	return &tableWriter{columns: f.columns, w: w, group: w.BeginRowGroup(), waiting: make([][]parquet.Value, len(f.columns))}
}

// room is how many rows the row group in hand may still take.
func (t *tableWriter) room() int { return int(groupRows - t.grouped) }

// add writes a row, which remains the caller's.
func (t *tableWriter) add(r parquet.Row) error {
	for i := range r {
		if err := t.put(i, r[i:i+1]); err != nil {
			return err
		}
	}
	return t.added(1)
}

// put gives values to a column; different columns may be given theirs at the same time.
// Once all have as many, added is to be called.
func (t *tableWriter) put(column int, values []parquet.Value) error {
	waiting := append(t.waiting[column], values...)
	whole := len(waiting) / batchRows * batchRows
	for i := 0; i < whole; i += batchRows {
		if _, err := t.group.ColumnWriters()[column].WriteRowValues(waiting[i : i+batchRows]); err != nil {
			return err
		}
	}
	t.waiting[column] = append(waiting[:0], waiting[whole:]...)
	return nil
}

// endColumn writes what waits of a column and ends its share of the row group.
func (t *tableWriter) endColumn(column int) error {
	w := t.group.ColumnWriters()[column]
	if _, err := w.WriteRowValues(t.waiting[column]); err != nil {
		return err
	}
	t.waiting[column] = t.waiting[column][:0]
	return w.Flush()
}

// added counts rows of which every column has been given its value; at most room.
func (t *tableWriter) added(rows int) error {
	t.n += int64(rows)
	if t.grouped += int64(rows); t.grouped < groupRows {
		return nil
	}
	return t.endGroup()
}

func (t *tableWriter) endGroup() error {
	for column := range t.columns {
		if err := t.endColumn(column); err != nil {
			return err
		}
	}
	t.grouped = 0
	_, err := t.group.Commit()
	return err
}

func (t *tableWriter) close() error {
	var err error
	if t.grouped > 0 {
		err = t.endGroup()
	}
	return errors.Join(err, t.w.Close())
}

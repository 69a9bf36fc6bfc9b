package sweep

import (
	"encoding/csv"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// csvTable is a table as CSV: a decimal point in every language, numbers that read back to
// the same bits, nothing where there is no value.
type csvTable struct {
	columns []Column
	w       *csv.Writer
	cells   []string
}

func (m *merger) newCSV(name string, columns []Column) (*csvTable, error) {
	f, err := m.stage(name)
	if err != nil {
		return nil, err
	}
	t := &csvTable{columns, csv.NewWriter(f), make([]string, len(columns))}
	for i, c := range columns {
		t.cells[i] = c.Name
	}
	_ = t.w.Write(t.cells) // close reports what fails here
	return t, nil
}

func (t *csvTable) write(values [][]parquet.Value, row int) {
	for i, column := range values {
		t.cells[i] = t.columns[i].cell(column[row])
	}
	_ = t.w.Write(t.cells) // close reports what fails here
}

func (c Column) cell(v parquet.Value) string {
	if v.IsNull() {
		return ""
	}
	switch c.kind {
	case text:
		return string(v.Bytes())
	case float:
		return strconv.FormatFloat(v.Double(), 'g', -1, 64)
	case integer:
		return strconv.FormatInt(int64(v.Int32()), 10)
	case natural:
		return strconv.FormatUint(uint64(v.Int64()), 10)
	}
	return strconv.FormatInt(v.Int64(), 10)
}

func (t *csvTable) close() error {
	t.w.Flush()
	return t.w.Error()
}

package sweep

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// tableReader is a table that is read, by columns.
type tableReader struct {
	file   *os.File
	meta   *parquet.File
	groups []parquet.RowGroup
}

func openTable(path string) (t *tableReader, err error) {
	defer damaged(&err)
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
		return nil, errors.Join(err, file.Close())
	}
	return &tableReader{file, meta, meta.RowGroups()}, nil
}

// damaged turns a panic of the library over a damaged file into an error.
func damaged(err *error) {
	if v := recover(); v != nil {
		*err = fmt.Errorf("%v", v)
	}
}

func (t *tableReader) lookup(key string) string {
	value, _ := t.meta.Lookup(key)
	return value
}

func (t *tableReader) close() error { return t.file.Close() }

// cursor reads one column of a table from the first row on. It reads ahead by a page.
type cursor struct {
	column int
	text   bool
	groups []parquet.RowGroup // not begun yet
	pages  parquet.Pages      // of the group in hand
	page   parquet.Page
	values parquet.ValueReader // of the page in hand
	row    int64               // the next
}

func (t *tableReader) cursor(column int) *cursor {
	c := &cursor{column: column, groups: t.groups}
	if len(c.groups) > 0 {
		c.text = c.groups[0].ColumnChunks()[column].Type().Kind() == parquet.ByteArray
	}
	return c
}

// read fills dst with the values from a row on, which must not lie before the next; texts
// stay valid. io.EOF if the column ends at once, io.ErrUnexpectedEOF if it ends later.
func (c *cursor) read(row int64, dst []parquet.Value) (err error) {
	defer damaged(&err)
	if err := c.pass(row); err != nil {
		return err
	}
	n, err := c.some(dst)
	if c.row += int64(n); err == nil || n == 0 && errors.Is(err, io.EOF) {
		return err
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// pass goes on to a row.
func (c *cursor) pass(row int64) error {
	for c.page == nil && len(c.groups) > 0 && c.row+c.groups[0].NumRows() <= row && c.pages == nil {
		c.row += c.groups[0].NumRows()
		c.groups = c.groups[1:]
	}
	if c.row >= row {
		return nil
	}
	var idle [batchRows]parquet.Value
	for c.row < row {
		n, err := c.some(idle[:min(batchRows, row-c.row)])
		if c.row += int64(n); err != nil {
			return err
		}
	}
	return nil
}

// some fills dst as far as there are values.
func (c *cursor) some(dst []parquet.Value) (n int, err error) {
	for n < len(dst) {
		if c.values == nil {
			if err := c.nextPage(); err != nil {
				return n, err
			}
		}
		more, err := c.values.ReadValues(dst[n:])
		n += more
		switch {
		case errors.Is(err, io.EOF):
			c.leavePage()
		case err != nil:
			return n, err
		case more == 0:
			return n, io.ErrNoProgress
		}
	}
	return n, nil
}

func (c *cursor) nextPage() error {
	for {
		if c.pages == nil {
			if len(c.groups) == 0 {
				return io.EOF
			}
			c.pages, c.groups = c.groups[0].ColumnChunks()[c.column].Pages(), c.groups[1:]
		}
		page, err := c.pages.ReadPage()
		if err == nil {
			c.page, c.values = page, page.Values()
			return nil
		}
		if closing := c.pages.Close(); !errors.Is(err, io.EOF) || closing != nil {
			return errors.Join(err, closing)
		}
		c.pages = nil
	}
}

// leavePage gives the memory of a page back, unless texts may lie in it.
func (c *cursor) leavePage() {
	if c.page != nil && !c.text {
		parquet.Release(c.page)
	}
	c.page, c.values = nil, nil
}

func (c *cursor) close() {
	c.leavePage()
	if c.pages != nil {
		_ = c.pages.Close()
		c.pages = nil
	}
}

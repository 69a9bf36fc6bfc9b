package scenarios

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// table reads a CSV file whose first row names its columns, with the place of each
// field for error messages.
type table struct {
	*collector
	src     *source
	columns []string // that the file must have, in any order
}

// record is one row of a table.
type record struct {
	fields map[string]*node
	row    *node
}

// rows reads the table; problems are collected and the rows that can be read returned.
func (t *table) rows(data []byte) []record {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		t.unreadable(err)
		return nil
	}
	if !t.header(header, r) {
		return nil
	}
	var all []record
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.unreadable(err)
			return all
		}
		if x, ok := t.record(header, row, r); ok {
			all = append(all, x)
		}
	}
}

func (t *table) unreadable(err error) {
	var wrong *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		t.file(t.src.name, say("la tabla está vacía", "the table is empty"), "")
	case errors.As(err, &wrong):
		t.at(&node{src: t.src, line: wrong.Line, column: wrong.Column},
			say("no es CSV: comillas sin cerrar o fuera de lugar", "not CSV: quotes unclosed or out of place"))
	default:
		t.file(t.src.name, say("no se puede leer: %v", "cannot be read: %v", err), "")
	}
}

// header checks that every column is there, once, and no other.
func (t *table) header(header []string, r *csv.Reader) bool {
	ok := true
	seen := map[string]bool{}
	for i, name := range header {
		name = strings.TrimSpace(name)
		header[i] = name
		at := t.node(r, i, name)
		if seen[name] {
			t.at(at, say("la columna `%s` está dos veces", "column `%s` is there twice", name))
			ok = false
		} else if !slices.Contains(t.columns, name) {
			right, _ := Suggest(name, t.columns)
			t.suggest(at, say("columna desconocida `%s`", "unknown column `%s`", short(name)), right)
			ok = false
		}
		seen[name] = true
	}
	for _, name := range t.columns {
		if !seen[name] {
			t.at(t.node(r, 0, ""), say("falta la columna `%s`", "column `%s` is missing", name))
			ok = false
		}
	}
	return ok
}

func (t *table) record(header, row []string, r *csv.Reader) (record, bool) {
	x := record{fields: map[string]*node{}, row: t.node(r, 0, "")}
	if len(row) != len(header) {
		t.at(x.row, say("la fila tiene %d campos y la cabecera %d", "the row has %d fields and the header %d", len(row), len(header)))
		return x, false
	}
	for i, name := range header {
		x.fields[name] = t.node(r, i, strings.TrimSpace(row[i]))
	}
	return x, true
}

// node is a field as the checks of scenario files want it.
func (t *table) node(r *csv.Reader, field int, value string) *node {
	line, column := r.FieldPos(field)
	n := &node{src: t.src, line: line, column: t.src.characters(line, column), kind: text, value: value}
	switch {
	case value == "":
		n.kind = empty
	case isNumber(value):
		n.kind = number
	}
	return n
}

// characters turns a column counted in bytes into one counted in characters.
func (s *source) characters(line, column int) int {
	text := s.line(line)
	return utf8.RuneCountInString(text[:min(max(column-1, 0), len(text))]) + 1
}

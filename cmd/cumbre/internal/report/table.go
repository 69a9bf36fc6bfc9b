package report

import "cumbre/model"

// table is a table of the page. On a telephone its rows become cards, in which
// each cell carries its column's head.
type table struct {
	Caption string
	Head    []string // the first is the head of the row heads
	Rows    []tableRow
	Numeric bool // cells are numbers, set to the right
}

// tableRow is one row, or a heading across the table if it has no cells.
type tableRow struct {
	Head  cell
	Cells []cell
}

// cell is some lines of text, the first the most important.
type cell struct {
	Lines  []line
	Marked bool // stands out, in weight and with a word or sign besides
}

type line struct{ Text, Class string }

// The classes of lines, for the style sheet.
const (
	plainLine  = ""
	strongLine = "strong"
	quietLine  = "quiet" // intervals, p-values, registry names
	codeLine   = "code"
	markLine   = "mark"
	dateLine   = "date" // never broken at its hyphens
)

func words(text string) cell { return cell{Lines: []line{{text, plainLine}}} }

func dated(d model.Date) cell { return cell{Lines: []line{{d.String(), dateLine}}} }

// titled is a cell with a second, quiet line.
func titled(text, quiet string) cell {
	c := words(text)
	if quiet != "" {
		c.Lines = append(c.Lines, line{quiet, quietLine})
	}
	return c
}

func (t *table) add(head cell, cells ...cell) {
	t.Rows = append(t.Rows, tableRow{head, cells})
}

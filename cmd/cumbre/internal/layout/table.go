package layout

import "strings"

// Column is one column of a table.
type Column struct {
	Head  string // running text
	Width int    // text is wrapped at so many characters even where there is room; 0 for never
	Words bool   // the cells are running text, which may be broken between words
	Right bool   // aligned to the right
}

// Cell is what stands in one row and column: parts that are never broken, in
// one line where there is room, else beneath one another. In a column of words
// they are.
type Cell []string

// Table is a table to be set on a page. The first column names the rows.
type Table struct {
	Columns []Column
	Gap     int  // blanks between columns; 0 means 3
	Split   bool // if it is too wide, its columns go in blocks; otherwise its rows become paragraphs

	rows []row
}

type row struct {
	cells []Cell
	note  string
}

// Row adds a row with a cell for each column.
func (t *Table) Row(cells ...Cell) { t.rows = append(t.rows, row{cells: cells}) }

// Texts adds a row of cells in one part each.
func (t *Table) Texts(cells ...string) {
	var all []Cell
	for _, s := range cells {
		all = append(all, Cell{s})
	}
	t.Row(all...)
}

// Note puts running text beneath the last row, indented.
func (t *Table) Note(text string) { t.rows[len(t.rows)-1].note = text }

// indent is the margin of what stands beneath a row.
const indent = "    "

// Set writes the table as lines that fit the page, if there is any way to.
func (t *Table) Set(p Page) string {
	lines := t.shortest(p)
	if lines == nil && !t.Split {
		lines = t.paragraphs(p)
	}
	if lines == nil {
		lines, _ = t.blocks(1, 1, p)
	}
	return strings.Join(lines, "\n") + "\n"
}

// shortest sets the table in the way that takes the fewest lines and fits, the
// first among equals; nil if no way fits.
func (t *Table) shortest(p Page) []string {
	var best []string
	for parts := t.parts(); parts >= 1; parts-- {
		for side := len(t.Columns) - 1; side >= 1; side-- {
			if lines, fits := t.blocks(parts, side, p); fits && (best == nil || len(lines) < len(best)) {
				best = lines
			}
			if !t.Split {
				break
			}
		}
	}
	return best
}

// parts is how many parts the fullest cell has.
func (t *Table) parts() int {
	n := 1
	for _, r := range t.rows {
		for i, c := range r.cells {
			if !t.Columns[i].Words {
				n = max(n, len(c))
			}
		}
	}
	return n
}

// blocks sets the table with so many parts of a cell on a line and at most so
// many columns beside the first, in as few and as equal blocks as that allows.
func (t *Table) blocks(parts, side int, p Page) (lines []string, fits bool) {
	others := len(t.Columns) - 1
	count := max(1, (others+side-1)/max(1, side))
	fits = true
	for i := range count {
		shown := []int{0}
		for c := others * i / count; c < others*(i+1)/count; c++ {
			shown = append(shown, c+1)
		}
		b, ok := t.block(shown, parts, p)
		if i > 0 {
			lines = append(lines, "")
		}
		lines, fits = append(lines, b...), fits && ok
	}
	return lines, fits
}

// paragraphs sets, below the first column's head, each row as its name and,
// beneath it, what the other columns say of it, each with its head.
func (t *Table) paragraphs(p Page) []string {
	var lines []string
	if head := t.Columns[0].Head; head != "" {
		lines = fill(fields(head), " ", p.limit())
	}
	inner := p.limit() - len(indent)
	for _, r := range t.rows {
		lines = append(lines, fill(r.cells[0], " ", p.limit())...)
		var said []string
		for i, c := range r.cells[1:] {
			if text := strings.Join(c, " "); text != "" {
				said = append(said, t.Columns[i+1].Head+" "+text)
			}
		}
		for _, line := range fill(said, " · ", inner) {
			for _, line := range fill(fields(line), " ", inner) { // one part may be too long
				lines = append(lines, indent+line)
			}
		}
		lines = append(lines, noteLines(r.note, p)...)
	}
	return lines
}

func noteLines(note string, p Page) []string {
	if note == "" {
		return nil
	}
	var lines []string
	for _, line := range p.Lines(note, len(indent)) {
		lines = append(lines, indent+line)
	}
	return lines
}

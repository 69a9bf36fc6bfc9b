package layout

import "strings"

// block is some columns of a table on their way to a page.
type block struct {
	*Table
	shown  []int // columns
	parts  int   // of a cell on a line
	widths []int // of shown
}

// block sets the columns shown and reports whether they fit the page.
func (t *Table) block(shown []int, parts int, p Page) (lines []string, fits bool) {
	b := block{Table: t, shown: shown, parts: parts}
	fits = b.measure(p.limit())
	if b.headed() {
		var heads [][]string
		for n, c := range shown {
			heads = append(heads, b.head(n, c))
		}
		lines = append(lines, b.line(heads)...)
	}
	for _, r := range t.rows {
		var cells [][]string
		for n, c := range shown {
			cells = append(cells, b.cell(r.cells[c], c, b.widths[n]))
		}
		lines = append(lines, b.line(cells)...)
		lines = append(lines, noteLines(r.note, p)...)
	}
	return lines, fits
}

func (b *block) headed() bool {
	for _, c := range b.shown {
		if b.Columns[c].Head != "" {
			return true
		}
	}
	return false
}

// measure finds the columns' widths: those they would like or, where that is
// too much for the page, less of the widest, down to what cannot be broken.
func (b *block) measure(limit int) (fits bool) {
	least := make([]int, len(b.shown))
	total := b.gap() * (len(b.shown) - 1)
	b.widths = make([]int, len(b.shown))
	for n, c := range b.shown {
		least[n], b.widths[n] = b.bounds(c)
		total += b.widths[n]
	}
	for total > limit {
		widest := -1
		for n, w := range b.widths {
			if w > least[n] && (widest < 0 || w > b.widths[widest]) {
				widest = n
			}
		}
		if widest < 0 {
			return false
		}
		b.widths[widest]--
		total--
	}
	return true
}

// bounds are the widths between which a column can be set.
func (b *block) bounds(c int) (least, most int) {
	head := fields(b.Columns[c].Head)
	least, most = widest(head), widest(fill(head, " ", b.wrapAt(c)))
	for _, r := range b.rows {
		cell := r.cells[c]
		if b.Columns[c].Words {
			least = max(least, widest(words(cell)))
		} else {
			least = max(least, widest(b.cell(cell, c, 0)))
		}
		most = max(most, widest(b.cell(cell, c, b.wrapAt(c))))
	}
	return least, max(least, most)
}

// wrapAt is the width at which a column's text is broken even where there is room.
func (b *block) wrapAt(c int) int {
	if w := b.Columns[c].Width; w > 0 {
		return w
	}
	return noEdge
}

func (b *block) gap() int {
	if b.Gap > 0 {
		return b.Gap
	}
	return 3
}

func (b *block) head(n, c int) []string {
	return fill(fields(b.Columns[c].Head), " ", min(b.widths[n], b.wrapAt(c)))
}

// cell is a cell as lines.
func (b *block) cell(cell Cell, c, width int) []string {
	if b.Columns[c].Words {
		return fill(words(cell), " ", width)
	}
	var lines []string
	for i := 0; i < len(cell); i += b.parts {
		lines = append(lines, strings.Join(cell[i:min(i+b.parts, len(cell))], " "))
	}
	return lines
}

func words(cell Cell) []string { return fields(strings.Join(cell, " ")) }

// line puts the cells of a row beside each other, without blanks at the end.
func (b *block) line(cells [][]string) []string {
	height := 1
	for _, c := range cells {
		height = max(height, len(c))
	}
	lines := make([]string, height)
	for i := range lines {
		at := 0
		var s strings.Builder
		for n, c := range cells {
			text := ""
			if i < len(c) {
				text = c[i]
			}
			blanks := strings.Repeat(" ", max(0, b.widths[n]-length(text)))
			if b.Columns[b.shown[n]].Right {
				text = blanks + text
			} else {
				text += blanks
			}
			s.WriteString(strings.Repeat(" ", at) + text)
			at = b.gap()
		}
		lines[i] = strings.TrimRight(s.String(), " ")
	}
	return lines
}

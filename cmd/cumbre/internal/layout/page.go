// Package layout sets running text and tables so that they fit a screen.
//
// A [Page] knows its width; a [Table] is given as columns and rows, and set in
// the way that takes the fewest lines of the page: numbers with their interval
// beside or beneath them, columns side by side or in blocks one below another.
// Nothing is ever cut off.
package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Page is where text is written. The zero Page has no edge, as a pipe or a
// file: what is not running text takes the width it needs.
type Page struct {
	Width int // characters; 0 for no edge
}

// TextWidth is the longest line of running text, characters: longer ones are
// hard to read however wide the screen is.
const TextWidth = 96

// Prose breaks running text into lines of at most [TextWidth] characters that
// fit the page, separated by line ends. A longer word stands alone.
func (p Page) Prose(text string) string { return strings.Join(p.Lines(text, 0), "\n") }

// Lines is Prose as single lines, of a page that a margin of so many characters
// makes narrower.
func (p Page) Lines(text string, margin int) []string {
	return fill(fields(text), " ", min(TextWidth, p.limit())-margin)
}

// Fill is Prose of parts that must not be broken, joined with a separator.
func (p Page) Fill(separator string, parts ...string) string {
	return strings.Join(fill(parts, separator, min(TextWidth, p.limit())), "\n")
}

// fields are the words of a text. A no-break space does not part them: 95 and its % stay
// on one line.
func fields(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r != '\u00a0' && r != '\u202f' && unicode.IsSpace(r) })
}

// limit is the width as a bound on lines.
func (p Page) limit() int {
	if p.Width > 0 {
		return p.Width
	}
	return noEdge
}

const noEdge = 1 << 30

// fill joins parts into as few lines of at most width characters as there can
// be, leaving out the empty ones; a longer part is a line of its own. A line
// that is not the last ends in the separator.
func fill(parts []string, separator string, width int) []string {
	parts = slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
	mark := strings.TrimRight(separator, " ")
	var lines []string
	line := ""
	for i, part := range parts {
		after := 0 // what must still fit behind the part
		if i < len(parts)-1 {
			after = length(mark)
		}
		switch {
		case line == "":
			line = part
		case length(line)+length(separator)+length(part)+after > width:
			lines, line = append(lines, line+mark), part
		default:
			line += separator + part
		}
	}
	return append(lines, line)
}

func length(s string) int { return utf8.RuneCountInString(s) }

// widest is the length of the longest text.
func widest(texts []string) int {
	n := 0
	for _, s := range texts {
		n = max(n, length(s))
	}
	return n
}

package scenarios

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cumbre/model"
)

// Problem is one thing wrong with a scenario: where it is, what it is and,
// where a right name lies near, that name.
type Problem struct {
	File         string // as the user named it; a library name for library files
	Line, Column int    // 1-based, columns in characters; 0 when the whole file is meant
	Message      string // in English
	Suggestion   string // the nearest right name, or ""

	spanish string
	source  string // the line of the file, for the snippet
}

// In returns the problem in lang ("es", otherwise English) on one line, as
// weak.yaml:4:3: unknown parameter `mandate_per_summit`: did you mean `mandates_per_summit`?
func (p Problem) In(lang string) string {
	message, ask := p.Message, "did you mean `%s`?"
	if lang == "es" {
		message, ask = p.spanish, "¿quiso decir `%s`?"
	}
	if p.Suggestion != "" {
		message += ": " + fmt.Sprintf(ask, p.Suggestion)
	}
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, message)
}

// Error returns the problem in English on one line.
func (p Problem) Error() string { return p.In("en") }

// snippetWidth is how much of a source line a snippet shows, characters.
const snippetWidth = 100

// Snippet returns the source line with a caret below the column, two lines each
// ended by a newline, or "" where there is no line to show.
func (p Problem) Snippet() string {
	line := []rune(strings.ReplaceAll(p.source, "\t", " "))
	if p.Line == 0 || len(line) == 0 {
		return ""
	}
	caret := min(max(p.Column-1, 0), len(line))
	if skip := caret - snippetWidth/2; skip > 0 && len(line) > snippetWidth {
		line, caret = line[skip:], caret-skip
	}
	line = line[:min(len(line), snippetWidth)]
	margin := fmt.Sprintf("%6d | ", p.Line)
	blank := strings.Repeat(" ", len(margin)-2) + "| "
	return margin + string(line) + "\n" + blank + strings.Repeat(" ", caret) + "^\n"
}

// Problems is every problem of a scenario at once, in order of file and
// position. It is the error that Load returns.
type Problems []Problem

// Error returns all problems in English, each with its snippet.
func (ps Problems) Error() string { return ps.In("en") }

// In returns all problems in lang ("es", otherwise English), each on its own
// line and followed by its snippet.
func (ps Problems) In(lang string) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.In(lang))
		b.WriteByte('\n')
		b.WriteString(p.Snippet())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// maxProblems keeps a hopeless file from flooding the screen.
const maxProblems = 200

// collector gathers problems while a scenario is loaded.
type collector struct {
	problems Problems
	partial  bool // a base could not be read: what it may hold is not called missing
}

// say is a message in both languages, formatted with the same arguments; an
// argument that is a model.Text is taken in the language of the message.
func say(es, en string, args ...any) model.Text {
	if len(args) == 0 {
		return model.Text{ES: es, EN: en}
	}
	return model.Text{ES: fmt.Sprintf(es, in("es", args)...), EN: fmt.Sprintf(en, in("en", args)...)}
}

func in(lang string, args []any) []any {
	out := slices.Clone(args)
	for i, a := range out {
		if t, ok := a.(model.Text); ok {
			out[i] = t.In(lang)
		}
	}
	return out
}

// at records a problem at a node of the tree.
func (c *collector) at(n *node, what model.Text) { c.suggest(n, what, "") }

// suggest records a problem at a node, with the name that was probably meant.
func (c *collector) suggest(n *node, what model.Text, right string) {
	c.add(Problem{
		File: n.src.name, Line: n.line, Column: n.column,
		Message: what.EN, spanish: what.ES, Suggestion: right, source: n.src.line(n.line),
	})
}

// file records a problem of a file as a whole.
func (c *collector) file(name string, what model.Text, right string) {
	c.add(Problem{File: name, Message: what.EN, spanish: what.ES, Suggestion: right})
}

func (c *collector) add(p Problem) {
	if len(c.problems) < maxProblems {
		c.problems = append(c.problems, p)
	}
}

// err returns the problems in order of position, or nil if there are none.
func (c *collector) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(c.problems)
}

// source is one file's text, kept for snippets.
type source struct {
	name  string
	lines []string
	level int // place in the chain of extends: 0 is the root base
}

func newSource(name, text string) *source {
	if !utf8.ValidString(text) {
		return &source{name: name}
	}
	return &source{name: name, lines: strings.Split(text, "\n")}
}

func (s *source) line(n int) string {
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return s.lines[n-1]
}

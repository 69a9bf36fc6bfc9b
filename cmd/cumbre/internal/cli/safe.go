package cli

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"
)

// safeWriter writes control characters as escapes that JSON reads too: a title
// in somebody's scenario must not command the reader's terminal. Line ends and
// tabs pass.
type safeWriter struct{ w io.Writer }

func (s safeWriter) Write(p []byte) (int, error) {
	if bytes.IndexFunc(p, isControl) < 0 {
		return s.w.Write(p)
	}
	var b bytes.Buffer
	for rest := p; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if isControl(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.Write(rest[:n])
		}
		rest = rest[n:]
	}
	if _, err := s.w.Write(b.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// isControl reports whether a terminal may obey r: the controls of ASCII and of
// Latin 1, and the marks that turn the direction of writing.
func isControl(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	}
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

package scenarios

import (
	"strconv"
	"strings"
	"unicode"

	"cumbre/model"
)

// notYAML is the message for a syntax error: what the YAML library's message
// means to who writes a file by hand.
func notYAML(message string) model.Text {
	what := say("el error está aquí o poco antes; el lector lo dice en inglés: «%s»",
		"the mistake is here or shortly before; in the reader's words: “%s”", message)
	for _, s := range syntaxMessages {
		if hole, ok := s.matches(message); ok {
			what = s.means
			if strings.Contains(what.EN, "%s") {
				what = say(what.ES, what.EN, hole)
			}
			break
		}
	}
	return model.Text{ES: "no es YAML: " + what.ES, EN: "not YAML: " + what.EN}
}

// syntaxMessage is a message of the YAML library, as its source has it, and what
// it means; %s stands there for what the library puts in place of its %q.
type syntaxMessage struct {
	library string
	means   model.Text
}

// matches reports whether a message is this one, and what fills its hole.
func (s syntaxMessage) matches(message string) (hole string, ok bool) {
	before, after, holed := strings.Cut(s.library, "%q")
	if !holed {
		return "", message == s.library
	}
	if len(message) < len(before)+len(after) || !strings.HasPrefix(message, before) || !strings.HasSuffix(message, after) {
		return "", false
	}
	return unquoted(message[len(before) : len(message)-len(after)]), true
}

// unquoted takes off the quotes of a Go literal; what cannot be printed stays
// escaped.
func unquoted(literal string) string {
	plain, err := strconv.Unquote(literal)
	if err != nil || strings.ContainsFunc(plain, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return literal
	}
	return plain
}

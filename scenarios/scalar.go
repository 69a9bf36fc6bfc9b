package scenarios

import (
	"regexp"
	"slices"
	"strings"

	"cumbre/model"
)

// want records that a node is not what was needed there.
func (c *collector) want(n *node, what string, needed model.Text) { c.at(n, wanted(n, what, needed)) }

// wanted is the message that a node is not what was needed there.
func wanted(n *node, what string, needed model.Text) model.Text {
	got := kindNames[n.kind]
	switch n.kind {
	case empty:
		return say("`%s` está vacío: se espera %s", "`%s` is empty: want %s", what, needed)
	case text:
		got = say("el texto `%s`", "the text `%s`", short(n.value))
	case number, boolean:
		got = say("`%s`", "`%s`", short(n.value))
	}
	return say("`%s` es %s: se espera %s", "`%s` is %s: want %s", what, got, needed)
}

// short cuts a value quoted in a message.
func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// word reads a string of one language.
func (c *collector) word(n *node, what string) string {
	if n.kind != text {
		c.want(n, what, say("un texto", "a text"))
		return ""
	}
	return n.value
}

// text reads a text that is either one string for both languages or {es: , en: }.
func (c *collector) text(n *node, what string) model.Text {
	switch n.kind {
	case text, number: // a title may be a bare year
		return model.Text{ES: n.value, EN: n.value}
	case mapping:
		var t model.Text
		for _, e := range n.entries {
			switch e.key.value {
			case "es":
				t.ES = c.word(e.value, what+".es")
			case "en":
				t.EN = c.word(e.value, what+".en")
			default:
				c.at(e.key, say("`%s`: un texto se escribe en las lenguas `es` y `en`", "`%s`: a text is written in the languages `es` and `en`", short(e.key.value)))
			}
		}
		if n.get("es") == nil || n.get("en") == nil {
			c.at(n, say("`%s` lleva las dos lenguas, {es: …, en: …}, o un solo texto para ambas", "`%s` takes both languages, {es: …, en: …}, or one text for both", what))
		}
		return t
	}
	c.want(n, what, say("un texto o {es: …, en: …}", "a text or {es: …, en: …}"))
	return model.Text{}
}

// flag reads a truth value; on and off are truth values here too.
func (c *collector) flag(n *node, what string) bool {
	switch {
	case n.kind == boolean:
		return n.value == "true"
	case n.kind == text && (n.value == "on" || n.value == "off"):
		return n.value == "on"
	}
	c.want(n, what, say("true (on) o false (off)", "true (on) or false (off)"))
	return false
}

// The calendar a scenario may use: wide enough for any institution, narrow
// enough for exact day arithmetic.
var firstDay, lastDay = model.NewDate(1900, 1, 1), model.NewDate(2200, 12, 31)

// date reads a date.
func (c *collector) date(n *node, what string) (d model.Date, ok bool) {
	if n.kind == text {
		if d, err := model.ParseDate(n.value); err == nil && d >= firstDay && d <= lastDay {
			return d, true
		}
	}
	c.want(n, what, say("una fecha como 2011-04-28, entre %v y %v", "a date like 2011-04-28, between %v and %v", firstDay, lastDay))
	return 0, false
}

// noun is a kind of name, as messages call it.
type noun struct{ a, unknown model.Text }

var (
	parameterNoun  = noun{say("un parámetro", "a parameter"), say("parámetro desconocido", "unknown parameter")}
	mechanismNoun  = noun{say("un mecanismo", "a mechanism"), say("mecanismo desconocido", "unknown mechanism")}
	bodyNoun       = noun{say("un nivel", "a level"), say("nivel desconocido", "unknown level")}
	ruleNoun       = noun{say("una regla de decisión", "a decision rule"), say("regla de decisión desconocida", "unknown decision rule")}
	memberNoun     = noun{say("el código de un miembro", "a member's code"), say("miembro desconocido", "unknown member")}
	dimensionNoun  = noun{say("una dimensión", "a dimension"), say("dimensión desconocida", "unknown dimension")}
	designNoun     = noun{say("un diseño", "a design"), say("diseño desconocido", "unknown design")}
	scenarioNoun   = noun{say("un escenario", "a scenario"), say("escenario desconocido", "unknown scenario")}
	confidenceNoun = noun{say("un grado de confianza", "a degree of confidence"), say("grado de confianza desconocido", "unknown degree of confidence")}
	eventIDNoun    = noun{say("el identificador de un evento heredado", "the id of an inherited event"), say("evento heredado desconocido", "unknown inherited event")}
)

// unknown records a name that does not exist, with the nearest that does.
func (c *collector) unknown(n *node, what noun, names []string) {
	c.unknownName(n, what.unknown, names)
}

func (c *collector) unknownName(n *node, what model.Text, names []string) {
	if right, ok := Suggest(n.value, names); ok {
		c.suggest(n, say("%s `%s`", "%s `%s`", what, short(n.value)), right)
		return
	}
	list := strings.Join(names, ", ")
	if len(names) == 0 || len(list) > 200 {
		c.at(n, say("%s `%s`", "%s `%s`", what, short(n.value)))
		return
	}
	c.at(n, say("%s `%s`; existen: %s", "%s `%s`; there are: %s", what, short(n.value), list))
}

// among reads a word that must be one of the names.
func (c *collector) among(n *node, key string, what noun, names []string) (string, bool) {
	if n.kind != text {
		c.want(n, key, what.a)
		return "", false
	}
	if !slices.Contains(names, n.value) {
		c.unknown(n, what, names)
		return "", false
	}
	return n.value, true
}

// inherited reads a word that must be one of the names; a base that could not be
// read may hold others.
func (c *collector) inherited(n *node, key string, what noun, names []string) (string, bool) {
	if c.partial && n.kind == text && !slices.Contains(names, n.value) {
		return "", false
	}
	return c.among(n, key, what, names)
}

// slug is a name used in commands, columns and files.
var slug = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,39}$`)

func (c *collector) slug(n *node, what string) string {
	if n.kind == text && slug.MatchString(n.value) {
		return n.value
	}
	c.want(n, what, say("un nombre corto en minúsculas, como sherpa-2027", "a short name in lower case, like sherpa-2027"))
	return ""
}

// cite joins a fact's source and confidence as Spec keeps them, "source [confidence]".
func cite(source, confidence string) string {
	switch {
	case confidence == "":
		return source
	case source == "":
		return "[" + confidence + "]"
	}
	return source + " [" + confidence + "]"
}

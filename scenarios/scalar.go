package scenarios

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cumbre/model"
)

// want records that a node is not what was needed there.
func (c *collector) want(n *node, what string, needed model.Text) {
	if n.kind == empty {
		c.at(n, say("`%s` está vacío: se espera %s", "`%s` is empty: want %s", what, needed))
		return
	}
	got := kindNames[n.kind]
	switch n.kind {
	case text:
		got = say("el texto `%s`", "the text `%s`", short(n.value))
	case number, boolean:
		got = say("`%s`", "`%s`", short(n.value))
	}
	c.at(n, say("`%s` es %s: se espera %s", "`%s` is %s: want %s", what, got, needed))
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

// decimal is what a number may look like: no hexadecimal, no leading zero that
// older YAML reads as octal, no infinity.
var decimal = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]+)?$`)

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && decimal.MatchString(s)
}

// interval is the range of a number, with its unit for messages.
type interval struct {
	min, max float64
	unit     string
	whole    bool
}

func (i interval) String(lang string) string {
	what, from, to := "a number", " from ", " to "
	switch {
	case i.whole && lang == "es":
		what = "un número entero"
	case i.whole:
		what = "a whole number"
	case lang == "es":
		what = "un número"
	}
	if lang == "es" {
		from, to = " de ", " a "
	}
	s := what + from + plain(i.min) + to + plain(i.max)
	if i.unit != "" {
		s += " (" + i.unit + ")"
	}
	return s
}

func (i interval) text() model.Text { return model.Text{ES: i.String("es"), EN: i.String("en")} }

// plain writes a number the way a scenario file would.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// number reads a number within an interval; ok is false if it is not one.
func (c *collector) number(n *node, what string, in interval) (x float64, ok bool) {
	if n.kind == number && decimal.MatchString(n.value) {
		x, err := strconv.ParseFloat(n.value, 64)
		// The negated comparison also refuses what is not a number.
		if err == nil && !(x < in.min || x > in.max) && (!in.whole || x == float64(int64(x))) {
			return x + 0, true // −0 becomes 0
		}
	}
	c.want(n, what, in.text())
	return 0, false
}

// The ranges of numbers that are not parameters.
var (
	unitInterval        = interval{min: 0, max: 1}
	orientationInterval = interval{min: -1, max: 1}
	multiplierInterval  = interval{min: 0, max: 10}
	weightInterval      = interval{min: 0, max: 100}
	countInterval       = interval{min: 0, max: 250, unit: "states", whole: true}
	populationInterval  = interval{min: 1, max: 2e9, unit: "persons"}
)

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

// each walks a map, refusing keys its object does not have and reporting those
// it must have; other handles a key outside the table and says whether it did.
func (c *collector) each(n *node, o *object, do func(key string, v *node), other func(k, v *node) bool) {
	if n.kind == empty {
		n = &node{kind: mapping, src: n.src, line: n.line, column: n.column}
	}
	if n.kind != mapping {
		c.at(n, say("se espera %s como mapa de claves y valores, no %s", "want %s as a map of keys and values, not %s", o.name, kindNames[n.kind]))
		return
	}
	names, before := o.names(), len(c.problems)
	for _, e := range n.entries {
		switch {
		case slices.Contains(names, e.key.value):
			do(e.key.value, e.value)
		case other != nil && other(e.key, e.value):
		default:
			c.unknownName(e.key, say("%s no tiene la clave", "%s has no key", o.name), names)
		}
	}
	missing := o.missing(n)
	if len(c.problems) > before {
		missing = unmeant(missing, n, names)
	}
	if len(missing) > 0 {
		c.at(n, lacks(o.name, missing))
	}
}

// missing are the keys that an object must have and n has not.
func (o *object) missing(n *node) []string {
	var found []string
	for _, k := range o.keys {
		if k.required && n.get(k.name) == nil {
			found = append(found, k.name)
		}
	}
	return found
}

// unmeant drops the missing keys that a misspelt key of n was meant to be: that
// is reported already.
func unmeant(missing []string, n *node, names []string) []string {
	for _, e := range n.entries {
		right, _ := Suggest(e.key.value, names)
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == right })
	}
	return missing
}

// lacks is the message that something has not got what it needs.
func lacks(whose model.Text, needed []string) model.Text {
	list := "`" + strings.Join(needed, "`, `") + "`"
	if len(needed) == 1 {
		return say("a %s le falta %s", "%s lacks %s", whose, list)
	}
	return say("a %s le faltan %s", "%s lacks %s", whose, list)
}

// maxItems bounds every list of a scenario, far above what any institution needs.
const maxItems = 2000

// list walks a list.
func (c *collector) list(n *node, what string, do func(i int, item *node)) {
	switch {
	case n.kind != sequence:
		c.want(n, what, say("una lista", "a list"))
		return
	case len(n.items) > maxItems:
		c.at(n.items[maxItems], say("`%s` tiene %d elementos; caben %d", "`%s` has %d items; %d fit", what, len(n.items), maxItems))
		return
	}
	for i, item := range n.items {
		do(i, item)
	}
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

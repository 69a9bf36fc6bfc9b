package scenarios

import (
	"regexp"
	"strconv"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

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

// text says what an interval takes, with a decimal comma in Spanish.
func (i interval) text() model.Text {
	t := say("un número de %s a %s", "a number from %s to %s", bound(i.min), bound(i.max))
	if i.whole {
		t = say("un número entero de %s a %s", "a whole number from %s to %s", bound(i.min), bound(i.max))
	}
	if i.unit != "" {
		t = say("%s (%s)", "%s (%s)", t, model.Text{ES: compare.Unit(i.unit, "es"), EN: i.unit})
	}
	return t
}

// bound writes a number for a message.
func bound(x float64) model.Text {
	return model.Text{ES: strings.Replace(plain(x), ".", ",", 1), EN: plain(x)}
}

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
	right := "" // a decimal comma is right in Spanish, but not in YAML
	if point := strings.Replace(n.value, ",", ".", 1); n.kind == text && point != n.value && isNumber(point) {
		right = point
	}
	c.suggest(n, wanted(n, what, in.text()), right)
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

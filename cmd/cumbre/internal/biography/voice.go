package biography

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

// voice tells of a run in one language, on one page.
type voice struct {
	Run
	compare.Format
	lang string
	page layout.Page
}

func newVoice(r Run, lang string, page layout.Page) voice {
	return voice{r, compare.NewFormat(lang), lang, page}
}

// say fills the version of a text in the language.
func (v voice) say(es, en string, args ...any) string {
	return fmt.Sprintf(model.Text{ES: es, EN: en}.In(v.lang), args...)
}

func (v voice) in(t model.Text) string { return t.In(v.lang) }

// The months as they are abbreviated in running text.
var (
	monthsES = [...]string{"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"}
	monthsEN = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

// day writes the date of a clock time as 28 abr 2011.
func (v voice) day(t float64) string { return v.civil(v.date(t)) }

func (v voice) civil(d model.Date) string {
	at := time.Unix(int64(d)*86400, 0).UTC()
	return fmt.Sprintf("%d %s %d", at.Day(), v.say(monthsES[at.Month()-1], monthsEN[at.Month()-1]), at.Year())
}

// span writes a number of whole days: "1 día", "250 días".
func (v voice) span(days float64) string {
	n := v.Number(days, 0)
	if n == "1" {
		return v.say("1 día", "1 day")
	}
	return n + v.say(" días", " days")
}

// count writes how many there are of something.
func (v voice) count(n int, oneES, manyES, oneEN, manyEN string) string {
	if n == 1 {
		return "1 " + v.say(oneES, oneEN)
	}
	return v.Number(float64(n), 0) + " " + v.say(manyES, manyEN)
}

func (v voice) depth(x float64) string { return v.Number(x, 3) }

// ordinal writes 2.ª (of a feminine noun) or 2nd.
func (v voice) ordinal(n int) string {
	digits := strconv.Itoa(n)
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return digits + v.say(".ª", suffix)
}

// member names a member state or the secretariat.
func (v voice) member(i int) string {
	if i == Secretariat {
		return v.say("la secretaría", "the secretariat")
	}
	return v.in(v.Spec.Members[i].Name)
}

func (v voice) members(all []int) string {
	names := make([]string, len(all))
	for n, i := range all {
		names[n] = v.member(i)
	}
	return v.list(names)
}

// list joins names with commas and "y" or "and". Before the sound of i, "y" is
// written "e".
func (v voice) list(names []string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	and := v.say(" y ", " and ")
	if last := names[n-1]; v.lang == "es" && (strings.HasPrefix(last, "I") || strings.HasPrefix(last, "Í")) {
		and = " e "
	}
	return strings.Join(names[:n-1], ", ") + and + names[n-1]
}

// bodyNames are the bodies one mandate stands before: with their article, and
// in Spanish after the preposition a.
var bodyNames = [model.NumBodies]struct{ the, to model.Text }{
	model.TechnicalGroup:       {model.Text{ES: "el grupo técnico", EN: "the technical group"}, model.Text{ES: "al grupo técnico", EN: "to the technical group"}},
	model.NationalCoordination: {model.Text{ES: "las coordinaciones nacionales", EN: "the National Coordinations"}, model.Text{ES: "a las coordinaciones nacionales", EN: "to the National Coordinations"}},
	model.HighLevelGroup:       {model.Text{ES: "el GAN", EN: "the High-Level Group"}, model.Text{ES: "al GAN", EN: "to the High-Level Group"}},
	model.Council:              {model.Text{ES: "el Consejo de Ministros", EN: "the Council of Ministers"}, model.Text{ES: "al Consejo de Ministros", EN: "to the Council of Ministers"}},
	model.Summit:               {model.Text{ES: "la cumbre", EN: "the summit"}, model.Text{ES: "a la cumbre", EN: "to the summit"}},
}

func (v voice) body(b model.Body) string   { return v.in(bodyNames[b].the) }
func (v voice) toBody(b model.Body) string { return v.in(bodyNames[b].to) }

// bodyOf is the body a mandate stands before in a state; false if before none.
func bodyOf(state string) (model.Body, bool) {
	for b := range model.NumBodies {
		if state == "before_"+b.String() {
			return b, true
		}
	}
	return 0, false
}

func (v voice) state(name string) string { return v.in(model.StateText(model.MandateMachine, name)) }

// title is what the design is called in text.
func (v voice) title() string {
	if t := v.in(v.design().Title); t != "" {
		return t
	}
	return v.design().Name
}

// Capital writes the first letter of a text as a capital.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// States lists the names of a mandate's states, for choosing among them.
func States() []string { return slices.Clone(model.MandateMachine.States) }

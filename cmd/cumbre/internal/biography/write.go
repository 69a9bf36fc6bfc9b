package biography

import (
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
)

// Widths of the margin of a story, characters: of the date and of the day beside
// it.
const (
	dateWidth = 11
	dayWidth  = 6
)

// Write writes the biography in lang, "es" or "en", on a page.
func (b *Biography) Write(w io.Writer, lang string, page layout.Page) error {
	v := newVoice(b.Run, lang, page)
	var out strings.Builder
	b.heading(v, &out)
	out.WriteByte('\n')
	b.portrait(v, &out)
	out.WriteByte('\n')
	b.story(v, &out, 0, b.Events)
	out.WriteByte('\n')
	b.phases(v, &out)
	b.delays(v, &out)
	_, err := io.WriteString(w, out.String())
	return err
}

func (b *Biography) heading(v voice, out *strings.Builder) {
	v.prose(out, v.say("%s: %s del grupo técnico %s", "%s: a %s of the technical group %s", b.Name, v.in(b.Instrument), v.in(b.Spec.Groups[b.Group].Name)))
	v.prose(out, capital(b.fate(v))+".")
	v.prose(out, v.source())
}

// source says which run a text tells of.
func (v voice) source() string {
	return v.say("%s (%s) · %s · semilla %d, réplica %d", "%s (%s) · %s · seed %d, replication %d",
		v.in(v.Spec.Title), v.Spec.Name, v.title(), v.Seed, v.Replication)
}

// fate says what became of the mandate, in one line.
func (b *Biography) fate(v voice) string {
	vetoes := v.count(b.MandateInfo.Vetoes, "veto", "vetos", "veto", "vetoes")
	if math.IsNaN(b.Ended) {
		return v.say("abierto (%s) al final de la simulación, %s después de su emisión y con %s",
			"open (%s) at the end of the simulation, %s after its issue and with %s", v.state(b.State), v.span(b.Age()), vetoes)
	}
	return v.say("%s el %s, %s después de su emisión y con %s", "%s on %s, %s after its issue and with %s",
		v.state(b.State), v.day(b.Ended), v.span(b.Age()), vetoes)
}

// portrait says what the mandate asks for.
func (b *Biography) portrait(v voice, out *strings.Builder) {
	depth := v.say("%s propuesta, %s al final", "%s proposed, %s in the end", v.depth(b.ProposedDepth), v.depth(b.Depth))
	t := layout.Table{Gap: 2, Columns: []layout.Column{{}, {Words: true}}}
	for _, row := range [][2]string{
		{v.say("dimensión", "dimension"), v.in(b.Dimension.Info().Text)},
		{v.say("instrumento", "instrument"), v.in(b.Instrument)},
		{v.say("lo adopta", "adopted by"), v.body(b.Level)},
		{v.say("lo patrocina", "sponsored by"), v.member(b.Sponsor)},
		{v.say("profundidad", "depth"), depth},
	} {
		t.Texts(row[0], row[1])
	}
	out.WriteString(t.Set(v.page))
}

// story writes some of b.Events, from the first on, those of one date as one
// paragraph: what happens to the mandate, and what happens around it after a dot.
func (b *Biography) story(v voice, out *strings.Builder, first int, events []Event) {
	var p paragraph
	for i, e := range events {
		text := b.sentence(v, first+i)
		if text == "" {
			continue
		}
		around := e.OfInstitution()
		if !p.takes(e.Time, around) {
			p.write(v, out, b.Issued)
			p = paragraph{time: e.Time, around: around}
		}
		p.text = append(p.text, text)
	}
	p.write(v, out, b.Issued)
}

// paragraph is what happened at one time.
type paragraph struct {
	time   float64
	around bool // the institution, not the mandate
	text   []string
}

func (p *paragraph) takes(t float64, around bool) bool {
	return len(p.text) > 0 && p.time == t && p.around == around
}

// write writes the paragraph with its date and, counted from a time, its day.
func (p *paragraph) write(v voice, out *strings.Builder, from float64) {
	if len(p.text) == 0 {
		return
	}
	text := strings.Join(p.text, " ")
	if p.around {
		text = "· " + text
	}
	margin := padLeft(v.day(p.time), dateWidth) + padLeft(v.Number(p.time-from, 0), dayWidth) + "  "
	for _, line := range v.page.Lines(text, length(margin)) {
		out.WriteString(margin + line + "\n")
		margin = strings.Repeat(" ", length(margin))
	}
}

// phases writes the days per phase, which add up to the mandate's age.
func (b *Biography) phases(v voice, out *strings.Builder) {
	t := layout.Table{Columns: []layout.Column{
		{Head: v.say("fase", "phase"), Words: true}, {Head: v.say("días", "days"), Right: true}, {Head: v.say("parte", "share"), Right: true},
	}}
	age := b.Age()
	for p := range model.NumPhases {
		t.Texts(v.in(model.PhaseNames[p]), v.Number(b.Spent[p], 1), v.percent(b.Spent[p], age))
	}
	t.Texts(v.say("edad", "age"), v.Number(age, 1), v.percent(age, age))
	out.WriteString(t.Set(v.page))
}

// percent writes part of a whole; of nothing, it is undefined.
func (v voice) percent(part, whole float64) string {
	return v.Number(100*part/whole, 1) + v.say(" %%", "%%")
}

// prose writes running text.
func (v voice) prose(out *strings.Builder, text string) { out.WriteString(v.page.Prose(text) + "\n") }

func padLeft(s string, width int) string {
	return strings.Repeat(" ", max(0, width-length(s))) + s
}

func length(s string) int { return utf8.RuneCountInString(s) }

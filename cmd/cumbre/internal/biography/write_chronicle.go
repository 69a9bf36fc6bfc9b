package biography

import (
	"io"
	"math"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

// Write writes the log in lang, "es" or "en", on a page.
func (c *Chronicle) Write(w io.Writer, lang string, page layout.Page) error {
	v := newVoice(c.Run, lang, page)
	var out strings.Builder
	v.prose(&out, v.say("La institución del %s al %s", "The institution from %s to %s", v.civil(c.From), v.civil(c.To)))
	v.prose(&out, v.source())
	out.WriteByte('\n')
	for _, e := range c.Entries {
		p := paragraph{time: e.Time, text: []string{v.entry(e)}}
		p.write(v, &out, float64(c.From-c.Spec.Start))
	}
	out.WriteByte('\n')
	c.closing(v, &out)
	_, err := io.WriteString(w, out.String())
	return err
}

func (v voice) entry(e Entry) string {
	if e.Record.Kind == model.RecordMeeting {
		return v.meeting(e)
	}
	s := v.context(e.Event)
	if len(e.Lost) > 0 {
		s += " " + v.count(len(e.Lost), "expediente pierde su memoria", "expedientes pierden su memoria", "file loses its memory", "files lose their memory") +
			": " + v.list(e.Lost) + "."
	}
	return s
}

// meetingNames say that a body meets.
var meetingNames = [model.NumBodies]model.Text{
	model.TechnicalGroup:       {ES: "Ronda de grupos técnicos", EN: "Round of technical groups"},
	model.NationalCoordination: {ES: "Se reúnen las coordinaciones nacionales", EN: "The National Coordinations meet"},
	model.HighLevelGroup:       {ES: "Se reúne el GAN", EN: "The High-Level Group meets"},
	model.Council:              {ES: "Se reúne el Consejo de Ministros", EN: "The Council of Ministers meets"},
	model.Summit:               {ES: "Cumbre presidencial", EN: "Presidential summit"},
}

func (v voice) meeting(e Entry) string {
	s := v.in(meetingNames[e.Body])
	if !math.IsNaN(e.SinceLast) {
		s += v.say(", %s después de la anterior", ", %s after the last", v.span(e.SinceLast))
	}
	s += ": " + v.count(e.Passed, "mandato acordado", "mandatos acordados", "mandate agreed", "mandates agreed")
	var by []string
	total := 0
	for i, n := range e.Vetoes {
		if n > 0 {
			by = append(by, v.member(i)+" "+v.Number(float64(n), 0))
			total += n
		}
	}
	s += ", " + v.count(total, "vetado", "vetados", "vetoed", "vetoed")
	if total > 0 {
		s += " (" + strings.Join(by, ", ") + ")"
	}
	return s + "."
}

// closing adds up what met and what waits.
func (c *Chronicle) closing(v voice, out *strings.Builder) {
	v.prose(out, v.say("En el periodo: %s, %s, %s y %s.", "In the period: %s, %s, %s and %s.",
		v.count(c.Meetings(model.TechnicalGroup), "ronda de grupos técnicos", "rondas de grupos técnicos", "round of technical groups", "rounds of technical groups"),
		v.count(c.Meetings(model.NationalCoordination), "reunión de coordinaciones", "reuniones de coordinaciones", "meeting of the Coordinations", "meetings of the Coordinations"),
		v.count(c.Meetings(model.HighLevelGroup), "reunión del GAN", "reuniones del GAN", "meeting of the High-Level Group", "meetings of the High-Level Group"),
		v.count(c.Meetings(model.Summit), "cumbre", "cumbres", "summit", "summits")))
	day := func(t float64) string {
		if math.IsNaN(t) {
			return compare.Undefined
		}
		return v.day(t)
	}
	v.prose(out, v.say("Última reunión del GAN antes: %s; primera después: %s.", "Last meeting of the High-Level Group before: %s; first after: %s.", day(c.GANBefore), day(c.GANAfter)))
	v.prose(out, v.say("Mandatos ante el GAN: %s al empezar, %s al terminar.", "Mandates before the High-Level Group: %s at the start, %s at the end.",
		v.Number(float64(c.Waiting[0]), 0), v.Number(float64(c.Waiting[1]), 0)))
}

var nan = math.NaN()

package biography

import (
	"strings"

	"cumbre/model"
)

// sentence tells an event of a mandate; "" for what its neighbours already say.
func (b *Biography) sentence(v voice, n int) string {
	e := b.Events[n]
	switch e.Kind {
	case Issued:
		return b.issued(v)
	case Stage:
		return b.stage(v, n)
	case Work:
		return v.work(e)
	case Reservation:
		return v.say("%s llega al GAN sin acuerdo entre sus dos ministerios: el punto se aplaza.",
			"%s comes to the High-Level Group with its two ministries not agreed: the item is deferred.", v.member(e.Member))
	case Ballot:
		return b.ballot(v, n)
	case Amendment:
		return v.say("El texto, enmendado, baja de %s a %s de profundidad.", "The text, amended, goes down from %s to %s in depth.", v.depth(e.Before), v.depth(e.Depth))
	case MemoryLost:
		return v.say("El expediente pierde su memoria en el traspaso: la coordinación de %s debe retomarlo.",
			"The file loses its memory at the handover: the coordination of %s must catch up with it.", v.member(e.Member))
	case CaughtUp:
		return v.say("La coordinación de %s termina de retomar el expediente, a los %s.",
			"The coordination of %s has caught up with the file, after %s.", v.member(e.Member), v.span(e.Time-e.Since))
	case PassedOn:
		return v.say("Lo que tenía en manos %s pasa a %s.", "What was in the hands of %s passes to %s.", v.mediator(e.From), v.mediator(e.Member))
	case Ratification:
		return b.ratification(v, n)
	case Neglect:
		return v.say("El gobierno de %s lo deja de lado.", "The government of %s lets it lie.", v.member(e.Member))
	case Resumption:
		return v.say("El nuevo gobierno de %s lo retoma.", "The new government of %s takes it up.", v.member(e.Member))
	case End:
		return b.endSentence(v, e)
	}
	return v.context(e)
}

// origins say who issued a mandate, by the letter its name begins with.
var origins = map[byte]model.Text{
	'S': {ES: "Lo encarga la cumbre presidencial", EN: "The presidential summit asks for it"},
	'E': {ES: "Lo encarga una cumbre extraordinaria", EN: "An extraordinary summit asks for it"},
	'G': {ES: "Lo encarga el GAN", EN: "The High-Level Group asks for it"},
	'N': {ES: "Lo encargan las coordinaciones nacionales", EN: "The National Coordinations ask for it"},
	'T': {ES: "Lo proponen los grupos técnicos", EN: "The technical groups propose it"},
	'B': {ES: "Lo propone la secretaría", EN: "The secretariat proposes it"},
	'D': {ES: "Lo encarga una declaración", EN: "A declaration asks for it"},
}

func (b *Biography) issued(v voice) string {
	by := v.in(origins[b.Name[0]])
	if i := strings.LastIndexByte(b.Name, '.'); i >= 0 {
		by = v.say("Nace como continuación de %s, cumplido", "It follows up %s, fulfilled", b.Name[:i])
	}
	return v.say("%s; se asigna al grupo técnico %s.", "%s; it is assigned to the technical group %s.", by, v.in(b.Spec.Groups[b.Group].Name))
}

func (b *Biography) stage(v voice, n int) string {
	e := b.Events[n]
	if body, ok := bodyOf(e.State); ok {
		if n > 0 && e.Round > 0 {
			return v.say("Vuelve %s.", "It returns %s.", v.toBody(body))
		}
		return v.say("Pasa %s.", "It goes %s.", v.toBody(body))
	}
	switch e.State {
	case "in_technical_work":
		return v.say("Empieza el trabajo técnico de las delegaciones.", "The delegations begin technical work.")
	case "in_consultation":
		return v.say("Se abre una consulta ciudadana.", "A citizen consultation opens.")
	case "in_negotiation":
		return v.say("Se abre una negociación.", "A negotiation opens.")
	case "adopted":
		return v.say("Queda adoptado.", "It is adopted.")
	case "in_implementation":
		return v.say("Empieza su instrumentación.", "Implementation begins.")
	}
	return "" // vetoed: the ballot has said so
}

// work tells who finished a piece of work, in order, and how long the last one
// kept the others waiting.
func (v voice) work(e Event) string {
	if e.State == "in_negotiation" && len(e.Finishes) == 1 {
		return capital(v.say("media %s, que termina a los %s.", "%s mediates and is done after %s.",
			v.mediator(e.Finishes[0].Member), v.span(e.Time-e.Since)))
	}
	var what model.Text
	switch e.State {
	case "before_nc":
		what = model.Text{ES: "Revisan el expediente", EN: "The file is reviewed by"}
	case "in_negotiation":
		what = model.Text{ES: "Median", EN: "Mediation is done by"}
	case "in_implementation":
		what = model.Text{ES: "Lo instrumentan", EN: "It is implemented by"}
	default:
		what = model.Text{ES: "Terminan su parte", EN: "Their part is finished by"}
	}
	var names []string
	for _, f := range e.Finishes {
		names = append(names, v.member(f.Member)+" ("+v.day(f.Time)+")")
	}
	last := len(e.Finishes) - 1
	if last == 0 || e.Partial {
		return v.in(what) + " " + v.list(names) + "."
	}
	return v.say("%s %s; la última parte, de %s, llega %s.", "%s %s; the last part, from %s, comes %s.",
		v.in(what), v.list(names[:last]), v.member(e.Finishes[last].Member), v.later(e.Wait()))
}

func (v voice) mediators(all []int) string {
	names := make([]string, len(all))
	for n, i := range all {
		names[n] = v.mediator(i)
	}
	return v.list(names)
}

// mediator names who mediates: a member's coordinator or the secretariat.
func (v voice) mediator(i int) string {
	if i == Secretariat {
		return v.member(i)
	}
	return v.say("la coordinación de %s", "the coordination of %s", v.member(i))
}

// later says how long after the others something came.
func (v voice) later(days float64) string {
	if days < 1 {
		return v.say("a la par", "with them")
	}
	return v.say("%s después", "%s later", v.span(days))
}

func (b *Biography) ballot(v voice, n int) string {
	e := b.Events[n]
	s := capital(v.body(e.Body))
	if e.Round > 0 {
		s += v.say(" (%s votación)", " (%s ballot)", v.ordinal(e.Round+1))
	}
	var parts []string
	if len(e.Consents) > 0 {
		parts = append(parts, v.votes(e.Consents, "consiente", "consienten", "consents", "consent"))
	}
	if len(e.Dissents) > 0 {
		parts = append(parts, v.votes(e.Dissents, "objeta", "objetan", "objects", "object"))
	}
	if e.Member != None {
		parts = append(parts, v.say("%s veta (veto %d)", "%s vetoes (veto %d)", v.member(e.Member), b.vetoNumber(n)))
	}
	return s + ": " + strings.Join(parts, "; ") + "."
}

func (v voice) votes(all []int, oneES, manyES, oneEN, manyEN string) string {
	if len(all) == 1 {
		return v.member(all[0]) + " " + v.say(oneES, oneEN)
	}
	return v.members(all) + " " + v.say(manyES, manyEN)
}

// vetoNumber counts the vetoes up to event n.
func (b *Biography) vetoNumber(n int) int {
	count := 0
	for _, e := range b.Events[:n+1] {
		if e.Kind == Ballot && e.Member != None {
			count++
		}
	}
	return count
}

// ratification tells who ratified; the last one is named as such once the
// treaty is in force.
func (b *Biography) ratification(v voice, n int) string {
	e := b.Events[n]
	before := -1.0
	for i, other := range b.Events {
		if other.Kind != Ratification {
			continue
		}
		if i > n {
			return v.say("Ratifica %s.", "%s ratifies.", v.member(e.Member))
		}
		if i < n {
			before = other.Time
		}
	}
	if b.State != "fulfilled" || before < 0 {
		return v.say("Ratifica %s.", "%s ratifies.", v.member(e.Member))
	}
	return v.say("Ratifica %s, último país: %s.", "%s ratifies, last of all: %s.", v.member(e.Member), v.later(e.Time-before))
}

func (b *Biography) endSentence(v voice, e Event) string {
	var s string
	switch e.State {
	case "fulfilled":
		return v.say("Cumplido, con una profundidad de %s.", "Fulfilled, with a depth of %s.", v.depth(e.Depth))
	case "shelved":
		s = v.say("Se archiva.", "It is shelved.")
	case "lapsed":
		s = v.say("Caduca.", "It lapses.")
	case "withdrawn":
		s = v.say("Lo retira el nuevo gobierno de %s, que lo patrocinaba.", "The new government of %s, its sponsor, withdraws it.", v.member(b.Sponsor))
	default:
		s = v.say("Termina la simulación y sigue abierto, %s.", "The simulation ends and it is still open, %s.", v.state(e.State))
	}
	return s + v.undone(e)
}

// undone says what a mandate that was not fulfilled still waited for.
func (v voice) undone(e Event) string {
	s := ""
	switch {
	case len(e.Missing) == 0:
	case e.Was == "in_negotiation":
		s += " " + v.say("La mediación de %s no había terminado.", "Mediation by %s was not over.", v.mediators(e.Missing))
	default:
		s += " " + v.say("Faltaba la parte de %s.", "The part of %s was missing.", v.members(e.Missing))
	}
	if len(e.Unratified) > 0 {
		s += " " + v.say("Faltaba la ratificación de %s.", "Ratification by %s was missing.", v.members(e.Unratified))
	}
	if len(e.Behind) > 0 {
		s += " " + v.say("%s no había terminado de retomar el expediente.", "%s had not caught up with the file.", capital(v.mediators(e.Behind)))
	}
	return s
}

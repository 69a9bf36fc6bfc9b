package model

import (
	"cmp"
	"slices"
)

// TimedEvent is a kind of event of the kernel's calendar. Among events of one time
// those of lower priority value run first, then those scheduled first.
type TimedEvent struct {
	Name     string
	Priority uint8
	Text     Text
}

// Schedule returns every kind of event that a run can schedule, in the order in which
// events of one time run.
func Schedule() []TimedEvent {
	w := newWorld(&Spec{Designs: make([]Design, 1)}, 0)
	all := append(slices.Clone(w.timed), TimedEvent{"task_done", prioWork, timedTexts["task_done"]})
	slices.SortStableFunc(all, func(a, b TimedEvent) int { return cmp.Compare(a.Priority, b.Priority) })
	return all
}

// timedTexts says what happens in each; the map is looked up, never listed.
var timedTexts = map[string]Text{
	"year":         {"termina un año civil: se escribe su renglón de observaciones", "a calendar year ends: its row of observations is written"},
	"event":        {"ocurre un evento del escenario", "an event of the scenario happens"},
	"agenda_ends":  {"termina un cambio temporal de la agenda", "a temporary change of the agenda ends"},
	"observers":    {"cambia el número de observadores", "the number of observers changes"},
	"shock":        {"sobreviene un choque al azar", "a random shock strikes"},
	"shock_ends":   {"termina una pandemia o un choque comercial", "a pandemic or a trade shock ends"},
	"campaign":     {"empieza la campaña en un miembro", "the campaign begins in a member"},
	"election":     {"hay elección: empieza la transición", "an election is held: the transition begins"},
	"inauguration": {"asume un gobierno nuevo", "a new government takes office"},
	"fall":         {"un gobierno termina antes de tiempo", "a government ends early"},
	"settled":      {"termina una crisis política", "a political crisis ends"},
	"secretariat":  {"la secretaría da un paso: acordada, ratificada, en funciones", "the secretariat takes a step: agreed, ratified, operating"},
	"settlement":   {"se resuelve un traspaso disputado", "a contested handover is settled"},
	"interim":      {"la presidencia saliente sigue como interina", "the outgoing presidency goes on as interim"},
	"term_ends":    {"vence una presidencia pro tempore: primer intento de cumbre", "a presidency pro tempore falls due: first attempt at a summit"},
	"summit":       {"nuevo intento de una cumbre pospuesta", "another attempt at a postponed summit"},
	"extra_summit": {"cumbre extraordinaria", "extraordinary summit"},
	"month":        {"el reloj mensual: cohesión, adopción efectiva, capacidades; cada tres meses, prioridades que compiten", "the monthly clock: cohesion, uptake, capacities; every third month, competing priorities"},
	"task_done":    {"alguien termina una tarea en un conjunto de funcionarios, una coordinación o la secretaría", "somebody finishes a task in a pool of officials, a coordination or the secretariat"},
	"work":         {"termina el trámite inicial: las delegaciones reciben el trabajo", "the first procedure ends: the delegations receive the work"},
	"tabled":       {"termina el trámite ante un órgano: el expediente llega a él", "the procedure before a body ends: the file reaches it"},
	"consulted":    {"termina una consulta ciudadana", "a citizen consultation ends"},
	"ratified":     {"un miembro ratifica un tratado", "a member ratifies a treaty"},
	"lapse":        {"se agota la paciencia con un mandato", "patience with a mandate runs out"},
	"meeting":      {"fecha de reunión de un órgano", "date of a body's meeting"},
	"arrival":      {"el GAN, las coordinaciones, los grupos o la secretaría emiten un mandato", "the GAN, the coordinations, the groups or the secretariat issue a mandate"},
}

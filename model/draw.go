package model

import "slices"

// Draw is a purpose's line in the registry of random draws. Whoever implements the
// model anew needs them all: which quantities are drawn, and what a draw is a function
// of besides seed, replication and purpose.
type Draw struct {
	Number int
	Name   string
	Keys   Text // who the draw is keyed by
	Text   Text // what it decides, and its distribution
}

// Draws returns the registry of random draws in the order of their numbers.
func Draws() []Draw {
	all := slices.Clone(draws[1:])
	for i := range all {
		all[i].Number = i + 1
	}
	return all
}

// Keys that several draws share.
var (
	byMandate   = Text{"mandato", "mandate"}
	byMembersOf = Text{"mandato, miembro", "mandate, member"}
	byBallot    = Text{"mandato, órgano y ronda", "mandate, body and round"}
	bySpeaker   = Text{"mandato, órgano y ronda, miembro", "mandate, body and round, member"}
	byHead      = Text{"miembro, gobierno", "member, government"}
	byDimension = Text{"miembro, gobierno, dimensión", "member, government, dimension"}
)

var draws = [numPurposes]Draw{
	drawArrival:     {0, "arrival", Text{"origen, ordinal", "origin, ordinal"}, Text{"tiempo operativo hasta el siguiente mandato de una corriente, o la siguiente cumbre extraordinaria: exponencial de media 1", "operational time to the next mandate of a stream, or the next extraordinary summit: exponential of mean 1"}},
	drawSummitCount: {0, "summit_count", Text{"tipo de cumbre, ordinal", "kind of summit, ordinal"}, Text{"mandatos que emite una cumbre: binomial negativa", "mandates a summit issues: negative binomial"}},
	drawGroup:       {0, "group", byMandate, Text{"grupo técnico que lo recibe: por peso entre los existentes", "technical group that receives it: by weight among those in existence"}},
	drawInstrument:  {0, "instrument", byMandate, Text{"acción, norma o tratado: uniforme frente a las proporciones", "action, regulation or treaty: a uniform number against the shares"}},
	drawLevel:       {0, "level", byMandate, Text{"si lo que no es tratado sube a la cumbre: Bernoulli", "whether a non-treaty goes up to the summit: Bernoulli"}},
	drawDepth:       {0, "depth", byMandate, Text{"profundidad propuesta: lognormal, 1 como máximo", "proposed depth: lognormal, at most 1"}},
	drawSponsor:     {0, "sponsor", byMandate, Text{"miembro que lo patrocina: uniforme entre los miembros", "member that sponsors it: uniform over the members"}},
	drawFollowUps:   {0, "follow_ups", byMandate, Text{"mandatos que engendra al cumplirse: Poisson", "mandates it spawns when fulfilled: Poisson"}},
	drawWork:        {0, "work", byMembersOf, Text{"trabajo técnico de una delegación: lognormal", "technical work of a delegation: lognormal"}},
	drawReview:      {0, "review", byMembersOf, Text{"revisión de un coordinador: lognormal", "review by a coordinator: lognormal"}},
	drawImplement:   {0, "implement", byMembersOf, Text{"trabajo de instrumentar lo adoptado: lognormal", "work of implementing what was adopted: lognormal"}},
	drawRatify:      {0, "ratify", byMembersOf, Text{"días hasta la ratificación de un tratado: lognormal", "days to the ratification of a treaty: lognormal"}},
	drawVote:        {0, "vote", bySpeaker, Text{"ánimo Z de un miembro ante un texto: normal estándar", "a member's mood Z towards a text: standard normal"}},
	drawSpeaker:     {0, "speaker", bySpeaker, Text{"turno en que habla un miembro: entero uniforme; habla antes el menor", "a member's turn to speak: uniform integer; the smaller speaks first"}},
	drawReserve:     {0, "reserve", Text{"mandato, miembro, reunión del GAN", "mandate, member, GAN meeting"}, Text{"reserva por desacuerdo entre los dos ministerios: Bernoulli", "reservation because the two ministries disagree: Bernoulli"}},
	drawMediator:    {0, "mediator", byBallot, Text{"si media la secretaría y, si no, si median todos: dos Bernoulli", "whether the secretariat mediates and, if not, whether all do: two Bernoulli draws"}},
	drawMediation:   {0, "mediation", byBallot, Text{"trabajo de mediar una ronda: lognormal", "work of mediating one round: lognormal"}},
	drawPatience:    {0, "patience", byMandate, Text{"días hasta que caduca sin adoptarse: lognormal", "days until it lapses without adoption: lognormal"}},
	drawAfterlife:   {0, "afterlife", byMandate, Text{"días hasta que se abandona lo adoptado: lognormal", "days until what was adopted is abandoned: lognormal"}},
	drawConsult:     {0, "consult", byMandate, Text{"si pasa por consulta ciudadana: Bernoulli", "whether it goes through citizen consultation: Bernoulli"}},
	drawConsultDays: {0, "consult_days", byMandate, Text{"días de la consulta: lognormal", "days of the consultation: lognormal"}},
	drawSlip:        {0, "slip", Text{"órgano, reunión, aplazamiento", "body, meeting, slip"}, Text{"si se logra convocar (Bernoulli) y, si no, cuánto se pospone (uniforme)", "whether it is convened (Bernoulli) and, if not, by how much it slips (uniform)"}},
	drawSummitHeld:  {0, "summit_held", Text{"cumbre, intento, miembro", "summit, attempt, member"}, Text{"si el jefe de Estado de un miembro impide el intento; con un miembro ficticio, si lo impide una pandemia: Bernoulli", "whether a member's head of state prevents the attempt; with a fictitious member, whether a pandemic does: Bernoulli"}},
	drawExtraSummit: {0, "extra_summit", Text{"–", "–"}, Text{"número reservado, hoy sin uso", "reserved number, unused today"}},
	drawMemory:      {0, "memory", Text{"mandato, traspaso", "mandate, handover"}, Text{"si el expediente pierde su memoria en el traspaso: Bernoulli", "whether the file loses its memory at the handover: Bernoulli"}},
	drawWill:        {0, "will", byDimension, Text{"voluntad de un jefe de Estado: una normal para él y otra por dimensión", "a head of state's will: one normal for the person and one per dimension"}},
	drawIdeal:       {0, "ideal", byDimension, Text{"desplazamiento de la profundidad ideal: normal", "shift of the ideal depth: normal"}},
	drawCoordinator: {0, "coordinator", byHead, Text{"si el gobierno nuevo cambia al coordinador: Bernoulli", "whether the new government replaces the coordinator: Bernoulli"}},
	drawEarlyEnd:    {0, "early_end", byHead, Text{"cuándo terminaría antes de tiempo un gobierno: exponencial", "when a government would end early: exponential"}},
	drawWithdraw:    {0, "withdraw", Text{"mandato, gobierno", "mandate, government"}, Text{"si un gobierno nuevo retira el mandato: Bernoulli", "whether a new government withdraws the mandate: Bernoulli"}},
	drawCompeting:   {0, "competing", Text{"miembro, trimestre", "member, quarter"}, Text{"capacidad que absorben otras prioridades: uniforme", "capacity that other priorities absorb: uniform"}},
	drawAgreement:   {0, "agreement", Text{"–", "–"}, Text{"días para acordar el tratado de la secretaría: lognormal", "days to agree the secretariat's treaty: lognormal"}},
	drawSecRatify:   {0, "secretariat_ratify", Text{"miembro", "member"}, Text{"días hasta que un miembro ratifica ese tratado: lognormal", "days until a member ratifies that treaty: lognormal"}},
	drawVacant:      {0, "vacant", Text{"órgano, reunión, aplazamiento", "body, meeting, slip"}, Text{"si la secretaría reúne al GAN o al Consejo sin presidencia: Bernoulli", "whether the secretariat brings the GAN or Council about without a presidency: Bernoulli"}},
	drawShock:       {0, "shock", Text{"tipo de choque (y miembro), ordinal", "kind of shock (and member), ordinal"}, Text{"tiempo operativo hasta el siguiente choque al azar: exponencial de media 1", "operational time to the next random shock: exponential of mean 1"}},
	drawVirtual:     {0, "virtual", Text{"órgano, tipo de cumbre, reunión", "body, kind of summit, meeting"}, Text{"si la reunión es en línea: Bernoulli", "whether the meeting is online: Bernoulli"}},
	drawNeglect:     {0, "neglect", Text{"mandato, miembro, gobierno", "mandate, member, government"}, Text{"si el gobierno de un miembro deja de lado lo adoptado: Bernoulli", "whether a member's government lets what was adopted lie: Bernoulli"}},
}

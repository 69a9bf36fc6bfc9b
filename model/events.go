package model

import "slices"

const contestedHandoverName = "contested_handover"

// eventTypes is the registry of events: one line a type.
var eventTypes = []*EventType{
	{Name: contestedHandoverName, apply: (*world).contestedHandover, Fields: []EventField{
		{Name: "from", Member: true, Required: true, Text: Text{"quien debe entregar", "who should hand over"}},
		{Name: "to", Member: true, Required: true, Text: Text{"quien debe recibir", "who should receive"}},
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
		{Name: "early", Default: 120, Min: 0, Max: 3650, Unit: "days", Text: Text{"días antes de la fecha en que un traspaso de quien debe entregar es ya el disputado", "days before the date within which a handover by who should hand over is the contested one already"}},
	}, Text: Text{"Traspaso disputado de la presidencia pro tempore: siguen GT y CN, no hay cumbre ni convocatoria. Empieza en su fecha si entonces preside `from`, o con el traspaso de `from` si éste fue poco antes (`early`); si no, cuando termine el siguiente período de `from`.", "Contested handover of the presidency pro tempore: TGs and NCs go on, no summit, no convening. It begins on its date if `from` presides then, or with the handover by `from` if that was shortly before (`early`); otherwise when the next term of `from` ends."}},
	{Name: "agenda", apply: (*world).changeAgenda, Fields: []EventField{
		{Name: "factor", Required: true, Min: 0, Max: 10, Text: Text{"multiplica los mandatos nuevos", "multiplies new mandates"}},
		{Name: "days", Min: 0, Max: 36500, Unit: "days", Text: Text{"duración; 0 es para siempre", "duration; 0 is for ever"}},
	}, Text: Text{"Agenda nueva: cambio de escala de los mandatos emitidos.", "A new agenda: step change of the mandates issued."}},
	{Name: "mandates", apply: (*world).declareMandates, Fields: []EventField{
		{Name: "count", Required: true, Min: 0, Max: 1000, Unit: "mandates", Text: Text{"mandatos emitidos de una vez", "mandates issued at once"}},
	}, Text: Text{"Una declaración emite mandatos de una vez.", "A declaration issues mandates at once."}},
	{Name: "accession", apply: func(w *world, e *Event) { w.accede(e.member("member")) }, Fields: []EventField{
		{Name: "member", Member: true, Required: true, Text: Text{"quien ingresa", "who joins"}},
	}, Text: Text{"Ingresa un miembro pleno: un jugador con veto más.", "A full member joins: one more veto player."}},
	{Name: "candidates", apply: (*world).candidatesChange, Fields: []EventField{
		{Name: "count", Required: true, Min: 0, Max: 50, Unit: "states", Text: Text{"candidatos en negociación desde esta fecha", "candidates in negotiation from this date"}},
	}, Text: Text{"Cambia el número de candidatos a miembro o asociado en negociación.", "The number of candidates to (associate) membership in negotiation changes."}},
	{Name: "pandemic", apply: shock(func(w *world, e *Event) { w.pandemic(e.arg("days")) }), Fields: []EventField{
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Pandemia: menos capacidad, cumbres pospuestas y reuniones en línea (pandemic_capacity_loss, pandemic_summit_delay, pandemic_virtual_share).", "Pandemic: less capacity, postponed summits and meetings online (pandemic_capacity_loss, pandemic_summit_delay, pandemic_virtual_share)."}},
	{Name: "crisis", apply: shock(func(w *world, e *Event) { w.crisis(e.member("member"), e.arg("days")) }), Fields: []EventField{
		{Name: "member", Member: true, Required: true, Text: Text{"dónde", "where"}},
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Crisis política en un miembro que deja a su gobierno en funciones (crisis_capacity_loss, summit_crisis).", "Political crisis in a member that leaves its government in office (crisis_capacity_loss, summit_crisis)."}},
	{Name: "trade_shock", apply: shock(func(w *world, e *Event) { w.tradeShock(e.arg("days")) }), Fields: []EventField{
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Choque comercial: baja la voluntad de todos (trade_shock_will_loss).", "Trade shock: everybody's will falls (trade_shock_will_loss)."}},
	{Name: "set", apply: func(w *world, e *Event) { w.set = append(w.set, e.Set...); w.valuesMoved() }, Settings: true, Text: Text{"Cambia parámetros desde esta fecha, en todos los diseños que no los fijan.", "Changes parameters from this date, in every design that does not set them."}},
	{Name: "set_member", apply: func(w *world, e *Event) { w.setFor = append(w.setFor, e); w.valuesMoved() }, Fields: []EventField{
		{Name: "member", Member: true, Required: true, Text: Text{"en quién", "in whom"}},
	}, Settings: true, Text: Text{"Cambia desde esta fecha parámetros de un miembro, como la capacidad de una presidencia suya.", "Changes parameters of one member from this date, such as the capability of one of its presidencies."}},
}

// EventTypes returns the registry of events.
func EventTypes() []*EventType { return eventTypes }

// EventTypeByName finds an event type by its registry name.
func EventTypeByName(name string) (*EventType, bool) {
	i := slices.IndexFunc(eventTypes, func(t *EventType) bool { return t.Name == name })
	if i < 0 {
		return nil, false
	}
	return eventTypes[i], true
}

// planEvents schedules the scenario's events.
func (w *world) planEvents() {
	for i := range w.spec.Events {
		if t := w.clock(w.spec.Events[i].Date); t >= 0 {
			w.k.At(t, w.kinds.event, uint64(i))
		}
	}
}

func (w *world) happen(e *Event) { e.Type.apply(w, e) }

// shock wraps an event that the switch of shocks turns off.
func shock(apply func(*world, *Event)) func(*world, *Event) {
	return func(w *world, e *Event) {
		if w.on(Shocks) {
			apply(w, e)
		}
	}
}

// changeAgenda scales the flow of new mandates, for a while or for ever.
func (w *world) changeAgenda(e *Event) {
	w.agendas = append(w.agendas, e)
	w.agendaMoved()
	if days := e.arg("days"); days > 0 {
		w.k.After(days, w.kinds.agendaEnds, 0)
	}
}

// agendaMoved multiplies the factors in force anew. To divide by the one that ends
// would not do: nothing undoes a factor of 0, and rounding would leave a trace.
func (w *world) agendaMoved() {
	w.agenda = 1
	for _, e := range w.agendas {
		if days := e.arg("days"); days == 0 || w.k.Now() < w.clock(e.Date)+days {
			w.agenda *= e.arg("factor")
		}
	}
	w.updateFlows()
}

// declareMandates issues a given number of mandates at once.
func (w *world) declareMandates(e *Event) {
	for i := range int(e.arg("count")) {
		w.issue(fromDeclaration, w.declared, i, nil)
	}
	w.declared++
}

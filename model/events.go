package model

import "slices"

// eventTypes is the registry of events: one line a type.
var eventTypes = []*EventType{
	{Name: "contested_handover", Fields: []EventField{
		{Name: "from", Member: true, Required: true, Text: Text{"quien debe entregar", "who should hand over"}},
		{Name: "to", Member: true, Required: true, Text: Text{"quien debe recibir", "who should receive"}},
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Traspaso disputado de la presidencia pro tempore: siguen GT y CN, no hay cumbre ni convocatoria.", "Contested handover of the presidency pro tempore: TGs and NCs go on, no summit, no convening."}},
	{Name: "agenda", Fields: []EventField{
		{Name: "factor", Required: true, Min: 0, Max: 10, Text: Text{"multiplica los mandatos nuevos", "multiplies new mandates"}},
		{Name: "days", Min: 0, Max: 36500, Unit: "days", Text: Text{"duración; 0 es para siempre", "duration; 0 is for ever"}},
	}, Text: Text{"Agenda nueva: cambio de escala de los mandatos emitidos.", "A new agenda: step change of the mandates issued."}},
	{Name: "mandates", Fields: []EventField{
		{Name: "count", Required: true, Min: 0, Max: 1000, Unit: "mandates", Text: Text{"mandatos emitidos de una vez", "mandates issued at once"}},
	}, Text: Text{"Una declaración emite mandatos de una vez.", "A declaration issues mandates at once."}},
	{Name: "accession", Fields: []EventField{
		{Name: "member", Member: true, Required: true, Text: Text{"quien ingresa", "who joins"}},
	}, Text: Text{"Ingresa un miembro pleno: un jugador con veto más.", "A full member joins: one more veto player."}},
	{Name: "candidates", Fields: []EventField{
		{Name: "count", Required: true, Min: 0, Max: 50, Unit: "states", Text: Text{"candidatos en negociación desde esta fecha", "candidates in negotiation from this date"}},
	}, Text: Text{"Cambia el número de candidatos a miembro o asociado en negociación.", "The number of candidates to (associate) membership in negotiation changes."}},
	{Name: "pandemic", Fields: []EventField{
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Pandemia: menos capacidad y reuniones virtuales (pandemic_capacity_loss, pandemic_summit_delay).", "Pandemic: less capacity and virtual meetings (pandemic_capacity_loss, pandemic_summit_delay)."}},
	{Name: "crisis", Fields: []EventField{
		{Name: "member", Member: true, Required: true, Text: Text{"dónde", "where"}},
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Crisis política en un miembro.", "Political crisis in a member."}},
	{Name: "trade_shock", Fields: []EventField{
		{Name: "days", Required: true, Min: 1, Max: 3650, Unit: "days", Text: Text{"duración", "duration"}},
	}, Text: Text{"Choque comercial: baja la voluntad de todos (trade_shock_will_loss).", "Trade shock: everybody's will falls (trade_shock_will_loss)."}},
	{Name: "set", Settings: true, Text: Text{"Cambia parámetros desde esta fecha, en todos los diseños que no los fijan.", "Changes parameters from this date, in every design that does not set them."}},
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

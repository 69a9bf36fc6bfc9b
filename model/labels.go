package model

import "cumbre/model/machine"

// machineText is what people call a machine, its states and its events; the maps
// are looked up, never listed. Names stay the identifiers in data and on the
// command line; a text stands where somebody reads.
type machineText struct {
	title          Text
	states, events map[string]Text
}

// MachineTitle returns what a machine of Machines is called.
func MachineTitle(m *machine.Machine) Text { return machineTexts[m.Name].title }

// StateText returns what a state of a machine of Machines is called, by its name;
// the empty text if there is no such state.
func StateText(m *machine.Machine, state string) Text { return machineTexts[m.Name].states[state] }

// EventText returns what an event of a machine of Machines is called, by its
// name; the empty text if there is no such event.
func EventText(m *machine.Machine, event string) Text { return machineTexts[m.Name].events[event] }

var machineTexts = map[string]machineText{
	"mandate": {
		title: Text{ES: "mandato", EN: "mandate"},
		states: map[string]Text{
			"proposed":          {ES: "propuesto", EN: "proposed"},
			"assigned":          {ES: "asignado", EN: "assigned"},
			"in_technical_work": {ES: "en trabajo técnico", EN: "in technical work"},
			"in_consultation":   {ES: "en consulta", EN: "in consultation"},
			"before_tg":         {ES: "ante el grupo técnico", EN: "before the technical group"},
			"before_nc":         {ES: "ante las coordinaciones", EN: "before the coordinations"},
			"before_gan":        {ES: "ante el GAN", EN: "before the High-Level Group"},
			"before_council":    {ES: "ante el Consejo", EN: "before the Council"},
			"before_summit":     {ES: "ante la cumbre", EN: "before the summit"},
			"vetoed":            {ES: "vetado", EN: "vetoed"},
			"in_negotiation":    {ES: "en negociación", EN: "in negotiation"},
			"adopted":           {ES: "adoptado", EN: "adopted"},
			"in_implementation": {ES: "en instrumentación", EN: "in implementation"},
			"fulfilled":         {ES: "cumplido", EN: "fulfilled"},
			"shelved":           {ES: "archivado", EN: "shelved"},
			"lapsed":            {ES: "caducado", EN: "lapsed"},
			"withdrawn":         {ES: "retirado", EN: "withdrawn"},
		},
		events: map[string]Text{
			"assign":     {ES: "asignar", EN: "assign"},
			"start":      {ES: "empezar", EN: "start"},
			"consult":    {ES: "consultar", EN: "consult"},
			"to_tg":      {ES: "pasar al grupo técnico", EN: "go to the technical group"},
			"to_nc":      {ES: "pasar a las coordinaciones", EN: "go to the coordinations"},
			"to_gan":     {ES: "pasar al GAN", EN: "go to the High-Level Group"},
			"to_council": {ES: "pasar al Consejo", EN: "go to the Council"},
			"to_summit":  {ES: "pasar a la cumbre", EN: "go to the summit"},
			"veto":       {ES: "vetar", EN: "veto"},
			"negotiate":  {ES: "negociar", EN: "negotiate"},
			"adopt":      {ES: "adoptar", EN: "adopt"},
			"implement":  {ES: "instrumentar", EN: "implement"},
			"fulfil":     {ES: "cumplir", EN: "fulfil"},
			"shelve":     {ES: "archivar", EN: "shelve"},
			"lapse":      {ES: "caducar", EN: "lapse"},
			"withdraw":   {ES: "retirar", EN: "withdraw"},
		},
	},
	"decision": {
		title: Text{ES: "decisión", EN: "decision"},
		states: map[string]Text{
			"convened":    {ES: "convocada", EN: "convened"},
			"polling":     {ES: "en votación", EN: "polling"},
			"vetoed":      {ES: "vetada", EN: "vetoed"},
			"negotiating": {ES: "en negociación", EN: "negotiating"},
			"adopted":     {ES: "adoptada", EN: "adopted"},
			"exhausted":   {ES: "agotada", EN: "exhausted"},
		},
		events: map[string]Text{
			"open":      {ES: "abrir la votación", EN: "open the ballot"},
			"consent":   {ES: "consentir", EN: "consent"},
			"dissent":   {ES: "objetar", EN: "object"},
			"carry":     {ES: "aprobar", EN: "carry"},
			"veto":      {ES: "vetar", EN: "veto"},
			"negotiate": {ES: "negociar", EN: "negotiate"},
			"reopen":    {ES: "volver a votar", EN: "reopen the ballot"},
			"exhaust":   {ES: "agotarse", EN: "exhaust"},
		},
	},
	"presidency": {
		title: Text{ES: "presidencia pro tempore", EN: "presidency pro tempore"},
		states: map[string]Text{
			"incumbent":      {ES: "en ejercicio", EN: "incumbent"},
			"handover_due":   {ES: "traspaso pendiente", EN: "handover due"},
			"contested":      {ES: "traspaso disputado", EN: "contested handover"},
			"interim_holder": {ES: "presidencia interina", EN: "interim presidency"},
			"transferred":    {ES: "traspasada", EN: "transferred"},
		},
		events: map[string]Text{
			"term_ends": {ES: "vencer el período", EN: "term ends"},
			"contest":   {ES: "disputar el traspaso", EN: "contest the handover"},
			"interim":   {ES: "seguir como interina", EN: "go on as interim"},
			"hand_over": {ES: "traspasar", EN: "hand over"},
			"assume":    {ES: "asumir", EN: "take over"},
		},
	},
	"government": {
		title: Text{ES: "gobierno", EN: "government"},
		states: map[string]Text{
			"in_office":  {ES: "en ejercicio", EN: "in office"},
			"campaign":   {ES: "en campaña", EN: "in campaign"},
			"transition": {ES: "en transición", EN: "in transition"},
			"crisis":     {ES: "en crisis", EN: "in crisis"},
		},
		events: map[string]Text{
			"campaign":   {ES: "empezar la campaña", EN: "begin the campaign"},
			"elect":      {ES: "elegir", EN: "elect"},
			"fall":       {ES: "caer", EN: "fall"},
			"crisis":     {ES: "entrar en crisis", EN: "enter a crisis"},
			"settle":     {ES: "asentarse", EN: "settle"},
			"inaugurate": {ES: "asumir el mando", EN: "take office"},
		},
	},
	"secretariat": {
		title: Text{ES: "secretaría", EN: "secretariat"},
		states: map[string]Text{
			"absent":       {ES: "inexistente", EN: "absent"},
			"agreed":       {ES: "acordada", EN: "agreed"},
			"being_set_up": {ES: "en instalación", EN: "being set up"},
			"operating":    {ES: "en funciones", EN: "operating"},
		},
		events: map[string]Text{
			"agree":   {ES: "acordar el tratado", EN: "agree on the treaty"},
			"ratify":  {ES: "ratificar", EN: "ratify"},
			"operate": {ES: "entrar en funciones", EN: "begin to operate"},
		},
	},
}

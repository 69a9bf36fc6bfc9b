package cli

import "cumbre/model"

// stateTexts are the words for the states of the machines of mandate,
// presidency, government and secretariat.
var stateTexts = map[string]model.Text{
	"proposed":          {ES: "propuesto", EN: "proposed"},
	"assigned":          {ES: "asignado a su grupo técnico", EN: "assigned to its technical group"},
	"in_technical_work": {ES: "en trabajo técnico", EN: "in technical work"},
	"in_consultation":   {ES: "en consulta ciudadana", EN: "in citizen consultation"},
	"before_tg":         {ES: "ante el grupo técnico", EN: "before the technical group"},
	"before_nc":         {ES: "ante las coordinaciones nacionales", EN: "before the National Coordinations"},
	"before_gan":        {ES: "ante el GAN", EN: "before the GAN"},
	"before_council":    {ES: "ante el Consejo de Ministros", EN: "before the Council of Ministers"},
	"before_summit":     {ES: "ante la cumbre", EN: "before the summit"},
	"vetoed":            {ES: "vetado", EN: "vetoed"},
	"in_negotiation":    {ES: "en negociación", EN: "in negotiation"},
	"adopted":           {ES: "ADOPTADO", EN: "ADOPTED"},
	"in_implementation": {ES: "en instrumentación", EN: "in implementation"},
	"fulfilled":         {ES: "CUMPLIDO", EN: "FULFILLED"},
	"shelved":           {ES: "ARCHIVADO tras los vetos", EN: "SHELVED after the vetoes"},
	"lapsed":            {ES: "CADUCADO", EN: "LAPSED"},
	"withdrawn":         {ES: "RETIRADO por un gobierno nuevo", EN: "WITHDRAWN by a new government"},

	"incumbent":      {ES: "en ejercicio", EN: "in office"},
	"handover_due":   {ES: "debe entregarse", EN: "due to hand over"},
	"transferred":    {ES: "entregada", EN: "handed over"},
	"contested":      {ES: "traspaso disputado", EN: "handover contested"},
	"interim_holder": {ES: "interina", EN: "interim"},

	"in_office":  {ES: "en funciones", EN: "in office"},
	"campaign":   {ES: "en campaña, de salida", EN: "in campaign, lame duck"},
	"transition": {ES: "en transición", EN: "in transition"},
	"crisis":     {ES: "en crisis", EN: "in crisis"},

	"absent":       {ES: "no existe", EN: "does not exist"},
	"agreed":       {ES: "acordada", EN: "agreed"},
	"being_set_up": {ES: "en instalación", EN: "being set up"},
	"operating":    {ES: "en funciones", EN: "operating"},
}

// stateText is the word for a state; a state without one is called by its name.
func stateText(state string) model.Text {
	if t, ok := stateTexts[state]; ok {
		return t
	}
	return model.Text{ES: state, EN: state}
}

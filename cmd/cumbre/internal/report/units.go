package report

import "cumbre/model"

// unitsES are the Spanish names of the registry's units, which it gives in
// English.
var unitsES = map[string]string{
	"mandates/year":         "mandatos/año",
	"mandates":              "mandatos",
	"share":                 "proporción",
	"depth/year":            "profundidad/año",
	"vetoes":                "vetos",
	"vetoes/mandate":        "vetos/mandato",
	"days":                  "días",
	"depth":                 "profundidad",
	"index":                 "índice",
	"tasks/official":        "tareas/funcionario",
	"files":                 "expedientes",
	"dossiers":              "expedientes",
	"official-days":         "días-funcionario",
	"staff-years":           "años-persona",
	"USD million":           "millones de USD",
	"USD thousand/mandate":  "miles de USD/mandato",
	"official-days/mandate": "días-funcionario/mandato",
	"index-years":           "índice × años",
	"summits":               "cumbres",
	"per year":              "por año",
	"groups":                "grupos",
	"years":                 "años",
	"members":               "miembros",
	"states":                "estados",
	"meetings":              "reuniones",
	"norms":                 "normas",
	"mandates/staff-year":   "mandatos/año-persona",
	"mandates/mandate":      "mandatos/mandato",
	"officials":             "funcionarios",
	"days/year":             "días/año",
	"days/month":            "días/mes",
	"ranks":                 "puestos",
	"slips":                 "aplazamientos",
	"probability":           "probabilidad",
	"attempts":              "intentos",
	"rounds":                "rondas",
	"official-days/year":    "días-funcionario/año",
	"USD million/year":      "millones de USD/año",
	"per post":              "por plaza",
	"per 100 mandates":      "por 100 mandatos",
	"posts":                 "plazas",
	"USD":                   "USD",
	"USD/year":              "USD/año",
}

// unit writes a unit of the registry in the language; one without a Spanish
// name stays as it is.
func (l tongue) unit(unit string) string {
	if es, ok := unitsES[unit]; ok {
		return model.Text{ES: es, EN: unit}.In(l.tag)
	}
	return unit
}

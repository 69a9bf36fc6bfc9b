package report

import (
	"strings"

	"cumbre/model"
)

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

// one are the units that stand behind a number and have a singular: English and
// Spanish.
var one = map[string][2]string{
	"days":     {"day", "día"},
	"mandates": {"mandate", "mandato"},
	"states":   {"state", "estado"},
}

// quantity writes a number with its unit: 1 day, 2 days.
func (l tongue) quantity(x float64, unit string) string {
	words := l.unit(unit)
	if singular, ok := one[unit]; ok && x == 1 {
		words = l.say(singular[1], singular[0])
	}
	return strings.TrimSpace(l.compact(x) + " " + words)
}

// unit writes a unit of the registry in the language; one without a Spanish
// name stays as it is.
func (l tongue) unit(unit string) string {
	if es, ok := unitsES[unit]; ok {
		return model.Text{ES: es, EN: unit}.In(l.tag)
	}
	return unit
}

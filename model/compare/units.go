package compare

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
	"persons":               "personas",
	"USD/year":              "USD/año",
	"treaties":              "tratados",
	"handovers":             "traspasos",
	"decimal year":          "año con decimales",
}

// Unit writes a unit of the registries in lang, "es" or
// (any other) English, which is how the registries have it. A unit without a
// Spanish name stays as it is.
func Unit(unit, lang string) string {
	if es, ok := unitsES[unit]; ok && lang == "es" {
		return es
	}
	return unit
}

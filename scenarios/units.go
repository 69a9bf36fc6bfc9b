package scenarios

import "cumbre/model/compare"

// unitsES are the Spanish names of units that only parameters have; compare.Unit
// knows those of results.
var unitsES = map[string]string{
	"attempts":            "intentos",
	"days/month":          "días/mes",
	"days/year":           "días/año",
	"mandates/mandate":    "mandatos/mandato",
	"mandates/staff-year": "mandatos/año-persona",
	"official-days/year":  "días-funcionario/año",
	"officials":           "funcionarios",
	"per 100 mandates":    "por 100 mandatos",
	"per post":            "por plaza",
	"persons":             "personas",
	"posts":               "plazas",
	"probability":         "probabilidad",
	"ranks":               "puestos",
	"rounds":              "rondas",
	"slips":               "aplazamientos",
	"USD":                 "USD",
	"USD million/year":    "millones de USD/año",
	"USD/year":            "USD/año",
}

// unitIn names a unit in lang ("es", otherwise English); one without a Spanish
// name stays as it is.
func unitIn(unit, lang string) string {
	if es, ok := unitsES[unit]; ok && lang == "es" {
		return es
	}
	return compare.Unit(unit, lang)
}

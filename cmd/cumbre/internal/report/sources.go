package report

import "strings"

// confidencesES are the Spanish names of the degrees of confidence in a fact.
var confidencesES = map[string]string{
	"verified":      "verificado",
	"single-source": "una sola fuente",
	"derived":       "derivado",
	"memory":        "de memoria",
	"assumption":    "supuesto",
}

// Confidence writes a degree of confidence in a fact in a language, "es" or "en".
func Confidence(degree, lang string) string {
	if es, ok := confidencesES[degree]; ok && lang == "es" {
		return es
	}
	return degree
}

// confidence writes a degree of confidence in the language.
func (l tongue) confidence(degree string) string {
	if es, ok := confidencesES[degree]; ok {
		return l.say(es, degree)
	}
	return degree
}

// source writes a citation. Scenarios close it with the degree of confidence in
// brackets: "El País, 30 Jun 2013 [single-source]".
func (v *view) source(citation string) string {
	open := strings.LastIndex(citation, "[")
	if open >= 0 && strings.HasSuffix(citation, "]") {
		degree := citation[open+1 : len(citation)-1]
		citation = citation[:open] + "[" + v.l.confidence(degree) + "]"
	}
	return orDash(citation)
}

package main

// phrases are the sentences of a finding in one language.
type phrases struct {
	Quoted         string // a title
	Against        string // base, design, effects
	Worse, Better  string
	Higher, Lower  string
	NoChange       string
	Effect         string // mean, low, high
	Others         string // effects by design
	NotDiscernible string
	Leads          string // design, the leads
	LeadGains      string // effects by design
	LeadLoses      string // effects by design
	LeadSame       string // effects by design
	SameAsBase     string // design, base
	OtherHorizon   string // base
	Designs        string // measure, design, effects by design
	AllKnown       string // how many
	Known          string // how many, hits, misses
	Between        string // from, to
	On             string // day
	Miss           string // quantity, when, observed, simulated
	Allowed        string // low, high
	Simulated      string // median, low, high
	NoCase         string
}

func phrasesIn(lang string) phrases {
	if lang == "es" {
		return spanish
	}
	return english
}

var spanish = phrases{
	Quoted:         "«%s»",
	Against:        "Frente a %s, con %s y los mismos números aleatorios: %s.",
	Worse:          "peor en",
	Better:         "mejor en",
	Higher:         "aumento de",
	Lower:          "descenso de",
	NoChange:       "sin cambio distinguible en",
	Effect:         "(%s; de %s a %s)",
	Others:         "El mismo cambio en mandatos cumplidos por año con los otros diseños: %s.",
	NotDiscernible: ", indistinguible de cero",
	Leads:          "Por eso, frente a %s, en mandatos cumplidos por año %s.",
	LeadGains:      "gana terreno %s",
	LeadLoses:      "pierde terreno %s",
	LeadSame:       "no se distingue que gane o pierda terreno %s",
	SameAsBase:     "Con %s da exactamente lo mismo que %s: sólo cambian los diseños que se comparan.",
	OtherHorizon:   "Termina en otra fecha que su base, %s, así que no se comparan entre sí.",
	Designs:        "%s, frente a %s: %s.",
	AllKnown:       "De %d cifras conocidas de la Alianza, el modelo acierta todas.",
	Known:          "De %d cifras conocidas de la Alianza, el modelo acierta %d. No acierta: %s.",
	Miss:           "%s, %s (conocido: %s; simulado: %s)",
	Between:        "de %v a %v",
	On:             "el %v",
	Allowed:        "[%s a %s]",
	Simulated:      "mediana %s, de %s a %s en nueve de diez réplicas",
	NoCase:         "ningún caso",
}

var english = phrases{
	Quoted:         "“%s”",
	Against:        "Against %s, with %s and on the same random numbers: %s.",
	Worse:          "worse on",
	Better:         "better on",
	Higher:         "a rise in",
	Lower:          "a fall in",
	NoChange:       "no discernible change in",
	Effect:         "(%s; %s to %s)",
	Others:         "The same change in mandates fulfilled per year with the other designs: %s.",
	NotDiscernible: ", indistinguishable from zero",
	Leads:          "So in mandates fulfilled per year, against %s, %s.",
	LeadGains:      "ground is gained by %s",
	LeadLoses:      "ground is lost by %s",
	LeadSame:       "no discernible ground is gained or lost by %s",
	SameAsBase:     "With %s it gives exactly the results of %s: only the designs compared differ.",
	OtherHorizon:   "It ends on another day than its base, %s, so the two are not compared.",
	Designs:        "%s, against %s: %s.",
	AllKnown:       "Of %d known figures of the Alliance, the model meets all.",
	Known:          "Of %d known figures of the Alliance, the model meets %d. It misses: %s.",
	Miss:           "%s, %s (known: %s; simulated: %s)",
	Between:        "%v to %v",
	On:             "on %v",
	Allowed:        "[%s to %s]",
	Simulated:      "median %s, %s to %s in nine replications of ten",
	NoCase:         "no case",
}

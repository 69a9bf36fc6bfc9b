package report

// throughputSection is about output over time.
func (v *view) throughputSection() section {
	l := v.l
	s := section{ID: "throughput", Title: l.say("Cuánto se cumple, año por año", "How much is fulfilled, year by year")}
	s.add(v.figure("throughput"), v.figure("fate"), v.figure("open_before_adoption"), v.figure("being_implemented"))
	return s
}

// processSection is about where mandates are held up, and by whom.
func (v *view) processSection() section {
	l := v.l
	s := section{ID: "process", Title: l.say("Dónde se va el tiempo y quién veta", "Where time goes, and who vetoes")}
	s.add(v.figure("phases"),
		block{Text: l.say(
			"Los días por mandato incluyen los mandatos que nunca se cumplieron. Las medianas de días hasta la adopción y el cumplimiento, en cambio, son sólo de los que llegaron: los que siguen abiertos no cuentan, y por eso se quedan cortas.",
			"The days per mandate include mandates that were never fulfilled. The median days to adoption and fulfilment, by contrast, are only of those that arrived: those still open do not count, so they are too short.")},
		v.figure("vetoes"))
	return s
}

// depthSection is about both meanings of deep integration.
func (v *view) depthSection() section {
	l := v.l
	s := section{ID: "depth", Title: l.say("Qué tan profunda es la integración, en sus dos sentidos", "How deep integration gets, in both its meanings")}
	s.add(block{Text: l.say(
		"El policy brief de 2021 distingue dos sentidos de integración profunda: libre circulación de factores y armonización de normas. La profundidad de las normas (q) sube cuando un mandato se cumple; la profundidad efectiva (e) es lo que el mercado recoge de ellas, a su propio paso. Producto no es resultado: las dos se informan por separado.",
		"The policy brief of 2021 tells two meanings of deep integration apart: free movement of factors and harmonisation of norms. The depth of norms (q) rises when a mandate is fulfilled; effective depth (e) is what the market takes up of them, at its own pace. Output is not outcome: the two are reported separately.")},
		v.figure("depth"))
	return s
}

// costSection is about what a design takes.
func (v *view) costSection() section {
	l := v.l
	s := section{ID: "cost", Title: l.say("Qué cuesta", "What it costs")}
	s.add(v.figure("cost"), block{Text: l.say(
		"El costo en soberanía y la burocratización están en «Todas las medidas».",
		"The cost in sovereignty and bureaucratisation are under “All measures”.")})
	return s
}

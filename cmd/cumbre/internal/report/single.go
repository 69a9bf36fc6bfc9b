package report

// single reports whether there are fewer than two replications: then there is
// no spread, so no interval, no band and no test to speak of.
func (v *view) single() bool { return v.c.Replications < 2 }

// either returns the words for a single replication or those for several.
func (v *view) either(single, several string) string {
	if v.single() {
		return single
	}
	return several
}

// singleCaveat says what one history is not good for.
func (v *view) singleCaveat() string {
	return v.l.say(
		"Con una sola historia por diseño no se puede separar una diferencia del azar: no hay intervalos ni pruebas. Hacen falta al menos dos réplicas, y mejor cien (-n 100).",
		"With a single history per design no difference can be told from chance: there are no intervals and no tests. It takes at least two replications, and better a hundred (-n 100).")
}

package conclude

// lost says what is missing and what failed.
func (w words) lost() string {
	s := ""
	if w.Missing > 0 {
		least := ""
		if w.Study.Until != nil {
			least = w.say("al menos ", "at least ")
		}
		s = w.sayf("El estudio no está completo: faltan %s%s. La misma orden de cumbre sweep lo continúa; lo dicho vale para lo que hay.", "The study is not complete: %s%s missing. The same command cumbre sweep goes on; what is said holds for what there is.",
			least, w.count(w.Missing, "corrida", "corridas", "run is", "runs are"))
	}
	if w.Unknown > 0 {
		s = joined(s, w.sayf("En %s las diferencias no se conocen como pedía el estudio (until): no bastaron las %s réplicas del tope.", "At %s the differences are not known as the study asked (until): the %s replications of its cap were too few.",
			w.points(w.Unknown), w.Number(float64(w.Study.Replications), 0)))
	}
	if w.Failed > 0 {
		s = joined(s, w.sayf("Corridas fallidas: %s de %s; no cuentan, ni las de los demás diseños en su misma réplica y punto: si fallan más donde a un diseño le va mal, las medias engañan.",
			"Failed runs: %s of %s; they do not count, nor do those of the other designs in the same replication and point: if they fail more where a design does badly, the means mislead.",
			w.Number(float64(w.Failed), 0), w.Number(float64(w.Runs), 0)))
	}
	return s
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// caveats say what the numbers do not show.
func (w words) caveats() []string {
	var s string
	switch {
	case w.Replications.Most >= 2 && !w.ByPoints:
		s = w.sayf("Los intervalos y probabilidades miden el azar dentro del modelo (otras réplicas), cada uno al %s por sí solo; no dicen si las reglas o los demás parámetros son otros.",
			"Intervals and probabilities tell of chance within the model (other replications), each at %s by itself; not of other rules, nor of other values of the other parameters.", w.level())
	case w.Replications.Most >= 2:
		s = w.sayf("Los intervalos y probabilidades de medias y diferencias dicen qué cambiaría con otros puntos sorteados de los mismos rangos y otras réplicas, cada uno al %s por sí solo; no dicen si las reglas del modelo o los rangos son otros.",
			"Intervals and probabilities of means and differences tell what would change with other points drawn from the same ranges and other replications, each at %s by itself; not of other rules of the model, nor of other ranges.", w.level())
	case w.ByPoints:
		s = w.say("Con una sola réplica, la misma en todos los puntos, medias y diferencias no tienen intervalos: otra podría dar otras, por muchos que sean los puntos. La misma orden con más réplicas las añade.",
			"With one replication, the same at all points, means and differences have no intervals: another might give others, however many points there are. The same command with more replications adds them.")
	default:
		s = w.say("Con una sola réplica por punto no hay intervalos: ninguna diferencia puede separarse del azar. La misma orden con más réplicas las añade.",
			"With one replication per point there are no intervals: no difference can be told from chance. The same command with more replications adds them.")
	}
	if len(w.factors) == 0 {
		return []string{s}
	}
	return []string{s + w.say(" Los niveles y rangos son los del estudio, y las medias sobre un factor dan a todos el mismo peso: no son probabilidades de que el mundo sea así.",
		" Levels and ranges are the study's, and means over a factor weigh them all alike: they are no probabilities that the world is like that.")}
}

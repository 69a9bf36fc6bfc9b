package biography

import "cumbre/model"

// context tells an event of the institution.
func (v voice) context(e Event) string {
	if e.Kind == Reform {
		return v.say("Entra en vigor el diseño «%s».", "The design “%s” comes into force.", v.title())
	}
	r := e.Record
	switch r.Kind {
	case model.RecordPresidency:
		return v.presidency(r)
	case model.RecordGovernment:
		return v.government(e)
	case model.RecordSummitCancelled:
		return v.say("Se renuncia a la cumbre tras varios intentos.", "The summit is given up after several attempts.")
	case model.RecordSecretariat:
		return v.secretariat(r.State)
	case model.RecordAccession:
		return v.say("%s ingresa en la Alianza.", "%s joins the Alliance.", v.member(r.Member))
	case model.RecordPandemic:
		return v.say("Empieza una pandemia.", "A pandemic begins.")
	case model.RecordCrisis:
		return v.say("%s: empieza una crisis política.", "%s: a political crisis begins.", v.member(r.Member))
	case model.RecordTradeShock:
		return v.say("Empieza un choque comercial.", "A trade shock begins.")
	}
	return ""
}

func (v voice) presidency(r model.Record) string {
	holder := v.member(r.Member)
	switch r.State {
	case "handover_due":
		return v.say("Vence la presidencia pro tempore de %s.", "The presidency pro tempore of %s is due to be handed over.", holder)
	case "contested":
		if heir := v.Heir(r.Member, r.Time); heir != None {
			return v.say("Traspaso disputado: %s no entrega la presidencia pro tempore a %s; nadie convoca al GAN ni a la cumbre.",
				"Contested handover: %s does not hand the presidency pro tempore over to %s; nobody convenes the High-Level Group or a summit.", holder, v.member(heir))
		}
		return v.say("Traspaso disputado: %s no entrega la presidencia pro tempore.", "Contested handover: %s does not hand the presidency pro tempore over.", holder)
	case "interim_holder":
		return v.say("%s sigue como presidencia interina.", "%s goes on as interim presidency.", holder)
	}
	return v.say("%s asume la presidencia pro tempore.", "%s takes over the presidency pro tempore.", holder)
}

func (v voice) government(e Event) string {
	member, name := v.member(e.Member), v.HeadOfState(e.Member, e.Time)
	switch {
	case e.Record.State == "campaign":
		return v.say("%s: empieza la campaña electoral.", "%s: the election campaign begins.", member)
	case e.Record.State == "transition":
		return v.say("%s: elección; gobierno en transición.", "%s: election; government in transition.", member)
	case e.Record.State == "crisis" && name != "":
		return v.say("%s: el gobierno cae antes de tiempo; le sucede el de %s.", "%s: the government falls early; that of %s succeeds it.", member, name)
	case e.Record.State == "crisis":
		return v.say("%s: el gobierno cae antes de tiempo; le sucede otro.", "%s: the government falls early; another succeeds it.", member)
	case !takesOffice(e):
		return v.say("%s: termina la crisis de gobierno.", "%s: the government's crisis ends.", member)
	case name != "":
		return v.say("%s: empieza el gobierno de %s.", "%s: the government of %s begins.", member, name)
	}
	return v.say("%s: empieza un gobierno nuevo.", "%s: a new government begins.", member)
}

func (v voice) secretariat(state string) string {
	switch state {
	case "agreed":
		return v.say("Se acuerda el tratado que crea la secretaría.", "The treaty that creates the secretariat is agreed.")
	case "being_set_up":
		return v.say("Ratificado su tratado, se instala la secretaría.", "Its treaty ratified, the secretariat is being set up.")
	}
	return v.say("La secretaría entra en funciones.", "The secretariat begins to operate.")
}

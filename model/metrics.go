package model

import "strconv"

// The metrics. Totals are over the whole run; shares and medians are over the
// mandates they name; a metric without a case (a median of nothing) is NaN.
const (
	MThroughput Metric = iota
	MIssued
	MAdopted
	MFulfilled
	MShelved
	MLapsed
	MWithdrawn
	MOpen
	MFulfilledShare
	MDepthThroughput
	MVetoes
	MVetoesPerMandate
	MImplementationGap
	MBeingImplemented
	MMedianDaysToAdoption
	MP90DaysToAdoption
	MMedianDaysToFulfilment
	MP90DaysToFulfilment
	MAdoptedWithin3Years
	MDepth
	MDepthFactors
	MDepthNorms
	MEffectiveDepth
	MBargainedShare
	MCohesionEnd
	MOfficialsLoad
	MCoordinatorsLoad
	MSecretariatLoad
	MOfficialDays
	MStaffYears
	MCost
	MCostPerFulfilled
	MOfficialDaysPerFulfilled
	MSovereigntyCost
	MBureaucracyShare
	MWorkingShare
	MPeopleShare
	MConsultingShare
	MMeetingShare
	MNegotiatingShare
	MRatifyingShare
	MLaidAsideShare
	MSummitsHeld
	MSummitGap
	MCouncilMeetings
	MGANMeetings
	MNCMeetings
	MTGRounds
	MGroupsPerRound
	MVirtualMeetings
	MSummitMandates
	MPPTLength
	MDaysWithoutPPT
	MSecretariatYears
	MOutvoted
	MLegitimacy
	NumMetrics
)

var metrics = [NumMetrics]MetricInfo{
	MThroughput:               {"throughput", "mandates/year", +1, 1, Text{"mandatos cumplidos por año", "mandates fulfilled per year"}, true},
	MIssued:                   {"issued", "mandates", 0, 0, Text{"mandatos emitidos", "mandates issued"}, true},
	MAdopted:                  {"adopted", "mandates", +1, 0, Text{"mandatos adoptados", "mandates adopted"}, true},
	MFulfilled:                {"fulfilled", "mandates", +1, 0, Text{"mandatos cumplidos (en vigor e instrumentados)", "mandates fulfilled (in force and implemented)"}, true},
	MShelved:                  {"shelved", "mandates", -1, 0, Text{"mandatos archivados tras vetos", "mandates shelved after vetoes"}, false},
	MLapsed:                   {"lapsed", "mandates", -1, 0, Text{"mandatos caducados", "mandates lapsed"}, false},
	MWithdrawn:                {"withdrawn", "mandates", -1, 0, Text{"mandatos retirados por un gobierno nuevo", "mandates withdrawn by a new government"}, false},
	MOpen:                     {"open", "mandates", -1, 0, Text{"mandatos abiertos al final", "mandates open at the end"}, false},
	MFulfilledShare:           {"fulfilled_share", "share", +1, 3, Text{"cumplidos entre emitidos", "fulfilled among issued"}, false},
	MDepthThroughput:          {"depth_throughput", "depth/year", +1, 3, Text{"profundidad contenida en los mandatos cumplidos, por año", "depth contained in fulfilled mandates, per year"}, true},
	MVetoes:                   {"vetoes", "vetoes", 0, 0, Text{"vetos emitidos, en todos los niveles", "vetoes cast, at all levels"}, true},
	MVetoesPerMandate:         {"vetoes_per_mandate", "vetoes/mandate", 0, 3, Text{"vetos por mandato emitido", "vetoes per mandate issued"}, false},
	MImplementationGap:        {"implementation_gap", "share", -1, 3, Text{"brecha de implementación: adoptados que no están en vigor, pendientes o abandonados, entre adoptados", "implementation gap: adopted and not in force, pending or abandoned, among adopted"}, true},
	MBeingImplemented:         {"being_implemented", "mandates", -1, 0, Text{"mandatos adoptados y pendientes de entrar en vigor al final", "mandates adopted and still pending entry into force at the end"}, false},
	MMedianDaysToAdoption:     {"median_days_to_adoption", "days", 0, 0, Text{"mediana de días de la emisión a la adopción de lo adoptado", "median days from issue to adoption of those adopted"}, true},
	MP90DaysToAdoption:        {"p90_days_to_adoption", "days", 0, 0, Text{"percentil 90 de días a la adopción de lo adoptado", "90th percentile of days to adoption of those adopted"}, false},
	MMedianDaysToFulfilment:   {"median_days_to_fulfilment", "days", 0, 0, Text{"mediana de días de la emisión al cumplimiento de lo cumplido", "median days from issue to fulfilment of those fulfilled"}, true},
	MP90DaysToFulfilment:      {"p90_days_to_fulfilment", "days", 0, 0, Text{"percentil 90 de días al cumplimiento de lo cumplido", "90th percentile of days to fulfilment of those fulfilled"}, false},
	MAdoptedWithin3Years:      {"adopted_within_3_years", "share", +1, 3, Text{"adoptados antes de tres años, entre los emitidos al menos tres años antes del final (libre de censura)", "adopted within three years, among those issued at least three years before the end (free of censoring)"}, true},
	MDepth:                    {"depth", "depth", +1, 3, Text{"profundidad de normas al final, media de las dimensiones", "depth of norms at the end, mean of dimensions"}, true},
	MDepthFactors:             {"depth_factors", "depth", +1, 3, Text{"profundidad como libre circulación de factores", "depth as free movement of factors"}, false},
	MDepthNorms:               {"depth_norms", "depth", +1, 3, Text{"profundidad como armonización de normas", "depth as harmonisation of norms"}, false},
	MEffectiveDepth:           {"effective_depth", "depth", +1, 3, Text{"profundidad efectiva al final (lo que el mercado recogió)", "effective depth at the end (what the market took up)"}, false},
	MBargainedShare:           {"bargained_share", "share", -1, 3, Text{"profundidad cedida en la negociación, entre la propuesta de lo adoptado", "depth bargained away, among what the adopted had proposed"}, false},
	MCohesionEnd:              {"cohesion", "index", +1, 3, Text{"cohesión al final", "cohesion at the end"}, true},
	MOfficialsLoad:            {"officials_load", "tasks/official", -1, 2, Text{"tareas simultáneas por funcionario, media", "tasks at once per official, mean"}, false},
	MCoordinatorsLoad:         {"coordinators_load", "files", -1, 1, Text{"expedientes en manos de un coordinador, media", "files in a coordinator's hands, mean"}, false},
	MSecretariatLoad:          {"secretariat_load", "dossiers", 0, 1, Text{"expedientes en la secretaría, media", "dossiers in the secretariat, mean"}, false},
	MOfficialDays:             {"official_days", "official-days", 0, 0, Text{"días-funcionario de los ministerios", "official-days of the ministries"}, false},
	MStaffYears:               {"staff_years", "staff-years", 0, 1, Text{"años-persona de coordinación y secretaría", "staff-years of coordination and secretariat"}, false},
	MCost:                     {"cost", "USD million", -1, 1, Text{"costo total: los días de funcionario se facturan según se trabajan, el funcionario ocioso no cuesta nada", "total cost: official-days are billed as worked, idle officials cost nothing"}, false},
	MCostPerFulfilled:         {"cost_per_fulfilled", "USD thousand/mandate", -1, 1, Text{"costo por mandato cumplido: los días de funcionario se facturan según se trabajan, el ocioso no cuesta nada", "cost per fulfilled mandate: official-days are billed as worked, idle officials cost nothing"}, true},
	MOfficialDaysPerFulfilled: {"official_days_per_fulfilled", "official-days/mandate", -1, 0, Text{"días-funcionario por mandato cumplido", "official-days per fulfilled mandate"}, false},
	MSovereigntyCost:          {"sovereignty_cost", "index-years", -1, 2, Text{"delegación acumulada: parte delegada por años en vigor", "accumulated delegation: share delegated times years in force"}, false},
	MBureaucracyShare:         {"bureaucracy_share", "share", 0, 3, Text{"burocratización: tiempo de trámite entre todo el tiempo", "bureaucratisation: procedure time among all time"}, false},
	MWorkingShare:             {"working_share", "share", 0, 3, Text{"tiempo en trabajo", "time at work"}, false},
	MPeopleShare:              {"people_share", "share", 0, 3, Text{"tiempo en espera de personas", "time waiting for people"}, false},
	MConsultingShare:          {"consulting_share", "share", 0, 3, Text{"tiempo en consulta ciudadana", "time in citizen consultation"}, false},
	MMeetingShare:             {"meeting_share", "share", 0, 3, Text{"tiempo en espera de reunión", "time waiting for a meeting"}, false},
	MNegotiatingShare:         {"negotiating_share", "share", 0, 3, Text{"tiempo en negociación", "time negotiating"}, false},
	MRatifyingShare:           {"ratifying_share", "share", 0, 3, Text{"tiempo en ratificación", "time ratifying"}, false},
	MLaidAsideShare:           {"laid_aside_share", "share", 0, 3, Text{"tiempo de lo adoptado y dejado de lado", "time of what was adopted and laid aside"}, false},
	MSummitsHeld:              {"summits_held", "summits", 0, 1, Text{"cumbres celebradas", "summits held"}, false},
	MSummitGap:                {"longest_summit_gap_days", "days", -1, 0, Text{"lapso más largo sin cumbre", "longest gap without a summit"}, false},
	MCouncilMeetings:          {"council_meetings_per_year", "per year", 0, 2, Text{"reuniones del Consejo de Ministros por año", "Council of Ministers meetings per year"}, false},
	MGANMeetings:              {"gan_meetings_per_year", "per year", 0, 2, Text{"reuniones del GAN por año", "GAN meetings per year"}, false},
	MNCMeetings:               {"nc_meetings_per_year", "per year", 0, 2, Text{"reuniones de coordinadores por año", "coordinators' meetings per year"}, false},
	MTGRounds:                 {"tg_rounds_per_year", "per year", 0, 2, Text{"rondas de grupos técnicos por año", "technical-group rounds per year"}, false},
	MGroupsPerRound:           {"groups_per_round", "groups", 0, 1, Text{"grupos en sesión por ronda", "groups in session per round"}, false},
	MVirtualMeetings:          {"virtual_meetings", "meetings", 0, 1, Text{"reuniones en línea de todos los órganos, salvo las coordinaciones", "meetings online of all bodies but the National Coordinations"}, false},
	MSummitMandates:           {"mandates_per_summit_held", "mandates", 0, 1, Text{"mandatos emitidos por cumbre celebrada", "mandates issued per summit held"}, false},
	MPPTLength:                {"ppt_length_days", "days", 0, 0, Text{"duración media de una presidencia pro tempore terminada", "mean length of a finished presidency pro tempore"}, false},
	MDaysWithoutPPT:           {"days_without_ppt", "days", -1, 0, Text{"días sin presidencia pro tempore efectiva", "days without a working presidency pro tempore"}, false},
	MSecretariatYears:         {"secretariat_years", "years", 0, 1, Text{"años con secretaría en funciones", "years with an operating secretariat"}, false},
	MOutvoted:                 {"outvoted", "members", 0, 0, Text{"miembros en minoría en decisiones aprobadas: los oídos antes de que la votación quedara decidida", "members outvoted in decisions that passed: those heard before the poll was decided"}, false},
	MLegitimacy:               {"legitimacy", "share", +1, 3, Text{"legitimidad: adoptados que pasaron por consulta ciudadana, entre los adoptados", "legitimacy: adopted after citizen consultation, among the adopted"}, false},
}

// The yearly series.
const (
	YearIssued Series = iota
	YearAdopted
	YearFulfilled
	YearShelved
	YearLapsed
	YearWithdrawn
	YearOpenBeforeAdoption
	YearBeingImplemented
	YearVetoes
	YearDepth
	YearEffective
	YearCohesion
	YearNorms
	YearOfficialsLoad
	YearCoordinatorsLoad
	YearCost
	YearSummits
	YearCouncils
	YearGANs
	YearRounds
	YearGroups
	YearObservers
	YearMembers
	numPlainSeries
)

// Series by dimension, by body and by member follow the plain ones.
const (
	firstDepthSeries     = numPlainSeries
	firstEffectiveSeries = firstDepthSeries + Series(NumDimensions)
	firstIssuedSeries    = firstEffectiveSeries + Series(NumDimensions)
	firstAdoptedSeries   = firstIssuedSeries + Series(NumDimensions)
	firstFulfilledSeries = firstAdoptedSeries + Series(NumDimensions)
	firstDimVetoSeries   = firstFulfilledSeries + Series(NumDimensions)
	firstVetoSeries      = firstDimVetoSeries + Series(NumDimensions)
	firstMemberSeries    = firstVetoSeries + Series(NumBodies)
	NumSeries            = firstMemberSeries + MaxMembers
)

// YearDepthOf is the depth of norms of one dimension at the year's end.
func YearDepthOf(d Dimension) Series { return firstDepthSeries + Series(d) }

// YearEffectiveOf is the effective depth of one dimension at the year's end.
func YearEffectiveOf(d Dimension) Series { return firstEffectiveSeries + Series(d) }

// YearIssuedIn counts the mandates of one dimension issued within the year.
func YearIssuedIn(d Dimension) Series { return firstIssuedSeries + Series(d) }

// YearAdoptedIn counts the mandates of one dimension adopted within the year.
func YearAdoptedIn(d Dimension) Series { return firstAdoptedSeries + Series(d) }

// YearFulfilledIn counts the mandates of one dimension fulfilled within the year.
func YearFulfilledIn(d Dimension) Series { return firstFulfilledSeries + Series(d) }

// YearVetoesIn counts the vetoes cast in one dimension within the year.
func YearVetoesIn(d Dimension) Series { return firstDimVetoSeries + Series(d) }

// YearVetoesOf counts the vetoes cast in one body within the year.
func YearVetoesOf(b Body) Series { return firstVetoSeries + Series(b) }

// YearVetoesBy counts the vetoes that one member cast within the year. Results hold such
// a series for each of MaxMembers; SeriesOf leaves out those of no member.
func YearVetoesBy(member int) Series { return firstMemberSeries + Series(member) }

var series = allSeries()

// allSeries completes the registry with a line per dimension, body and member.
func allSeries() (all [NumSeries]SeriesInfo) {
	copy(all[:], plainSeries[:])
	for d := range NumDimensions {
		t := d.Info().Text
		all[YearDepthOf(d)] = SeriesInfo{"depth_" + d.String(), "depth", Text{"profundidad de normas: " + t.ES, "depth of norms: " + t.EN}, false}
		all[YearIssuedIn(d)] = SeriesInfo{"issued_" + d.String(), "mandates", Text{"mandatos emitidos: " + t.ES, "mandates issued: " + t.EN}, true}
		all[YearAdoptedIn(d)] = SeriesInfo{"adopted_" + d.String(), "mandates", Text{"mandatos adoptados: " + t.ES, "mandates adopted: " + t.EN}, true}
		all[YearFulfilledIn(d)] = SeriesInfo{"fulfilled_" + d.String(), "mandates", Text{"mandatos cumplidos: " + t.ES, "mandates fulfilled: " + t.EN}, true}
		all[YearVetoesIn(d)] = SeriesInfo{"vetoes_in_" + d.String(), "vetoes", Text{"vetos en " + t.ES, "vetoes in " + t.EN}, true}
		all[YearEffectiveOf(d)] = SeriesInfo{"effective_depth_" + d.String(), "depth", Text{"profundidad efectiva: " + t.ES, "effective depth: " + t.EN}, false}
	}
	for b := range NumBodies {
		t := b.Info().Text
		all[YearVetoesOf(b)] = SeriesInfo{"vetoes_" + b.String(), "vetoes", Text{"vetos: " + t.ES, "vetoes: " + t.EN}, true}
	}
	for i := range MaxMembers {
		n := strconv.Itoa(i + 1)
		all[YearVetoesBy(i)] = SeriesInfo{"vetoes_by_member_" + n, "vetoes", Text{"vetos del miembro " + n, "vetoes of member " + n}, true}
	}
	return all
}

var plainSeries = [numPlainSeries]SeriesInfo{
	YearIssued:             {"issued", "mandates", Text{"mandatos emitidos", "mandates issued"}, true},
	YearAdopted:            {"adopted", "mandates", Text{"mandatos adoptados", "mandates adopted"}, true},
	YearFulfilled:          {"fulfilled", "mandates", Text{"mandatos cumplidos", "mandates fulfilled"}, true},
	YearShelved:            {"shelved", "mandates", Text{"mandatos archivados", "mandates shelved"}, true},
	YearLapsed:             {"lapsed", "mandates", Text{"mandatos caducados", "mandates lapsed"}, true},
	YearWithdrawn:          {"withdrawn", "mandates", Text{"mandatos retirados", "mandates withdrawn"}, true},
	YearOpenBeforeAdoption: {"open_before_adoption", "mandates", Text{"mandatos abiertos antes de adoptarse", "mandates open before adoption"}, false},
	YearBeingImplemented:   {"being_implemented", "mandates", Text{"adoptados pendientes de entrar en vigor", "adopted and pending entry into force"}, false},
	YearVetoes:             {"vetoes", "vetoes", Text{"vetos", "vetoes"}, true},
	YearDepth:              {"depth", "depth", Text{"profundidad de normas", "depth of norms"}, false},
	YearEffective:          {"effective_depth", "depth", Text{"profundidad efectiva", "effective depth"}, false},
	YearCohesion:           {"cohesion", "index", Text{"cohesión", "cohesion"}, false},
	YearNorms:              {"norms_in_force", "norms", Text{"normas en vigor", "norms in force"}, false},
	YearOfficialsLoad:      {"officials_load", "tasks/official", Text{"tareas por funcionario", "tasks per official"}, true},
	YearCoordinatorsLoad:   {"coordinators_load", "files", Text{"expedientes por coordinador", "files per coordinator"}, true},
	YearCost:               {"cost", "USD million", Text{"costo del año", "cost of the year"}, true},
	YearSummits:            {"summits", "meetings", Text{"cumbres", "summits"}, true},
	YearCouncils:           {"council_meetings", "meetings", Text{"consejos de ministros", "Council meetings"}, true},
	YearGANs:               {"gan_meetings", "meetings", Text{"reuniones del GAN", "GAN meetings"}, true},
	YearRounds:             {"tg_rounds", "meetings", Text{"rondas de grupos técnicos", "technical-group rounds"}, true},
	YearGroups:             {"groups", "groups", Text{"grupos técnicos existentes", "technical groups in existence"}, false},
	YearObservers:          {"observers", "states", Text{"estados observadores", "observer states"}, false},
	YearMembers:            {"members", "states", Text{"miembros", "members"}, false},
}

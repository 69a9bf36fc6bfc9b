package model

// The metrics. Totals are over the whole run; shares and medians are over the
// mandates they name; a metric without a case (a median of nothing) is NaN.
const (
	Throughput Metric = iota
	Issued
	Adopted
	Fulfilled
	Shelved
	Lapsed
	Withdrawn
	Open
	FulfilledShare
	DepthThroughput
	Vetoes
	VetoesPerMandate
	ImplementationGap
	GapCount
	MedianDaysToAdoption
	P90DaysToAdoption
	MedianDaysToFulfilment
	P90DaysToFulfilment
	AdoptedWithin3Years
	Depth
	DepthFactors
	DepthNorms
	EffectiveDepth
	BargainedShare
	CohesionEnd
	OfficialsLoad
	CoordinatorsLoad
	SecretariatLoad
	OfficialDays
	StaffYears
	Cost
	CostPerFulfilled
	OfficialDaysPerFulfilled
	SovereigntyCost
	BureaucracyShare
	WorkingShare
	PeopleShare
	MeetingShare
	NegotiatingShare
	RatifyingShare
	SummitsHeld
	SummitGap
	CouncilMeetings
	GANMeetings
	NCMeetings
	TGRounds
	GroupsPerRound
	SummitMandates
	PPTLength
	DaysWithoutPPT
	SecretariatYears
	Outvoted
	NumMetrics
)

var metrics = [NumMetrics]MetricInfo{
	Throughput:               {"throughput", "mandates/year", +1, 1, Text{"mandatos cumplidos por año", "mandates fulfilled per year"}, true},
	Issued:                   {"issued", "mandates", 0, 0, Text{"mandatos emitidos", "mandates issued"}, true},
	Adopted:                  {"adopted", "mandates", +1, 0, Text{"mandatos adoptados", "mandates adopted"}, true},
	Fulfilled:                {"fulfilled", "mandates", +1, 0, Text{"mandatos cumplidos (en vigor e instrumentados)", "mandates fulfilled (in force and implemented)"}, true},
	Shelved:                  {"shelved", "mandates", -1, 0, Text{"mandatos archivados tras vetos", "mandates shelved after vetoes"}, false},
	Lapsed:                   {"lapsed", "mandates", -1, 0, Text{"mandatos caducados", "mandates lapsed"}, false},
	Withdrawn:                {"withdrawn", "mandates", -1, 0, Text{"mandatos retirados por un gobierno nuevo", "mandates withdrawn by a new government"}, false},
	Open:                     {"open", "mandates", -1, 0, Text{"mandatos abiertos al final", "mandates open at the end"}, false},
	FulfilledShare:           {"fulfilled_share", "share", +1, 3, Text{"cumplidos entre emitidos", "fulfilled among issued"}, false},
	DepthThroughput:          {"depth_throughput", "depth/year", +1, 3, Text{"profundidad contenida en los mandatos cumplidos, por año", "depth contained in fulfilled mandates, per year"}, true},
	Vetoes:                   {"vetoes", "vetoes", 0, 0, Text{"vetos emitidos, en todos los niveles", "vetoes cast, at all levels"}, true},
	VetoesPerMandate:         {"vetoes_per_mandate", "vetoes/mandate", 0, 3, Text{"vetos por mandato emitido", "vetoes per mandate issued"}, false},
	ImplementationGap:        {"implementation_gap", "share", -1, 3, Text{"brecha de implementación: adoptados que no están en vigor, entre adoptados", "implementation gap: adopted and not in force, among adopted"}, true},
	GapCount:                 {"gap_count", "mandates", -1, 0, Text{"mandatos adoptados que no están en vigor al final", "mandates adopted and not in force at the end"}, false},
	MedianDaysToAdoption:     {"median_days_to_adoption", "days", -1, 0, Text{"mediana de días de la emisión a la adopción (adoptados)", "median days from issue to adoption (those adopted)"}, true},
	P90DaysToAdoption:        {"p90_days_to_adoption", "days", -1, 0, Text{"percentil 90 de días a la adopción (adoptados)", "90th percentile of days to adoption (those adopted)"}, false},
	MedianDaysToFulfilment:   {"median_days_to_fulfilment", "days", -1, 0, Text{"mediana de días de la emisión al cumplimiento (cumplidos)", "median days from issue to fulfilment (those fulfilled)"}, true},
	P90DaysToFulfilment:      {"p90_days_to_fulfilment", "days", -1, 0, Text{"percentil 90 de días al cumplimiento (cumplidos)", "90th percentile of days to fulfilment (those fulfilled)"}, false},
	AdoptedWithin3Years:      {"adopted_within_3_years", "share", +1, 3, Text{"adoptados antes de tres años, entre los emitidos al menos tres años antes del final (libre de censura)", "adopted within three years, among those issued at least three years before the end (free of censoring)"}, false},
	Depth:                    {"depth", "depth", +1, 3, Text{"profundidad de normas al final, media de las dimensiones", "depth of norms at the end, mean of dimensions"}, true},
	DepthFactors:             {"depth_factors", "depth", +1, 3, Text{"profundidad como libre circulación de factores", "depth as free movement of factors"}, false},
	DepthNorms:               {"depth_norms", "depth", +1, 3, Text{"profundidad como armonización de normas", "depth as harmonisation of norms"}, false},
	EffectiveDepth:           {"effective_depth", "depth", +1, 3, Text{"profundidad efectiva al final (lo que el mercado recogió)", "effective depth at the end (what the market took up)"}, false},
	BargainedShare:           {"bargained_share", "share", -1, 3, Text{"profundidad cedida en la negociación, entre la propuesta de lo adoptado", "depth bargained away, among what the adopted had proposed"}, false},
	CohesionEnd:              {"cohesion", "index", +1, 3, Text{"cohesión al final", "cohesion at the end"}, true},
	OfficialsLoad:            {"officials_load", "tasks/official", -1, 2, Text{"tareas simultáneas por funcionario, media", "tasks at once per official, mean"}, false},
	CoordinatorsLoad:         {"coordinators_load", "files", -1, 1, Text{"expedientes en manos de un coordinador, media", "files in a coordinator's hands, mean"}, false},
	SecretariatLoad:          {"secretariat_load", "dossiers", 0, 1, Text{"expedientes en la secretaría, media", "dossiers in the secretariat, mean"}, false},
	OfficialDays:             {"official_days", "official-days", -1, 0, Text{"días-funcionario de los ministerios", "official-days of the ministries"}, false},
	StaffYears:               {"staff_years", "staff-years", -1, 1, Text{"años-persona de coordinación y secretaría", "staff-years of coordination and secretariat"}, false},
	Cost:                     {"cost", "USD million", -1, 1, Text{"costo total", "total cost"}, false},
	CostPerFulfilled:         {"cost_per_fulfilled", "USD thousand/mandate", -1, 1, Text{"costo por mandato cumplido", "cost per fulfilled mandate"}, true},
	OfficialDaysPerFulfilled: {"official_days_per_fulfilled", "official-days/mandate", -1, 0, Text{"días-funcionario por mandato cumplido", "official-days per fulfilled mandate"}, false},
	SovereigntyCost:          {"sovereignty_cost", "index-years", -1, 2, Text{"delegación acumulada: parte delegada por años en vigor, más decisiones en minoría", "accumulated delegation: share delegated times years in force, plus outvoted decisions"}, false},
	BureaucracyShare:         {"bureaucracy_share", "share", -1, 3, Text{"burocratización: tiempo de trámite entre todo el tiempo", "bureaucratisation: procedure time among all time"}, false},
	WorkingShare:             {"working_share", "share", 0, 3, Text{"tiempo en trabajo", "time at work"}, false},
	PeopleShare:              {"people_share", "share", -1, 3, Text{"tiempo en espera de personas", "time waiting for people"}, false},
	MeetingShare:             {"meeting_share", "share", -1, 3, Text{"tiempo en espera de reunión", "time waiting for a meeting"}, false},
	NegotiatingShare:         {"negotiating_share", "share", 0, 3, Text{"tiempo en negociación", "time negotiating"}, false},
	RatifyingShare:           {"ratifying_share", "share", 0, 3, Text{"tiempo en ratificación", "time ratifying"}, false},
	SummitsHeld:              {"summits_held", "summits", 0, 1, Text{"cumbres celebradas", "summits held"}, false},
	SummitGap:                {"longest_summit_gap_days", "days", -1, 0, Text{"lapso más largo sin cumbre", "longest gap without a summit"}, false},
	CouncilMeetings:          {"council_meetings_per_year", "per year", 0, 2, Text{"reuniones del Consejo de Ministros por año", "Council of Ministers meetings per year"}, false},
	GANMeetings:              {"gan_meetings_per_year", "per year", 0, 2, Text{"reuniones del GAN por año", "GAN meetings per year"}, false},
	NCMeetings:               {"nc_meetings_per_year", "per year", 0, 2, Text{"reuniones de coordinadores por año", "coordinators' meetings per year"}, false},
	TGRounds:                 {"tg_rounds_per_year", "per year", 0, 2, Text{"rondas de grupos técnicos por año", "technical-group rounds per year"}, false},
	GroupsPerRound:           {"groups_per_round", "groups", 0, 1, Text{"grupos en sesión por ronda", "groups in session per round"}, false},
	SummitMandates:           {"mandates_per_summit_held", "mandates", 0, 1, Text{"mandatos emitidos por cumbre celebrada", "mandates issued per summit held"}, false},
	PPTLength:                {"ppt_length_days", "days", 0, 0, Text{"duración media de una presidencia pro tempore terminada", "mean length of a finished presidency pro tempore"}, false},
	DaysWithoutPPT:           {"days_without_ppt", "days", -1, 0, Text{"días sin presidencia pro tempore efectiva", "days without a working presidency pro tempore"}, false},
	SecretariatYears:         {"secretariat_years", "years", 0, 1, Text{"años con secretaría en funciones", "years with an operating secretariat"}, false},
	Outvoted:                 {"outvoted", "members", 0, 0, Text{"miembros que quedaron en minoría en decisiones aprobadas", "members outvoted in decisions that passed"}, false},
}

// The yearly series.
const (
	YearIssued Series = iota
	YearAdopted
	YearFulfilled
	YearShelved
	YearLapsed
	YearWithdrawn
	YearOpen
	YearGap
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
	NumSeries
)

var series = [NumSeries]SeriesInfo{
	YearIssued:           {"issued", "mandates", Text{"mandatos emitidos", "mandates issued"}, true},
	YearAdopted:          {"adopted", "mandates", Text{"mandatos adoptados", "mandates adopted"}, true},
	YearFulfilled:        {"fulfilled", "mandates", Text{"mandatos cumplidos", "mandates fulfilled"}, true},
	YearShelved:          {"shelved", "mandates", Text{"mandatos archivados", "mandates shelved"}, true},
	YearLapsed:           {"lapsed", "mandates", Text{"mandatos caducados", "mandates lapsed"}, true},
	YearWithdrawn:        {"withdrawn", "mandates", Text{"mandatos retirados", "mandates withdrawn"}, true},
	YearOpen:             {"open", "mandates", Text{"mandatos abiertos antes de adoptarse", "mandates open before adoption"}, false},
	YearGap:              {"gap", "mandates", Text{"adoptados que no están en vigor", "adopted and not in force"}, false},
	YearVetoes:           {"vetoes", "vetoes", Text{"vetos", "vetoes"}, true},
	YearDepth:            {"depth", "depth", Text{"profundidad de normas", "depth of norms"}, false},
	YearEffective:        {"effective_depth", "depth", Text{"profundidad efectiva", "effective depth"}, false},
	YearCohesion:         {"cohesion", "index", Text{"cohesión", "cohesion"}, false},
	YearNorms:            {"norms_in_force", "norms", Text{"normas en vigor", "norms in force"}, false},
	YearOfficialsLoad:    {"officials_load", "tasks/official", Text{"tareas por funcionario", "tasks per official"}, true},
	YearCoordinatorsLoad: {"coordinators_load", "files", Text{"expedientes por coordinador", "files per coordinator"}, true},
	YearCost:             {"cost", "USD million", Text{"costo del año", "cost of the year"}, true},
	YearSummits:          {"summits", "meetings", Text{"cumbres", "summits"}, true},
	YearCouncils:         {"council_meetings", "meetings", Text{"consejos de ministros", "Council meetings"}, true},
	YearGANs:             {"gan_meetings", "meetings", Text{"reuniones del GAN", "GAN meetings"}, true},
	YearRounds:           {"tg_rounds", "meetings", Text{"rondas de grupos técnicos", "technical-group rounds"}, true},
	YearGroups:           {"groups", "groups", Text{"grupos técnicos existentes", "technical groups in existence"}, false},
	YearObservers:        {"observers", "states", Text{"estados observadores", "observer states"}, false},
	YearMembers:          {"members", "states", Text{"miembros", "members"}, false},
}

package model

import "slices"

// Mechanism is one process of the model. Each has a switch, so that a scholar
// can ablate it and a class can add one at a time.
type Mechanism uint8

// The mechanisms, in the order of the ODD document.
const (
	Proliferation Mechanism = iota
	Spillover
	Capacity
	Multitasking
	TechnicalWork
	Citizens
	Coordination
	Meetings
	Friction
	Positions
	Negotiation
	Patience
	Implementation
	Neglect
	Ratification
	Monitoring
	Presidency
	Governments
	Cohesion
	External
	Shocks
	Uptake
	Bureaucracy
	Secretariat
	Costs
	numMechanisms
)

// MechanismInfo is a mechanism's line in the registry of switches.
type MechanismInfo struct {
	Name string // snake_case; the name in scenario files
	Text Text   // what it does, and what the model does instead when it is off
}

var mechanisms = [numMechanisms]MechanismInfo{
	Proliferation:  {"proliferation", Text{"Cumbres, GAN, coordinaciones y grupos emiten mandatos; apagado, nadie emite.", "Summits, GAN, coordinations and groups issue mandates; off, nobody does."}},
	Spillover:      {"spillover", Text{"Cada mandato cumplido engendra otros; apagado, ninguno.", "Each fulfilled mandate spawns follow-ups; off, none."}},
	Capacity:       {"capacity", Text{"La capacidad de los ministerios varía con voluntad, elecciones y cargas; apagado, es constante.", "Ministries' capacity varies with will, elections and loads; off, it is constant."}},
	Multitasking:   {"multitasking", Text{"Atender muchas tareas a la vez resta eficiencia; apagado, no resta.", "Many tasks at once cost efficiency; off, they cost nothing."}},
	TechnicalWork:  {"technical_work", Text{"Las delegaciones elaboran el texto; apagado, nace elaborado.", "Delegations work the text out; off, it is born ready."}},
	Citizens:       {"citizens", Text{"Una parte de los mandatos pasa por consulta ciudadana; apagado, ninguno.", "A share of mandates goes through citizen consultation; off, none."}},
	Coordination:   {"coordination", Text{"Cada coordinación nacional revisa cada expediente; apagado, no hay revisión.", "Each National Coordination reviews each file; off, no review."}},
	Meetings:       {"meetings", Text{"Se decide sólo en reuniones con agenda limitada; apagado, se decide al llegar.", "Decisions wait for meetings with limited agendas; off, they are taken on arrival."}},
	Friction:       {"friction", Text{"Los dos ministerios de un miembro pueden no estar de acuerdo ante el GAN; apagado, lo están.", "A member's two ministries may not be ready at the GAN; off, they are."}},
	Positions:      {"positions", Text{"Cada miembro consiente o veta según su posición; apagado, todos consienten.", "Each member consents or vetoes by its position; off, all consent."}},
	Negotiation:    {"negotiation", Text{"Un veto abre una negociación; apagado, archiva el mandato.", "A veto opens a negotiation; off, it shelves the mandate."}},
	Patience:       {"patience", Text{"Los mandatos caducan y un gobierno nuevo puede retirar los suyos; apagado, no.", "Mandates lapse and a new government may withdraw its own; off, never."}},
	Implementation: {"implementation", Text{"Cada miembro debe instrumentar lo adoptado; apagado, no requiere trabajo.", "Each member must implement what was adopted; off, it takes no work."}},
	Neglect:        {"neglect", Text{"Un miembro puede dejar de lado lo adoptado; apagado, todos lo instrumentan.", "A member may let an adopted text lie; off, all implement it."}},
	Ratification:   {"ratification", Text{"Un tratado espera la ratificación de cada miembro; apagado, no espera.", "A treaty waits for each member's ratification; off, it does not."}},
	Monitoring:     {"monitoring", Text{"Vigilar las normas vigentes ocupa funcionarios; apagado, no.", "Monitoring the norms in force takes officials' time; off, none."}},
	Presidency:     {"presidency", Text{"La presidencia pro tempore rota, con capacidades distintas y pérdida de memoria; apagado, convoca sin fallar.", "The presidency pro tempore rotates, with unequal capability and lost memory; off, it convenes without fail."}},
	Governments:    {"governments", Text{"Los gobiernos cambian según el calendario electoral; apagado, sigue el primero.", "Governments change by the electoral calendar; off, the first one stays."}},
	Cohesion:       {"cohesion", Text{"La identidad colectiva crece con los resultados y baja con los vetos; apagado, queda fija.", "Collective identity grows with results and falls with vetoes; off, it is fixed."}},
	External:       {"external", Text{"Observadores y candidatos consumen atención; apagado, no.", "Observers and candidates consume attention; off, none."}},
	Shocks:         {"shocks", Text{"Pandemias, crisis políticas y choques comerciales; apagado, ninguno.", "Pandemics, political crises and trade shocks; off, none."}},
	Uptake:         {"uptake", Text{"La profundidad efectiva sigue a la normativa al paso del mercado; apagado, no la sigue.", "Effective depth follows the depth of norms at the market's pace; off, it does not."}},
	Bureaucracy:    {"bureaucracy", Text{"Cada etapa cuesta un trámite que crece con personal y carga; apagado, no cuesta.", "Each stage costs a procedure that grows with staff and load; off, none."}},
	Secretariat:    {"secretariat", Text{"Un diseño puede crear una secretaría; apagado, su personal no existe.", "A design may set up a secretariat; off, its staff does not exist."}},
	Costs:          {"costs", Text{"Las horas, plazas y reuniones se valoran en dólares; apagado, el costo es cero.", "Days, posts and meetings are valued in dollars; off, cost is zero."}},
}

// Mechanisms returns all mechanisms in the order of the ODD document.
func Mechanisms() []Mechanism {
	all := make([]Mechanism, numMechanisms)
	for i := range all {
		all[i] = Mechanism(i)
	}
	return all
}

// Info returns the registry's line of m.
func (m Mechanism) Info() MechanismInfo { return mechanisms[m] }

// String returns the registry name of m.
func (m Mechanism) String() string { return mechanisms[m].Name }

// MechanismByName finds a mechanism by its registry name.
func MechanismByName(name string) (Mechanism, bool) {
	i := slices.IndexFunc(mechanisms[:], func(m MechanismInfo) bool { return m.Name == name })
	return Mechanism(max(i, 0)), i >= 0
}

// Switches is the set of mechanisms that are off; the zero value has all on.
type Switches uint32

// On reports whether m works.
func (s Switches) On(m Mechanism) bool { return s&(1<<m) == 0 }

// Without returns s with the mechanisms ms off.
func (s Switches) Without(ms ...Mechanism) Switches {
	for _, m := range ms {
		s |= 1 << m
	}
	return s
}

// With returns s with the mechanisms ms on.
func (s Switches) With(ms ...Mechanism) Switches {
	for _, m := range ms {
		s &^= 1 << m
	}
	return s
}

// AllOff returns the switches of a model in which nothing works but what a test adds.
func AllOff() Switches { return 1<<numMechanisms - 1 }

package model

import "slices"

// Body is a level at which mandates are decided, from the bottom up.
type Body uint8

// The levels. The Council of Ministers is optional: the four-level structure of
// the brief has none (parameter council).
const (
	TechnicalGroup Body = iota
	NationalCoordination
	HighLevelGroup
	Council
	Summit
	NumBodies
)

// BodyInfo names a body.
type BodyInfo struct {
	Name  string
	Short Text // as in a table head
	Text  Text
}

var bodies = [NumBodies]BodyInfo{
	TechnicalGroup:       {"tg", Text{"GT", "TG"}, Text{"grupos técnicos", "technical groups"}},
	NationalCoordination: {"nc", Text{"CN", "NC"}, Text{"coordinaciones nacionales", "National Coordinations"}},
	HighLevelGroup:       {"gan", Text{"GAN", "GAN"}, Text{"Grupo de Alto Nivel", "High-Level Group"}},
	Council:              {"council", Text{"Consejo", "Council"}, Text{"Consejo de Ministros", "Council of Ministers"}},
	Summit:               {"summit", Text{"Cumbre", "Summit"}, Text{"cumbre presidencial", "presidential summit"}},
}

// Info returns the registry's line of b.
func (b Body) Info() BodyInfo { return bodies[b] }

// String returns the registry name of b.
func (b Body) String() string { return bodies[b].Name }

// BodyByName finds a body by its registry name.
func BodyByName(name string) (Body, bool) {
	i := slices.IndexFunc(bodies[:], func(b BodyInfo) bool { return b.Name == name })
	return Body(max(i, 0)), i >= 0
}

package model

import "slices"

// Dimension is one field of integration. The brief gives deep integration two
// meanings; a dimension counts for one of them or for both.
type Dimension uint8

// The dimensions of integration that the brief discusses.
const (
	Goods Dimension = iota
	Services
	Capital
	People
	Regulation
	IntellectualProperty
	Procurement
	Digital
	Chains
	CooperationDim
	NumDimensions
)

// DimensionInfo names a dimension and says which meaning of deep integration
// it counts for: free movement of factors, harmonisation of norms, or both.
// The assignment reads the brief's section on deep integration; it is ours.
type DimensionInfo struct {
	Name           string
	Text           Text
	Factors, Norms bool
}

var dimensions = [NumDimensions]DimensionInfo{
	Goods:                {"goods", Text{"comercio de bienes", "goods trade"}, true, false},
	Services:             {"services", Text{"servicios", "services"}, true, true},
	Capital:              {"capital", Text{"capitales y bolsas", "capital and stock markets"}, true, false},
	People:               {"people", Text{"movimiento de personas", "movement of people"}, true, false},
	Regulation:           {"regulation", Text{"armonización regulatoria", "regulatory harmonisation"}, false, true},
	IntellectualProperty: {"intellectual_property", Text{"propiedad intelectual", "intellectual property"}, false, true},
	Procurement:          {"procurement", Text{"compras públicas", "government procurement"}, false, true},
	Digital:              {"digital", Text{"agenda digital", "digital agenda"}, false, true},
	Chains:               {"chains", Text{"encadenamientos productivos", "productive chains"}, true, false},
	CooperationDim:       {"cooperation", Text{"cooperación", "cooperation"}, true, true},
}

// Info returns the registry's line of d.
func (d Dimension) Info() DimensionInfo { return dimensions[d] }

// String returns the registry name of d.
func (d Dimension) String() string { return dimensions[d].Name }

// DimensionByName finds a dimension by its registry name.
func DimensionByName(name string) (Dimension, bool) {
	i := slices.IndexFunc(dimensions[:], func(d DimensionInfo) bool { return d.Name == name })
	return Dimension(max(i, 0)), i >= 0
}

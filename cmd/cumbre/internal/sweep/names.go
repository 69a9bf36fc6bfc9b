package sweep

import (
	"fmt"
	"strings"

	"cumbre/model/study"
)

// longestName is the longest name of a column: Stata ([U] 11.3, "Naming conventions": 1 to
// 32 characters) and SAS take no longer ones, and would each cut them in its own way.
const longestName = 32

// brief are words that names of columns have shorter than the model.
var brief = strings.NewReplacer("intellectual_property", "ip")

// ColumnName names a column of data: the quantity and its unit, unless its name says the
// unit. Of a name that would be too long the unit goes, its denominator first: the
// metadata have it.
func ColumnName(name, unit string) string {
	name = brief.Replace(name)
	for _, full := range candidates(name, unit) {
		if len(full) <= longestName {
			return full
		}
	}
	return cut(name, longestName)
}

// candidates are the names of a column, the fullest first.
func candidates(name, unit string) []string {
	unit = strings.NewReplacer("/", "_per_", "-", "_", " ", "_").Replace(strings.ToLower(unit))
	numerator, _, ratio := strings.Cut(unit, "_per_")
	if unit == "" || strings.Contains(name, unit) || ratio && strings.Contains(name, numerator+"_per_") {
		return []string{name}
	}
	all := []string{name + "_" + unit}
	if ratio {
		all = append(all, name+"_"+numerator)
	}
	return append(all, name)
}

// factorName names the column of a factor so that every program can: what stands before
// and after the parameter is joined by underscores, and shortened if need be, the
// parameter being what tells most. A name that is taken gets a number. Names that differ
// in capitals alone count as the same: to SQL and SAS they are.
func factorName(f study.Factor, taken map[string]bool) string {
	name, owner := brief.Replace(f.Param.String()), plain(f.Of)
	with := func(owner string) string {
		switch f.Scope {
		case study.OfMember, study.OfDesign:
			return owner + "_" + name
		case study.OfEvent:
			return name + "_at_" + owner
		}
		return name
	}
	full := candidates(with(owner), f.Param.Info().Unit)[0]
	if len(full) > longestName {
		full = with(cut(owner, longestName-len(with(""))))
	}
	full = cut(full, longestName)
	unique := full
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		number := fmt.Sprintf("_%d", n)
		unique = cut(full, longestName-len(number)) + number
	}
	taken[strings.ToLower(unique)] = true
	return unique
}

// plain has nothing but letters, digits and underscores of a name, and no digit first.
func plain(name string) string {
	if name != "" && name[0] >= '0' && name[0] <= '9' {
		name = "x" + name
	}
	return strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, name)
}

// cut is the beginning of a name, without an underscore at its end.
func cut(name string, length int) string {
	if len(name) > length {
		name = name[:max(0, length)]
	}
	return strings.TrimRight(name, "_")
}

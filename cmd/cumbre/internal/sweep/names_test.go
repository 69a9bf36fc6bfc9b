package sweep

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// stataName is a name of Stata's without what only Unicode allows ([U] 11.3, "Naming
// conventions"): 1 to 32 letters, digits and underscores, no digit first.
var stataName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,31}$`)

// stataReserved are the names that Stata keeps for itself (same place), and str1 to
// str2045.
var stataReserved = []string{
	"_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_N", "_pi",
	"_pred", "_rc", "_skip", "strL", "using", "with",
}

var stataString = regexp.MustCompile(`^str[0-9]+$`)

// requireNames checks that every program can read a table of these columns.
func requireNames(t *testing.T, columns []Column) {
	t.Helper()
	seen := map[string]bool{}
	for _, c := range columns {
		require.Regexp(t, stataName, c.Name)
		require.NotContains(t, stataReserved, c.Name)
		require.NotRegexp(t, stataString, c.Name)
		require.False(t, seen[strings.ToLower(c.Name)], "%s: twice", c.Name)
		seen[strings.ToLower(c.Name)] = true
	}
}

// Every program can read the tables of every study: any parameter of the registry varied,
// of the scenario, of a member, of a design and by an event, in every scenario of the
// library.
func TestEveryProgramTakesTheNames(t *testing.T) {
	for _, info := range scenarios.List() {
		s, err := scenarios.Load(info.Name, nil)
		require.NoError(t, err)
		st := &study.Study{Spec: s}
		for _, p := range model.Params() {
			st.Grid = append(st.Grid, study.Factor{Param: p})
			for _, m := range s.Members {
				st.Grid = append(st.Grid, study.Factor{Param: p, Scope: study.OfMember, Of: m.Code})
			}
			for _, owner := range []string{"secretariat", "secretariat-from-2027", "secretariat-productive", "SHERPA", "sherpa", "2027-día"} {
				st.Grid = append(st.Grid, study.Factor{Param: p, Scope: study.OfDesign, Of: owner}, study.Factor{Param: p, Scope: study.OfEvent, Of: owner})
			}
		}
		requireNames(t, RunColumns(st))
		requireNames(t, YearColumns(st))
	}
}

// What tells a factor from others stays as much as there is room.
func TestFactorNames(t *testing.T) {
	param := func(name string) model.Param {
		p, ok := model.ParamByName(name)
		require.True(t, ok)
		return p
	}
	factors := []study.Factor{
		{Param: param("mandates_per_summit")},
		{Param: param("ppt_capability"), Scope: study.OfMember, Of: "PE"},
		{Param: param("secretariat_staff"), Scope: study.OfDesign, Of: "secretariat"},
		{Param: param("secretariat_agreement_days"), Scope: study.OfDesign, Of: "secretariat-from-2027"},
		{Param: param("secretariat_agreement_work"), Scope: study.OfDesign, Of: "secretariat-from-2027"},
		{Param: param("secretariat_agreement_days"), Scope: study.OfDesign, Of: "secretariat-productive"},
		{Param: param("ambition"), Scope: study.OfEvent, Of: "contested-handover"},
		{Param: param("secretariat_agreement_days"), Scope: study.OfEvent, Of: "contested-handover"},
		{Param: param("ambition"), Scope: study.OfMember, Of: "PE"},
		{Param: param("ambition"), Scope: study.OfMember, Of: "pe"},
	}
	var names []string
	taken := map[string]bool{}
	for _, f := range factors {
		names = append(names, factorName(f, taken))
	}
	require.Equal(t, []string{
		"mandates_per_summit",
		"PE_ppt_capability_probability",
		"secretariat_secretariat_staff",
		"secre_secretariat_agreement_days",
		"secre_secretariat_agreement_work",
		"secre_secretariat_agreement_da_2",
		"ambition_at_contested_handover",
		"secretariat_agreement_days_at_co",
		"PE_ambition",
		"pe_ambition_2",
	}, names)
}

// An error of several lines in whatever encoding makes one line of UTF-8.
func TestErrorsAreOneLineOfUTF8(t *testing.T) {
	require.Equal(t, "capacidad «ñ» agotada: línea 2 ?", oneLine("capacidad «ñ»\n\tagotada:\r\nlínea 2 \xff"))
	require.False(t, slices.ContainsFunc([]rune(oneLine("a\u0085b\u2028c")), func(r rune) bool { return r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' }))
}

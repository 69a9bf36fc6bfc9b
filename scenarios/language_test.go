package scenarios

import (
	"errors"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// Every unit that a message can name is Spanish in Spanish.
func TestEveryUnitHasASpanishName(t *testing.T) {
	check := func(where, unit string) {
		if unit != "" && unit[:min(3, len(unit))] != "USD" {
			require.NotEqual(t, unit, compare.Unit(unit, "es"), where)
		}
		require.Equal(t, unit, compare.Unit(unit, "en"), where)
	}
	for _, p := range model.Params() {
		check(p.String(), p.Info().Unit)
	}
	for _, e := range model.EventTypes() {
		for _, f := range e.Fields {
			check(e.Name+"."+f.Name, f.Unit)
		}
	}
	check("observers", countInterval.unit)
	check("population", populationInterval.unit)
	require.Equal(t, "millones de USD/año", compare.Unit("USD million/year", "es"))
}

// Why a file cannot be read is said in the user's language too.
func TestUnreadableFilesInSpanish(t *testing.T) {
	for want, cause := range map[string]error{
		"no existe":         fs.ErrNotExist,
		"no está permitido": fs.ErrPermission,
		"es una carpeta":    errors.New("is a directory"),
		"disco roto":        errors.New("disco roto"),
	} {
		_, err := Load("x.yaml", func(path string) ([]byte, error) {
			return nil, &fs.PathError{Op: "read", Path: path, Err: cause}
		})
		var problems Problems
		require.ErrorAs(t, err, &problems)
		require.Contains(t, problems.In("es"), "no se puede leer: ")
		require.Contains(t, problems.In("es"), want)
	}
}

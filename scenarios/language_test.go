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

// The commonest slips of a file written by hand are explained in Spanish.
func TestSyntaxErrorsInSpanish(t *testing.T) {
	for file, want := range map[string]string{
		"a: {b: 1":            "falta la llave } que cierra el mapa",
		"a: {b: 1\nc: d":      "falta una coma, o la llave }",
		"a: [b":               "falta el corchete ] que cierra la lista",
		"]":                   "sobra un corchete ]",
		"a: \"b":              "faltan las comillas",
		"a: 'b":               "falta el apóstrofo",
		"a:\n\tb: 1":          "la sangría se hace con espacios",
		"a: b: c":             "un texto con dos puntos va entre comillas",
		"a: b\n  c: d":        "con la misma sangría",
		"a: b\nc d\n":         "le faltan los dos puntos",
		"a b\nc: d":           "le faltan los dos puntos",
		"a:\n  b: 1\n c: 2\n": "un valor está donde no cabe",
		"a: \"b\" c":          "un valor está donde no cabe",
		"a: - b":              "una lista con guiones empieza en su propia línea",
		"a: @b":               "va entre comillas ('@' is a reserved character)",
		"a: %b":               "un texto que empieza por % va entre comillas",
		`a: "C:\qué"`:         `se escribe \\`,
		"a: &\n":              "el lector dice, en inglés (undefined anchor name)",
	} {
		_, err := loadText(t, file)
		var problems Problems
		require.ErrorAs(t, err, &problems, file)
		require.Contains(t, problems[0].In("es"), "no es YAML: ", file)
		require.Contains(t, problems[0].In("es"), want, file)
	}
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

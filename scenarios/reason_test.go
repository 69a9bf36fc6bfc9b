package scenarios

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the system really answers is understood, in both languages.
func TestReasonsOfTheSystem(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for want, path := range map[string]string{
		"no existe":                    filepath.Join(dir, "none"),
		"es una carpeta":               dir,
		"no es una carpeta":            filepath.Join(file, "below"),
		"el nombre es demasiado largo": filepath.Join(dir, strings.Repeat("x", 5000)),
	} {
		_, err := os.ReadFile(path)
		require.Error(t, err)
		reason := Reason(err)
		require.Equal(t, want, reason.ES)
		require.NotContains(t, reason.EN, dir)
	}
	require.Equal(t, "es demasiado grande para ser un escenario", Reason(ErrTooLarge).ES)
	require.Equal(t, "ya existe", Reason(fs.ErrExist).ES)
	require.Equal(t, "disco roto", Reason(errors.New("disco roto")).ES)
}

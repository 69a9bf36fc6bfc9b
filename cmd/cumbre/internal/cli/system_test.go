package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// What the system says of a file is said in the user's language, however deep
// in an error it is, and what is ours stays.
func TestSystemErrorsInTheUsersLanguage(t *testing.T) {
	write := &fs.PathError{Op: "write", Path: "out/runs.csv", Err: syscall.ENOSPC}
	rename := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrPermission}
	err := failed(fmt.Errorf("ours: %w", errors.Join(write, rename, errors.New("broken"))))
	es, en := &app{tongue: tongue{"es"}}, &app{tongue: tongue{"en"}}
	require.Equal(t, "ours: out/runs.csv: no queda espacio en el disco\nb: no está permitido\nbroken", es.understandable(err))
	require.Equal(t, "ours: out/runs.csv: no space left on device\nb: it is not permitted\nbroken", en.understandable(err))

	dir := t.TempDir()
	file := dir + "/file"
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for said, args := range map[string][]string{
		"cumbre: -o " + file + ": no es una carpeta que se pueda leer: no es una carpeta\n": {"compare", "-o", file},
		"cumbre: -o " + dir + "/a/b: no se puede escribir ahí: no existe\n":                 {"scenario", "new", "x", "-o", dir + "/a/b"},
		dir + ".yaml: no se puede leer: no existe\n":                                        {"scenario", "check", dir + ".yaml"},
	} {
		code, got := spoken("es", args...)
		require.Equal(t, exitInput, code)
		require.Equal(t, said, got)
	}
}

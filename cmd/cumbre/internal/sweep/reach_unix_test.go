//go:build unix

package sweep

import (
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// asNobody runs the test again as a user from whom files can be kept: root may read all.
func asNobody(t *testing.T) {
	t.Helper()
	const nobody = 65534
	dir, err := os.MkdirTemp("", "nobody")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	require.NoError(t, os.Chmod(dir, 0o755))
	self, err := os.ReadFile(os.Args[0])
	require.NoError(t, err)
	binary, home := filepath.Join(dir, "test"), filepath.Join(dir, "home")
	require.NoError(t, os.WriteFile(binary, self, 0o755))
	require.NoError(t, os.Mkdir(home, 0o755))
	require.NoError(t, os.Chown(home, nobody, nobody))
	c := exec.CommandContext(t.Context(), binary, "-test.run", "^"+t.Name()+"$", "-test.v")
	c.Dir, c.Env = home, append(os.Environ(), "TMPDIR="+home, "HOME="+home)
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Contains(t, string(out), "--- PASS: "+t.Name())
}

// A file that cannot be got at, for want of a permission or of open files, is not damaged: it
// is neither put aside nor run again.
func TestFileOutOfReachIsNotDamaged(t *testing.T) {
	if os.Geteuid() == 0 {
		asNobody(t)
		return
	}
	_, st := begun(t)
	parts, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"+runsEnding))
	require.NoError(t, err)
	out := t.TempDir()
	finish(t, out, st.Study, 1)
	for _, path := range []string{parts[0], filepath.Join(out, RunsName)} {
		require.NoError(t, os.Chmod(path, 0))
		in := *st
		in.Dir = filepath.Dir(strings.Replace(path, string(filepath.Separator)+partsName, "", 1))
		_, err = in.Status()
		require.ErrorIs(t, err, fs.ErrPermission)
		_, err = in.Run(t.Context(), options(1, Whole))
		require.ErrorIs(t, err, fs.ErrPermission)
		_, err = in.Merge(MergeOptions{})
		require.ErrorIs(t, err, fs.ErrPermission)
		require.FileExists(t, path)
	}
	for _, err := range []error{syscall.EMFILE, syscall.ESTALE} {
		require.True(t, outOfReach(&fs.PathError{Op: "open", Path: "x", Err: err}))
	}
	require.False(t, outOfReach(io.ErrUnexpectedEOF))
}

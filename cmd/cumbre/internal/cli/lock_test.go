package cli

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// meanwhile is compare.Run, with something done before the folder is finished.
func meanwhile(do func()) runFunc {
	return func(ctx context.Context, spec *model.Spec, o compare.Options) (*compare.Comparison, error) {
		c, err := compare.Run(ctx, spec, o)
		do()
		return c, err
	}
}

// Two commands in one folder: the second is refused before it runs anything, and
// what it leaves is what one command alone would have written.
func TestSecondCommandIsRefused(t *testing.T) {
	never := func(context.Context, *model.Spec, compare.Options) (*compare.Comparison, error) {
		t.Error("the second command ran")
		return nil, context.Canceled
	}
	for name, before := range map[string][]string{"new": nil, "earlier results": {manifestName, oldManifest, "runs.csv", "old"}} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			put(t, out, before...)
			code, _, stderr := session(meanwhile(func() {
				during := contents(t, out)
				code, stdout, stderr := session(never, "compare", "-n", "2", "-o", out)
				require.Equal(t, exitFailed, code)
				require.Empty(t, stdout)
				require.Equal(t, "cumbre: -o "+out+": another cumbre command is writing to that folder; wait until it is done or choose another\n", stderr)
				require.Equal(t, during, contents(t, out), "the refused command touched the folder")
			}), "compare", "-n", "2", "--designs", "light", "-o", out)
			require.Equal(t, exitDone, code, stderr)

			alone := filepath.Join(t.TempDir(), "alone")
			code, _, stderr = session(compare.Run, "compare", "-n", "2", "--designs", "light", "-o", alone)
			require.Equal(t, exitDone, code, stderr)
			require.Equal(t, contents(t, alone), contents(t, out), "and no lock is left")
		})
	}
}

// Another name for the same folder is no way in.
func TestLockFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	out, link := filepath.Join(dir, "out"), filepath.Join(dir, "link")
	require.NoError(t, os.Mkdir(out, 0o777))
	if err := os.Symlink(out, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	l, err := lockFolder(out)
	require.NoError(t, err)
	defer l.release()
	_, err = lockFolder(link)
	require.ErrorIs(t, err, errBusy)
}

// A lock is free again once released, and whatever file a killed command left.
func TestLockIsTheSystemsNotTheFiles(t *testing.T) {
	out := t.TempDir()
	put(t, out, lockName, "left behind")
	for range 3 {
		l, err := lockFolder(out)
		require.NoError(t, err)
		_, err = lockFolder(out)
		require.ErrorIs(t, err, errBusy)
		l.release()
		require.NoFileExists(t, filepath.Join(out, lockName))
	}
	others, err := othersIn(out)
	require.NoError(t, err)
	require.False(t, others)
}

// Of many commands at once never two hold the lock, though each removes the file
// that the next may already have opened.
func TestLockIsHeldByOne(t *testing.T) {
	out := t.TempDir()
	held := make(chan struct{}, 1)
	done := make(chan int)
	const commands, turns = 8, 200
	for range commands {
		go func() {
			got := 0
			for got < turns {
				l, err := lockFolder(out)
				if err != nil {
					continue
				}
				select {
				case held <- struct{}{}:
					<-held
				default:
					t.Error("two hold the lock")
				}
				l.release()
				got++
			}
			done <- got
		}()
	}
	for range commands {
		<-done
	}
}

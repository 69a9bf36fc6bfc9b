package sweep

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// Every share run by two processes at the same moment in one folder: none stops the other,
// and the tables are those of one process.
func TestShardTwiceAtOnce(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		want, got, s := t.TempDir(), t.TempDir(), testStudy(t, kind)
		finish(t, want, s, 1)
		const of = 3
		// Both have looked at what is there before either runs: each runs all of it.
		var ready sync.WaitGroup
		ready.Add(2 * of)
		var all sync.WaitGroup
		for i := range 2 * of {
			all.Go(func() {
				st := Open(got, s, "v1")
				shard := Shard{i%of + 1, of}
				var once sync.Once
				o := options(2, shard)
				o.NewRun = func(spec *model.Spec, design int) study.RunFunc {
					once.Do(func() { ready.Done(); ready.Wait() })
					return made(spec, design)
				}
				if err := st.Begin(shard); err != nil {
					t.Error(err)
				}
				p, err := st.Run(context.Background(), o)
				if err != nil || p.Found > 0 && kind == fixed {
					t.Error(shard, p.Found, err)
				}
			})
		}
		all.Wait()
		shards, err := Open(got, s, "v1").Missing(of)
		require.NoError(t, err)
		require.Empty(t, shards)
		_, err = Open(got, s, "v1").Merge(MergeOptions{})
		require.NoError(t, err)
		same(t, want, got)
	}
}

// What a killed share left half written is taken away, though not while it may be that of a
// share that lives.
func TestTemporaryFilesOfShards(t *testing.T) {
	dir, s := t.TempDir(), testStudy(t, fixed)
	st := Open(dir, s, "v1")
	require.NoError(t, st.Begin(Shard{1, 2}))
	leave := func(in, name string, age time.Duration) string {
		path := filepath.Join(dir, in, name)
		require.NoError(t, os.WriteFile(path, []byte("half"), 0o644))
		at := time.Now().Add(-age)
		require.NoError(t, os.Chtimes(path, at, at))
		return path
	}
	living := leave(partsName, ".cumbre-part-1of2-1.tmp", staleAfter/2)
	dead := leave(partsName, ".cumbre-part-2of2-1.tmp", 2*staleAfter)
	whole := leave(partsName, ".cumbre-part-1of1-1.tmp", 0)
	lock := leave("", ".cumbre-lock.tmp", 2*staleAfter)
	table := leave("", ".cumbre-table-1.tmp", 2*staleAfter)
	require.NoError(t, st.Begin(Shard{1, 2}))
	require.FileExists(t, living)
	require.NoFileExists(t, dead)
	require.FileExists(t, whole)
	require.NoError(t, st.Begin(Whole))
	require.NoFileExists(t, whole, "whoever runs the whole has locked the folder")
	require.FileExists(t, living)
	finish(t, dir, s, 2)
	require.NoDirExists(t, filepath.Join(dir, partsName), "the tables hold all: nobody's part is needed")
	require.NoFileExists(t, table)
	require.FileExists(t, lock)
}

// A share that is still running when others have made the tables is done too.
func TestOvertakenShard(t *testing.T) {
	dir, s := t.TempDir(), testStudy(t, fixed)
	st := Open(dir, s, "v1")
	require.NoError(t, st.Begin(Shard{1, 2}))
	o := options(1, Shard{1, 2})
	done := 0
	o.Progress = func(Progress) {
		if done++; done == 5 {
			finish(t, dir, s, 2)
		}
	}
	_, err := st.Run(t.Context(), o)
	require.NoError(t, err)
	require.Greater(t, done, 5)
	status, err := Open(dir, s, "v1").Status()
	require.NoError(t, err)
	require.True(t, status.Tables)
	require.Zero(t, status.Missing)

	// If instead its folder is gone while runs are missing, that is an error.
	gone := Open(t.TempDir(), s, "v1")
	require.NoError(t, gone.Begin(Shard{1, 2}))
	o.Progress = func(Progress) { _ = os.RemoveAll(filepath.Join(gone.Dir, partsName)) }
	_, err = gone.Run(t.Context(), o)
	require.ErrorIs(t, err, os.ErrNotExist)
}

// Missing says of each share whether running it would run anything.
func TestMissingShards(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		for _, of := range []int{1, 3, 20} {
			dir, s := t.TempDir(), testStudy(t, kind)
			st := Open(dir, s, "v1")
			would := func() []int {
				var all []int
				for i := range of {
					lacks := false
					looking := Open(dir, s, "v1")
					looking.create = func(string, string) (file, error) { lacks = true; return nil, errStop }
					_, err := looking.Run(t.Context(), options(1, Shard{i + 1, of}))
					require.Equal(t, lacks, err != nil)
					if lacks {
						all = append(all, i+1)
					}
				}
				return all
			}
			check := func() []int {
				got, err := st.Missing(of)
				require.NoError(t, err)
				require.Equal(t, would(), got, "%s, %d shards", kind, of)
				return got
			}
			require.NoError(t, st.Begin(Whole))
			first := check()
			require.Equal(t, 1, first[0])
			run := func(shard Shard, cells int) {
				ctx, stop := context.WithCancelCause(t.Context())
				o := options(1, shard)
				o.Progress = func(Progress) {
					if cells--; cells == 0 {
						stop(errStop)
					}
				}
				_, err := st.Run(ctx, o)
				require.True(t, err == nil || cells <= 0, err)
			}
			run(Shard{min(2, of), of}, 1000)
			require.Len(t, check(), len(first)-1)
			run(Shard{min(3, of), of}, 4)
			check()
			run(Shard{1, 2}, 1000) // of another dealing: what is there counts for any
			check()
			finish(t, dir, s, 2)
			require.Empty(t, check())
		}
	}
}

// How many cells are laid out at a time is not to be seen in the results, and with until
// results of a point that are there and others that are not are told in order.
func TestBatchesOfCells(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		want, got, s := t.TempDir(), t.TempDir(), testStudy(t, kind)
		finish(t, want, s, 1)
		st := Open(got, s, "v1")
		for _, shard := range []Shard{{2, 3}, Whole} { // a third is there before
			require.NoError(t, st.Begin(shard))
			o := options(2, shard)
			o.batch = 7
			_, err := st.Run(t.Context(), o)
			require.NoError(t, err)
			if shard.Of > 1 {
				parts, err := filepath.Glob(filepath.Join(got, partsName, "*"+runsEnding))
				require.NoError(t, err)
				require.NotEmpty(t, parts)
				for _, p := range parts[:len(parts)/2] { // and not all of that
					require.NoError(t, os.Remove(p))
				}
			}
		}
		_, err := st.Merge(MergeOptions{})
		require.NoError(t, err)
		same(t, want, got)
	}
}

// A share that is run again tells of the same failed runs as the first time, though it runs
// nothing: whoever starts shares sees by the exit code that there are some.
func TestShareRunAgainTellsOfItsFailures(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		shard, all := Shard{2, 3}, int64(0)
		st := share(t, kind, shard)
		for i := range shard.Of {
			other := Shard{i + 1, shard.Of}
			p, err := st.Run(t.Context(), options(1, other))
			require.NoError(t, err)
			require.Equal(t, other == shard, p.Found > 0)
			all += p.Failed
			again, err := st.Run(t.Context(), options(1, other))
			require.NoError(t, err)
			require.Equal(t, p.Failed, again.Failed)
			require.Equal(t, again.Done, again.Found)
		}
		s, err := st.Status()
		require.NoError(t, err)
		require.Positive(t, all)
		require.Equal(t, s.Failed, all)
	}
}

// A share that looks at the folder while another begins there takes it for what it is.
func TestCheckWhileAnotherBegins(t *testing.T) {
	s := testStudy(t, fixed)
	for range 150 {
		dir := filepath.Join(t.TempDir(), "r")
		begun := make(chan error)
		go func() { begun <- Open(dir, s, "v1").Begin(Shard{1, 2}) }()
		for done := false; !done; {
			select {
			case err := <-begun:
				require.NoError(t, err)
				done = true
			default:
				require.NoError(t, Check(dir, s, "v1"))
			}
		}
	}
}

package sweep

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
)

// begun is a folder with all parts of a study and no tables, and the folder it should end as.
func begun(t *testing.T) (want string, st *Store) {
	t.Helper()
	want, s := t.TempDir(), testStudy(t, fixed)
	finish(t, want, s, 1)
	st = Open(t.TempDir(), s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	return want, st
}

// flip changes one bit of a file.
func flip(t *testing.T, path string, at int64, bit uint) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	data[at] ^= 1 << bit
	require.NoError(t, os.WriteFile(path, data, 0o644))
}

// Whatever bit of a part changes, the part no longer counts.
func TestEveryChangedBitIsFound(t *testing.T) {
	_, st := begun(t)
	spans, err := st.parts()
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		p := placed{spans[random.IntN(len(spans))], st.Dir}
		path := filepath.Join(st.Dir, partsName, p.stem()) + []string{runsEnding, yearsEnding}[random.IntN(2)]
		info, err := os.Stat(path)
		require.NoError(t, err)
		at, bit := random.Int64N(info.Size()), uint(random.IntN(8))
		flip(t, path, at, bit)
		found := st.vet(path)
		if found == nil {
			found = st.checkPart(p)
		}
		require.Error(t, found, "%s: bit %d of byte %d", path, bit, at)
		flip(t, path, at, bit)
		require.NoError(t, st.checkPart(p))
	}
}

// A part or a table that is found damaged only as it is read is said, put aside and run
// again; nothing of it gets into the tables.
func TestChangedFilesAreRunAgain(t *testing.T) {
	want, st := begun(t)
	parts, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*.parquet"))
	require.NoError(t, err)
	flip(t, parts[2], 500, 3) // runs
	flip(t, parts[7], 500, 3) // years
	var told []string
	tell := func(d Damaged) { told = append(told, filepath.Base(d.Path)) }
	_, err = st.Merge(MergeOptions{Damaged: tell})
	require.ErrorIs(t, err, ErrIncomplete)
	require.Len(t, told, 2)
	aside, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"+asideEnding))
	require.NoError(t, err)
	require.Len(t, aside, 4, "both files of both parts")
	p, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	require.Less(t, p.Found, p.Total)
	require.Greater(t, p.Found, p.Total/2, "the other parts count")
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	same(t, want, st.Dir)

	// A whole table, when more replications are asked for.
	more := testStudy(t, "replications: 40")
	whole := t.TempDir()
	finish(t, whole, more, 1)
	flip(t, filepath.Join(st.Dir, YearsName), 5000, 1)
	again := Open(st.Dir, more, "v1")
	require.NoError(t, again.Begin(Whole))
	o := options(2, Whole)
	o.Damaged = tell
	_, err = again.Run(t.Context(), o) // it looks at the table for runs that failed
	require.NoError(t, err)
	_, err = again.Merge(MergeOptions{Damaged: tell})
	require.NoError(t, err)
	require.Len(t, told, 3)
	require.Equal(t, YearsName, told[2])
	same(t, whole, st.Dir)
	require.NoError(t, Restart(st.Dir))
	left, err := os.ReadDir(st.Dir)
	require.NoError(t, err)
	require.Empty(t, left, "what was put aside goes with the rest")
}

// With until the results are read while more are run: damage is found then too.
func TestChangedPartOfAStudyWithUntil(t *testing.T) {
	want, s := t.TempDir(), testStudy(t, until)
	finish(t, want, s, 1)
	st := Open(t.TempDir(), s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	parts, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"+runsEnding))
	require.NoError(t, err)
	flip(t, parts[1], 900, 0)
	told := 0
	o := options(2, Whole)
	o.Damaged = func(Damaged) { told++ }
	_, err = st.Run(t.Context(), o)
	require.NoError(t, err)
	require.Equal(t, 1, told)
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	same(t, want, st.Dir)
}

// The digest that a merge tells is that of the runs' digests, a line each, in order.
func TestDigestOfTheTable(t *testing.T) {
	_, st := begun(t)
	m, err := st.Merge(MergeOptions{})
	require.NoError(t, err)
	rows, err := parquet.ReadFile[readRow](filepath.Join(st.Dir, RunsName))
	require.NoError(t, err)
	require.EqualValues(t, len(rows), m.Runs)
	var lines strings.Builder
	failed := int64(0)
	for _, r := range rows {
		if r.Digest != nil {
			lines.WriteString(*r.Digest)
		} else {
			failed++
		}
		lines.WriteByte('\n')
	}
	sum := sha256.Sum256([]byte(lines.String()))
	require.Equal(t, hex.EncodeToString(sum[:]), m.Digest)
	require.Equal(t, failed, m.Failed)
}

// A merge that is stopped writes nothing and takes nothing away.
func TestStoppedMerge(t *testing.T) {
	want, st := begun(t)
	before, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"))
	require.NoError(t, err)
	stop := errors.New("stop")
	asked := 0
	_, err = st.merge(MergeOptions{Stop: func() error { asked++; return stop }})
	if asked == 0 {
		t.Fatal("never asked")
	}
	require.ErrorIs(t, err, stop)
	after, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"))
	require.NoError(t, err)
	require.Equal(t, before, after)
	entries, err := filepath.Glob(filepath.Join(st.Dir, ".cumbre-*"))
	require.NoError(t, err)
	require.Empty(t, entries)
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	same(t, want, st.Dir)
}

// Shares of whatever numbers, in whatever order, some over one another, and more
// replications after: what is there is never run again, and the tables are the same.
func TestMixedShards(t *testing.T) {
	for name, kinds := range map[string][2]string{
		"fixed": {"replications: 18", fixed},
		"until": {"until: diff(throughput) ±0.3\ncap: 20", until},
	} {
		t.Run(name, func(t *testing.T) {
			want := t.TempDir()
			finish(t, want, testStudy(t, kinds[1]), 1)
			dir := t.TempDir()
			run := func(kind string, shard Shard) Progress {
				st := Open(dir, testStudy(t, kind), "v1")
				require.NoError(t, Check(dir, st.Study, "v1"))
				require.NoError(t, st.Begin(shard))
				p, err := st.Run(t.Context(), options(2, shard))
				require.NoError(t, err)
				return p
			}
			for _, shard := range []Shard{{2, 3}, {1, 2}, {4, 5}, {2, 3}} {
				run(kinds[0], shard)
			}
			for _, shard := range []Shard{{7, 7}, {1, 3}, {3, 3}, {2, 3}} {
				run(kinds[1], shard)
			}
			p := run(kinds[1], Whole)
			require.Equal(t, p.Found, p.Done, "all was there")
			st := Open(dir, testStudy(t, kinds[1]), "v1")
			status, err := st.Status()
			require.NoError(t, err)
			require.True(t, status.Whole)
			_, err = st.Merge(MergeOptions{})
			require.NoError(t, err)
			same(t, want, dir)
		})
	}
}

// A part that a merge takes away while others look at the folder is not damaged.
func TestVanishedPartIsNotDamaged(t *testing.T) {
	_, st := begun(t)
	spans, err := st.parts()
	require.NoError(t, err)
	gone := filepath.Join(st.Dir, partsName, spans[0].stem())
	// Listed and not to be opened: as one that vanishes in between.
	require.NoError(t, os.Remove(gone+runsEnding))
	require.NoError(t, os.Symlink("nowhere", gone+runsEnding))
	s, err := st.Status()
	require.NoError(t, err)
	require.Empty(t, s.Damaged)
	require.Positive(t, s.Missing)
	// Years that are gone while the runs are there are another matter.
	require.NoError(t, os.Remove(filepath.Join(st.Dir, partsName, spans[1].stem())+yearsEnding))
	s, err = st.Status()
	require.NoError(t, err)
	require.Len(t, s.Damaged, 1)
}

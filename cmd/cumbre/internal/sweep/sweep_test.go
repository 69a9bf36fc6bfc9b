package sweep

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// testStudy is a study of some cells; the runs of tests are made up.
func testStudy(t *testing.T, replications string) *study.Study {
	t.Helper()
	text := "study: Test\ncompare: [light, sherpa]\nsweep:\n  noise: [0.1, 0.2, 0.3]\n  PE.ppt_capability: [0.2, 0.8]\n  tg_agenda: [2, 4]\n" + replications + "\n"
	s, err := scenarios.Study("s.yaml", func(path string) ([]byte, error) {
		if path == "s.yaml" {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	})
	require.NoError(t, err)
	return s
}

// made is a run whose measures tell what it was of. Every hundredth fails.
func made(spec *model.Spec, design int) study.RunFunc {
	return func(seed, replication uint64) *model.Result {
		noise, _ := model.ParamByName("noise")
		x := spec.Values[noise]*1000 + float64(replication)
		if int(x)%100 == 7 {
			panic(fmt.Sprintf("division by zero at %g", x))
		}
		r := &model.Result{FirstYear: 2011, Years: make([][model.NumSeries]float64, 3), Digest: uint64(x*10) + uint64(design)}
		r.Metrics[model.MThroughput] = x + float64(design)*float64(1+replication%3)
		for y := range r.Years {
			r.Years[y][0] = x + float64(y)
		}
		return r
	}
}

func options(workers int, shard Shard) Options {
	return Options{Workers: workers, Shard: shard, NewRun: made}
}

// finish runs a study in a folder to its tables.
func finish(t *testing.T, dir string, s *study.Study, workers int) *Store {
	t.Helper()
	st := Open(dir, s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(workers, Whole))
	require.NoError(t, err)
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	return st
}

// same requires that two folders hold the same files, to the last byte.
func same(t *testing.T, want, got string) {
	t.Helper()
	for _, name := range []string{RunsName, YearsName, ManifestName, StudyName, identityName} {
		a, err := os.ReadFile(filepath.Join(want, name))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(got, name))
		require.NoError(t, err)
		require.True(t, string(a) == string(b), "%s differs", name)
	}
	parts, err := filepath.Glob(filepath.Join(got, partsName, "*.parquet"))
	require.NoError(t, err)
	require.Empty(t, parts, "parts are left")
}

const fixed, until = "replications: 30", "until: diff(throughput) ±0.3\ncap: 40"

// The tables do not depend on workers, shards, or where they were stopped.
func TestTablesAreTheSame(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		t.Run(kind, func(t *testing.T) {
			want, s := t.TempDir(), testStudy(t, kind)
			finish(t, want, s, 1)

			t.Run("workers", func(t *testing.T) {
				got := t.TempDir()
				finish(t, got, s, 5)
				same(t, want, got)
			})
			t.Run("stopped again and again", func(t *testing.T) {
				got := t.TempDir()
				stops := 0
				for done := false; !done; {
					st := Open(got, s, "v1")
					require.NoError(t, st.Begin(Whole))
					ctx, stop := context.WithCancelCause(t.Context())
					o, left := options(3, Whole), 50+5*stops
					o.Progress = func(Progress) {
						if left--; left == 0 {
							stop(errStop)
						}
					}
					p, err := st.Run(ctx, o)
					done = err == nil
					if !done {
						require.ErrorIs(t, err, errStop)
						require.True(t, p.Stopped)
						require.GreaterOrEqual(t, p.Done, p.Found+int64(50), "what was done is kept")
						stops++
					}
				}
				require.Greater(t, stops, 3)
				_, err := Open(got, s, "v1").Merge(MergeOptions{})
				require.NoError(t, err)
				same(t, want, got)
			})
			t.Run("shards in one folder and in several", func(t *testing.T) {
				one, several := t.TempDir(), []string{t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()}
				for i := range several {
					for _, dir := range []string{one, several[i]} {
						st := Open(dir, s, "v1")
						shard := Shard{i + 1, len(several)}
						require.NoError(t, st.Begin(shard))
						p, err := st.Run(t.Context(), options(2, shard))
						require.NoError(t, err)
						require.Positive(t, p.Done)
						if !p.AtMost {
							require.Equal(t, p.Total, p.Done, "what the shard has to do is known beforehand")
						}
						if i < len(several)-1 {
							_, err = Open(one, s, "v1").Merge(MergeOptions{})
							require.ErrorIs(t, err, ErrIncomplete)
						}
					}
				}
				_, err := Open(one, s, "v1").Merge(MergeOptions{})
				require.NoError(t, err)
				same(t, want, one)
				out := filepath.Join(t.TempDir(), "out")
				for range 2 { // idempotent, and a folder named twice counts once
					_, err = Open(several[0], s, "v1").Merge(MergeOptions{Out: out, Others: append(several[1:], several[2])})
					require.NoError(t, err)
					same(t, want, out)
				}
			})
			t.Run("a shard twice, beside the whole", func(t *testing.T) {
				got := t.TempDir()
				st := Open(got, s, "v1")
				require.NoError(t, st.Begin(Shard{2, 3}))
				_, err := st.Run(t.Context(), options(2, Shard{2, 3}))
				require.NoError(t, err)
				p, err := st.Run(t.Context(), options(2, Shard{2, 3}))
				require.NoError(t, err)
				require.Equal(t, p.Found, p.Done, "nothing is run twice")
				finish(t, got, s, 2)
				same(t, want, got)
			})
		})
	}
}

var errStop = errors.New("stopped by the test")

// More replications append: what was there is kept and not run again.
func TestMoreReplicationsAppend(t *testing.T) {
	for _, kind := range [][2]string{{fixed, "replications: 50"}, {"until: diff(throughput) ±0.3\ncap: 20", until}} {
		want, got := t.TempDir(), t.TempDir()
		finish(t, want, testStudy(t, kind[1]), 1)
		finish(t, got, testStudy(t, kind[0]), 2)
		before, err := Open(got, testStudy(t, kind[0]), "v1").Status()
		require.NoError(t, err)
		require.True(t, before.Tables)

		more := testStudy(t, kind[1])
		require.NoError(t, Check(got, more, "v1"))
		st := Open(got, more, "v1")
		require.NoError(t, st.Begin(Whole))
		p, err := st.Run(t.Context(), options(2, Whole))
		require.NoError(t, err)
		require.Equal(t, before.Runs, p.Found)

		// A table of what there is must not forget what was whole.
		_, err = st.Merge(MergeOptions{Partial: true})
		require.NoError(t, err)
		_, err = st.Merge(MergeOptions{})
		require.NoError(t, err)
		same(t, want, got)
	}
}

func TestFewerReplicationsAndOtherStudiesAreRefused(t *testing.T) {
	dir := t.TempDir()
	finish(t, dir, testStudy(t, fixed), 2)
	for name, c := range map[string]struct {
		study   *study.Study
		version string
		what    string
	}{
		"fewer":    {testStudy(t, "replications: 29"), "v1", "fewer replications"},
		"seed":     {testStudy(t, fixed+"\nseed: 2"), "v1", "seed"},
		"until":    {testStudy(t, until), "v1", "until"},
		"scenario": {testStudy(t, fixed+"\nscenario: pandemic"), "v1", "scenario"},
		"years":    {testStudy(t, fixed+"\nyears: off"), "v1", "yearly series"},
		"version":  {testStudy(t, fixed), "v2", "version of the program"},
	} {
		var changed *ChangedError
		require.ErrorAs(t, Check(dir, c.study, c.version), &changed, name)
		require.Equal(t, c.what, changed.Changes[0].What.EN)
	}
	other := t.TempDir()
	finish(t, other, testStudy(t, fixed+"\nseed: 2"), 2)
	var changed *ChangedError
	_, err := Open(dir, testStudy(t, fixed), "v1").Merge(MergeOptions{Others: []string{other}})
	require.ErrorAs(t, err, &changed)
	require.Equal(t, other, changed.Dir)
}

// A failed run is a row: its error, its seed, how to repeat it, no measures, no years.
func TestFailedRunIsARow(t *testing.T) {
	dir := t.TempDir()
	st := finish(t, dir, testStudy(t, fixed), 3)
	rows, err := parquet.ReadFile[readRow](filepath.Join(dir, RunsName))
	require.NoError(t, err)
	require.Len(t, rows, 12*30*2)
	failed := 0
	for i, r := range rows {
		require.EqualValues(t, i, r.Run)
		if r.Error == nil {
			require.NotNil(t, r.Rate)
			require.Nil(t, r.Rerun)
			continue
		}
		failed++
		require.Contains(t, *r.Error, "panic: division by zero at")
		require.Equal(t, fmt.Sprintf("cumbre sweep study.yaml --only %d", i), *r.Rerun)
		require.EqualValues(t, 1, r.Seed)
		require.Nil(t, r.Rate)
		require.Nil(t, r.Digest)
		again := st.Points.NewWorker(made).Cell(int64(i / 2))[i%2]
		require.Equal(t, *r.Error, again.Err.Error(), "the number names the run")
	}
	require.Equal(t, 12*2, failed) // replication 7 of each point
	status, err := st.Status()
	require.NoError(t, err)
	require.EqualValues(t, failed, status.Failed)
	years, err := parquet.ReadFile[struct {
		Year int32 `parquet:"year"`
	}](filepath.Join(dir, YearsName))
	require.NoError(t, err)
	require.Len(t, years, (len(rows)-failed)*3)
}

// readRow is what tests look at of a row.
type readRow struct {
	Run         int64    `parquet:"run"`
	Point       int32    `parquet:"point"`
	Replication int32    `parquet:"replication"`
	Seed        uint64   `parquet:"seed"`
	Noise       float64  `parquet:"noise_depth"`
	PPT         float64  `parquet:"PE_ppt_capability_probability"`
	Agenda      int32    `parquet:"tg_agenda_mandates"`
	Rate        *float64 `parquet:"throughput_mandates_per_year"`
	Digest      *string  `parquet:"digest"`
	Error       *string  `parquet:"error"`
	Rerun       *string  `parquet:"rerun"`
}

// The rows hold what was run: factors and measures of each point, typed, with units.
func TestTableReadsBack(t *testing.T) {
	dir := t.TempDir()
	st := finish(t, dir, testStudy(t, fixed), 2)
	file, err := os.Open(filepath.Join(dir, RunsName))
	require.NoError(t, err)
	defer file.Close()
	info, err := file.Stat()
	require.NoError(t, err)
	p, err := parquet.OpenFile(file, info.Size())
	require.NoError(t, err)
	columns := RunColumns(st.Study)
	for i, c := range p.Root().Columns() {
		require.Equal(t, columns[i].Name, c.Name(), "columns keep their order")
	}
	described, _ := p.Lookup(metaColumns)
	require.Contains(t, described, `{"name":"throughput_mandates_per_year","unit":"mandates/year"`)
	rows, err := parquet.ReadFile[readRow](filepath.Join(dir, RunsName))
	require.NoError(t, err)
	for _, r := range rows {
		want := st.Points.Values(int(r.Point))
		require.Equal(t, want, []float64{r.Noise, r.PPT, float64(r.Agenda)})
		if r.Rate != nil && r.Run%2 == 0 {
			require.Equal(t, r.Noise*1000+float64(r.Replication), *r.Rate)
		}
	}
}

// diskFull is a file on a disk that is full after so many bytes in all.
type diskFull struct {
	*os.File
	left *int
}

func (f diskFull) Write(p []byte) (int, error) {
	if *f.left -= len(p); *f.left < 0 {
		return 0, &fs.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	return f.File.Write(p)
}

// A full disk stops a sweep wherever it happens, costs the part in hand, leaves nothing
// half written, and the same command goes on once there is room.
func TestFullDisk(t *testing.T) {
	want, s := t.TempDir(), testStudy(t, fixed)
	finish(t, want, s, 1)
	got := t.TempDir()
	stops := 0
	for room := 30_000; ; room += 60_000 {
		left := room
		st := Open(got, s, "v1")
		st.create = func(dir, pattern string) (file, error) {
			f, err := createTemp(dir, pattern)
			if err != nil {
				return nil, err
			}
			return diskFull{f.(*os.File), &left}, nil
		}
		err := st.Begin(Whole)
		if err == nil {
			_, err = st.Run(t.Context(), options(2, Whole))
		}
		if err == nil {
			_, err = st.Merge(MergeOptions{})
		}
		temps, _ := filepath.Glob(filepath.Join(got, "parts", ".cumbre-*"))
		more, _ := filepath.Glob(filepath.Join(got, ".cumbre-*"))
		require.Empty(t, append(temps, more...), "half-written files are left")
		if err == nil {
			break
		}
		require.ErrorIs(t, err, syscall.ENOSPC)
		stops++
	}
	require.Greater(t, stops, 3)
	same(t, want, got)
}

// A part that a power cut has damaged, or of another study, does not count.
func TestDamagedParts(t *testing.T) {
	want, got, s := t.TempDir(), t.TempDir(), testStudy(t, fixed)
	finish(t, want, s, 1)
	st := Open(got, s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	parts, err := filepath.Glob(filepath.Join(got, partsName, "*.parquet"))
	require.NoError(t, err)
	require.Greater(t, len(parts), 10)
	require.NoError(t, os.Truncate(parts[0], 100))
	require.NoError(t, os.WriteFile(parts[5], nil, 0o644))
	require.NoError(t, os.Remove(parts[9])) // the years of a part alone
	var bad []string
	o := options(2, Whole)
	o.Damaged = func(d Damaged) { bad = append(bad, d.Path) }
	p, err := st.Run(t.Context(), o)
	require.NoError(t, err)
	require.Equal(t, []string{parts[0], parts[5], parts[9]}, bad)
	require.Less(t, p.Found, p.Total)
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	same(t, want, got)
}

// A process killed while it began, or while it raised the number of replications, leaves a
// folder that the same command takes up.
func TestKilledWhileBeginning(t *testing.T) {
	want, s := t.TempDir(), testStudy(t, fixed)
	finish(t, want, s, 1)
	got := filepath.Join(t.TempDir(), "new")
	finish(t, got, testStudy(t, "replications: 10"), 2)
	old, err := os.ReadFile(filepath.Join(got, StudyName))
	require.NoError(t, err)
	require.NoError(t, Open(got, s, "v1").Begin(Whole))
	require.NoError(t, os.WriteFile(filepath.Join(got, StudyName), old, 0o644))
	finish(t, got, s, 2)
	same(t, want, got)

	for _, name := range []string{StudyName, "scenario/pacific-alliance.yaml", "scenario", partsName} {
		got := t.TempDir()
		require.NoError(t, Open(got, s, "v1").Begin(Whole))
		require.NoError(t, os.RemoveAll(filepath.Join(got, name)))
		require.NoError(t, Check(got, s, "v1"))
		require.NoError(t, Open(got, s, "v1").Begin(Whole))
		require.DirExists(t, filepath.Join(got, partsName))
		require.FileExists(t, filepath.Join(got, StudyName))
	}
}

// Restart takes away what is ours and nothing else.
func TestRestart(t *testing.T) {
	dir := t.TempDir()
	finish(t, dir, testStudy(t, fixed), 2)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o644))
	require.NoError(t, Restart(dir))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
	require.Equal(t, "notes.txt", entries[0].Name())
	require.ErrorIs(t, Check(dir, testStudy(t, fixed), "v1"), ErrForeign)
	require.Error(t, Restart(dir), "it is of no study")
}

func TestPartNames(t *testing.T) {
	for _, s := range []span{{0, 5, Whole, "0123abcd"}, {7, 1_000_000_000, Shard{2, 10}, "ffffffff"}} {
		got, ok := parsePart(s.stem() + runsEnding)
		require.True(t, ok)
		require.Equal(t, s, got)
	}
	for _, name := range []string{"cells-0000000000005-0000000000005-01234567.runs.parquet", "cells-1-2-01234567.runs.parquet", "cells-0000000000000-0000000000005-01234567.years.parquet", "x.parquet", "cells-0000000000000-0000000000005.runs.parquet", "cells-0000000000000-0000000000005-3of2-01234567.runs.parquet"} {
		_, ok := parsePart(name)
		require.False(t, ok, name)
	}
}

func TestCoverage(t *testing.T) {
	c := newCoverage(4, []span{{0, 4, Whole, ""}, {10, 12, Whole, ""}, {3, 8, Whole, ""}, {12, 20, Shard{2, 4}, ""}})
	var has []string
	for cell := range int64(21) {
		if c.has(cell) {
			has = append(has, fmt.Sprint(cell))
		}
	}
	require.Equal(t, "0 1 2 3 4 5 6 7 10 11 13 17", strings.Join(has, " "))
	require.EqualValues(t, 10, c.count(100))
	require.EqualValues(t, 9, c.count(11))
}

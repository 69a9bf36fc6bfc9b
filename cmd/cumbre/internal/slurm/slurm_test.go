package slurm

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCompact(t *testing.T) {
	require.Empty(t, Compact(nil))
	require.Equal(t, "7", Compact([]int{7}))
	require.Equal(t, "1,5-8", Compact([]int{1, 5, 6, 7, 8}))
	require.Equal(t, "1-2,4,6-7", Compact([]int{1, 2, 4, 6, 7}))
}

// What is written compactly is, read as Slurm reads it, what was meant, and no shorter
// list of spans says it.
func TestCompactSaysWhatWasMeant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		meant := rapid.SliceOfNDistinct(rapid.IntRange(1, 60), 0, 40, rapid.ID[int]).Draw(t, "numbers")
		slices.Sort(meant)
		text := Compact(meant)
		var read []int
		spans := 0
		for span := range strings.SplitSeq(text, ",") {
			var from, to int
			if _, err := fmt.Sscanf(span, "%d-%d", &from, &to); err != nil {
				if _, err := fmt.Sscanf(span, "%d", &from); err != nil {
					break
				}
				to = from
			}
			spans++
			for n := from; n <= to; n++ {
				read = append(read, n)
			}
		}
		require.Len(t, read, len(meant))
		require.True(t, slices.Equal(meant, read))
		gaps := 0
		for i := range meant {
			if i == 0 || meant[i] != meant[i-1]+1 {
				gaps++
			}
		}
		require.Equal(t, gaps, spans)
	})
}

// The forms are those of sbatch(1), --time.
func TestParseTime(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"90":         90 * time.Minute,
		"1:30":       90 * time.Second,
		"1:30:00":    90 * time.Minute,
		"2-12":       60 * time.Hour,
		"2-12:30":    60*time.Hour + 30*time.Minute,
		"2-12:30:15": 60*time.Hour + 30*time.Minute + 15*time.Second,
	} {
		got, ok := ParseTime(text)
		require.True(t, ok, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "0", "x", "1h", "1:2:3:4", "-5", "2-", "1,5", "99999999999999999999", "99999-1"} {
		_, ok := ParseTime(text)
		require.False(t, ok, text)
	}
}

func TestIsOption(t *testing.T) {
	for _, text := range []string{"--qos=long", "--constraint=amd", "-C amd", "--mail-type=END", "--comment=\"two words\"", "--array-like=1", "--exclusive", "--comment=\"a - b\"", "--wait-all-nodes=1", "--account=a"} {
		require.True(t, IsOption(text), text)
	}
	for _, text := range []string{"qos=long", "--array=1-3", "-a1-3", "-a 1", "-d afterok:1", "--dependency=afterok:1", "--wrap=ls", "-W", "--wait", "--chdir=/", "--qos=long\nrm -r /", "--qos=long --array=1-9", "-C amd -a1", "--arr=1-9", "--depend=singleton", "", "-", "--"} {
		require.False(t, IsOption(text), text)
	}
	require.True(t, IsWord("debug,long") && IsWord("a-b_c@d"))
	require.False(t, IsWord("a b") || IsWord("-x") || IsWord("a\n") || IsWord(""))
	require.True(t, IsMemory("2G") && IsMemory("500") && !IsMemory("2GB") && !IsMemory("-1G") && !IsMemory("1.5G"))
}

func job(program string) Job {
	return Job{
		Options: Options{Shards: 12, Partition: "main", Account: "alliance", Time: "2:00:00", Mem: "2G", CPUs: 4, More: []string{"--qos=long"}, CSV: true},
		Name:    "cumbre-results", Program: program, Study: "study.yaml", Lang: "en",
	}
}

// The scripts are run by a real shell, from the folder, by a program whose name has spaces:
// what it is told is what it should be. Options stand before the first command, where Slurm
// reads them.
func TestScriptsRun(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "the program")
	require.NoError(t, os.WriteFile(program, []byte("#!/bin/sh\nfor a in \"$@\"; do echo \"[$a]\"; done\n"), 0o755))
	j := job("'" + program + "'")
	require.NoError(t, Write(dir, j, Record{Options: j.Options}))
	for script, want := range map[string]string{
		ArrayScript: "[sweep]\n[study.yaml]\n[-o]\n[.]\n[--shard]\n[7/12]\n[--workers]\n[4]\n",
		MergeScript: "[merge]\n[.]\n[--csv]\n",
	} {
		c := exec.CommandContext(t.Context(), bash, script)
		c.Dir, c.Env = dir, append(os.Environ(), "SLURM_ARRAY_TASK_ID=7", "CUMBRE_SHARD=3")
		out, err := c.CombinedOutput()
		require.NoError(t, err, string(out))
		require.Equal(t, want, string(out))

		text, err := os.ReadFile(filepath.Join(dir, script))
		require.NoError(t, err)
		head, _, _ := strings.Cut(string(text), "\n\n")
		require.Equal(t, strings.Count(string(text), "#SBATCH"), strings.Count(head, "\n#SBATCH --"), "an option where Slurm does not read it")
		require.Contains(t, head, "\n#SBATCH --qos=long", "the user's come last")
	}
	require.Contains(t, j.Array(), "#SBATCH --cpus-per-task=4\n#SBATCH --mem=2G\n#SBATCH --time=2:00:00\n#SBATCH --partition=main\n#SBATCH --account=alliance\n")
	require.Contains(t, j.Merge(), "#SBATCH --cpus-per-task=1\n", "one process merges")

	require.NoError(t, os.Remove(program))
	c := exec.CommandContext(t.Context(), bash, ArrayScript)
	c.Dir = dir
	out, err := c.CombinedOutput()
	require.Error(t, err)
	require.Equal(t, 127, c.ProcessState.ExitCode())
	require.Contains(t, string(out), "put the program where all nodes see it")
}

// Without options nothing is asked for but one processor, in either language.
func TestScriptsAskForLittle(t *testing.T) {
	for _, lang := range []string{"es", "en"} {
		j := Job{Options: Options{Shards: 3}, Name: "n", Program: "/bin/cumbre", Study: "study.yaml", Lang: lang}
		for _, script := range []string{j.Array(), j.Merge()} {
			var asked []string
			for line := range strings.Lines(script) {
				if option, ok := strings.CutPrefix(line, "#SBATCH --"); ok {
					name, _, _ := strings.Cut(strings.TrimSpace(option), "=")
					asked = append(asked, name)
				}
			}
			require.Equal(t, []string{"job-name", "output", "open-mode", "requeue", "ntasks", "cpus-per-task"}, asked)
		}
	}
}

func TestCommands(t *testing.T) {
	require.Equal(t, "sbatch --parsable --array=1,5-8 slurm/array.sh", strings.Join(ArrayCommand([]int{1, 5, 6, 7, 8}, 0), " "))
	require.Equal(t, "sbatch --parsable --array=2%3 slurm/array.sh", strings.Join(ArrayCommand([]int{2}, 3), " "))
	require.Equal(t, "sbatch --parsable --dependency=afterany:17 slurm/merge.sh", strings.Join(MergeCommand("17"), " "))
	require.Equal(t, "sbatch --parsable slurm/merge.sh", strings.Join(MergeCommand(""), " "))
}

func TestRecord(t *testing.T) {
	dir := t.TempDir()
	r, err := Read(dir)
	require.NoError(t, err)
	require.Zero(t, r.Shards)
	j := job("/bin/cumbre")
	want := Record{Options: j.Options, Jobs: []Jobs{{Array: "1", Shards: "1-12", Merge: "2"}, {Merge: "3"}}}
	require.NoError(t, Write(dir, j, want))
	got, err := Read(dir)
	require.NoError(t, err)
	require.Equal(t, want, got)
	require.Equal(t, "1,2", got.Jobs[0].List(","))
	require.Equal(t, "3", got.Jobs[1].List(","))

	require.NoError(t, os.WriteFile(filepath.Join(dir, RecordName), []byte("{"), 0o644))
	_, err = Read(dir)
	require.ErrorIs(t, err, ErrRecord)
	require.NoError(t, os.WriteFile(filepath.Join(dir, LogFolder, "1_2.log"), nil, 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, Folder, "mine.txt"), nil, 0o644))
	require.NoError(t, Forget(dir))
	left, err := filepath.Glob(filepath.Join(dir, Folder, "*"))
	require.NoError(t, err)
	require.Equal(t, []string{filepath.Join(dir, Folder, "mine.txt")}, left, "what is not ours stays")
}

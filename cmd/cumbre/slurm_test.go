package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/slurm"
)

// patience bounds every wait for the cluster: generous, as machines may be busy.
const patience = 3 * time.Minute

const slurmStudy = `study: On a cluster
scenario: short.yaml
compare: [light, sherpa, secretariat]
sweep: {mandates_per_summit: 20..80/20}
replications: 400
`

const slurmScenario = "scenario: Short\nextends: pacific-alliance\nend: 2012-12-31\n"

// slurmShards is how many shares the study is dealt to: some are done while others are not.
const slurmShards = 8

// cluster is a real Slurm of two nodes that .ci/slurm/cluster has brought up, and a study on
// it.
type cluster struct {
	*testing.T
	folder  string // of the cluster
	script  string
	program string
	work    string // the folder of the study's file
	one     string // the results of one process
}

// TestSlurm runs a study on a real Slurm whose tasks, nodes and controller are killed. Each
// time the tables are those of one process, to the last byte.
func TestSlurm(t *testing.T) {
	folder := os.Getenv("CUMBRE_SLURM")
	if folder == "" {
		t.Skip("no cluster: .ci/check slurm brings one up")
	}
	script, err := filepath.Abs("../../.ci/slurm/cluster")
	require.NoError(t, err)
	work := t.TempDir()
	c := &cluster{T: t, folder: folder, script: script, program: filepath.Join(work, "cumbre"), work: work, one: filepath.Join(work, "one")}
	c.must("go", "build", "-o", c.program, ".")
	require.NoError(t, os.WriteFile(filepath.Join(work, "study.yaml"), []byte(slurmStudy), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(work, "short.yaml"), []byte(slurmScenario), 0o644))
	c.must(c.program, "sweep", filepath.Join(work, "study.yaml"), "-o", c.one, "--workers", "1", "-q")

	for _, test := range []struct {
		name string
		run  func(*cluster)
	}{
		{"as the page says", documented},
		{"whole study", whole},
		{"submitted twice at once", twice},
		{"node killed", nodeKilled},
		{"array cancelled", cancelled},
		{"controller killed", controllerKilled},
	} {
		began := time.Now()
		if !t.Run(test.name, func(t *testing.T) {
			own := *c
			own.T = t
			t.Cleanup(own.tell)
			test.run(&own)
		}) {
			break // what is left of it in the queue would disturb the others
		}
		t.Logf("%s: %s", test.name, time.Since(began).Round(100*time.Millisecond))
	}
}

// documented runs what docs/cluster.md tells the reader to type.
func documented(c *cluster) {
	blocks, _ := clusterBlocks(c.T, clusterPages[0])
	dir := filepath.Join(c.work, "documented")
	require.NoError(c, os.Mkdir(dir, 0o755))
	require.NoError(c, os.WriteFile(filepath.Join(dir, "study.yaml"), []byte(blocks["yaml study.yaml"]), 0o644))
	c.must(c.program, "sweep", filepath.Join(dir, "study.yaml"), "-o", filepath.Join(dir, "alone"))
	c.Setenv("PATH", filepath.Dir(c.program)+string(os.PathListSeparator)+os.Getenv("PATH"))
	c.Setenv("LC_ALL", "C")
	enter := func(block string) string {
		require.Contains(c, blocks, "bash "+block)
		return c.must("bash", "-c", "cd "+dir+"; "+blocks["bash "+block]+"\ntrue")
	}
	require.Contains(c, enter("submit"), "submitted ")
	require.Contains(c, enter("watch"), "something is missing in ")
	c.settle()
	sameTables(c.T, filepath.Join(dir, "alone"), filepath.Join(dir, "results"))
	require.Contains(c, enter("again"), "nothing to submit")
	require.Contains(c, enter("watch"), "the tables are written")
}

// whole submits a study and waits.
func whole(c *cluster) {
	dir := filepath.Join(c.work, "whole")
	said, err := c.try(c.program, "submit", c.study(), "-o", dir, "--slurm", "--shards", "1001", "--lang", "en")
	require.Error(c, err)
	require.Contains(c, said, "this cluster takes indices up to 1000 in an array (its MaxArraySize is 1001)")
	require.NoDirExists(c, dir)

	jobs := c.submit(dir, "--time", "30", "--mem", "200M", "--partition", "main")
	require.Equal(c, "1-8", jobs.indices)
	// The jobs run the study that was submitted, whatever becomes of the user's file.
	require.NoError(c, os.Rename(c.study(), c.study()+".kept"))
	require.NoError(c, os.WriteFile(c.study(), []byte("study: Another\nreplications: 1\n"), 0o644))
	c.settle()
	require.NoError(c, os.Rename(c.study()+".kept", c.study()))
	c.same(dir)
	require.Contains(c, c.must(c.program, "submit", c.study(), "-o", dir, "--slurm", "--lang", "en"), "nothing to submit")
	require.Empty(c, c.queue())
}

// twice has every share run by two tasks, on two nodes at once where it comes to that.
func twice(c *cluster) {
	dir := filepath.Join(c.work, "twice")
	first := c.submit(dir)
	again := c.submit(dir)
	require.Equal(c, first.indices, again.indices)
	c.settle()
	c.same(dir)
}

// nodeKilled takes the power off a node while it runs a share.
func nodeKilled(c *cluster) {
	dir := filepath.Join(c.work, "node")
	jobs := c.submit(dir)
	done := c.underWay(dir)
	c.eventually("a task on n2", func() bool { return c.must("squeue", "--noheader", "--states=R", "--nodelist=n2") != "" })
	c.cluster("kill", "n2")
	require.NotEmpty(c, c.missing(dir), "the array was over")
	c.eventually("n2 is down", func() bool {
		return strings.Contains(c.must("sinfo", "--noheader", "--nodes=n2", "--format=%T"), "down")
	})
	lost := c.must("squeue", "--noheader", "--states=all", "--jobs="+jobs.array, "--format=%K %T %N")
	c.cluster("start", "n2")
	c.settle()
	again := c.finish(dir)
	c.Logf("%d shares were done when the node was lost; %d submissions more; then:\n%s", done, again, lost)
	c.same(dir)
}

// cancelled cancels an array. The merge after it says what is missing, and only that is
// submitted again.
func cancelled(c *cluster) {
	dir := filepath.Join(c.work, "cancelled")
	first := c.submit(dir)
	c.underWay(dir)
	c.must("scancel", first.array)
	c.settle()
	log := c.read(filepath.Join(dir, "slurm", "logs", "merge-"+first.merge+".log"))
	require.Regexp(c, `cumbre: [0-9]+ of 4800 runs are missing`, log)
	require.Contains(c, log, "cumbre submit -o "+dir+" --slurm")
	require.NoFileExists(c, filepath.Join(dir, "runs.parquet"))

	missing := c.missing(dir)
	require.NotEmpty(c, missing)
	require.Less(c, len(missing), slurmShards, "none was done")
	kept := c.logs(dir)
	require.Regexp(c, `interrupted with [0-9]+ of [0-9]+ runs, all of them kept`, kept, "a task that is stopped keeps the runs in hand")

	again := c.submit(dir)
	require.Equal(c, slurm.Compact(missing), again.indices)
	c.settle()
	c.same(dir)
	var ran []int
	for shard := 1; shard <= slurmShards; shard++ {
		if _, err := os.Stat(filepath.Join(dir, "slurm", "logs", fmt.Sprintf("%s_%d.log", again.array, shard))); err == nil {
			ran = append(ran, shard)
		}
	}
	require.Equal(c, missing, ran, "only what was missing has run again")
}

// controllerKilled kills the controller, which forgets what it did in its last seconds.
func controllerKilled(c *cluster) {
	dir := filepath.Join(c.work, "controller")
	jobs := c.submit(dir)
	done := c.underWay(dir)
	c.cluster("kill", "controller")
	require.NotEmpty(c, c.missing(dir), "the array was over")
	c.cluster("start", "controller")
	c.eventually("the controller answers", func() bool { _, err := c.try("squeue", "--noheader"); return err == nil })
	known, err := c.try("squeue", "--noheader", "--jobs="+jobs.array+","+jobs.merge, "--format=%i %T")
	// It may have forgotten tasks that it had started, start them twice, and take for running
	// what ended while it was dead, until it looks again: what counts is what is there.
	polls := 0
	c.eventually("all runs are there, or no job is left", func() bool {
		if polls++; polls%20 == 0 {
			c.must("scontrol", "reconfigure") // asks the nodes what they run, which else it does every minute
		}
		return c.queue() == "" || len(c.missing(dir)) == 0
	})
	if left := c.queue(); left != "" {
		c.Logf("all runs were there, and in the queue still\n%s", left)
		_, _ = c.try("scancel", jobs.array, jobs.merge) // it may not know them any more
		c.settle()
	}
	again := c.finish(dir)
	c.Logf("%d shares were done when the controller was killed; it then knew (%v) of\n%s; %d submissions more", done, err, known, again)
	c.same(dir)
}

func (c *cluster) study() string { return filepath.Join(c.work, "study.yaml") }

// submitted is what `cumbre submit` said it submitted.
type submitted struct{ array, indices, merge string }

var submittedArray = regexp.MustCompile(`submitted (\d+): sbatch --parsable --array=(\S+) slurm/array.sh
submitted (\d+): sbatch --parsable --dependency=afterany:(\d+) slurm/merge.sh`)

func (c *cluster) submit(dir string, options ...string) submitted {
	args := append([]string{"submit", c.study(), "-o", dir, "--slurm", "--lang", "en"}, options...)
	if _, err := os.Stat(dir); err != nil {
		args = append(args, "--shards", fmt.Sprint(slurmShards)) // the folder remembers it
	}
	said := c.must(c.program, args...)
	m := submittedArray.FindStringSubmatch(said)
	require.NotNil(c, m, said)
	require.Equal(c, m[1], m[4])
	return submitted{m[1], m[2], m[3]}
}

// finish submits until nothing is missing, which must not take long, and tells how often.
func (c *cluster) finish(dir string) int {
	for again := range 4 {
		said := c.must(c.program, "submit", c.study(), "-o", dir, "--slurm", "--lang", "en")
		if strings.Contains(said, "nothing to submit") {
			return again
		}
		c.settle()
	}
	require.FailNow(c, "submitting again does not finish the study")
	return 0
}

// underWay waits until some shares are done, others are not, and one is in its middle; it
// tells how many are done.
func (c *cluster) underWay(dir string) int {
	var is progress
	c.eventually("the first shares are done and another runs", func() bool {
		is = c.progress(dir)
		done := slurmShards - len(is.Missing)
		begun := is.Done - done*is.total()/slurmShards // runs of shares that are not done
		return done >= 2 && begun > is.total()/slurmShards/4 && begun < is.total()/slurmShards
	})
	require.GreaterOrEqual(c, len(is.Missing), 2, "the study is too small: the array was over too soon")
	return slurmShards - len(is.Missing)
}

// progress is what the files say is done.
type progress struct {
	Done    int   `json:"done"`
	Lacking int   `json:"missing"`
	Shards  int   `json:"shards"`
	Missing []int `json:"missing_shards"`
}

func (p progress) total() int { return p.Done + p.Lacking }

func (c *cluster) progress(dir string) progress {
	out, _ := exec.CommandContext(c.Context(), c.program, "status", dir, "--json").Output() // exits with 1 if something is missing
	var is progress
	require.NoError(c, json.Unmarshal(out, &is), string(out))
	require.Equal(c, slurmShards, is.Shards)
	return is
}

// missing are the shares that lack something.
func (c *cluster) missing(dir string) []int { return c.progress(dir).Missing }

// same requires the tables of one process.
func (c *cluster) same(dir string) {
	for _, name := range []string{"runs.parquet", "years.parquet", "manifest.json", "README.txt", "study.yaml"} {
		require.True(c, c.read(filepath.Join(c.one, name)) == c.read(filepath.Join(dir, name)), "%s differs", name)
	}
	for _, pattern := range []string{"parts/*", "parts/.cumbre-*", ".cumbre-*"} {
		left, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		require.NoError(c, err)
		require.Empty(c, left)
	}
}

func (c *cluster) read(path string) string {
	data, err := os.ReadFile(path)
	require.NoError(c, err)
	return string(data)
}

// logs are all logs of the jobs of a folder.
func (c *cluster) logs(dir string) string {
	paths, err := filepath.Glob(filepath.Join(dir, "slurm", "logs", "*"))
	require.NoError(c, err)
	slices.Sort(paths)
	var b strings.Builder
	for _, path := range paths {
		fmt.Fprintf(&b, "== %s\n%s", filepath.Base(path), c.read(path))
	}
	return b.String()
}

func (c *cluster) queue() string { return c.must("squeue", "--noheader") }

// settle waits until the queue is empty.
func (c *cluster) settle() {
	c.eventually("the queue is empty", func() bool { return c.queue() == "" })
}

// eventually polls: no wait is for a time.
func (c *cluster) eventually(what string, is func() bool) {
	for until := time.Now().Add(patience); !is(); time.Sleep(50 * time.Millisecond) {
		require.True(c, time.Now().Before(until), "waited in vain: %s\n%s", what, c.must("squeue", "--states=all"))
	}
}

// cluster runs the script that has brought the cluster up.
func (c *cluster) cluster(verb, what string) { c.must(c.script, verb, c.folder, what) }

func (c *cluster) must(command string, args ...string) string {
	said, err := c.try(command, args...)
	require.NoError(c, err, "%s %s\n%s", command, strings.Join(args, " "), said)
	return said
}

func (c *cluster) try(command string, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(c.Context(), patience)
	defer stop()
	said, err := exec.CommandContext(ctx, command, args...).CombinedOutput()
	return string(said), err
}

// tell shows, after a failure, what the cluster and the jobs said.
func (c *cluster) tell() {
	if !c.Failed() {
		return
	}
	queue, _ := exec.Command("squeue", "--states=all").CombinedOutput()
	c.Logf("%s", queue)
	for _, dir := range []string{"documented/results", "whole", "twice", "node", "cancelled", "controller"} {
		c.Logf("%s", c.logs(filepath.Join(c.work, dir)))
	}
	for _, log := range []string{"slurmctld.log", "slurmd-n1.log", "slurmd-n2.log"} {
		lines := strings.Split(c.read(filepath.Join(c.folder, "log", log)), "\n")
		c.Logf("== %s\n%s", log, strings.Join(lines[max(0, len(lines)-40):], "\n"))
	}
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
)

// clusterPages say how a study runs on a cluster, in both languages.
var clusterPages = []string{"../../docs/cluster.md", "../../docs/cluster.es.md"}

var namedBlock = regexp.MustCompile("(?ms)^```(\\w+) ?(\\S*)\n(.*?)^```$")

// clusterBlocks are the blocks of a page by their names, and the names in order.
func clusterBlocks(t *testing.T, page string) (blocks map[string]string, names []string) {
	t.Helper()
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	blocks = map[string]string{}
	for _, b := range namedBlock.FindAllStringSubmatch(string(text), -1) {
		name := b[1] + " " + b[2]
		require.NotContains(t, blocks, name)
		blocks[name] = b[3]
		names = append(names, name)
	}
	return blocks, names
}

// What is typed is the same in both languages.
func TestClusterPagesAgree(t *testing.T) {
	first, order := clusterBlocks(t, clusterPages[0])
	second, same := clusterBlocks(t, clusterPages[1])
	require.Equal(t, order, same)
	require.Equal(t, first, second)
}

// clusterStudy writes the study of the page into a new folder and runs it in one process.
func clusterStudy(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	blocks, _ := clusterBlocks(t, clusterPages[0])
	require.NoError(t, os.WriteFile(filepath.Join(dir, "study.yaml"), []byte(blocks["yaml study.yaml"]), 0o644))
	said, err := command(t, "sweep", filepath.Join(dir, "study.yaml"), "-o", filepath.Join(dir, "alone"), "--workers", "1").CombinedOutput()
	require.NoError(t, err, string(said))
	return dir
}

// sameTables requires that two folders hold the same tables, to the last byte.
func sameTables(t *testing.T, want, got string) {
	t.Helper()
	for _, name := range []string{"runs.parquet", "years.parquet", "manifest.json"} {
		a, err := os.ReadFile(filepath.Join(want, name))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(got, name))
		require.NoError(t, err)
		require.True(t, bytes.Equal(a, b), "%s differs", name)
	}
}

// The ways to run shares without Slurm are run as the page shows them.
func TestClusterPageWithoutSlurm(t *testing.T) {
	blocks, _ := clusterBlocks(t, clusterPages[0])
	dir := clusterStudy(t)
	for _, way := range []struct{ name, needs string }{{"loop", "bash"}, {"xargs", "xargs"}, {"parallel", "parallel"}, {"variable", "bash"}, {"folders", "bash"}} {
		t.Run(way.name, func(t *testing.T) {
			about, err := exec.Command(way.needs, "--version").Output()
			if err != nil || !strings.Contains(string(about), "GNU") { // there is another parallel
				t.Skipf("no %s of GNU's here", way.needs)
			}
			require.Contains(t, blocks, "bash "+way.name)
			own := t.TempDir()
			require.NoError(t, os.CopyFS(own, os.DirFS(dir)))
			c := exec.CommandContext(t.Context(), "bash", "-euo", "pipefail", "-c", blocks["bash "+way.name])
			c.Dir, c.Env = own, append(os.Environ(), "LC_ALL=C")
			said, err := c.CombinedOutput()
			require.NoError(t, err, string(said))
			sameTables(t, filepath.Join(dir, "alone"), filepath.Join(own, "results"))
		})
	}
}

// object is what is looked at of an object of Kubernetes.
type object struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Data       map[string]string
	Spec       struct {
		AccessModes    []string `yaml:"accessModes"`
		CompletionMode string   `yaml:"completionMode"`
		Completions    int
		Parallelism    int
		Template       struct{ Spec pod }
	}
}

type pod struct {
	RestartPolicy string `yaml:"restartPolicy"`
	Containers    []struct {
		Image         string
		Command, Args []string
		VolumeMounts  []struct {
			Name      string
			MountPath string `yaml:"mountPath"`
		} `yaml:"volumeMounts"`
	}
	Volumes []struct {
		Name                  string
		ConfigMap             struct{ Name string } `yaml:"configMap"`
		PersistentVolumeClaim struct {
			ClaimName string `yaml:"claimName"`
		} `yaml:"persistentVolumeClaim"`
	}
}

func objects(t *testing.T, text string) map[string]object {
	t.Helper()
	all := map[string]object{}
	for d := yaml.NewDecoder(strings.NewReader(text)); ; {
		var o object
		err := d.Decode(&o)
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		all[o.Kind] = o
	}
}

// The manifests are of one piece, and what their containers run, once for each index and
// with folders of ours in place of the volumes, gives the tables of one process.
func TestClusterManifests(t *testing.T) {
	blocks, _ := clusterBlocks(t, clusterPages[0])
	all, merge := objects(t, blocks["yaml job.yaml"]), objects(t, blocks["yaml merge.yaml"])["Job"]
	job, study, claim := all["Job"], all["ConfigMap"], all["PersistentVolumeClaim"]
	require.Equal(t, "batch/v1", job.APIVersion)
	require.Equal(t, "batch/v1", merge.APIVersion)
	require.Equal(t, "Indexed", job.Spec.CompletionMode)
	require.LessOrEqual(t, job.Spec.Parallelism, job.Spec.Completions)
	require.Equal(t, []string{"ReadWriteMany"}, claim.Spec.AccessModes)
	require.Equal(t, blocks["yaml study.yaml"], study.Data["study.yaml"], "the page has one study")
	shards := job.Spec.Template.Spec.Containers[0].Args
	require.Contains(t, shards, fmt.Sprintf("auto/%d", job.Spec.Completions), "a share for each index")

	dir := clusterStudy(t)
	mounted := strings.NewReplacer("/study/", dir+"/", "/results/", dir+"/volume/")
	for _, j := range []object{job, merge} {
		p := j.Spec.Template.Spec
		require.Equal(t, "Never", p.RestartPolicy, "backoffLimitPerIndex and podFailurePolicy want it")
		volumes := map[string]string{}
		for _, v := range p.Volumes {
			volumes[v.Name] = v.ConfigMap.Name + v.PersistentVolumeClaim.ClaimName
		}
		mounts := map[string]string{}
		for _, m := range p.Containers[0].VolumeMounts {
			mounts[m.MountPath] = volumes[m.Name]
		}
		require.Equal(t, claim.Metadata.Name, mounts["/results"])
		require.True(t, j.Metadata.Name == merge.Metadata.Name || mounts["/study"] == study.Metadata.Name)
		require.Equal(t, []string{"/cumbre"}, p.Containers[0].Command)
		for index := range max(j.Spec.Completions, 1) {
			var args []string
			for _, a := range p.Containers[0].Args {
				args = append(args, mounted.Replace(a))
			}
			c := command(t, args...)
			c.Env = append(c.Env, fmt.Sprintf("JOB_COMPLETION_INDEX=%d", index))
			said, err := c.CombinedOutput()
			require.NoError(t, err, string(said))
		}
	}
	sameTables(t, filepath.Join(dir, "alone"), filepath.Join(dir, "volume", "sherpas"))
}

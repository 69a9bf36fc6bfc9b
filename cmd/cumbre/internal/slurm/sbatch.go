package slurm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// ArrayCommand is the command that submits shares, to be run in the folder of the study.
func ArrayCommand(shards []int, atOnce int) []string {
	indices := Compact(shards)
	if atOnce > 0 {
		indices += "%" + strconv.Itoa(atOnce)
	}
	return []string{"sbatch", "--parsable", "--array=" + indices, ArrayScript}
}

// MergeCommand is the command that submits the merge, after an array if there is one.
//
// The merge waits for the array's end, whatever end (afterany), and not for its success
// (afterok). Once a task has failed, was cancelled or got lost, afterok can never be met
// any more: the merge would stay in the queue as DependencyNeverSatisfied, or, where the
// cluster is set so, vanish from it, and say nothing either way. A task also exits with 1
// when some of its runs failed, which are rows of the table like others. So the merge always
// runs and looks at the files: if all is there it makes the tables, and if not it writes
// nothing, says how many runs are missing and how to go on, and exits with 1.
func MergeCommand(array string) []string {
	if array == "" {
		return []string{"sbatch", "--parsable", MergeScript}
	}
	return []string{"sbatch", "--parsable", "--dependency=afterany:" + array, MergeScript}
}

// Ready reports whether the commands of Slurm are there.
func Ready() error {
	_, err := exec.LookPath("sbatch")
	return err
}

var parsable = regexp.MustCompile(`^(\d+)(?:;(\S+))?$`)

// Submit runs a command of ArrayCommand or MergeCommand in the folder of a study and returns
// the number of the job. What sbatch has to say goes to stderr as it says it: it may wait
// for a busy controller for minutes.
func Submit(ctx context.Context, dir string, command []string, stderr io.Writer) (string, error) {
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	c.Dir = dir
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, stderr
	if err := c.Run(); err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	m := parsable.FindStringSubmatch(strings.TrimSpace(out.String()))
	if m == nil {
		return "", fmt.Errorf("%s: %q is no job's number", strings.Join(command, " "), out.String())
	}
	return m[1], nil
}

var maxArraySize = regexp.MustCompile(`(?m)^MaxArraySize\s*=\s*(\d+)\s*$`)

// ErrUnknown says that the cluster does not tell.
var ErrUnknown = errors.New("the cluster does not tell")

// MaxIndex is the largest index of a job array that the cluster takes: one less than its
// MaxArraySize, as indices of others may begin with 0.
func MaxIndex(ctx context.Context) (int, error) {
	out, err := exec.CommandContext(ctx, "scontrol", "show", "config").Output()
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrUnknown, err)
	}
	m := maxArraySize.FindSubmatch(out)
	if m == nil {
		return 0, ErrUnknown
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrUnknown, err)
	}
	return n - 1, nil
}

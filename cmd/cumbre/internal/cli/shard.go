package cli

import (
	"os"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/sweep"
)

// shardWord is the share's number left to the environment: --shard auto/8.
const shardWord = "auto"

// shardVariable is our variable that holds the number of a share, for whatever starts
// shares and has none of its own.
const shardVariable = "CUMBRE_SHARD"

// shardVariables are where the number of a share is looked for, in this order.
var shardVariables = []struct {
	name  string
	first int // the number of the first share
}{
	{shardVariable, 1},
	{"SLURM_ARRAY_TASK_ID", 1},  // of a Slurm job array 1-N
	{"JOB_COMPLETION_INDEX", 0}, // of a Kubernetes Job with completionMode: Indexed
}

// shard reads which share to run.
func (a *app) shard(text string, wrong *mistakes) sweep.Shard {
	if text == "" {
		return sweep.Whole
	}
	index, of, _ := strings.Cut(text, "/")
	s := sweep.Shard{}
	var errs [2]error
	s.Of, errs[0] = strconv.Atoi(of)
	if index == shardWord {
		s.Index = 1
	} else {
		s.Index, errs[1] = strconv.Atoi(index)
	}
	if errs[0] != nil || errs[1] != nil || s.Index < 1 || s.Index > s.Of || s.Of > sweep.MaxShards {
		wrong.add(a.say("--shard %s: se escribe 2/8, la segunda de ocho partes, o auto/8", "--shard %s: it is written 2/8, the second of eight shares, or auto/8"), text)
		return sweep.Whole
	}
	if index == shardWord {
		s.Index = a.shardOfEnvironment(text, s.Of, wrong)
	}
	return s
}

// shardOfEnvironment is the number of the share that whatever started us says it is.
func (a *app) shardOfEnvironment(text string, of int, wrong *mistakes) int {
	for _, v := range shardVariables {
		value, given := os.LookupEnv(v.name)
		if !given {
			continue
		}
		n, err := strconv.Atoi(value)
		if n += 1 - v.first; err == nil && n >= 1 && n <= of {
			return n
		}
		wrong.add(a.say("--shard %s: %s=%s no es el número de una parte: van de %d a %d", "--shard %s: %s=%s is not the number of a share: they go from %d to %d"),
			text, v.name, value, v.first, v.first+of-1)
		return 1
	}
	wrong.add(a.say("--shard %s: ninguna variable dice qué parte es; dentro de un arreglo de Slurm (--array=1-%d) o de un Job indexado de Kubernetes (completions: %d) la hay; fuera, ponga %s=1 … %d, o escriba --shard 1/%d",
		"--shard %s: no variable tells which share it is; within a Slurm array (--array=1-%d) or an indexed Job of Kubernetes (completions: %d) there is one; elsewhere set %s=1 … %d, or write --shard 1/%d"),
		text, of, of, shardVariable, of, of)
	return 1
}

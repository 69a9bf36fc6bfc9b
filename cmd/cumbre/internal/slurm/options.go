package slurm

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Options are what a cluster is asked for; what is empty is left to the cluster.
type Options struct {
	Shards    int      `json:"shards"`
	Partition string   `json:"partition,omitempty"`
	Account   string   `json:"account,omitempty"`
	Time      string   `json:"time,omitempty"` // of each job
	Mem       string   `json:"mem,omitempty"`  // of each job
	CPUs      int      `json:"cpus_per_task,omitempty"`
	AtOnce    int      `json:"at_once,omitempty"` // tasks; 0: as many as the cluster gives
	More      []string `json:"sbatch,omitempty"`  // further options of sbatch, as it reads them
	CSV       bool     `json:"csv,omitempty"`     // the merge writes CSV too
}

// Cores is how many processors a task has.
func (o Options) Cores() int { return max(o.CPUs, 1) }

var (
	word   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.,:@+-]*$`)
	memory = regexp.MustCompile(`^[0-9]+[KMGT]?$`)
	option = regexp.MustCompile(`^--?[A-Za-z][^\n\r]*$`)
	second = regexp.MustCompile(`\s--?[A-Za-z]`)
	limit  = regexp.MustCompile(`^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$`)
)

// IsWord reports whether a text can be the name of a partition or an account.
func IsWord(text string) bool { return word.MatchString(text) }

// IsMemory reports whether a text is an amount of memory as --mem takes it, like 4G.
func IsMemory(text string) bool { return memory.MatchString(text) }

// reserved are the options of sbatch that submitting sets itself, or that would keep it from
// learning what it submitted.
var reserved = []string{"--array", "-a", "--dependency", "-d", "--chdir", "-D", "--wrap", "--parsable", "--wait", "-W", "--test-only"}

// IsOption reports whether a text is an option that sbatch may be given beside ours: one, as a
// second in the same line is read by sbatch too.
func IsOption(text string) bool {
	name, _, _ := strings.Cut(text, "=")
	name, _, _ = strings.Cut(name, " ")
	long := strings.HasPrefix(name, "--")
	if !long && len(name) > 2 {
		name = name[:2] // -a1-8
	}
	return option.MatchString(text) && !second.MatchString(text) && !slices.ContainsFunc(reserved, func(ours string) bool {
		// sbatch takes any beginning of a name that it can tell from others.
		return name == ours || long && strings.HasPrefix(ours, name)
	})
}

// ParseTime reads a time limit as --time takes it: minutes, minutes:seconds,
// hours:minutes:seconds, days-hours, days-hours:minutes or days-hours:minutes:seconds.
func ParseTime(text string) (time.Duration, bool) {
	m := limit.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	var n []time.Duration
	for _, digits := range m[2:] {
		if digits == "" {
			break
		}
		x, err := strconv.ParseInt(digits, 10, 32)
		if err != nil {
			return 0, false
		}
		n = append(n, time.Duration(x))
	}
	units := [][]time.Duration{{time.Minute}, {time.Minute, time.Second}, {time.Hour, time.Minute, time.Second}}[len(n)-1]
	total := time.Duration(0)
	if m[1] != "" {
		days, err := strconv.ParseInt(m[1], 10, 16)
		if err != nil {
			return 0, false
		}
		total = time.Duration(days) * 24 * time.Hour
		units = []time.Duration{time.Hour, time.Minute, time.Second}
	}
	for i, x := range n {
		total += x * units[i]
	}
	return total, total > 0
}

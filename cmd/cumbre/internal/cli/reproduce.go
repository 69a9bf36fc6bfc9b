package cli

import (
	"fmt"
	"slices"
	"strings"

	"cumbre/model/compare"
)

// passing are the flags that change where or how results are written, not what
// they are; true if a value follows.
var passing = map[string]bool{
	"-o": true, "--output": true, "--workers": true, "--points": true, "--force": false, "-q": false, "--quiet": false, "--json": false,
}

// reproduce is the command that gives a comparison's results again: this
// invocation without the flags that do not matter to them, and with the number
// of replications and the seed even where they were defaults.
func (a *app) reproduce(c *compare.Comparison) string { return a.again(c.Replications, c.Seed) }

// again is this invocation as reproduce gives it.
func (a *app) again(replications int, seed uint64) string {
	words, given := a.lasting()
	if !given("-n", "--replications") {
		words = append(words, fmt.Sprintf("-n %d", replications))
	}
	if !given("--seed") {
		words = append(words, fmt.Sprintf("--seed %d", seed))
	}
	return strings.Join(words, " ")
}

// lasting returns the words of this invocation that matter to its results, and a
// function that says whether a flag was given under one of its names.
func (a *app) lasting() (words []string, given func(names ...string) bool) {
	words = []string{"cumbre"}
	for i := 0; i < len(a.args); i++ {
		name, _, hasValue := strings.Cut(a.args[i], "=")
		valued, skip := passing[name]
		switch {
		case skip && valued && !hasValue:
			i++ // its value
		case skip, strings.HasPrefix(a.args[i], "-o"):
		default:
			words = append(words, quote(a.args[i]))
		}
	}
	return words, func(names ...string) bool {
		return slices.ContainsFunc(a.args, func(arg string) bool {
			return slices.ContainsFunc(names, func(n string) bool {
				return arg == n || strings.HasPrefix(arg, n+"=") || len(n) == 2 && strings.HasPrefix(arg, n)
			})
		})
	}
}

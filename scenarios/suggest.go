package scenarios

import (
	"strings"
)

// Suggest returns the name among the candidates that word was probably meant to
// be, and whether one is near enough: at most a third of its letters differ, by
// the optimal-string-alignment distance (Damerau 1964: insertion, deletion,
// substitution, transposition of neighbours), not counting case and hyphens.
// The first of equally near candidates wins.
func Suggest(word string, among []string) (string, bool) {
	w := fold(word)
	best, distance := "", maxWord
	for _, a := range among {
		f := fold(a)
		if d := edits(w, f); d < distance && 3*d <= max(len(w), len(f)) {
			best, distance = a, d
		}
	}
	return best, best != ""
}

// maxWord bounds the quadratic work of a comparison: nothing longer is a name.
const maxWord = 64

func fold(s string) []rune {
	r := []rune(strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s)))
	return r[:min(len(r), maxWord)]
}

// edits is the optimal-string-alignment distance between a and b.
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

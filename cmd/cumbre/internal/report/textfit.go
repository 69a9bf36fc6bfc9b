package report

import (
	"sort"
	"strings"
	"unicode"
)

// boldWidth is how much wider bold text runs, as a factor on its size.
const boldWidth = 1.12

// textWidth estimates the width of s set in a sans-serif face. The reader's
// fonts are unknown, so it takes the widest in common use (DejaVu Sans).
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iljtfrI.,:;'|!()[]· \u00a0", r):
			w += 0.36
		case strings.ContainsRune("mwMW%—−+…", r):
			w += 0.92
		case r >= 'A' && r <= 'Z' || r > 0x2000:
			w += 0.7
		default:
			w += 0.62
		}
	}
	return w * size
}

// fit shortens s with an ellipsis until it is no wider than width.
func fit(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for n := len(runes) - 1; n > 0; n-- {
		short := strings.TrimRight(string(runes[:n]), " ,.;:") + "…"
		if textWidth(short, size) <= width {
			return short
		}
	}
	return "…"
}

// wrap breaks s at spaces into at most most lines of a width.
func wrap(s string, size, width float64, most int) []string {
	var all []string
	line := ""
	words := strings.FieldsFunc(s, func(r rune) bool { return r != '\u00a0' && unicode.IsSpace(r) }) // 95 and its % stay together
	for i, word := range words {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || textWidth(longer, size) <= width {
			line = longer
			continue
		}
		if len(all) == most-1 {
			return append(all, fit(line+" "+strings.Join(words[i:], " "), size, width))
		}
		all = append(all, fit(line, size, width))
		line = word
	}
	return append(all, fit(line, size, width))
}

// spread moves labels that want the positions y apart until neighbours are gap
// from each other, within low and high as far as they fit.
func spread(y []float64, gap, low, high float64) []float64 {
	order := make([]int, 0, len(y))
	for i := range y {
		if finite(y[i]) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return y[order[a]] < y[order[b]] })
	out := append([]float64{}, y...)
	floor := low
	for _, i := range order {
		out[i] = max(out[i], floor)
		floor = out[i] + gap
	}
	ceiling := high
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		out[i] = min(out[i], ceiling)
		ceiling = out[i] - gap
	}
	return out
}

// Package report writes the comparison of institutional designs as one HTML
// file, in Spanish or English, that a scholar can print, mail and cite.
//
// The file is self-contained: it loads nothing, needs no script, and its
// figures are inline SVG. Each figure is drawn twice, for a page and for a
// telephone, because a drawing scaled down to a telephone has illegible text;
// the style sheet shows one of the two. Nothing in the file depends on the
// moment or the machine it was written on: the same comparison gives the same
// bytes.
//
// Reading order:
//
//	report.go      Write and Figures, the registry of figures
//	page.go        what the page is made of; page.tmpl and style.css beside it
//	section_*.go   one part of the page each
//	fig_*.go       one figure each
//	study.go       the report of a study: NewStudy; fig_map.go, fig_curves.go, fig_regions.go,
//	               fig_frontier.go, fig_sensitivity.go, section_study*.go, study_limits.go
//	bands.go       the report of a replay or a prediction: WriteBands, BandFigures
//	svg.go         the drawing surface; axis.go, panel.go, key.go: what figures share
//	language.go    words, numbers and dates in the two languages
package report

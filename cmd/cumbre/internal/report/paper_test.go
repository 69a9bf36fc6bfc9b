package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Browsers print a folded <details> folded, and hide its content through the
// content-visibility of details-content: the print style must undo
// that.
func TestPaperUnfoldsWhatTheScreenFolds(t *testing.T) {
	html := written(t, fake(usual), "en")
	_, paper, found := strings.Cut(html, "@media print {")
	require.True(t, found)
	paper, _, _ = strings.Cut(paper, "</style>")
	unfold := regexp.MustCompile(`details:not\(\.data\)::details-content\s*{([^}]*)}`).FindStringSubmatch(paper)
	require.NotNil(t, unfold)
	require.Contains(t, unfold[1], "content-visibility: visible")
	require.Contains(t, unfold[1], "display: block")
	for _, rule := range regexp.MustCompile(`([^{}]*){[^{}]*display: none[^{}]*}`).FindAllStringSubmatch(paper, -1) {
		for _, selector := range strings.Split(rule[1], ",") {
			if strings.HasPrefix(strings.TrimSpace(selector), "details") {
				require.Contains(t, selector, "details.data", "hides what is folded on the screen")
			}
		}
	}
}

// The tables that stay folded on paper are those whose numbers a figure shows:
// they carry no number, so no number is missing from the printed report.
func TestOnlyUnnumberedTablesStayFoldedOnPaper(t *testing.T) {
	html := written(t, fake(usual), "en")
	folded := regexp.MustCompile(`(?s)<details class="data">.*?</details>`)
	require.NotEmpty(t, folded.FindString(html))
	all := regexp.MustCompile(`<b>Table \d+\.</b>`)
	require.Len(t, all.FindAllString(folded.ReplaceAllString(html, ""), -1), len(all.FindAllString(html, -1)))
	require.Greater(t, len(all.FindAllString(html, -1)), 10)
}

package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestProseKeepsEveryWord(t *testing.T) {
	text := "Los intervalos miden el azar, no los supuestos: ñandú."
	wrapped := Page{Width: 12}.Prose(text)
	require.Equal(t, strings.Fields(text), strings.Fields(wrapped))
	for line := range strings.SplitSeq(wrapped, "\n") {
		require.LessOrEqual(t, length(line), 12)
	}
	long := strings.Repeat("palabra ", 40)
	for line := range strings.SplitSeq(Page{}.Prose(long), "\n") {
		require.LessOrEqual(t, length(line), TextWidth, "text is not wider on a page without edge")
	}
}

func TestFillBreaksOnlyBetweenParts(t *testing.T) {
	require.Equal(t, "one two · three ·\nfour five", Page{Width: 17}.Fill(" · ", "one two", "three", "four five"))
	require.Equal(t, "one two · three", Page{Width: 15}.Fill(" · ", "one two", "three", ""))
	require.Equal(t, "one two · three · four five", Page{}.Fill(" · ", "one two", "three", "four five"))
}

// estimates is a table as `cumbre compare` prints.
func estimates() *Table {
	t := &Table{Split: true, Columns: []Column{
		{Head: "mean [interval]", Width: 40, Words: true},
		{Head: "Light structure", Width: 26}, {Head: "Full-time coordinators (sherpas)", Width: 26},
	}}
	t.Row(Cell{"mandates fulfilled per year"}, Cell{"32.1", "[31.3, 33.0]"}, Cell{"34.6", "[32.2, 36.9]"})
	t.Row(Cell{"depth of norms at the end"}, Cell{"0.437", "[0.429, 0.445]"}, Cell{"0.429", "[0.412, 0.445]"})
	return t
}

func TestWaysToSetATable(t *testing.T) {
	for _, c := range []struct {
		width int
		want  string
	}{
		{0, `
mean [interval]               Light structure        Full-time coordinators
                                                     (sherpas)
mandates fulfilled per year   32.1 [31.3, 33.0]      34.6 [32.2, 36.9]
depth of norms at the end     0.437 [0.429, 0.445]   0.429 [0.412, 0.445]
`},
		{64, `
mean [interval]         Light structure   Full-time coordinators
                                          (sherpas)
mandates fulfilled      32.1              34.6
per year                [31.3, 33.0]      [32.2, 36.9]
depth of norms at the   0.437             0.429
end                     [0.429, 0.445]    [0.412, 0.445]
`},
		{42, `
mean [interval]       Light structure
mandates fulfilled    32.1 [31.3, 33.0]
per year
depth of norms at     0.437 [0.429, 0.445]
the end

mean [interval]       Full-time
                      coordinators
                      (sherpas)
mandates fulfilled    34.6 [32.2, 36.9]
per year
depth of norms at     0.429 [0.412, 0.445]
the end
`},
	} {
		require.Equal(t, c.want, "\n"+estimates().Set(Page{c.width}))
	}
}

// A number stays with the sign that a no-break space ties it to.
func TestNoBreakSpacesDoNotBreak(t *testing.T) {
	require.Equal(t, "cada uno al\n95\u00a0%", Page{14}.Prose("cada uno al 95\u00a0%"))
	table := Table{Columns: []Column{{Head: "azar", Words: true, Width: 9}, {Head: "x"}}}
	table.Texts("menos de 5\u00a0%", "1")
	require.Contains(t, table.Set(Page{12}), "5\u00a0%")
}

func TestRowsBecomeParagraphs(t *testing.T) {
	table := Table{Columns: []Column{{Head: "parameter"}, {Head: "default"}, {Head: "unit", Words: true}, {Head: "mechanism"}}}
	table.Texts("officials_per_ministry", "6", "officials", "friction")
	table.Note("officials of a ministry who work on the Alliance")
	table.Texts("ambition", "1", "", "proliferation")
	require.Equal(t, `
parameter                default   unit        mechanism
officials_per_ministry   6         officials   friction
    officials of a ministry who work on the Alliance
ambition                 1                     proliferation
`, "\n"+table.Set(Page{}))
	require.Equal(t, `
parameter
officials_per_ministry
    default 6 · unit officials ·
    mechanism friction
    officials of a ministry who
    work on the Alliance
ambition
    default 1 ·
    mechanism proliferation
`, "\n"+table.Set(Page{32}))
}

// Whatever a table holds: it is not lost, and it fits where the longest part
// leaves room.
func TestTablesFitAndLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zñ]{1,9}`)
		words := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
		})
		table := Table{Split: rapid.Bool().Draw(t, "split"), Columns: []Column{{Head: words.Draw(t, "head"), Words: true}}}
		for range rapid.IntRange(1, 8).Draw(t, "columns") {
			table.Columns = append(table.Columns, Column{
				Head: words.Draw(t, "head"), Width: rapid.SampledFrom([]int{0, 12}).Draw(t, "width"),
				Words: rapid.Bool().Draw(t, "text"), Right: rapid.Bool().Draw(t, "right"),
			})
		}
		var want []string
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			var cells []Cell
			for range table.Columns {
				c := Cell(rapid.SliceOfN(word, 1, 3).Draw(t, "cell"))
				cells, want = append(cells, c), append(want, c...)
			}
			table.Row(cells...)
		}
		width := rapid.IntRange(30, 150).Draw(t, "page")
		set := table.Set(Page{width})
		for line := range strings.SplitSeq(set, "\n") {
			require.LessOrEqual(t, length(line), width, set)
			require.Equal(t, strings.TrimRight(line, " "), line)
		}
		got := map[string]int{}
		for _, w := range strings.Fields(set) {
			got[w]++
		}
		for _, w := range want {
			got[w]--
			require.GreaterOrEqual(t, got[w], 0, "%s is lost in\n%s", w, set)
		}
	})
}

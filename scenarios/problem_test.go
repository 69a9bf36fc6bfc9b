package scenarios

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"cumbre/model"
)

var update = flag.Bool("update", false, "rewrite golden files: testdata/problems and schema.json")

// reading serves the files of a test to Load.
func reading(files map[string]string) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		if text, ok := files[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
}

func loadText(t *testing.T, text string) (*model.Spec, error) {
	t.Helper()
	return Load("test.yaml", reading(map[string]string{"test.yaml": text}))
}

// Each archive of testdata/problems holds scenario files, the first of them the
// one loaded, and the exact problems in both languages (want.en, want.es).
func TestProblems(t *testing.T) {
	archives, err := filepath.Glob("testdata/problems/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			_, err = Load(archive.Files[0].Name, reading(files))
			var problems Problems
			require.ErrorAs(t, err, &problems, "the file loads")
			got := map[string]string{"want.en": problems.In("en") + "\n", "want.es": problems.In("es") + "\n"}
			if *update {
				rewrite(t, path, archive, got)
				return
			}
			require.Equal(t, files["want.en"], got["want.en"])
			require.Equal(t, files["want.es"], got["want.es"])
		})
	}
}

func rewrite(t *testing.T, path string, a *txtar.Archive, got map[string]string) {
	var kept []txtar.File
	for _, f := range a.Files {
		if _, golden := got[f.Name]; !golden {
			kept = append(kept, f)
		}
	}
	for _, name := range []string{"want.en", "want.es"} {
		kept = append(kept, txtar.File{Name: name, Data: []byte(got[name])})
	}
	a.Files = kept
	require.NoError(t, os.WriteFile(path, txtar.Format(a), 0o644))
}

// What cannot be written in a text archive: bytes that are not UTF-8, files
// larger or deeper than the limits, a library name that does not exist.
func TestUnreadable(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"not UTF-8":      {"scenario: \xff\xfe", "test.yaml: the file is not UTF-8: save it in that encoding"},
		"too large":      {"# " + strings.Repeat("x", maxBytes), "test.yaml: the file is 262146 bytes long; at most 262144 are read"},
		"too deep":       {"scenario: " + strings.Repeat("[", 5000), "test.yaml:1:43: nested more than 32 levels deep"},
		"dashes":         {strings.Repeat("- ", 5000), "test.yaml:1:65: nested more than 32 levels deep"},
		"deep by indent": {deepByIndent(100), "test.yaml:34:68: the file is too large or nested too deeply"},
		"empty":          {"", "test.yaml:1:1: the file is empty"},
		"only a comment": {"# nothing\n", "test.yaml:1:1: the file is empty"},
		"long list":      {"scenario: T\nextends: pacific-alliance\nwithout_events: [" + strings.Repeat("a, ", 2001) + "]", "test.yaml:3:6018: `without_events` has 2001 items; 2000 fit"},
		"two documents":  {"scenario: a\n---\nscenario: b\n", "test.yaml:2:1: a file holds one scenario only"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := loadText(t, c.text)
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.Equal(t, c.want, problems[0].Error())
		})
	}
}

// A byte order mark and the line ends of other systems change neither what a
// file says nor where its mistakes are.
func TestLineEndsAndByteOrderMark(t *testing.T) {
	wrong := "# One comment\nscenario: One\nextends: pacific-alliance\n# another\nparameters:\n  nose: 1 # short\n  noise: 3\n"
	right := "scenario: One\nextends: pacific-alliance\nquestion: |\n  Two\n  lines\n"
	_, want := loadText(t, wrong)
	require.Len(t, want, 2)
	unix, err := loadText(t, right)
	require.NoError(t, err)
	for _, end := range []string{"\n", "\r\n", "\r"} {
		for _, mark := range []string{"", "\uFEFF"} {
			_, got := loadText(t, mark+strings.ReplaceAll(wrong, "\n", end))
			require.Equal(t, want, got)
			spec, err := loadText(t, mark+strings.ReplaceAll(right, "\n", end))
			require.NoError(t, err)
			require.Equal(t, Hash(unix), Hash(spec))
		}
	}
}

func deepByIndent(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "a:\n")
	}
	return b.String()
}

func TestReferences(t *testing.T) {
	_, err := Load("pacific-aliance", nil)
	require.EqualError(t, err, "pacific-aliance: unknown scenario; `cumbre scenario list` shows them, and a file ends in .yaml: did you mean `pacific-alliance`?")
	_, err = Load("x.yaml", nil)
	require.EqualError(t, err, "x.yaml: only library scenarios are available here")
	_, err = Load("x.yaml", reading(nil))
	require.EqualError(t, err, "x.yaml: cannot be read: it does not exist")
}

// A chain of bases resolves each path against the file that names it.
func TestExtendsPaths(t *testing.T) {
	files := map[string]string{
		"work/a.yaml":      "scenario: A\nextends: ../base/b.yaml\n",
		"base/b.yaml":      "scenario: B\nextends: ./deep/c.yaml\n",
		"base/deep/c.yaml": "scenario: C\nextends: pacific-alliance\n",
	}
	spec, err := Load("work/a.yaml", reading(files))
	require.NoError(t, err)
	require.Equal(t, model.Text{ES: "A", EN: "A"}, spec.Title)
	require.Equal(t, "a", spec.Name)
	require.Empty(t, spec.Question, "a question is its file's own")
}

func TestSuggest(t *testing.T) {
	for word, want := range map[string]string{
		"mandate_per_summit":   "mandates_per_summit",
		"mandates_per_sumimt":  "mandates_per_summit", // neighbours swapped
		"Mandates-per-summit":  "mandates_per_summit",
		"noice":                "noise",
		"entirely_other_thing": "",
		"":                     "",
	} {
		got, ok := Suggest(word, []string{"noise", "mandates_per_summit"})
		require.Equal(t, want, got, word)
		require.Equal(t, want != "", ok)
	}
	require.Equal(t, 1, edits([]rune("ab"), []rune("ba")))
	require.Equal(t, 3, edits([]rune("kitten"), []rune("sitting")))
}

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
)

const top = "../.."

// citation is what CITATION.cff may say, by the Citation File Format 1.2.0; the parser
// refuses every other key.
type citation struct {
	CFF        string `yaml:"cff-version"`
	Message    string
	Type       string
	Title      string
	Abstract   string
	Authors    []cited
	License    string
	Version    string
	Released   string `yaml:"date-released"`
	Keywords   []string
	References []reference
}

// cited is an author: an entity by its name, a person by family and given names.
type cited struct {
	Name   string
	Family string `yaml:"family-names"`
	Given  string `yaml:"given-names"`
}

type reference struct {
	Type, Title, Journal, DOI, Start, Notes string
	Authors                                 []cited
	Publisher                               *cited
	Year, Month, Volume, Issue              int
	Languages                               []string
}

func readCitation(t *testing.T) citation {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(top, "CITATION.cff"))
	require.NoError(t, err)
	var c citation
	require.NoError(t, yaml.UnmarshalWithOptions(data, &c, yaml.Strict()))
	return c
}

func TestCitation(t *testing.T) {
	c := readCitation(t)
	require.Equal(t, "1.2.0", c.CFF)
	require.Equal(t, "software", c.Type)
	require.Equal(t, []cited{{Name: "Cumbre contributors"}}, c.Authors)
	require.Equal(t, "Apache-2.0", c.License)
	license, err := os.ReadFile(filepath.Join(top, "LICENSE"))
	require.NoError(t, err)
	require.Regexp(t, `Apache License\s+Version 2\.0`, string(license))
	for _, text := range []string{c.Message, c.Title, c.Abstract} {
		require.NotEmpty(t, text)
	}
	require.NotEmpty(t, c.Keywords)
	require.Len(t, c.References, 2)
	for _, r := range c.References {
		require.Contains(t, []string{"article", "report"}, r.Type)
		require.NotEmpty(t, r.Title)
		require.Positive(t, r.Year)
		require.NotEmpty(t, r.Authors)
		for _, a := range r.Authors {
			require.NotEmpty(t, a.Family, r.Title)
			require.NotEmpty(t, a.Given, r.Title)
		}
	}
}

// The version cited is that of the release: of the tag on this commit or, on the way to
// the next one, not an older one than the last.
func TestCitationHasTheVersion(t *testing.T) {
	c := readCitation(t)
	require.Regexp(t, release, "v"+c.Version)
	if c.Version == "0.0.0" {
		require.Empty(t, c.Released, "what has no release has no date of release")
	} else {
		require.Regexp(t, `^\d{4}-\d{2}-\d{2}$`, c.Released)
	}
	if build, ok := debug.ReadBuildInfo(); ok && release.MatchString(build.Main.Version) {
		require.Equal(t, build.Main.Version, "v"+c.Version, "`cumbre version` says otherwise")
	}
	if _, err := os.Stat(filepath.Join(top, ".git")); err != nil {
		t.Skip("not a git checkout: the tags are not known")
	}
	for _, tag := range tags(t, "--points-at", "HEAD") {
		require.Equal(t, tag, "v"+c.Version)
	}
	for _, tag := range tags(t, "--merged", "HEAD") {
		require.False(t, older("v"+c.Version, tag), "CITATION.cff cites v%s, but %s is out", c.Version, tag)
	}
}

var release = regexp.MustCompile(`^v(\d+)\.(\d+)\.(\d+)$`)

// tags lists the releases that git tag finds.
func tags(t *testing.T, which ...string) []string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"tag"}, which...)...)
	cmd.Dir = top
	out, err := cmd.Output()
	require.NoError(t, err)
	var found []string
	for _, tag := range strings.Fields(string(out)) {
		if release.MatchString(tag) {
			found = append(found, tag)
		}
	}
	return found
}

// older reports whether release a came before b.
func older(a, b string) bool {
	x, y := release.FindStringSubmatch(a), release.FindStringSubmatch(b)
	for i := 1; i <= 3; i++ {
		m, _ := strconv.Atoi(x[i]) // digits
		n, _ := strconv.Atoi(y[i])
		if m != n {
			return m < n
		}
	}
	return false
}

func TestOlder(t *testing.T) {
	require.True(t, older("v0.9.9", "v0.10.0"))
	require.True(t, older("v1.0.0", "v1.0.1"))
	require.False(t, older("v1.0.0", "v1.0.0"))
	require.False(t, older("v2.0.0", "v1.9.9"))
}

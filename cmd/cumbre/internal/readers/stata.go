package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"unicode/utf8"
)

// What Stata demands of a CSV, as there is no Stata to read it. That names of columns are
// valid, short enough and unique is tested for every study in internal/sweep.
var (
	// [U] 11.3, "Naming conventions": 1 to 32 letters, digits and underscores, no digit first.
	stataName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,31}$`)
	// [U] 12.2, "Numbers": digits, a point, an exponent. Nothing is a missing value.
	stataNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$`)
)

// stataTakes checks a CSV: [D] import delimited takes text in UTF-8, one row a line unless
// told otherwise (bindquotes), and guesses the type of a column from all its cells.
func stataTakes(path string, types []string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte("\ufeff")) {
		return errors.New("not plain UTF-8")
	}
	t, err := csvTable(path)
	if err != nil {
		return err
	}
	if lines := bytes.Count(data, []byte("\n")); lines != len(t.rows)+1 || bytes.ContainsRune(data, '\r') {
		return fmt.Errorf("%d lines for %d rows", lines, len(t.rows)+1)
	}
	seen := map[string]bool{}
	for c, name := range t.names {
		if !stataName.MatchString(name) || seen[name] {
			return fmt.Errorf("column %s: not a name that Stata takes, or there twice", name)
		}
		seen[name] = true
		for i, row := range t.rows {
			if number := types[c] != "text"; number && row[c] != null && !stataNumber.MatchString(row[c]) {
				return fmt.Errorf("row %d, %s: %s is not a number of Stata's", i, name, row[c])
			}
		}
	}
	return nil
}

// stataSnippet checks what can be of Stata's code without Stata: that every variable it
// names is a column of the CSV or made by the code itself.
func stataSnippet(code string, names []string) error {
	known := map[string]bool{}
	for _, name := range names {
		known[name] = true
	}
	for _, m := range regexp.MustCompile(`\b(?:egen|generate) double (\w+) =`).FindAllStringSubmatch(code, -1) {
		known[m[1]] = true
	}
	used := regexp.MustCompile(`by\(([^)]*)\)|ci means (\w+)|cond\((\w+) == "[^"]*", (\w+), \.\)|= (\w+) - (\w+)`)
	found := 0
	for _, m := range used.FindAllStringSubmatch(code, -1) {
		for _, name := range strings.Fields(strings.Join(m[1:], " ")) {
			if found++; !known[name] {
				return fmt.Errorf("the code for Stata names %s, which is no column", name)
			}
		}
	}
	if found < 3 {
		return errors.New("no variables found in the code for Stata")
	}
	return nil
}

package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the outputs and the figures in the documentation")

// block is a file to save or a command to run. Behind the kind of a file stands its name;
// behind that of a command, what is particular about it:
//
//	varies        its numbers depend on the machine: they are not compared
//	interrupted   the reader stops it with Ctrl-C when it has written some parts
var block = regexp.MustCompile("(?ms)^```(yaml|console)(?: (\\S+))?\n(.*?)^```$")

// page is a page of the documentation that is executed.
type page struct {
	path   string               // of the page, absolute
	dir    string               // where its commands run
	before func(command string) // if set, is told of a command before it runs
}

// newPage is a page by its path from here. Commands change the directory, so all paths are
// made absolute at once.
func newPage(t *testing.T, path string) *page {
	t.Helper()
	at, err := filepath.Abs(path)
	require.NoError(t, err)
	return &page{path: at, dir: t.TempDir()}
}

// execute saves the files that the page tells the reader to save, runs its commands in
// order, and requires that they print what it shows. With -update it shows what they print.
func (p *page) execute(t *testing.T) {
	text, err := os.ReadFile(p.path)
	require.NoError(t, err)
	got := block.ReplaceAllFunc(text, func(b []byte) []byte {
		parts := block.FindSubmatch(b)
		kind, name, body := string(parts[1]), string(parts[2]), string(parts[3])
		if kind == "yaml" {
			require.NoError(t, os.WriteFile(filepath.Join(p.dir, name), parts[3], 0o644))
			return b
		}
		command, shown, _ := strings.Cut(strings.TrimPrefix(body, "$ "), "\n")
		printed := p.console(t, name, command)
		if name != "" && shape(printed) == shape(shown) {
			return b
		}
		head := strings.TrimSuffix("```console "+name, " ")
		return fmt.Appendf(nil, "%s\n$ %s\n%s```", head, command, printed)
	})
	if *update {
		require.NoError(t, os.WriteFile(p.path, got, 0o644))
		return
	}
	require.Equal(t, string(text), string(got), "the page no longer says what the program prints; go test ./cmd/cumbre -update rewrites it")
}

// Times and numbers that depend on the machine.
var (
	duration = regexp.MustCompile(`(?:[0-9.]+h)?(?:[0-9.]+m)?[0-9.]+s\b`)
	numeral  = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*`)
)

// shape is an output without its numbers.
func shape(s string) string {
	return numeral.ReplaceAllString(duration.ReplaceAllString(s, "T"), "N")
}

func (p *page) console(t *testing.T, name, command string) string {
	if p.before != nil {
		p.before(command)
	}
	if name == "interrupted" {
		return "^C\n" + p.interrupted(t, command)
	}
	return run(t, p.dir, command)
}

// interrupted runs a sweep and stops it when it has written some parts.
func (p *page) interrupted(t *testing.T, command string) string {
	args := strings.Fields(command)
	folder := args[slices.Index(args, "-o")+1]
	quiet := make(chan os.Signal, 1)
	signal.Notify(quiet, os.Interrupt) // so that it ends the sweep and not the test
	defer signal.Stop(quiet)
	over := make(chan struct{})
	defer close(over)
	go func() {
		for {
			select {
			case <-over:
				return
			case <-time.After(10 * time.Millisecond):
			}
			if found, _ := filepath.Glob(filepath.Join(p.dir, folder, "parts", "*.runs.parquet")); len(found) >= 3 {
				self, err := os.FindProcess(os.Getpid())
				if err == nil {
					_ = self.Signal(os.Interrupt)
				}
				return
			}
		}
	}()
	return run(t, p.dir, command)
}

// run executes a cumbre command line in dir and returns what a terminal shows: of a sweep,
// the bar is gone when it is done.
func run(t *testing.T, dir, command string) string {
	args := strings.Fields(command)
	require.Equal(t, "cumbre", args[0], "only cumbre commands are executed")
	bar := args[1] == "sweep"
	if bar {
		args = append(args, "-q")
	}
	t.Chdir(dir)
	t.Setenv("LC_ALL", "C")
	t.Setenv("COLUMNS", "")
	var out bytes.Buffer
	cli.Main(args[1:], strings.NewReader(""), &out, &out)
	if bar {
		return strings.ReplaceAll(out.String(), " -q\n", "\n")
	}
	return out.String()
}

// figure requires that a figure of the documentation is what the program draws; with
// -update it is put there.
func figure(t *testing.T, shown, drawn string) {
	t.Helper()
	got, err := os.ReadFile(drawn)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(shown, got, 0o644))
		return
	}
	want, err := os.ReadFile(shown)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s is not what the program draws any more; -update redraws it", filepath.Base(shown))
}

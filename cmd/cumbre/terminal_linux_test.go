package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// terminal opens a pseudo-terminal: the program writes to one end as to a
// screen, the test reads the other.
func terminal(t *testing.T) (screen, program *os.File) {
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	t.Cleanup(func() { screen.Close() })
	fd := int(screen.Fd())
	require.NoError(t, unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0))
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	require.NoError(t, err)
	program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	require.NoError(t, err)
	require.NoError(t, unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 100}))
	return screen, program
}

// On a terminal a bar counts replications and tells the time left; Ctrl-C ends
// the run after the replication in hand, with a table of what there is.
func TestProgressAndInterruptOnATerminal(t *testing.T) {
	screen, program := terminal(t)
	self, err := os.Executable()
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // only against hanging
	defer cancel()
	cumbre := exec.CommandContext(ctx, self, "compare", "-n", "1000000", "--designs", "light")
	cumbre.Args[0] = "cumbre" // the name by which the test binary is the program
	cumbre.Env = append(os.Environ(), "LC_ALL=C", "TERM=xterm", "COLUMNS=")
	var stdout bytes.Buffer
	cumbre.Stdout, cumbre.Stderr = &stdout, program
	require.NoError(t, cumbre.Start())
	program.Close()

	bar := regexp.MustCompile(`replications.*\(([2-9]|[1-9][0-9]+)/1000000.*:`) // some done, and a time
	shown := readUntil(screen, bar)
	require.NoError(t, cumbre.Process.Signal(os.Interrupt))
	rest := readUntil(screen, nil)
	var exit *exec.ExitError
	require.ErrorAs(t, cumbre.Wait(), &exit)
	require.Equal(t, 1, exit.ExitCode(), rest)
	require.Regexp(t, bar, shown)
	require.Regexp(t, `interrupted with \d+ of 1000000 replications; to get them all: cumbre compare -n 1000000 --designs light`, rest)
	require.Contains(t, stdout.String(), "INTERRUPTED")
	require.Contains(t, stdout.String(), "mandates fulfilled per year")
	require.NotContains(t, stdout.String(), "\x1b", "the bar belongs on the screen, not in the result")
}

// readUntil reads the screen until the pattern has been shown or the program
// has ended.
func readUntil(screen *os.File, pattern *regexp.Regexp) string {
	var shown strings.Builder
	buffer := make([]byte, 4096)
	for {
		n, err := screen.Read(buffer)
		shown.Write(buffer[:n])
		if err != nil || pattern != nil && pattern.MatchString(shown.String()) {
			return shown.String()
		}
	}
}

// A table takes the width of the terminal, and COLUMNS overrules it.
func TestTableFitsTheTerminal(t *testing.T) {
	for columns, want := range map[string]int{"": 100, "60": 60} {
		screen, program := terminal(t)
		cumbre := command(t, "params")
		cumbre.Env = append(cumbre.Env, "COLUMNS="+columns)
		cumbre.Stdout = program
		require.NoError(t, cumbre.Start())
		program.Close()
		longest := 0
		for line := range strings.SplitSeq(readUntil(screen, nil), "\n") {
			longest = max(longest, utf8.RuneCountInString(strings.TrimSuffix(line, "\r")))
		}
		require.NoError(t, cumbre.Wait())
		require.LessOrEqual(t, longest, want)
		require.Greater(t, longest, want-20)
	}
}

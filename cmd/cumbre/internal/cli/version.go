package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say("Versión del programa, para citarla", "The program's version, to cite it"),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, currentVersion())
			return failed(err)
		},
	}
}

// versionInfo says which program this is, as the Go toolchain recorded it.
type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"` // commit
	Modified bool   `json:"modified,omitempty"` // built from a changed work tree
	Build    string `json:"build,omitempty"`    // digest of the program's file, where nothing else tells two apart
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func currentVersion() versionInfo {
	v := versionInfo{Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if build.Main.Version != "" {
		v.Version = build.Main.Version
	}
	for _, s := range build.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	if v.Modified || v.Version == "(devel)" && v.Revision == "" {
		v.Build = buildDigest()
	}
	return v
}

// buildDigest tells builds apart that no commit names: the beginning of the SHA-256 of the
// program's own file; nothing if that cannot be read.
var buildDigest = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
})

// identity is the version as results have to agree in it to be put together.
func (v versionInfo) identity() string {
	s := v.Version
	if v.Revision != "" {
		s += " " + v.Revision
	}
	return s + v.changed()
}

// changed says what tells the build apart from that of its commit.
func (v versionInfo) changed() (s string) {
	if v.Modified {
		s = " (modified)"
	}
	if v.Build != "" {
		s += " build " + v.Build
	}
	return s
}

// String is the line that `cumbre version` prints.
func (v versionInfo) String() string {
	s := "cumbre " + v.Version
	if v.Revision != "" {
		s += " " + v.Revision[:min(len(v.Revision), 12)]
	}
	return s + v.changed() + " " + v.Go + " " + v.Platform
}

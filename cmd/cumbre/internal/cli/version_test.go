package cli

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A build that no commit names is told apart by its file, and says so wherever it says its
// version; a release stays as it is.
func TestVersionTellsBuildsApart(t *testing.T) {
	now := currentVersion()
	require.Regexp(t, "^[0-9a-f]{12}$", now.Build, "a test binary has no commit")
	require.Contains(t, now.String(), " build "+now.Build+" ")
	require.Contains(t, now.identity(), " build "+now.Build)
	require.Equal(t, now.identity(), programVersion())

	release := versionInfo{Version: "v1.2.3", Revision: "0123456789abcdef", Go: "go1", Platform: "linux/amd64"}
	require.Equal(t, "v1.2.3 0123456789abcdef", release.identity())
	require.Equal(t, "cumbre v1.2.3 0123456789ab go1 linux/amd64", release.String())
	changed := release
	changed.Modified, changed.Build = true, "aaaaaaaaaaaa"
	require.Equal(t, "v1.2.3 0123456789abcdef (modified) build aaaaaaaaaaaa", changed.identity())
}

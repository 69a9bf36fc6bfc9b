package guard

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
)

// module is the source of a Go module: ours, or a bad example.
type module struct {
	dir   string
	files []*file
	fset  *token.FileSet
}

// file is one Go file; name is slash-separated and relative to the module.
type file struct {
	name   string
	src    []byte
	ast    *ast.File
	isTest bool
}

// root is the module's folder, seen from here.
const root = "../../../.."

// ours reads the module we are in.
func ours(t *testing.T) *module {
	t.Helper()
	return read(t, root)
}

// example writes a txtar archive as a module of its own and reads it.
func example(t *testing.T, archive string) *module {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte("-- go.mod --\nmodule cumbre\n\ngo 1.26\n" + archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, f.Data, 0o644))
	}
	return read(t, dir)
}

func read(t *testing.T, dir string) *module {
	t.Helper()
	m := &module{dir: dir, fset: token.NewFileSet()}
	require.NoError(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if base := d.Name(); rel != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") {
			return nil
		}
		f := &file{name: rel, isTest: strings.HasSuffix(rel, "_test.go")}
		if f.src, err = os.ReadFile(name); err != nil {
			return err
		}
		f.ast, err = parser.ParseFile(m.fset, rel, f.src, parser.ParseComments)
		m.files = append(m.files, f)
		return err
	}))
	return m
}

// within returns the files, tests excluded, of the folders and those below them.
func (m *module) within(folders ...string) []*file {
	var found []*file
	for _, f := range m.files {
		if !f.isTest && contains(folders, path.Dir(f.name)) {
			found = append(found, f)
		}
	}
	return found
}

// contains reports whether dir is one of the folders or below one.
func contains(folders []string, dir string) bool {
	for _, folder := range folders {
		if dir == folder || strings.HasPrefix(dir, folder+"/") {
			return true
		}
	}
	return false
}

// imports returns the imported paths of a file, each with its line.
func (m *module) imports(f *file) map[string]int {
	lines := make(map[string]int)
	for _, spec := range f.ast.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			lines[p] = m.fset.Position(spec.Pos()).Line
		}
	}
	return lines
}

// command runs a program in the module's folder and returns its standard output and
// error.
func (m *module) command(t *testing.T, env []string, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = m.dir, &out, &errs
	cmd.Env = append(os.Environ(), env...)
	require.NoErrorf(t, cmd.Run(), "%s %s:\n%s", name, strings.Join(args, " "), tail{&errs})
	return out.String(), errs.String()
}

// tail prints the end of a long output, where the error is.
type tail struct{ *bytes.Buffer }

func (b tail) String() string {
	lines := strings.Split(strings.TrimSpace(b.Buffer.String()), "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "\n")
}

// selectors calls visit for each use of an imported package in a file, whatever name
// the file gives it.
func (m *module) selectors(f *file, imported string, visit func(s *ast.SelectorExpr, line int)) {
	local := ""
	for _, spec := range f.ast.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil && p == imported {
			local = path.Base(p)
			if spec.Name != nil {
				local = spec.Name.Name
			}
		}
	}
	if local == "" {
		return
	}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == local {
				visit(s, m.fset.Position(s.Pos()).Line)
			}
		}
		return true
	})
}

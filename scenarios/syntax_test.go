package scenarios

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// malformed are texts that are not YAML, by the message of the library that each
// provokes: all messages that a search through random texts has met.
var malformed = map[string][]string{
	"',' or ']' must be specified":                                              {"[-{"},
	"',' or '}' must be specified":                                              {"a: {b: 1\nc: d"},
	"%q is a reserved character":                                                {"a: @b", "a: `b"},
	"anchor is not allowed in this context":                                     {"? :~\n&x ]"},
	"anchor is not allowed in this sequence context":                            {"-\n&x \n...\n"},
	"anchors cannot be used consecutively":                                      {"&: \n&x a"},
	"block sequence entries are not allowed in this context":                    {"a: - b"},
	"could not find '[' character corresponding to ']'":                         {"]", "a: ]"},
	"could not find '{' character corresponding to '}'":                         {"{&x }"},
	"could not find anchor value":                                               {"{? &a["},
	"could not find end character of double-quoted text":                        {"a: \"b"},
	"could not find end character of single-quoted text":                        {"a: 'b"},
	"could not find flow map content":                                           {"a: {b"},
	"could not find flow mapping end token '}'":                                 {"a: {b: 1", "{"},
	"could not find map":                                                        {"!!map ["},
	"could not find map value":                                                  {"{b:"},
	"could not find multi-line content":                                         {">\n&"},
	"expected sequence element, but found ','":                                  {"a: [, b]"},
	"found a tab character where an indentation space is expected":              {"a: |\n\tb"},
	"found an invalid key for this map":                                         {"{: 1}"},
	"found character '\t' that cannot start any token":                          {"a:\n\tb: 1"},
	"found invalid tag character %q":                                            {"a: !}"},
	"found unexpected character after high surrogate for UTF-16 surrogate pair": {`a: "\ud800:     "`},
	"found unexpected document separator":                                       {"a: \"b\n...\nc\""},
	"found unexpected low surrogate after high surrogate":                       {`a: "\ud800\ud800"`},
	"found unknown escape character %q":                                         {`a: "C:\qué"`, `a: "\'"`},
	"invalid header option: %q":                                                 {"a: |x\n  b"},
	"invalid number of indent is specified after space only":                    {"a: |\n     \n  b\n", "%|\n  \n- "},
	"invalid number of indent is specified in the multi-line header":            {"a: |4\n  b"},
	"map key definition includes an implicit line break":                        {"[-!\n:"},
	"mapping value is not allowed in this context":                              {"a: b: c", "a: b:\n  c"},
	"non-map value is specified":                                                {"a: b\nc d\n"},
	"not enough length for escaped UTF-16 character":                            {`a: "\u1"`},
	"not enough length for escaped UTF-16 surrogate pair":                       {`a: "\ud800"`},
	"not enough length for escaped UTF-32 character":                            {`a: "\U1"`},
	"sequence end token ']' not found":                                          {"a: [b"},
	"sequence entries are not allowed after anchor on the same line":            {"&a - b"},
	"specified not scalar tag":                                                  {"!!str !, -"},
	"tab character cannot be used for indentation in double-quoted text":        {"a: \"b\n\tc\""},
	"tab character cannot be used for indentation in single-quoted text":        {"a: 'b\n\tc'"},
	"tab character cannot use as a map key directly":                            {"\t: b"},
	"tab character cannot use as a sequence delimiter":                          {"\t- b"},
	"tag is not allowed in this context":                                        {"a:\n!t "},
	"tag is not allowed in this sequence context":                               {"-\n!t "},
	"undefined alias name":                                                      {"a: *"},
	"undefined anchor name":                                                     {"a: &\n"},
	"undefined anchor value":                                                    {"&b"},
	"undefined directive value":                                                 {"%"},
	"undefined map key":                                                         {"? "},
	"unexpected directive value. document not started":                          {"a: %b"},
	"unexpected end content":                                                    {"a: b\n... c"},
	"unexpected format TAG directive":                                           {"%TAG :\n---\n"},
	"unexpected format YAML directive":                                          {"%YAML ]1\n---\n"},
	"unexpected key name":                                                       {": a", "a b\nc: d"},
	"unexpected map key":                                                        {"a:\n{"},
	"unexpected scalar value":                                                   {"!!str ? -"},
	"unexpected scalar value type":                                              {"**"},
	"unknown YAML version %q":                                                   {"%YAML 9\n---\n"},
	"value cannot be placed after document separator":                           {"--- - a", "--- a: b"},
	"value is not allowed in this context":                                      {"a:\n  b: 1\n c: 2\n", "\"b\"|"},
	"value is not allowed in this context. map key-value is pre-defined":        {"a: \"b\" c", "a: \"b\"|"},
}

// unmet are messages of the library that no text is known to provoke.
var unmet = []string{
	"YAML version has already been specified", "cannot assign default value for %q tag", "cannot take map-key node",
	"could not find alias value", "could not find directive value", "could not find merge key", "could not find value for mapping key",
	"expected map key-value delimiter ':'", "unexpected alias. alias name is not scalar value", "unexpected anchor. anchor name is not scalar value",
	"unexpected directive. directive name is not scalar value", "unexpected map key-value pair", "unexpected token. required string token",
}

// libraryMessage is what the YAML library says of a text.
func libraryMessage(t *testing.T, text string) string {
	t.Helper()
	_, err := parser.Parse(lexer.Tokenize(text), 0, parser.AllowDuplicateMapKey())
	var e yaml.Error
	require.ErrorAs(t, err, &e, "%q is YAML", text)
	return e.GetMessage()
}

// Whatever makes a text no YAML is said in the user's language, at its place,
// without the library's words.
func TestSyntaxErrorsInBothLanguages(t *testing.T) {
	english := regexp.MustCompile(`(?i)\b(could|not|find|found|must|is|are|be|the|of|in|for|unexpected|undefined|invalid|allowed|value|key|map|sequence|token|character|anchor|tag|text|specified|missing|closes)\b`)
	spanish := regexp.MustCompile(`(?i)[áéíóúñ¿¡«»]|\b(falta|faltan|sobra|una?|los?|las?|el|de|va|van|que|con)\b`)
	for _, library := range slices.Sorted(maps.Keys(malformed)) {
		for _, text := range malformed[library] {
			t.Run(strconv.Quote(text), func(t *testing.T) {
				said := libraryMessage(t, text)
				require.True(t, holds(library, said), said)
				_, err := loadText(t, text)
				var problems Problems
				require.ErrorAs(t, err, &problems)
				es, en := problems[0].In("es"), problems[0].In("en")
				require.Regexp(t, `^test\.yaml:[1-9]\d*:[1-9]\d*: no es YAML: .`, es)
				require.Regexp(t, `^test\.yaml:[1-9]\d*:[1-9]\d*: not YAML: .`, en)
				require.Empty(t, english.FindAllString(es, -1), es)
				require.Empty(t, spanish.FindAllString(en, -1), en)
				require.NotContains(t, en, said)
				require.NotContains(t, es, "el lector")
			})
		}
	}
}

// holds reports whether a message is one of the library's, whatever fills it.
func holds(library, message string) bool {
	_, ok := syntaxMessage{library: library}.matches(message)
	return ok
}

// The commonest slips of a file written by hand, word by word.
func TestSyntaxErrorsSayWhatToDo(t *testing.T) {
	for text, want := range map[string]string{
		"a: {b: 1":            "1:4: no es YAML: falta la llave } que cierra el mapa",
		"a: {b: 1\nc: d":      "2:1: no es YAML: falta una coma, o la llave } que cierra el mapa",
		"a: ]":                "1:4: no es YAML: sobra un corchete ]",
		"a: \"b":              "1:4: no es YAML: faltan las comillas \" que cierran el texto",
		"a:\n\tb: 1":          "2:1: no es YAML: la sangría se hace con espacios, no con tabuladores",
		"a: b: c":             "1:4: no es YAML: hay dos valores para una clave: un texto con dos puntos va entre comillas, y las claves de un mapa, con la misma sangría",
		"a: b\nc d\n":         "2:1: no es YAML: a una clave le faltan los dos puntos, o su sangría no es la de las demás",
		"a:\n  b: 1\n c: 2\n": "3:2: no es YAML: un valor está donde no cabe: revise la sangría y las comillas",
		"a: @b":               "1:4: no es YAML: un texto que empieza por @ va entre comillas",
		"a: %b":               "1:4: no es YAML: % anuncia una directiva de YAML, que un escenario no usa: un texto que empieza por % va entre comillas",
		`a: "C:\qué"`:         `1:8: no es YAML: \q no significa nada entre comillas dobles: ahí una barra se escribe \\`,
		"a: &\n":              "1:4: no es YAML: & anuncia un ancla de YAML, que un escenario no usa: un texto que empieza por & va entre comillas",
		"a: |x\n  b":          "1:4: no es YAML: tras | o > sólo caben un número de 1 a 9 y un signo + o -, no x",
	} {
		_, err := loadText(t, text)
		var problems Problems
		require.ErrorAs(t, err, &problems, text)
		require.Equal(t, "test.yaml:"+want, problems[0].In("es"), text)
	}
}

// A message that the list does not have is passed on, and said to be English.
func TestAnUnknownMessageIsPassedOn(t *testing.T) {
	require.Equal(t, model.Text{
		ES: "no es YAML: el error está aquí o poco antes; el lector lo dice en inglés: «brand new»",
		EN: "not YAML: the mistake is here or shortly before; in the reader's words: “brand new”",
	}, notYAML("brand new"))
	require.Contains(t, notYAML("found unknown escape character '\\x00'").EN, `\'\x00' means nothing`)
}

// The list is that of the library's source: a new version of it cannot bring
// messages that are not translated.
func TestSyntaxMessagesAreTheLibrarys(t *testing.T) {
	parse := reflect.ValueOf(parser.Parse).Pointer()
	file, _ := runtime.FuncForPC(parse).FileLine(parse)
	var source, ours []string
	for _, folder := range []string{"parser", "scanner"} {
		files, err := filepath.Glob(filepath.Join(filepath.Dir(file), "..", folder, "*.go"))
		require.NoError(t, err)
		if len(files) == 0 {
			t.Skip("the library's source is not on this machine: ", file)
		}
		for _, f := range files {
			source = append(source, messagesIn(t, f)...)
		}
	}
	for _, m := range syntaxMessages {
		require.NotContains(t, ours, m.library, "listed twice")
		ours = append(ours, m.library)
	}
	slices.Sort(source)
	slices.Sort(ours)
	require.Equal(t, slices.Compact(source), ours)
	provoked := append(slices.Collect(maps.Keys(malformed)), unmet...)
	slices.Sort(provoked)
	require.Equal(t, ours, provoked, "each message is provoked by a text or known to be unmet")
}

// messagesIn lists the messages of errors that a file of the library makes.
func messagesIn(t *testing.T, path string) (all []string) {
	if strings.HasSuffix(path, "_test.go") {
		return nil
	}
	file, err := goparser.ParseFile(token.NewFileSet(), path, nil, 0)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !slices.Contains([]string{"errors.ErrSyntax", "errors.New", "token.Invalid", "fmt.Errorf"}, called(call)) {
			return true
		}
		first := call.Args[0]
		if inner, ok := first.(*ast.CallExpr); ok && called(inner) == "fmt.Sprintf" {
			first = inner.Args[0]
		}
		// A duplicate key is ours to report: the parser is told to allow it.
		if text, ok := first.(*ast.BasicLit); ok && !strings.HasPrefix(text.Value, `"mapping key %q already defined`) {
			message, err := strconv.Unquote(text.Value)
			require.NoError(t, err)
			all = append(all, message)
		}
		return true
	})
	return all
}

// called is the package and name of a function called, as fmt.Sprintf.
func called(call *ast.CallExpr) string {
	if s, ok := call.Fun.(*ast.SelectorExpr); ok {
		if x, ok := s.X.(*ast.Ident); ok {
			return x.Name + "." + s.Sel.Name
		}
	}
	return ""
}

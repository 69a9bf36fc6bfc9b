package scenarios

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"cumbre/model"
)

// Limits on what is parsed. The library's largest file needs a tenth of each.
const (
	maxBytes = 1 << 18 // bytes of one file
	maxDepth = 32      // nesting of maps and lists
	maxNodes = 1 << 15 // values in one file
)

// parse reads a scenario file into a tree. It returns nil if there is nothing to
// convert; what is wrong is in c.
func (c *collector) parse(name string, data []byte) *node {
	return c.document(name, data, say("escenario", "scenario"))
}

// document reads one strict YAML document of some kind into a tree, as parse does.
func (c *collector) document(name string, data []byte, what model.Text) *node {
	content := asUnix(data)
	src := newSource(name, content)
	p := &treeParser{collector: c, src: src, what: what}
	switch {
	case len(data) > maxBytes:
		c.file(name, say("el archivo mide %d bytes; el máximo es %d", "the file is %d bytes long; at most %d are read", len(data), maxBytes), "")
		return nil
	case !utf8.Valid(data):
		c.file(name, say("el archivo no está en UTF-8: guárdelo con esa codificación", "the file is not UTF-8: save it in that encoding"), "")
		return nil
	}
	body := p.body(content)
	if body == nil {
		return nil
	}
	root := p.node(body, 0)
	if p.failed {
		return nil
	}
	if root.kind != mapping {
		c.at(root, say("un %s es un mapa de claves y valores, no %s", "a %s is a map of keys and values, not %s", what, kindNames[root.kind]))
		return nil
	}
	return root
}

// asUnix drops the byte order mark that some editors put first and ends every
// line with a line feed: the YAML library would take the mark for a letter and
// lose count of lines at a comment before a carriage return.
func asUnix(data []byte) string {
	text := strings.TrimPrefix(string(data), "\uFEFF")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// treeParser turns goccy's syntax tree into nodes and refuses what our
// files never need: anchors, aliases, merge keys, tags, several documents.
type treeParser struct {
	*collector
	src    *source
	what   model.Text // a document is: a scenario, a study
	nodes  int
	failed bool // the tree is incomplete; converting it would only mislead
}

func (p *treeParser) fail(t *token.Token, what model.Text) {
	p.failed = true
	n := &node{src: p.src, line: 1, column: 1}
	if t != nil && t.Position != nil {
		n.line, n.column = max(t.Position.Line, 1), max(t.Position.Column, 1)
	}
	p.at(n, what)
}

// body returns the body of the only document of a text, or nil.
func (p *treeParser) body(s string) (body ast.Node) {
	// The YAML library is not ours; a panic in it is a file it cannot read.
	defer func() {
		if r := recover(); r != nil {
			p.fail(nil, say("no es YAML: el lector no puede con este archivo", "not YAML: the reader cannot cope with this file"))
			body = nil
		}
	}()
	tokens := lexer.Tokenize(s)
	if !p.tokens(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		p.syntax(err)
		return nil
	}
	docs := file.Docs
	if len(docs) > 1 {
		p.fail(separator(docs[1]), say("un archivo contiene un solo %s", "a file holds one %s only", p.what))
		return nil
	}
	if len(docs) == 0 || docs[0].Body == nil {
		p.fail(nil, say("el archivo está vacío", "the file is empty"))
		return nil
	}
	return docs[0].Body
}

// separator is the token that begins a document.
func separator(d *ast.DocumentNode) *token.Token {
	if d.Start != nil {
		return d.Start
	}
	return d.GetToken()
}

// tokens refuses, before the recursive parser sees it, a text nested so deeply
// that it could exhaust the stack.
func (p *treeParser) tokens(all token.Tokens) bool {
	flow, dashes, line := 0, 0, 0
	for _, t := range all {
		if t.Position != nil && t.Position.Line != line {
			dashes, line = 0, t.Position.Line
		}
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			flow++
		case token.MappingEndType, token.SequenceEndType:
			flow--
		case token.SequenceEntryType, token.MappingKeyType, token.TagType, token.AnchorType:
			dashes++
		}
		if flow > maxDepth || dashes > maxDepth {
			p.fail(t, say("más de %d niveles anidados", "nested more than %d levels deep", maxDepth))
			return false
		}
	}
	return true
}

func (p *treeParser) syntax(err error) {
	var e yaml.Error
	if !errors.As(err, &e) {
		p.fail(nil, notYAML(err.Error()))
		return
	}
	p.fail(e.GetToken(), notYAML(e.GetMessage()))
}

// node converts one value; depth is its nesting.
func (p *treeParser) node(a ast.Node, depth int) *node {
	n := p.place(a)
	if p.nodes++; p.nodes > maxNodes || depth > maxDepth {
		if !p.failed {
			p.fail(a.GetToken(), say("el archivo es demasiado grande o está demasiado anidado", "the file is too large or nested too deeply"))
		}
		return n
	}
	switch v := a.(type) {
	case *ast.NullNode:
		n.kind = empty
	case *ast.BoolNode:
		n.kind, n.value = boolean, strconv.FormatBool(v.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		n.kind, n.value = number, a.GetToken().Value
	case *ast.StringNode:
		n.kind, n.value = text, v.Value
		if v.Token.Type == token.StringType && isNumber(v.Value) {
			n.kind = number // 1e-3 without a point is a number in YAML 1.2; the library takes it for a text
		}
	case *ast.LiteralNode:
		n.kind, n.value = text, v.Value.Value
	case *ast.MappingNode:
		n.kind = mapping
		p.mapping(n, v.Values, depth)
	case *ast.MappingValueNode:
		n.kind = mapping
		p.mapping(n, []*ast.MappingValueNode{v}, depth)
	case *ast.SequenceNode:
		n.kind = sequence
		for _, item := range v.Values {
			n.items = append(n.items, p.node(item, depth+1))
		}
	default:
		p.fail(a.GetToken(), say("un %s no usa anclas, alias ni etiquetas de YAML", "a %s uses no anchors, aliases or tags of YAML", p.what))
	}
	return n
}

func (p *treeParser) mapping(n *node, values []*ast.MappingValueNode, depth int) {
	first := map[string]int{}
	for i, v := range values {
		key, ok := v.Key.(ast.ScalarNode)
		if !ok || v.Key.IsMergeKey() {
			p.fail(v.Key.GetToken(), say("una clave es una palabra", "a key is a single word"))
			continue
		}
		k := p.place(key)
		k.kind, k.value = text, key.GetToken().Value
		if i == 0 {
			n.line, n.column = k.line, k.column
		}
		if line, twice := first[k.value]; twice {
			p.at(k, say("la clave `%s` ya está en la línea %d", "the key `%s` is already on line %d", k.value, line))
			continue
		}
		first[k.value] = k.line
		n.entries = append(n.entries, entry{k, p.node(v.Value, depth+1)})
	}
}

// place makes a node that knows where a was written.
func (p *treeParser) place(a ast.Node) *node {
	n := &node{src: p.src, line: 1, column: 1}
	if t := a.GetToken(); t != nil && t.Position != nil {
		n.line, n.column = max(t.Position.Line, 1), max(t.Position.Column, 1)
	}
	return n
}

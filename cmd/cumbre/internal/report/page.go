package report

import (
	"embed"
	"html/template"
	"io"
	"strconv"

	"cumbre/model/compare"
)

//go:embed page.tmpl style.css
var files embed.FS

// page is what the template is given; all text is in the reader's language.
type page struct {
	Lang, Title, Question string
	Style                 template.CSS
	Words                 pageWords
	Facts                 []fact
	Command               string
	Verdict               []string
	Sections              []section
	Cite                  string
}

// pageWords are the page's fixed words.
type pageWords struct {
	Kind, Asked, Command, Short, Contents, Figure, Table, Data, Cite, Skip string
}

type section struct {
	ID, Title string
	Blocks    []block
}

func (s *section) add(all ...block) { s.Blocks = append(s.Blocks, all...) }

// block is one of: a paragraph, a list, a figure, a table, or more to unfold.
type block struct {
	Text   string
	List   []string
	Figure *figureBlock
	Table  *table
	More   *more
}

// more is folded away until the reader asks for it; what is unfolded is printed.
type more struct {
	Summary string
	Note    string // a quieter second line of the summary
	Blocks  []block
}

// figureBlock is a figure drawn for both frames, with the numbers it draws.
type figureBlock struct {
	Name, Title, Caption string
	Page, Phone          template.HTML // SVG, in which all text is escaped
	Data                 *table
}

// figure draws the figure of that name; it panics if the registry has none.
func (v *view) figure(name string) block {
	for _, k := range figures {
		if k.name == name {
			wide, narrow := k.draw(v, pageFrame), k.draw(v, phoneFrame)
			return block{Figure: &figureBlock{name, wide.title, wide.caption,
				template.HTML(wide.svg(name)), template.HTML(narrow.svg(name + "-phone")), wide.data}}
		}
	}
	panic("report: no figure " + name)
}

func (v *view) write(w io.Writer) error { return writePage(w, v.page()) }

// writePage fills the template with a page.
func writePage(w io.Writer, p page) error {
	style, err := files.ReadFile("style.css")
	if err != nil {
		return err
	}
	numbers := &numbering{}
	t, err := template.New("page.tmpl").Funcs(template.FuncMap{
		"figureNumber": numbers.figure, "tableNumber": numbers.table, "label": label, "nest": nest,
	}).ParseFS(files, "page.tmpl")
	if err != nil {
		return err
	}
	p.Style = template.CSS(style)
	return t.Execute(w, p)
}

// page puts the report together.
func (v *view) page() page {
	p := page{
		Lang: v.l.tag, Title: v.title(), Question: v.l.in(v.c.Spec.Question),
		Words: v.words(), Facts: v.facts(), Command: v.reproduce(),
		Verdict: append(compare.Verdict(v.c, v.l.tag), v.beside...),
		Sections: []section{
			v.results(), v.throughputSection(), v.processSection(), v.depthSection(), v.costSection(),
			v.designsSection(), v.paramsSection(), v.calendarSection(), v.limitsSection(),
		},
		Cite: v.cite(),
	}
	if v.robust != nil { // nobody should read the point answer without it
		p.Sections = append([]section{v.robustSection()}, p.Sections...)
	}
	return p
}

func (v *view) words() pageWords {
	l := v.l
	return pageWords{
		Kind:     l.say("Cumbre · Comparación de diseños institucionales", "Cumbre · A comparison of institutional designs"),
		Asked:    l.say("Qué se preguntó", "What was asked"),
		Command:  l.say("Para repetirlo", "To reproduce it"),
		Short:    l.say("En pocas palabras", "In short"),
		Contents: l.say("Contenido", "Contents"),
		Figure:   l.say("Figura", "Figure"),
		Table:    l.say("Cuadro", "Table"),
		Data:     l.say("Los números de la figura", "The figure's numbers"),
		Cite:     l.say("Para citar", "To cite"),
		Skip:     l.say("Saltar al contenido", "Skip to the content"),
	}
}

func (v *view) title() string {
	for _, s := range []string{v.l.in(v.c.Spec.Title), v.c.Spec.Title.ES, v.c.Spec.Title.EN, v.c.Spec.Name} {
		if s != "" {
			return s
		}
	}
	return v.l.say("Escenario sin título", "Untitled scenario")
}

// cite has no date: the digest pins the results down better than a day does.
func (v *view) cite() string {
	l := v.l
	digest := v.c.Digest
	if len(digest) > 16 {
		digest = digest[:16]
	}
	version := ""
	if v.version != "" {
		version = l.say(", versión ", ", version ") + v.version
	}
	return l.say("Cumbre, simulador de la Alianza del Pacífico", "Cumbre, a simulator of the Pacific Alliance") + version +
		l.say(". Escenario «", ". Scenario “") + v.title() +
		l.say("», ", "”, ") + l.count(v.c.Replications, "réplica", "réplicas", "replication", "replications") +
		l.say(", semilla ", ", seed ") + strconv.FormatUint(v.c.Seed, 10) + l.say(", huella ", ", digest ") + orDash(digest) + "."
}

// nested is a group of blocks with the page they stand on.
type nested struct {
	Page   page
	Blocks []block
}

func nest(p page, all []block) nested { return nested{p, all} }

// numbering counts figures and tables as the template meets them.
type numbering struct{ figures, tables int }

func (n *numbering) figure() int { n.figures++; return n.figures }
func (n *numbering) table() int  { n.tables++; return n.tables }

// label returns the head of the i-th cell's column: column 0 is the row head's.
func label(t *table, i int) string {
	if i+1 < len(t.Head) {
		return t.Head[i+1]
	}
	return ""
}

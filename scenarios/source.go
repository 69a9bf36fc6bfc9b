package scenarios

import (
	"sync"

	"cumbre/model"
)

// SourceIn returns the source of a scenario or design of the library in lang, "es" or
// (any other) English, which is how a Spec has it. Any other source is left as it is:
// citations of facts are names and dates.
func SourceIn(source, lang string) string {
	if es, ok := sourcesES()[source]; ok && lang == "es" {
		return es
	}
	return source
}

// sourcesES are the library's sources in Spanish, by their English.
var sourcesES = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, s := range List() {
		all[s.Source.EN] = s.Source.ES
	}
	for _, name := range designNames() {
		t := designSource(name)
		all[t.EN] = t.ES
	}
	return all
})

func designSource(name string) model.Text {
	data, err := DesignSource(name)
	if err != nil {
		panic(err) // the library is part of the program
	}
	c := &collector{}
	t := c.text(c.parse("designs/"+name, data).get("source"), "source")
	if err := c.err(); err != nil {
		panic(err)
	}
	return t
}

package scenarios

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"cumbre/model"
)

//go:embed *.yaml designs/*.yaml
var library embed.FS

// Load reads a scenario and everything it extends into a Spec ready to run. The
// reference is the name of a library scenario (pacific-alliance) or a path that
// ends in .yaml or .yml, or Stdin, which read is given; bases that are paths are resolved
// against the file that names them and read the same way. A nil read allows
// library names only. The error, if any, is of type Problems and holds every
// mistake that was found.
func Load(ref string, read func(path string) ([]byte, error)) (*model.Spec, error) {
	c := &collector{}
	v := c.load(ref, read)
	if err := c.err(); err != nil {
		return nil, err
	}
	return v.spec, nil
}

// load reads and converts a scenario. What it returns, nil if nothing could be read, is
// to be used only if the collector holds no problem afterwards.
func (c *collector) load(ref string, read func(path string) ([]byte, error)) *converter {
	r := &reader{collector: c, read: read}
	if isFile(ref) {
		ref = clean(ref)
	}
	trees := r.chain(ref)
	if len(trees) == 0 {
		return nil
	}
	tree := trees[0]
	if drop := tree.get("without_events"); drop != nil {
		c.without(&node{}, tree)
	}
	for _, over := range trees[1:] {
		tree = c.merge(tree, over)
	}
	return c.convert(tree, nameOf(ref))
}

// Base returns the reference of what a scenario extends, as Load takes it, or "" for one
// that stands alone. Its mistakes other than of reading are for Load to find.
func Base(ref string, read func(path string) ([]byte, error)) (string, error) {
	c := &collector{}
	if isFile(ref) {
		ref = clean(ref)
	}
	tree := (&reader{collector: c, read: read}).tree(ref, nil, nil)
	at := tree.get("extends")
	if err := c.err(); err != nil || at == nil {
		return "", err
	}
	return resolve(ref, at.value), nil
}

// nameOf is the key of a scenario: its library name, or its file's name alone.
func nameOf(ref string) string {
	if ref == Stdin {
		return "stdin"
	}
	name := ref[strings.LastIndexAny(ref, `/\`)+1:]
	return strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".yml")
}

// Source returns the text of a library scenario.
func Source(name string) ([]byte, error) {
	if !slug.MatchString(name) {
		return nil, fmt.Errorf("no library scenario %q", name)
	}
	data, err := library.ReadFile(name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("no library scenario %q", name)
	}
	return data, nil
}

// DesignSource returns the text of a library design.
func DesignSource(name string) ([]byte, error) {
	if !slug.MatchString(name) {
		return nil, fmt.Errorf("no library design %q", name)
	}
	data, err := library.ReadFile("designs/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("no library design %q", name)
	}
	return data, nil
}

// names are the library's scenarios: the default first, the others by name.
func names() []string {
	all := embedded(".")
	slices.SortFunc(all, func(a, b string) int {
		return strings.Compare(strings.TrimPrefix(a, Default), strings.TrimPrefix(b, Default))
	})
	return all
}

// Default is the library name of the scenario that runs when none is named.
const Default = "pacific-alliance"

// embedded lists a folder of the library, without the ending of file names.
func embedded(dir string) []string {
	files, err := library.ReadDir(dir)
	if err != nil {
		panic(err) // the library is part of the program
	}
	var all []string
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".yaml"); ok {
			all = append(all, name)
		}
	}
	return all
}

// Info is a line of the library's list.
type Info struct {
	Name     string
	Title    model.Text
	Question model.Text
	Source   model.Text // the passage or fact it comes from
	Extends  string     // the scenario it starts from; empty if it stands alone
}

// List returns the library's scenarios, the default first.
func List() []Info {
	var all []Info
	for _, name := range names() {
		data, err := Source(name)
		if err != nil {
			panic(err)
		}
		c := &collector{}
		i := Info{Name: name}
		tree := c.parse(name, data)
		for _, e := range tree.entries {
			switch e.key.value {
			case "scenario":
				i.Title = c.text(e.value, "scenario")
			case "question":
				i.Question = c.text(e.value, "question")
			case "source":
				i.Source = c.text(e.value, "source")
			case "extends":
				i.Extends = c.word(e.value, "extends")
			}
		}
		if err := c.err(); err != nil {
			panic(err)
		}
		all = append(all, i)
	}
	return all
}

// preferred are the designs that come first in lists; others follow by name.
var preferred = []string{"light", "sherpa", "secretariat", "hybrid"}

func designNames() []string {
	all := embedded("designs")
	slices.SortStableFunc(all, func(a, b string) int { return rank(a) - rank(b) })
	return all
}

func rank(design string) int {
	if i := slices.Index(preferred, design); i >= 0 {
		return i
	}
	return len(preferred)
}

// Designs returns the library's designs: light, sherpa, secretariat, hybrid,
// then the others by name.
func Designs() []model.Design {
	var all []model.Design
	for _, name := range designNames() {
		all = append(all, libraryDesign(name))
	}
	return all
}

// libraryDesign reads a design of the library; a test reads them all.
func libraryDesign(name string) model.Design {
	data, err := DesignSource(name)
	if err != nil {
		panic(err)
	}
	c := &collector{}
	v := &converter{collector: c, spec: &model.Spec{}}
	d := v.design(c.parse("designs/"+name, data))
	if err := c.err(); err != nil {
		panic(err)
	}
	return d
}

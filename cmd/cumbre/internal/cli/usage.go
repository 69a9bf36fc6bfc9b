package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cumbre/model"
)

// usage writes what stands below the description in a command's help. Cobra's
// own frame, and pflag's lines within it, exist in English only.
func (a *app) usage(c *cobra.Command) error {
	var b strings.Builder
	own, general := a.flagLines(c.LocalFlags()), a.flagLines(c.InheritedFlags())
	b.WriteString(a.say("Uso:", "Usage:") + "\n")
	if c.Runnable() {
		b.WriteString("  " + a.useLine(c) + "\n")
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s %s\n", c.CommandPath(), a.say("[orden]", "[command]"))
	}
	if c.HasExample() {
		b.WriteString("\n" + a.say("Ejemplos:", "Examples:") + "\n" + c.Example + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("\n" + a.say("Órdenes:", "Available Commands:") + "\n" + commandLines(c))
	}
	if own != "" {
		b.WriteString("\n" + a.say("Opciones:", "Flags:") + "\n" + own)
	}
	if general != "" {
		b.WriteString("\n" + a.say("Opciones generales:", "Global Flags:") + "\n" + general)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, a.say("\nUse «%s [orden] --help» para saber más de una orden.\n", "\nUse \"%s [command] --help\" for more information about a command.\n"), c.CommandPath())
	}
	_, err := io.WriteString(c.OutOrStderr(), b.String())
	return err
}

// useLine is how a command is called, with cobra's "[flags]" in the language.
func (a *app) useLine(c *cobra.Command) string {
	line, flags := strings.CutSuffix(c.UseLine(), " [flags]")
	if flags {
		line += a.say(" [opciones]", " [flags]")
	}
	return line
}

func commandLines(c *cobra.Command) string {
	var b strings.Builder
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			fmt.Fprintf(&b, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// flagLines has a line for each flag: its names, what value it takes, what it
// does and its default.
func (a *app) flagLines(flags *pflag.FlagSet) string {
	var names, texts []string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		name += a.valueOf(f)
		names, texts = append(names, name), append(texts, f.Usage+a.defaultOf(f))
		width = max(width, utf8.RuneCountInString(name))
	})
	var b strings.Builder
	for i, name := range names {
		fmt.Fprintf(&b, "%-*s   %s\n", width, name, texts[i]) // %-*s counts characters
	}
	return b.String()
}

// valueNames are what help calls the values of flags, by pflag's names of types.
var valueNames = map[string]model.Text{
	"string":      {ES: "texto", EN: "text"},
	"stringArray": {ES: "texto", EN: "text"},
	"stringSlice": {ES: "lista", EN: "list"},
	"int":         {ES: "entero", EN: "integer"},
	"int64":       {ES: "entero", EN: "integer"},
	"uint64":      {ES: "entero", EN: "integer"},
	"float64":     {ES: "número", EN: "number"},
	vetoNumberIs:  {ES: "N", EN: "N"},
}

// valueOf names the value that a flag takes, in brackets if it may be left out.
func (a *app) valueOf(f *pflag.Flag) string {
	name := valueNames[f.Value.Type()].In(a.lang)
	switch {
	case name == "": // bool
		return ""
	case f.NoOptDefVal != "":
		return "[=" + name + "]"
	}
	return " " + name
}

// defaultOf says what a flag is if it is not given, unless that is nothing.
func (a *app) defaultOf(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "[]", "0", "false":
		return ""
	}
	return fmt.Sprintf(a.say(" (por omisión, %s)", " (default %s)"), f.DefValue)
}

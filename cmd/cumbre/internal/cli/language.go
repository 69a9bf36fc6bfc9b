package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/model"
)

// tongue is the language the program speaks: "es" or "en".
type tongue struct{ lang string }

// say returns the version of a text in the language.
func (t tongue) say(es, en string) string { return model.Text{ES: es, EN: en}.In(t.lang) }

// pickLanguage reads --lang before the command line is parsed, as the help that
// parsing may print is in that language too; without it, the environment says.
// The last flag counts, as it does for the parser.
func pickLanguage(args []string, getenv func(string) string) tongue {
	lang := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			lang = value
		} else if arg == "--lang" && i+1 < len(args) {
			lang = args[i+1]
		}
	}
	if lang == "es" || lang == "en" {
		return tongue{lang}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" { // POSIX: the first one set decides
			if strings.HasPrefix(value, "es") {
				return tongue{"es"}
			}
			break
		}
	}
	return tongue{"en"}
}

// translate gives what cobra adds to the commands texts of ours.
func (a *app) translate(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			a.translateHelp(root, c)
		}
	}
	a.translateHelpFlags(root)
	root.SetUsageFunc(a.usage)
}

func (a *app) translateHelp(root, c *cobra.Command) {
	c.Use = a.say("help [ORDEN]", "help [COMMAND]")
	c.Short = a.say("Ayuda sobre una orden", "Help about a command")
	c.Long = a.say("Escribe la ayuda de una orden, la misma que con --help.", "Writes the help of a command, the same as with --help.")
	c.Example = "  cumbre help compare\n  cumbre help scenario new"
	c.Args = func(_ *cobra.Command, args []string) error {
		cmd, rest, err := root.Find(args)
		switch {
		case err != nil || len(rest) == 0:
			return nil
		case cmd.HasSubCommands():
			return a.noSuchCommand(cmd, rest)
		}
		return fmt.Errorf(a.say("%s no tiene órdenes; sobra: %s", "%s has no commands; too many: %s"), cmd.CommandPath(), strings.Join(rest, " "))
	}
}

func (a *app) translateHelpFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = a.say("esta ayuda", "this help")
	for _, sub := range c.Commands() {
		a.translateHelpFlags(sub)
	}
}

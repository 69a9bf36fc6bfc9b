package cli

import (
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

// translate puts the frame that cobra builds around help into Spanish.
func (a *app) translate(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			c.Short = a.say("Ayuda sobre una orden", "Help about a command")
			c.Args = func(_ *cobra.Command, args []string) error {
				cmd, rest, err := root.Find(args)
				if err != nil || !cmd.HasSubCommands() {
					return nil
				}
				return a.noSuchCommand(cmd, rest)
			}
		}
	}
	a.translateHelpFlags(root)
	if a.lang != "es" {
		return
	}
	frame := root.UsageTemplate()
	for _, word := range [][2]string{
		{"Usage:", "Uso:"}, {"Aliases:", "Alias:"}, {"Examples:", "Ejemplos:"}, {"Available Commands:", "Órdenes:"},
		{"Global Flags:", "Opciones generales:"}, {"Flags:", "Opciones:"}, {"[command] --help", "[orden] --help"},
		{"{{.CommandPath}} [command]", "{{.CommandPath}} [orden]"},
		{`Use "`, `Use «`}, {`" for more information about a command.`, `» para saber más de una orden.`},
	} {
		frame = strings.ReplaceAll(frame, word[0], word[1])
	}
	root.SetUsageTemplate(frame)
}

func (a *app) translateHelpFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = a.say("esta ayuda", "this help")
	for _, sub := range c.Commands() {
		a.translateHelpFlags(sub)
	}
}

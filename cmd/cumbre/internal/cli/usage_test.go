package cli

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// foreign are words that have no place in a text of a language: those of cobra
// and pflag, and the commonest of the other language.
var foreign = map[string]*regexp.Regexp{
	"es": regexp.MustCompile(`(?i)\b(usage|flags?|available|commands?|examples?|global|aliases|help for|help about|default|strings?|stringArray|stringSlice|u?int|uint64|` +
		`argument|invalid|unknown|bad|needs|requires|accepts|received|parse|syntax|shorthand|more information|did you mean)\b|\berror:|\b(the|of|with|which|from the|is|are)\b`),
	"en": regexp.MustCompile(`(?i)\b(uso|opci[oó]n(es)?|orden|órdenes|ejemplos?|generales|ayuda|omisión|textos?|entero|lista|falta|quiso|hay)\b|[áéíóúñ¿¡«»]| (de|la|el|los|y|un|una|del|que) `),
}

// spoken runs the program in a language and returns all that it wrote.
func spoken(lang string, args ...string) (int, string) {
	var out bytes.Buffer
	a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &out, tongue: tongue{lang}}
	return a.main(), out.String()
}

// everyCommand lists all commands by their words, the root's first.
func everyCommand(c *cobra.Command) (all [][]string) {
	all = append(all, strings.Fields(c.CommandPath())[1:])
	for _, sub := range c.Commands() {
		all = append(all, everyCommand(sub)...)
	}
	return all
}

func TestHelpSpeaksOneLanguage(t *testing.T) {
	for lang, words := range foreign {
		a := &app{tongue: tongue{lang}}
		commands := everyCommand(a.root())
		require.Greater(t, len(commands), 12)
		for _, c := range commands {
			code, help := spoken(lang, append(c, "--help")...)
			require.Equal(t, exitDone, code)
			require.Empty(t, words.FindAllString(withoutNames(help), -1), "%s --help in %s:\n%s", c, lang, help)
			_, same := spoken(lang, append([]string{"help"}, c...)...)
			require.Equal(t, help, same)
		}
	}
}

// names are what is English in both languages: flags, keys of JSON, designs,
// commands and files in examples.
var names = regexp.MustCompile(`--?[a-z]+(-[a-z]+)*|cumbre [a-z]+( [a-z]+)?`)

func withoutNames(help string) string { return names.ReplaceAllString(help, "~") }

// A type of value without a name of ours would stay away from help.
func TestEveryKindOfValueHasAName(t *testing.T) {
	a := &app{tongue: tongue{"es"}}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			name, ok := valueNames[f.Value.Type()]
			require.True(t, ok || f.Value.Type() == "bool", "%s --%s: %s", c.Name(), f.Name, f.Value.Type())
			require.Equal(t, name.ES == "", name.EN == "")
		})
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(a.root())
}

func TestHelpSaysValuesAndDefaults(t *testing.T) {
	_, help := spoken("es", "compare", "--help")
	require.Contains(t, help, "  cumbre compare [ESCENARIO] [opciones]\n")
	require.Contains(t, help, "  -n, --replications entero   réplicas de cada diseño (por omisión, 200)\n")
	require.Contains(t, help, "      --set texto             prueba un valor")
	require.Contains(t, help, "Opciones generales:\n      --lang texto   idioma de textos y números: es o en (por omisión, el del entorno)\n")
	_, help = spoken("en", "explain", "--help")
	require.Contains(t, help, "      --without-veto[=N]      compares with")
	require.Contains(t, help, "  -h, --help                  this help\n")
	_, help = spoken("es", "scenario")
	require.Contains(t, help, "  list        Los escenarios y diseños de la biblioteca\n")
	require.True(t, strings.HasSuffix(help, "\nUse «cumbre scenario [orden] --help» para saber más de una orden.\n"))
}

// Everything that cobra and pflag complain of, in both languages.
func TestMistakesOfTheCommandLine(t *testing.T) {
	for _, c := range []struct {
		line   string
		es, en string
	}{
		{"compar", "orden que no existe: `compar`: ¿quiso decir `compare`?", "unknown command `compar`: did you mean `compare`?"},
		{"scenario shw", "orden que no existe: `shw`: ¿quiso decir `show`?", "unknown command `shw`: did you mean `show`?"},
		{"help compare more", "cumbre compare no tiene órdenes; sobra: more", "cumbre compare has no commands; too many: more"},
		{"run --sed 1", "opción que no existe: `--sed`: ¿quiso decir `--seed`?", "unknown flag `--sed`: did you mean `--seed`?"},
		{"run -seed 1", "opción que no existe: `-seed`: ¿quiso decir `--seed`?", "unknown flag `-seed`: did you mean `--seed`?"},
		{"run -desing=x", "opción que no existe: `-desing`: ¿quiso decir `--design`?", "unknown flag `-desing`: did you mean `--design`?"},
		{"run -N 1", "opción que no existe: `-N`: ¿quiso decir `-n`?", "unknown flag `-N`: did you mean `-n`?"},
		{"run -ñ", "opción que no existe: `-ñ` (hay: -h, -q, -n)", "unknown flag `-ñ` (there are: -h, -q, -n)"},
		{"run --=1", "`--=1` no es una opción: se escribe --nombre o --nombre=valor", "`--=1` is no flag: it is written --name or --name=value"},
		{"run --seed", "--seed: falta el valor", "--seed: the value is missing"},
		{"run -n", "-n, --replications: falta el valor", "-n, --replications: the value is missing"},
		{"run -n x", "-n, --replications: `x` no es un número entero", "-n, --replications: `x` is not a whole number"},
		{"run -n 9223372036854775808", "-n, --replications: `9223372036854775808` es un número fuera de rango", "-n, --replications: `9223372036854775808` is a number out of range"},
		{"run --seed -1", "--seed: `-1` no es un número entero de 0 a 18446744073709551615", "--seed: `-1` is not a whole number from 0 to 18446744073709551615"},
		{"run --csv=2", "--csv: `2` no es true ni false", "--csv: `2` is neither true nor false"},
		{`run --without "a`, "--without: `\"a` no es una lista: las comillas dobles rodean un elemento entero", "--without: `\"a` is no list: double quotes go around a whole item"},
		{"explain --without-veto=0", "--without-veto: `0` no es un número de veto: se cuentan desde 1", "--without-veto: `0` is no veto's number: vetoes are counted from 1"},
		{"run a b", "sólo cabe un escenario; sobra: b", "there can be only one scenario; too many: b"},
		{"version a", "no lleva argumentos; sobra: a", "it takes no arguments; too many: a"},
		{"scenario show", "falta el nombre de un escenario o de un diseño, y nada más", "want the name of a scenario or design, and nothing else"},
		{"scenario check", "falta un archivo de escenario", "want a scenario file"},
	} {
		for lang, want := range map[string]string{"es": c.es, "en": c.en} {
			code, said := spoken(lang, strings.Fields(c.line)...)
			require.Equal(t, exitInput, code, c.line)
			require.Equal(t, "cumbre: "+want+"\n", said, c.line)
		}
	}
}

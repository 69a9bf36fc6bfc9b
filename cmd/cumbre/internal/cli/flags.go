package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cumbre/scenarios"
)

// flagError says in the user's language what is wrong with a flag, and names the
// nearest one when it does not exist.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &missing):
		return errors.New(a.noSuchFlag(cmd.Flags(), missing))
	case errors.As(err, &bare):
		return fmt.Errorf(a.say("%s: falta el valor", "%s: the value is missing"), flagName(bare.GetFlag()))
	case errors.As(err, &bad):
		return fmt.Errorf("%s: `%s` %s", flagName(bad.GetFlag()), bad.GetValue(), a.wanted(bad))
	case errors.As(err, &malformed):
		return fmt.Errorf(a.say("`%s` no es una opción: se escribe --nombre o --nombre=valor", "`%s` is no flag: it is written --name or --name=value"), malformed.GetSpecifiedFlag())
	}
	return err
}

// noSuchFlag says that a flag does not exist. Behind letters that are none there
// may be a long flag with one hyphen too few.
func (a *app) noSuchFlag(flags *pflag.FlagSet, missing *pflag.NotExistError) string {
	var names, letters []string
	flags.VisitAll(func(f *pflag.Flag) {
		names = append(names, "--"+f.Name)
		if f.Shorthand != "" {
			letters = append(letters, "-"+f.Shorthand)
		}
	})
	given := missing.GetSpecifiedShortnames()
	if given == "" {
		return a.unknown(a.say("opción", "flag"), "--"+missing.GetSpecifiedName(), names)
	}
	word, _, _ := strings.Cut(given, "=")
	if _, near := scenarios.Suggest("-"+word, names); near && utf8.RuneCountInString(word) > 1 {
		return a.unknown(a.say("opción", "flag"), "-"+word, names)
	}
	_, size := utf8.DecodeRuneInString(given) // pflag's name is the first byte
	return a.unknown(a.say("opción", "flag"), "-"+given[:size], letters)
}

// flagName is a flag as its help has it.
func flagName(f *pflag.Flag) string {
	if f.Shorthand != "" {
		return "-" + f.Shorthand + ", --" + f.Name
	}
	return "--" + f.Name
}

// wanted says why a flag refuses a value.
func (a *app) wanted(bad *pflag.InvalidValueError) string {
	if _, ok := bad.GetFlag().Value.(*vetoNumber); ok {
		return a.say("no es un número de veto: se cuentan desde 1", "is no veto's number: vetoes are counted from 1")
	}
	kind := bad.GetFlag().Value.Type()
	switch {
	case strings.HasPrefix(kind, "int") && errors.Is(bad, strconv.ErrRange):
		return a.say("es un número fuera de rango", "is a number out of range")
	case strings.HasPrefix(kind, "int"):
		return a.say("no es un número entero", "is not a whole number")
	case kind == "uint64":
		return a.say("no es un número entero de 0 a 18446744073709551615", "is not a whole number from 0 to 18446744073709551615")
	case kind == "float64":
		return a.say("no es un número (con punto decimal)", "is not a number")
	case kind == "bool":
		return a.say("no es true ni false", "is neither true nor false")
	case kind == "stringSlice": // pflag reads it as a line of CSV
		return a.say("no es una lista: las comillas dobles rodean un elemento entero", "is no list: double quotes go around a whole item")
	}
	return a.say("no es un valor de esta opción", "is no value of this flag")
}

// checkFlags refuses a language that the program does not speak and values that
// are empty: behind them is a shell variable that was not set, and the default
// would not be what the user meant.
func (a *app) checkFlags(cmd *cobra.Command, _ []string) error {
	var wrong mistakes
	if lang, _ := cmd.Flags().GetString("lang"); lang != "es" && lang != "en" {
		wrong.add(a.say("--lang %q: las lenguas son es y en", "--lang %q: the languages are es and en"), lang)
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if text := f.Value.String(); f.Name != "lang" && (text == "" || text == "[]") {
			wrong.add(a.say("%s: el valor está vacío; para el valor por omisión, quite la opción", "%s: the value is empty; for the default leave the flag out"), flagName(f))
		}
	})
	return wrong.err()
}

// exclusive returns a check that at most one flag of each group is given. Flags that go
// together and stand for one are one item, separated by a space.
func (a *app) exclusive(groups ...[]string) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		var wrong mistakes
		for _, group := range groups {
			var given []string
			items := 0
			for _, item := range group {
				before := len(given)
				for name := range strings.FieldsSeq(item) {
					if cmd.Flags().Changed(name) {
						given = append(given, "--"+name)
					}
				}
				if len(given) > before {
					items++
				}
			}
			if items > 1 {
				wrong.add(a.say("%s no van juntas", "%s do not go together"), a.enumerate(given))
			}
		}
		return wrong.err()
	}
}

// enumerate writes names as a sentence has them: one, another and a third.
func (a *app) enumerate(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + a.say(" y ", " and ") + names[last]
}

// noArguments refuses all arguments.
func (a *app) noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf(a.say("no lleva argumentos; sobra: %s", "it takes no arguments; too many: %s"), strings.Join(args, " "))
	}
	return nil
}

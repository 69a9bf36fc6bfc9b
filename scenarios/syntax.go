package scenarios

import (
	"strings"

	"cumbre/model"
)

// syntaxES says in Spanish what the YAML library says in English, by a part of
// its message: its commonest complaints of a file written by hand.
var syntaxES = []struct{ part, es string }{
	{"flow mapping end token", "falta la llave } que cierra el mapa"},
	{"',' or '}' must be specified", "falta una coma, o la llave } que cierra el mapa"},
	{"sequence end token", "falta el corchete ] que cierra la lista"},
	{"',' or ']' must be specified", "falta una coma, o el corchete ] que cierra la lista"},
	{"corresponding to '}'", "sobra una llave }"},
	{"corresponding to ']'", "sobra un corchete ]"},
	{"tab character", "la sangría se hace con espacios, no con tabuladores"},
	{"cannot start any token", "la sangría se hace con espacios, no con tabuladores"},
	{"double-quoted text", "faltan las comillas \" que cierran el texto"},
	{"single-quoted text", "falta el apóstrofo ' que cierra el texto"},
	{"mapping value is not allowed", "hay dos valores para una clave: un texto con dos puntos va entre comillas, y las claves de un mapa, con la misma sangría"},
	{"non-map value is specified", "a una clave le faltan los dos puntos, o su sangría no es la de las demás"},
	{"unexpected key name", "a una clave le faltan los dos puntos, o su sangría no es la de las demás"},
	{"value is not allowed in this context", "un valor está donde no cabe: revise la sangría y las comillas"},
	{"block sequence entries are not allowed", "una lista con guiones empieza en su propia línea"},
	{"reserved character", "un texto que empieza por este carácter va entre comillas"},
	{"unexpected directive value", "un texto que empieza por % va entre comillas"},
	{"unknown escape character", "una barra \\ entre comillas dobles se escribe \\\\"},
}

// notYAML is the message for a syntax error. The library's words follow in
// Spanish too: they are what a search finds.
func notYAML(message string) model.Text {
	es := "el lector dice, en inglés"
	for _, s := range syntaxES {
		if strings.Contains(message, s.part) {
			es = s.es
			break
		}
	}
	return model.Text{ES: "no es YAML: " + es + " (" + message + ")", EN: "not YAML: " + message}
}

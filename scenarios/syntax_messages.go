package scenarios

import "cumbre/model"

// What several messages of the YAML library come to.
var (
	noTabs = model.Text{ES: "la sangría se hace con espacios, no con tabuladores", EN: "indent with spaces, not with tabs"}

	commaOrBrace = model.Text{ES: "falta una coma, o la llave } que cierra el mapa", EN: "a comma is missing, or the brace } that closes the map"}
	keyExpected  = model.Text{ES: "aquí va una clave con sus dos puntos", EN: "a key with its colon belongs here"}
	plainValue   = model.Text{ES: "aquí va un valor sencillo: un número, una palabra o un texto entre comillas", EN: "a plain value belongs here: a number, a word or a text in quotes"}
	misplaced    = model.Text{ES: "un valor está donde no cabe: revise la sangría y las comillas", EN: "a value stands where none fits: check the indentation and the quotes"}
	noColon      = model.Text{ES: "a una clave le faltan los dos puntos, o su sangría no es la de las demás", EN: "a key lacks its colon, or its indentation is not that of the others"}
	surrogates   = model.Text{ES: `entre comillas dobles, un \u de D800 a DBFF va seguido de otro de DC00 a DFFF`, EN: `in double quotes a \u from D800 to DBFF is followed by one from DC00 to DFFF`}
	noContent    = model.Text{ES: "falta el texto que anuncia | o >: va con sangría en las líneas siguientes", EN: "the text that | or > announces is missing: it goes indented on the lines below"}

	anchors    = reserved("&", "un ancla", "an anchor")
	aliases    = reserved("*", "un alias", "an alias")
	tags       = reserved("!", "una etiqueta", "a tag")
	directives = reserved("%", "una directiva", "a directive")
	questions  = reserved("?", "una clave compuesta", "a compound key")
)

// reserved tells of a character that means something in YAML which no scenario
// uses.
func reserved(char, es, en string) model.Text {
	return model.Text{
		ES: char + " anuncia " + es + " de YAML, que un escenario no usa: un texto que empieza por " + char + " va entre comillas",
		EN: char + " announces " + en + " of YAML, which a scenario does not use: a text that begins with " + char + " goes in quotes",
	}
}

// syntaxMessages are the messages of the YAML library for a text that is not
// YAML; a test compares the list with the library's source.
var syntaxMessages = []syntaxMessage{
	// Maps and lists in one line.
	{"could not find flow mapping end token '}'", model.Text{ES: "falta la llave } que cierra el mapa", EN: "the brace } that closes the map is missing"}},
	{"',' or '}' must be specified", commaOrBrace},
	{"could not find flow map content", commaOrBrace},
	{"could not find map value", model.Text{ES: "falta el valor de esta clave, y la llave } que cierra el mapa", EN: "the value of this key is missing, and the brace } that closes the map"}},
	{"could not find '{' character corresponding to '}'", model.Text{ES: "sobra una llave }", EN: "this brace } closes nothing"}},
	{"sequence end token ']' not found", model.Text{ES: "falta el corchete ] que cierra la lista", EN: "the bracket ] that closes the list is missing"}},
	{"',' or ']' must be specified", model.Text{ES: "falta una coma, o el corchete ] que cierra la lista", EN: "a comma is missing, or the bracket ] that closes the list"}},
	{"expected sequence element, but found ','", model.Text{ES: "falta un elemento antes de la coma", EN: "an item is missing before the comma"}},
	{"could not find '[' character corresponding to ']'", model.Text{ES: "sobra un corchete ]", EN: "this bracket ] closes nothing"}},
	{"map key definition includes an implicit line break", model.Text{ES: "una clave y sus dos puntos van en la misma línea", EN: "a key and its colon go on one line"}},

	// Keys and values.
	{"mapping value is not allowed in this context", model.Text{
		ES: "hay dos valores para una clave: un texto con dos puntos va entre comillas, y las claves de un mapa, con la misma sangría",
		EN: "there are two values for one key: a text with a colon goes in quotes, and the keys of a map at one indentation"}},
	{"non-map value is specified", noColon},
	{"unexpected key name", model.Text{ES: "aquí falta una clave, o los dos puntos de una", EN: "a key is missing here, or the colon of one"}},
	{"found an invalid key for this map", model.Text{ES: "antes de los dos puntos va una clave, que es una palabra", EN: "before the colon goes a key, which is a single word"}},
	{"unexpected map key", keyExpected},
	{"unexpected map key-value pair", keyExpected},
	{"expected map key-value delimiter ':'", keyExpected},
	{"cannot take map-key node", keyExpected},
	{"value is not allowed in this context", misplaced},
	{"value is not allowed in this context. map key-value is pre-defined", misplaced},
	{"block sequence entries are not allowed in this context", model.Text{ES: "una lista con guiones empieza en su propia línea", EN: "a list with hyphens begins on its own line"}},
	{"unexpected scalar value", plainValue},
	{"unexpected scalar value type", plainValue},

	// Indentation.
	{"found character '\t' that cannot start any token", noTabs},
	{"found a tab character where an indentation space is expected", noTabs},
	{"tab character cannot be used for indentation in single-quoted text", noTabs},
	{"tab character cannot be used for indentation in double-quoted text", noTabs},
	{"tab character cannot use as a map key directly", noTabs},
	{"tab character cannot use as a sequence delimiter", noTabs},

	// Texts.
	{"could not find end character of double-quoted text", model.Text{ES: "faltan las comillas \" que cierran el texto", EN: "the quotation mark \" that closes the text is missing"}},
	{"could not find end character of single-quoted text", model.Text{ES: "falta el apóstrofo ' que cierra el texto", EN: "the apostrophe ' that closes the text is missing"}},
	{"found unexpected document separator", model.Text{ES: "una línea que empieza por --- o ... no cabe en un texto entre comillas: ¿faltan las que lo cierran?", EN: "a line that begins with --- or ... does not fit into a text in quotes: is the closing mark missing?"}},
	{"%q is a reserved character", model.Text{ES: "un texto que empieza por %s va entre comillas", EN: "a text that begins with %s goes in quotes"}},
	{"found unknown escape character %q", model.Text{ES: `\%s no significa nada entre comillas dobles: ahí una barra se escribe \\`, EN: `\%s means nothing in double quotes: there a backslash is written \\`}},
	{"not enough length for escaped UTF-16 character", model.Text{ES: `entre comillas dobles, tras \u van cuatro cifras hexadecimales`, EN: `in double quotes \u is followed by four hexadecimal digits`}},
	{"not enough length for escaped UTF-32 character", model.Text{ES: `entre comillas dobles, tras \U van ocho cifras hexadecimales`, EN: `in double quotes \U is followed by eight hexadecimal digits`}},
	{"not enough length for escaped UTF-16 surrogate pair", surrogates},
	{"found unexpected character after high surrogate for UTF-16 surrogate pair", surrogates},
	{"found unexpected low surrogate after high surrogate", surrogates},
	{"invalid header option: %q", model.Text{ES: "tras | o > sólo caben un número de 1 a 9 y un signo + o -, no %s", EN: "after | or > only a number from 1 to 9 and a sign + or - fit, not %s"}},
	{"could not find multi-line content", noContent},
	{"unexpected token. required string token", noContent},
	{"invalid number of indent is specified after space only", model.Text{ES: "el texto tras | o > empieza con menos sangría que la línea en blanco de antes", EN: "the text after | or > begins with less indentation than the blank line before it"}},
	{"invalid number of indent is specified in the multi-line header", model.Text{ES: "el texto tras | o > tiene menos sangría que la que dice el número", EN: "the text after | or > has less indentation than the number says"}},

	// Documents.
	{"value cannot be placed after document separator", model.Text{ES: "tras --- no va nada en la misma línea", EN: "nothing goes after --- on the same line"}},
	{"unexpected end content", model.Text{ES: "tras ... no va nada: ahí termina el escenario", EN: "nothing goes after ...: the scenario ends there"}},

	// What a scenario does not use.
	{"undefined anchor name", anchors},
	{"undefined anchor value", anchors},
	{"could not find anchor value", anchors},
	{"anchors cannot be used consecutively", anchors},
	{"sequence entries are not allowed after anchor on the same line", anchors},
	{"anchor is not allowed in this context", anchors},
	{"anchor is not allowed in this sequence context", anchors},
	{"unexpected anchor. anchor name is not scalar value", anchors},
	{"undefined alias name", aliases},
	{"could not find alias value", aliases},
	{"unexpected alias. alias name is not scalar value", aliases},
	{"tag is not allowed in this context", tags},
	{"tag is not allowed in this sequence context", tags},
	{"found invalid tag character %q", tags},
	{"cannot assign default value for %q tag", tags},
	{"specified not scalar tag", tags},
	{"could not find map", tags},
	{"could not find merge key", tags},
	{"undefined directive value", directives},
	{"could not find directive value", directives},
	{"unexpected directive value. document not started", directives},
	{"unexpected directive. directive name is not scalar value", directives},
	{"unexpected format YAML directive", directives},
	{"unexpected format TAG directive", directives},
	{"unknown YAML version %q", directives},
	{"YAML version has already been specified", directives},
	{"undefined map key", questions},
	{"could not find value for mapping key", questions},
}

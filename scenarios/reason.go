package scenarios

import (
	"errors"
	"io/fs"
	"strings"

	"cumbre/model"
)

// ErrTooLarge is what the reader of files given to Load returns for a file that
// is no scenario by its size.
var ErrTooLarge = errors.New("too large for a scenario")

// systemReasons are what operating systems answer about files, by the end of
// their message: the numbers behind them differ from system to system.
var systemReasons = []struct {
	system string
	text   model.Text
}{
	{"is a directory", model.Text{ES: "es una carpeta", EN: "it is a folder"}},
	{"not a directory", model.Text{ES: "no es una carpeta", EN: "it is not a folder"}},
	{"no space left on device", model.Text{ES: "no queda espacio en el disco", EN: "no space left on device"}},
	{"disk quota exceeded", model.Text{ES: "se agotó la cuota de disco", EN: "disk quota exceeded"}},
	{"read-only file system", model.Text{ES: "el disco es de sólo lectura", EN: "the disk is read-only"}},
	{"file name too long", model.Text{ES: "el nombre es demasiado largo", EN: "the name is too long"}},
	{"file too large", model.Text{ES: "el archivo es demasiado grande", EN: "the file is too large"}},
	{"too many open files", model.Text{ES: "hay demasiados archivos abiertos", EN: "too many open files"}},
	{"too many levels of symbolic links", model.Text{ES: "sus enlaces simbólicos forman un círculo", EN: "its symbolic links form a circle"}},
	{"input/output error", model.Text{ES: "el disco falla al leer o escribir", EN: "the disk fails to read or write"}},
	{"broken pipe", model.Text{ES: "nadie lee ya lo que se escribe", EN: "nobody reads any more what is written"}},
	{"invalid argument", model.Text{ES: "el sistema no admite ese nombre", EN: "the system does not admit that name"}},
}

// Reason says why the system refuses a file. What is not known is passed on in
// the system's words.
func Reason(err error) model.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say("no existe", "it does not exist")
	case errors.Is(err, fs.ErrPermission):
		return say("no está permitido", "it is not permitted")
	case errors.Is(err, fs.ErrExist):
		return say("ya existe", "it exists")
	case errors.Is(err, ErrTooLarge):
		return say("es demasiado grande para ser un escenario", "it is too large for a scenario")
	}
	for _, r := range systemReasons {
		if strings.HasSuffix(err.Error(), r.system) {
			return r.text
		}
	}
	return say("%v", "%v", err)
}

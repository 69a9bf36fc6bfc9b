package scenarios

import "cumbre/model"

// The keys of a study file: the loader refuses every other, and its JSON Schema is
// generated from the same tables.

var studyObject = &object{model.Text{ES: "un estudio", EN: "a study"}, []key{
	must("study", "Título del estudio.", "Title of the study."),
	may("scenario", "Escenario del que parte: un nombre de la biblioteca o un archivo .yaml junto a éste; la Alianza si no se dice.", "The scenario it starts from: a library name or a .yaml file beside this one; the Alliance unless stated."),
	may("compare", "Diseños que se comparan; el primero es la referencia. Los del escenario si no se dice.", "Designs to compare; the first is the baseline. The scenario's unless stated."),
	may("sweep", "Parámetros y los valores que toman: todas las combinaciones. Un rango con paso, 2..10/2, o una lista, [20, 40, 60].", "Parameters and the values they take: every combination. A range with a step, 2..10/2, or a list, [20, 40, 60]."),
	may("sample", "Puntos elegidos de un espacio de parámetros; con sweep, cada uno en cada combinación.", "Points chosen from a space of parameters; with sweep, each at every combination."),
	may("sensitivity", "En vez de sweep y sample: los puntos de un análisis de sensibilidad, que cumbre analyze hace.", "Instead of sweep and sample: the points of an analysis of sensitivity, which cumbre analyze makes."),
	may("replications", "Réplicas de cada diseño en cada punto.", "Replications of each design at each point."),
	may("until", "Réplicas hasta conocer las diferencias entre diseños: diff(throughput) ±5% de la media de la referencia, o diff(throughput) ±0.5.", "Replications until the differences between designs are known: diff(throughput) ±5% of the baseline's mean, or diff(throughput) ±0.5."),
	may("cap", "Con until, las réplicas que hay a lo sumo en cada punto.", "With until, the most replications of each point."),
	may("seed", "Semilla; 1 si no se dice.", "Seed; 1 unless stated."),
	may("years", "Guarda también las series anuales; sí si no se dice.", "Yearly series are kept too; yes unless stated."),
}}

var sampleObject = &object{model.Text{ES: "una muestra", EN: "a sample"}, []key{
	must("method", "Cómo se eligen los puntos.", "How the points are chosen."),
	may("points", "Cuántos puntos.", "How many points."),
	parametersKey,
}}

var sensitivityObject = &object{model.Text{ES: "un análisis de sensibilidad", EN: "an analysis of sensitivity"}, []key{
	must("method", "Cómo se eligen los puntos.", "How the points are chosen."),
	may("trajectories", "Con method: morris, cuántas trayectorias, de un punto más que parámetros; de diez a cien suelen bastar.", "With method: morris, how many trajectories, of one point more than there are parameters; ten to a hundred usually do."),
	may("base_points", "Con method: sobol, cuántos puntos base, cada uno con dos puntos más que parámetros; una potencia de dos.", "With method: sobol, how many base points, each with two points more than there are parameters; a power of two."),
	parametersKey,
}}

var parametersKey = must("parameters", "Qué se varía: parámetros con su rango, 2..12 (el del registro si no se dice), una lista de parámetros, o assumptions para todos los supuestos.", "What is varied: parameters with their range, 2..12 (the registry's unless stated), a list of parameters, or assumptions for all assumptions.")

// assumptionsWord stands for all parameters that are assumptions.
const assumptionsWord = "assumptions"

// Defaults and bounds of a study's numbers.
const defaultStudySeed = 1

var (
	replicationsInterval = interval{min: 1, max: 1e6, whole: true}
	capInterval          = interval{min: 10, max: 1e6, whole: true}
	samplePointsInterval = interval{min: 1, max: 1e7, whole: true}
	seedInterval         = interval{min: 0, max: 1 << 53, whole: true}
)

// maxLevels bounds the values of one factor of a grid.
const maxLevels = 10_000

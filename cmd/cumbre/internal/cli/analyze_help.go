package cli

const analyzeLongES = `Analiza las corridas que cumbre sweep dejó en una carpeta, terminado el estudio o no:
medias de todos los puntos y diferencias pareadas con el primer diseño; el mapa de
diseños, que dice cuál va en cabeza según dos factores, con qué probabilidad y por
cuánto; las diferencias en cada punto; la frontera de costo y efecto; las regiones en
que conviene cada diseño (PRIM); y, si el estudio tiene sensitivity:, los efectos de
Morris o los índices de Sobol', con un aviso si no han convergido. Al final dice en
palabras qué se sigue y qué no.

En una grilla las unidades son las réplicas, promediadas sobre los puntos; en una
muestra, los puntos, y los intervalos suman el azar de las réplicas, que son las mismas
en todos: con una sola no hay intervalos. La probabilidad es la de que la media de un
diseño sea la mejor, vistas las unidades (t de Student a posteriori; Chick e Inoue 2001):
habla del azar, no de los supuestos.

--json imprime un solo objeto, con las claves en este orden: study, scenario, version
(la que corrió el estudio), seed, digest (huella de las corridas, la de cumbre sweep si
están todas), designs, factors (lista de name, unit y levels, o low, high y
by_order_of_magnitude), points (lista, por su número: factor -> valor), replications
(menos y más por punto), runs, failed, missing, units (replications o points), interval
(level y kind), resamples, measures y frontier. Cada medida: metric, unit, better (high,
low o none), overall, points (point y su grupo), curves (factor y cuts: low, high y su
grupo), map (x, y, over, cells: x, y y su grupo), regions (points y, por diseño, leads,
box, coverage, density y mass) y sensitivity (method, size, replications, outputs:
design, less, factors, ranking, missing y warnings). Un grupo: units, lost, designs y
differences (por diseño mean, low, high), leader, second, lead, probability (por diseño)
y certain (true si la ventaja se distingue del azar). Lo que no está definido es null.

-o CARPETA escribe report.html, figures/*.svg, points.csv (una fila por punto, diseño y
medida), analysis.json, manifest.json y README.txt. Ctrl-C no deja nada a medias.`

const analyzeLongEN = `Analyses the runs that cumbre sweep left in a folder, whether the study is done or not:
means over all points and paired differences to the first design; the design map, which
says which design leads by two factors, with what probability and by how much; the
differences at each point; the frontier of cost and effect; the regions where each
design pays (PRIM); and, if the study has sensitivity:, the effects of Morris or the
indices of Sobol', with a warning if they have not converged. In the end it says in
words what follows and what does not.

On a grid the units are replications, averaged over the points; of a sample they are the
points, and intervals add the chance of the replications, which are the same at all of
them: with one there are no intervals. The probability is that a design's mean is the
best, given the units (Student's t, a posteriori; Chick and Inoue 2001): it speaks of
chance, not of assumptions.

--json prints one object, its keys in this order: study, scenario, version (that ran the
study), seed, digest (of the runs, that of cumbre sweep if all are there), designs,
factors (list of name, unit and levels, or low, high and by_order_of_magnitude), points
(list, by number: factor -> value), replications (least and most of a point), runs,
failed, missing, units (replications or points), interval (level and kind), resamples,
measures and frontier. Each measure: metric, unit, better (high, low or none), overall,
points (point and its group), curves (factor and cuts: low, high and its group), map (x,
y, over, cells: x, y, and its group), regions (points and, by design, leads, box,
coverage, density and mass) and sensitivity (method, size, replications, outputs:
design, less, factors, ranking, missing and warnings). A group: units, lost, designs and
differences (by design mean, low, high), leader, second, lead, probability (by design)
and certain (true if the lead can be told from chance). What is undefined is null.

-o FOLDER writes report.html, figures/*.svg, points.csv (a row per point, design and
measure), analysis.json, manifest.json and README.txt. Ctrl-C leaves nothing half done.`

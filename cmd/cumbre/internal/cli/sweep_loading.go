package cli

import (
	"strings"
	"text/template"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/study"
)

// sweepLoading is how a study's results are loaded, and what is then computed first: at every
// point, the mean of the paired differences to the first design with its 95% interval; of
// a study of one design, the mean. The code is the same in both languages, and
// `.ci/check readers` runs it as it stands in README.txt.
type sweepLoading struct {
	Measure string
	Base    string   // the design that the others are compared with; none if there is one only
	Labels  []string // columns that say what a point is
}

// maxLabels bounds the columns that label a point: with more the table is no longer read.
// The number of the point stands for all of them.
const maxLabels = 4

func loadingOf(s *study.Study) sweepLoading {
	l := sweepLoading{Measure: "throughput_mandates_per_year"}
	if names := s.DesignNames(); len(names) > 1 {
		l.Base = names[0]
	}
	columns := sweep.FactorColumns(s)
	for i := range min(len(s.Factors()), maxLabels) {
		l.Labels = append(l.Labels, columns[i].Name)
	}
	return l
}

// Value is the column of what is averaged.
func (l sweepLoading) Value() string {
	if l.Base == "" {
		return "value"
	}
	return "difference"
}

// quoted are names as texts of R, Python and SQL.
func quoted(labels []string) string {
	var b strings.Builder
	for _, name := range labels {
		b.WriteString(`, "` + name + `"`)
	}
	return b.String()
}

// reversed are labels with the last first, as R sorts.
func reversed(labels []string) string {
	var b strings.Builder
	for i := len(labels) - 1; i >= 0; i-- {
		b.WriteString(" + " + labels[i])
	}
	return b.String()
}

// listed are labels, each after what separates it from the one before.
func listed(before string, labels []string) string {
	var b strings.Builder
	for _, name := range labels {
		b.WriteString(before + name)
	}
	return b.String()
}

// snippet is the code of one program.
type snippet struct{ Program, Code string }

// snippets are the code of all programs.
func (l sweepLoading) snippets() []snippet {
	all := make([]snippet, len(loadingCode))
	for i, c := range loadingCode {
		var b strings.Builder
		t := template.Must(template.New(c.Program).Funcs(template.FuncMap{"quoted": quoted, "reversed": reversed, "listed": listed}).Parse(c.Code))
		if err := t.Execute(&b, l); err != nil {
			panic(err) // the templates are constants
		}
		all[i] = snippet{c.Program, b.String()}
	}
	return all
}

// String is the snippets as README.txt has them.
func (l sweepLoading) String() string {
	var b strings.Builder
	for i, s := range l.snippets() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(s.Program + ":\n")
		for line := range strings.Lines(s.Code) {
			if strings.TrimSpace(line) != "" {
				line = "  " + line
			}
			b.WriteString(line)
		}
	}
	return b.String()
}

// loadingCode is the code of each program, as a template. A comment after the line that
// reads Parquet has the same for CSV.
var loadingCode = []snippet{
	{"R", `runs <- as.data.frame(arrow::read_parquet("runs.parquet"))
# runs <- read.csv("runs.csv")
y <- "{{.Measure}}"
{{- if .Base}}
base <- runs[runs$design == "{{.Base}}", c("point", "replication", y)]
pairs <- merge(runs[runs$design != "{{.Base}}", ], base, by = c("point", "replication"),
               suffixes = c("", "_base"))
pairs$difference <- pairs[[y]] - pairs[[paste0(y, "_base")]]
{{- else}}
runs$value <- runs[[y]]
{{- end}}
interval <- function(x) {
  half <- qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x))
  c(n = length(x), mean = mean(x), low = mean(x) - half, high = mean(x) + half)
}
answer <- aggregate({{.Value}} ~ design{{reversed .Labels}} + point, {{if .Base}}pairs{{else}}runs{{end}}, interval)
print(answer)
`},
	{"Python, pandas", `import pandas as pd
from scipy.stats import t
runs = pd.read_parquet("runs.parquet")
# runs = pd.read_csv("runs.csv")
y = "{{.Measure}}"
by = ["point"{{quoted .Labels}}, "design"]
{{- if .Base}}
pair = ["point", "replication"]
base = runs[runs["design"] == "{{.Base}}"].set_index(pair)[y].rename("base")
pairs = runs[runs["design"] != "{{.Base}}"].join(base, on=pair)
pairs["difference"] = pairs[y] - pairs["base"]
answer = pairs.groupby(by)["difference"].agg(["count", "mean", "sem"])
{{- else}}
answer = runs.groupby(by)[y].agg(["count", "mean", "sem"])
{{- end}}
half = t.ppf(0.975, answer["count"] - 1) * answer["sem"]
answer["low"], answer["high"] = answer["mean"] - half, answer["mean"] + half
print(answer.to_string())
`},
	{"Python, polars", `import polars as pl
from scipy.stats import t
runs = pl.read_parquet("runs.parquet")
# runs = pl.read_csv("runs.csv")
y = "{{.Measure}}"
by = ["point"{{quoted .Labels}}, "design"]
{{- if .Base}}
pair = ["point", "replication"]
base = runs.filter(pl.col("design") == "{{.Base}}").select(*pair, pl.col(y).alias("base"))
pairs = runs.filter(pl.col("design") != "{{.Base}}").join(base, on=pair)
pairs = pairs.with_columns((pl.col(y) - pl.col("base")).alias("x")).drop_nulls("x")
{{- else}}
pairs = runs.with_columns(pl.col(y).alias("x")).drop_nulls("x")
{{- end}}
answer = pairs.group_by(by).agg(
    pl.len().alias("n"), pl.col("x").mean().alias("mean"), pl.col("x").std().alias("sd")).sort(by)
answer = answer.with_columns(pl.Series("t", t.ppf(0.975, answer["n"].to_numpy() - 1.0)))
half = pl.col("t") * pl.col("sd") / pl.col("n").sqrt()
answer = answer.with_columns((pl.col("mean") - half).alias("low"), (pl.col("mean") + half).alias("high"))
with pl.Config(tbl_cols=-1, tbl_rows=-1):
    print(answer.drop("sd", "t"))
`},
	// The quantile of t is the expansion of Abramowitz and Stegun, 26.7.5, at 0.975: it is
	// too small by one part in 10^4 for 6 pairs, by one in 10^5 for 10, in 10^9 for 100.
	{"DuckDB", `WITH pairs AS (
{{- if .Base}}
  SELECT run.*, run.{{.Measure}} - base.{{.Measure}} AS x
  FROM 'runs.parquet' AS run JOIN 'runs.parquet' AS base USING (point, replication)
  WHERE run.design <> '{{.Base}}' AND base.design = '{{.Base}}'
{{- else}}
  SELECT *, {{.Measure}} AS x FROM 'runs.parquet'
{{- end}}
), answer AS (
  SELECT point{{listed ", " .Labels}}, design, count(x) AS n, avg(x) AS mean,
         stddev_samp(x) / sqrt(count(x)) AS se, 1.0::DOUBLE / nullif(count(x) - 1, 0) AS v
  FROM pairs GROUP BY ALL
), half AS (
  SELECT *, se * (1.95996398 + 2.37227123*v + 2.82249862*v^2 + 2.55584968*v^3 + 1.58953405*v^4) AS h
  FROM answer
)
SELECT * EXCLUDE (se, v, h), mean - h AS low, mean + h AS high FROM half ORDER BY point, design;
`},
	{"Stata", `import delimited using "runs.csv", clear varnames(1) case(preserve) asdouble encoding("utf-8")
{{- if .Base}}
egen double base = max(cond(design == "{{.Base}}", {{.Measure}}, .)), by(point replication)
drop if design == "{{.Base}}"
generate double difference = {{.Measure}} - base
statsby n=r(N) mean=r(mean) low=r(lb) high=r(ub), by(point{{listed " " .Labels}} design) clear: ci means difference
{{- else}}
statsby n=r(N) mean=r(mean) low=r(lb) high=r(ub), by(point{{listed " " .Labels}} design) clear: ci means {{.Measure}}
{{- end}}
list
`},
}

"""pandas, for `.ci/check readers`: pandas_reader.py table CSV | snippet FILE.

Prints version, names, types and rows, separated by tabs; \\N is a null. `snippet` runs the
code as it stands and prints its answer."""

import io
import sys
from contextlib import redirect_stdout

import pandas as pd


def cell(value):
    if pd.isna(value):
        return r"\N"
    return repr(float(value)) if isinstance(value, float) else str(value)


def show(frame):
    lines = [[pd.__version__], list(frame.columns), [str(t) for t in frame.dtypes]]
    lines += [[cell(v) for v in row] for row in frame.itertuples(index=False)]
    sys.stdout.reconfigure(encoding="utf-8")
    for line in lines:
        print(*line, sep="\t")


what, file = sys.argv[1:]
if what == "table":
    # By default the last bit of a number may differ.
    show(pd.read_csv(file, float_precision="round_trip"))
else:
    names, printed = {}, io.StringIO()
    with open(file, encoding="utf-8") as code, redirect_stdout(printed):
        exec(compile(code.read(), file, "exec"), names)
    assert "mean" in printed.getvalue(), "the snippet prints nothing"
    answer = names["answer"]
    show(answer.reset_index() if isinstance(answer, pd.DataFrame) else answer.to_pandas())

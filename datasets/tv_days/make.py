"""Copy the media and background columns of anes96 out of the package statsmodels.

`pip install statsmodels` (any version from 0.14.4 on), then `python make.py`; with
`--check` it writes nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
from pathlib import Path

EDUCATION = ("1-8 grades", "some high school", "high school graduate", "some college",
             "college degree", "master's degree", "PhD")  # fmt: skip
HEADER = ("respondent", "age", "tv_news_days_per_week", "education_level", "education",
          "income_bracket", "place_population_thousands")  # fmt: skip


def original() -> list[dict[str, str]]:
    found = importlib.util.find_spec("statsmodels")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install statsmodels")
    path = Path(found.origin).parent / "datasets" / "anes96" / "anes96.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quotechar="'"))


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for respondent, row in enumerate(original(), start=1):
        level = int(float(row["educ"]))
        writer.writerow([
            respondent, row["age"], row["TVnews"], level, EDUCATION[level - 1],
            row["income"], row["popul"],
        ])  # fmt: skip
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

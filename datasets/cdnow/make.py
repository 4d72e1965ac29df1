"""Sum the purchases of the CDNOW sample, in the package Lifetimes, customer by customer.

`pip install lifetimes==0.11.3`, then `python make.py`; with `--check` it writes
nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import importlib.util
import io
import sys
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

LAST_DAY = date(1997, 9, 30)  # of the 39 weeks that models may see
HEADER = ("customer", "first_purchase", "weeks_observed", "repeat_purchases",
          "weeks_to_last_purchase", "first_purchase_value_usd", "mean_repeat_value_usd",
          "holdout_purchases", "holdout_spend_usd")  # fmt: skip


def original() -> list[str]:
    """One line: customer of the whole file, customer of the sample, day, number of CDs, dollars."""
    found = importlib.util.find_spec("lifetimes")
    if found is None or found.origin is None:
        raise SystemExit("First: pip install lifetimes==0.11.3")
    path = Path(found.origin).with_name("datasets") / "CDNOW_sample.txt"
    return path.read_text(encoding="ascii").splitlines()


def days() -> dict[int, dict[date, Decimal]]:
    """What each customer spent on each day: two orders on one day are one purchase."""
    spent: dict[int, dict[date, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for line in original():
        _, customer, day, _, value = line.split()
        spent[int(customer)][date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")] += Decimal(
            value
        )
    return spent


def weeks(start: date, end: date) -> float:
    return round((end - start).days / 7, 2)


def mean(values: list[Decimal]) -> Decimal:
    exact = sum(values, Decimal()) / max(len(values), 1)
    return exact.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)


def table() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for customer, spent in sorted(days().items()):
        first, *later = sorted(spent)
        repeats = [day for day in later if day <= LAST_DAY]
        holdout = [spent[day] for day in later if day > LAST_DAY]
        last = max(repeats, default=first)
        writer.writerow([
            customer, first, weeks(first, LAST_DAY), len(repeats), weeks(first, last),
            spent[first], mean([spent[day] for day in repeats]),
            len(holdout), sum(holdout, Decimal("0.00")),
        ])  # fmt: skip
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

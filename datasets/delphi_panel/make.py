"""Invent the answers of a two-round Delphi: the source publishes its design and no answer.

SYNTHETIC: 22 fictional experts, eleven academics and eleven professionals, rate the seven
themes of Jean-Éric Pelet's study from 1 (useless) to 9 (essential); the ten who rate their
own expertise highest are asked again.  Built in:

- professionals rate their own expertise higher, so that nine of the ten kept are
  professionals;
- in round 1 an expert's rating is normal around a mean of the theme, which may differ between
  academics and professionals, then rounded and kept within 1 to 9;
- in round 2 it moves by a share (the pull) of the way to the median of all 22, with a little
  noise: four themes are pulled to agreement;
- theme 3 has two camps, in both professions, that do not move: it stays split;
- theme 5 divides academics from professionals, and nobody moves: its "consensus" comes from
  who was kept, not from feedback;
- theme 7 is agreed on from the start.

The seed is one under which these features show in the drawn answers.
With `--check` it writes nothing and says whether data.csv is what it would write.
"""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SEED = 352
KEPT = 10
PROFILES = ("academic", "professional")
EXPERTISE = {"academic": (10.5, 2.5), "professional": (14.5, 2.5)}  # out of 20: mean, deviation
NOISE = 0.35  # deviation of an answer in round 2 around where the pull brings it

HEADER = ("expert", "profile", "expertise", "round", "theme_number", "theme", "theme_fr", "rating")


@dataclass(frozen=True)
class Theme:
    """`means`: of academics, of professionals; `camps`: distance of two camps from the mean."""

    name: str
    name_fr: str
    means: tuple[float, float]
    deviation: float
    pull: float
    camps: float = 0.0


THEMES = (
    Theme("Strategy and goals", "Stratégie et buts", (6.8, 7.0), 1.7, 0.65),
    Theme("Knowing the market", "Connaître le marché", (6.5, 6.8), 1.7, 0.65),
    Theme("Preferred channels", "Canaux préférés", (5.6, 5.6), 0.8, 0.0, camps=2.4),
    Theme("Content", "Contenu", (6.7, 6.7), 1.8, 0.65),
    Theme("Spreading the word", "Essaimage", (4.4, 7.6), 0.8, 0.0),
    Theme("Influencers and fans", "Prescripteurs et fans", (6.4, 6.6), 1.7, 0.65),
    Theme("Monitoring", "Surveillance", (7.9, 8.0), 0.8, 0.3),
)


def on_the_scale(values: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(values), 1, 9).astype(int)


def answers(seed: int) -> list[tuple[object, ...]]:
    random = np.random.default_rng(seed)
    profiles = [PROFILES[i % 2] for i in range(22)]
    expertise = [
        int(np.clip(round(random.normal(*EXPERTISE[profile])), 4, 20)) for profile in profiles
    ]
    kept = sorted(range(22), key=lambda i: -expertise[i])[:KEPT]
    camps = np.array([1 if i // 2 % 2 else -1 for i in range(22)])  # in both professions alike
    first, second = [], []
    for theme in THEMES:
        means = np.array([theme.means[PROFILES.index(profile)] for profile in profiles])
        rated = on_the_scale(means + theme.camps * camps + random.normal(0, theme.deviation, 22))
        moved = rated + theme.pull * (np.median(rated) - rated)
        shaken = moved + (random.normal(0, NOISE, 22) if theme.pull else 0)
        first.append(rated)
        second.append(on_the_scale(shaken))
    return [
        (f"E{i + 1:02d}", profiles[i], expertise[i], turn, t + 1, theme.name, theme.name_fr,
         int(ratings[t][i]))
        for turn, who, ratings in ((1, range(22), first), (2, sorted(kept), second))
        for i in who
        for t, theme in enumerate(THEMES)
    ]  # fmt: skip


def table() -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEADER, *answers(SEED)])
    return out.getvalue().encode()


if __name__ == "__main__":
    made = table()
    target = Path(__file__).with_name("data.csv")
    if "--check" not in sys.argv:
        target.write_bytes(made)
    elif target.read_bytes() != made:
        raise SystemExit("data.csv is not what this script makes.")

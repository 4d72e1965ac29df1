"""Alarm limits: too narrow, they ring at chance; too wide, they sleep through a fall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view
from ..model.dashboard import WOBBLE

YEARS = 400
FALLS_IN = 7  # the month from which there are fewer leads, if there are
NOTICED_BY = 9  # a quarter to see it


@dataclass(frozen=True)
class LimitsRun:
    """Four hundred years of one KPI, its limit, and when it rang.

    `seen` (400, 12): counts; `truth` (12,): what they are drawn around; `rings` (400, 12).
    """

    expected: float
    lowest: float
    truth: np.ndarray
    seen: np.ndarray
    rings: np.ndarray

    @property
    def falls(self) -> bool:
        return bool(self.truth[-1] < self.truth[0])

    @property
    def false_share(self) -> float:
        """Of the years, those with an alarm before anything was wrong."""
        return float(self.rings[:, : FALLS_IN - 1].any(axis=1).mean())

    @property
    def heard_share(self) -> float:
        """Of the years, those with an alarm in the quarter that follows July's first day."""
        return float(self.rings[:, FALLS_IN - 1 : NOTICED_BY].any(axis=1).mean())


def limits_run(leads_a_month: float, fall: float, below: float, rule: str) -> LimitsRun:
    """Months counted as the dashboard counts leads, and the alarms that a lower limit gives.

    A month's count is Poisson around a truth that moves by `WOBBLE["leads"]` for reasons nobody
    controls.  The limit is `below` under what is expected; `rule`: one month under it rings
    ("one"), or only two running ("two").
    """
    draw = np.random.default_rng(7)
    moves = draw.standard_normal((YEARS, model.MONTHS))
    truth = np.full(model.MONTHS, float(leads_a_month))
    truth[FALLS_IN - 1 :] *= 1 - fall
    wobble = WOBBLE["leads"]
    seen = draw.poisson(truth * np.exp(wobble * moves - wobble**2 / 2))
    lowest = leads_a_month * (1 - below)
    under = seen < lowest
    rings = under
    if rule == "two":
        rings = under & np.column_stack([np.zeros(YEARS, bool), under[:, :-1]])
    return LimitsRun(float(leads_a_month), lowest, truth, seen, rings)


limits = Lab(
    name="limits",
    title=Text(
        en="Alarm limits: who rings at noise, who sleeps through a fall",
        fr="Les seuils d’alerte : qui sonne au bruit, qui dort pendant une chute",
    ),
    model=limits_run,
    view=view.draw_limits,
    words=view.tell_limits,
    controls=(
        Slider(
            name="leads_a_month",
            label=Text(en="Leads expected a month", fr="Leads attendus par mois"),
            low=20,
            high=300,
            step=20,
            default=160,
        ),
        Slider(
            name="fall",
            label=Text(
                en="What really happens from July on: a fall of",
                fr="Ce qui arrive vraiment dès juillet : une chute de",
            ),
            low=0.0,
            high=0.6,
            step=0.1,
            default=0.3,
            percent=True,
        ),
        Slider(
            name="below",
            label=Text(en="The limit: below expectation by", fr="Le seuil : sous l’attente de"),
            low=0.05,
            high=0.6,
            step=0.05,
            default=0.15,
            percent=True,
        ),
        Menu(
            name="rule",
            label=Text(en="It rings after", fr="Il se déclenche après"),
            options={
                "one": Text(en="one month below", fr="un mois au-dessous"),
                "two": Text(en="two months running", fr="deux mois de suite"),
            },
            default="one",
        ),
    ),
    caption=Text(
        en="Synthetic: 400 years of months, counted as your dashboard counts leads (Poisson around a "
        f"truth that itself moves by {100 * WOBBLE['leads']:.0f}%: a teaching assumption).",
        fr="Synthétique : 400 années de mois, comptés comme votre tableau de bord compte les leads "
        f"(Poisson autour d’une vérité qui bouge elle-même de {100 * WOBBLE['leads']:.0f} % : une "
        "hypothèse pédagogique).",
    ),
)

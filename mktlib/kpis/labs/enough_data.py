"""Enough data: an A/B test, and what a hundred such tests would say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text

from .. import model, view

if TYPE_CHECKING:
    from ..model.evidence import AbTestOutcomes


@dataclass(frozen=True)
class RepeatedTest:
    """An A/B test, and what would come of running it again and again."""

    difference_points: float
    looks: int
    outcomes: AbTestOutcomes


def repeated_test(
    baseline_rate: float, difference_points: float, per_arm: int, looks: int
) -> RepeatedTest:
    """B converts `difference_points` hundredths more than A: how often would a test say so?"""
    outcomes = model.ab_test_outcomes(baseline_rate, difference_points / 100, per_arm, looks=looks)
    return RepeatedTest(difference_points, looks, outcomes)


POINTS = Text(en="points", fr="point")

enough_data = Lab(
    name="enough_data",
    title=Text(
        en="Enough data? What a hundred A/B tests like yours would say",
        fr="Assez de données ? Ce que diraient cent tests A/B comme le vôtre",
    ),
    model=repeated_test,
    view=view.draw_enough_data,
    words=view.tell_enough_data,
    controls=(
        Slider(
            name="baseline_rate",
            label=Text(en="Conversion rate of version A", fr="Taux de conversion de la version A"),
            low=0.01,
            high=0.05,
            step=0.005,
            default=0.02,
            percent=True,
        ),
        Slider(
            name="difference_points",
            label=Text(en="How much better B really is", fr="De combien B est vraiment meilleur"),
            low=0.0,
            high=1.0,
            step=0.1,
            default=0.5,
            unit=POINTS,
        ),
        Slider(
            name="per_arm",
            label=Text(en="Visitors per version", fr="Visiteurs par version"),
            low=1000,
            high=30_000,
            step=500,
            default=2000,
        ),
        Slider(
            name="looks",
            label=Text(
                en="Times you look, ready to stop", fr="Nombre de coups d’œil, prêt à arrêter"
            ),
            low=1,
            high=10,
            step=1,
            default=1,
        ),
    ),
    caption=Text(
        en="Computed, not simulated: two-sided z test at 5%, normal approximation; both bells are "
        "drawn at the same height. Looking several times changes the false alarms alone here.",
        fr="Calculé, non simulé : test z bilatéral à 5 %, approximation normale ; les deux cloches "
        "sont dessinées à la même hauteur. Regarder plusieurs fois ne change ici que les fausses "
        "alertes.",
    ),
)

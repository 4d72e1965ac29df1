"""Retention: a mix of loyal and fleeting customers, whose overall retention rises by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view

YEARS, FITTED_YEARS = 12, 7  # the years after the fitted ones test the curve
SUBSCRIBERS = 1000  # in each tier


@dataclass(frozen=True)
class MixedRetention:
    """A cohort of two kinds of customers who never change, beside a real cohort.

    `mix`: the table of `aggregate_retention`; `real` and `curve`: `retention_rate` and
    `survival_share` by year, of real subscribers and of the law fitted to their first years;
    `if_first_year_lasted`: the share left in the end, were the first year's rate to stay;
    `distance_share`: how far the mix is from the real rates of the fitted years.
    """

    loyal_share: float
    loyal_retention: float
    fleeting_retention: float
    mix: pd.DataFrame
    real: pd.DataFrame
    curve: pd.DataFrame
    if_first_year_lasted: float
    distance_share: float
    fitted_years: int = FITTED_YEARS


@cache
def _cohort(tier: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The real cohort, and the shifted beta-geometric law fitted to its first years."""
    table = load("subscription_cohorts")
    table = table[(table["tier"] == tier) & (table["year"] <= YEARS)].sort_values("year")
    survivors = (table["survival_share"] * SUBSCRIBERS).round().to_numpy()
    fit = model.fit_sbg(survivors[: FITTED_YEARS + 1])
    years = np.arange(YEARS + 1)
    rates = {
        "retention_rate": np.append(np.nan, fit.retention_rate(years[1:])),
        "survival_share": fit.survival_share(years),
    }
    return model.cohort_table(survivors), pd.DataFrame(rates, index=years)


def mixed_retention(
    loyal_share: float, loyal_retention: float, fleeting_retention: float, tier: str
) -> MixedRetention:
    """What a mix of two kinds looks like from outside, beside real subscribers of a tier."""
    mix = model.aggregate_retention(loyal_share, loyal_retention, fleeting_retention, YEARS)
    real, curve = _cohort(tier)
    miss = (mix["retention_rate"] - real["retention_rate"])[1 : FITTED_YEARS + 1]
    return MixedRetention(
        loyal_share=loyal_share,
        loyal_retention=loyal_retention,
        fleeting_retention=fleeting_retention,
        mix=mix,
        real=real,
        curve=curve,
        if_first_year_lasted=float(mix["retention_rate"].iloc[1] ** YEARS),
        distance_share=float((miss**2).mean() ** 0.5),
    )


retention = Lab(
    name="retention",
    title=Text(
        en="Retention is rising – or is it?",
        fr="La fidélisation monte – vraiment ?",
    ),
    model=mixed_retention,
    view=view.draw_retention,
    words=view.tell_retention,
    controls=(
        Slider(
            name="loyal_share",
            label=Text(en="Loyal customers at the start", fr="Clients fidèles au départ"),
            low=0.0,
            high=1.0,
            step=0.05,
            default=0.3,
            percent=True,
        ),
        Slider(
            name="loyal_retention",
            label=Text(
                en="Loyal: share who stay, each year", fr="Fidèles : part qui reste chaque année"
            ),
            low=0.7,
            high=1.0,
            step=0.01,
            default=0.9,
            percent=True,
        ),
        Slider(
            name="fleeting_retention",
            label=Text(
                en="Fleeting: share who stay, each year",
                fr="Volages : part qui reste chaque année",
            ),
            low=0.1,
            high=0.7,
            step=0.01,
            default=0.6,
            percent=True,
        ),
        Menu(
            name="tier",
            label=Text(en="Beside real subscribers", fr="À côté de vrais abonnés"),
            options={
                "regular": Text(en="of the regular tier", fr="de l’offre standard"),
                "high_end": Text(en="of the high-end tier", fr="de l’offre haut de gamme"),
            },
            default="regular",
        ),
    ),
    caption=Text(
        en="Real: subscribers of a firm that is not named, by tier, over twelve years (Fader & "
        "Hardie, 2007). Your mix is assumed: two kinds of customers, each with one rate that never "
        "moves. The dashed curve has as many kinds as customers (the shifted beta-geometric law), "
        "and they never change either. Curve and distance (a root mean square) look at years 1 to 7 "
        "only: the grey years test them.",
        fr="Réel : abonnés d’une entreprise qui n’est pas nommée, par offre, sur douze ans (Fader & "
        "Hardie, 2007). Votre mélange est supposé : deux sortes de clients, chacune avec un taux qui "
        "ne bouge jamais. La courbe en tirets compte autant de sortes que de clients (loi "
        "bêta-géométrique décalée), qui ne changent pas non plus. La courbe et l’écart (moyenne "
        "quadratique) ne regardent que les années 1 à 7 : les années grisées les mettent à l’épreuve.",
    ),
)

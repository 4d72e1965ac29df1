"""Adoption: a Bass curve laid by hand on the surveys of social media."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Slider, refuse_untried
from mktlib.core.text import Text

from .. import model, view
from .parts import LEAST_SQUARES

LAUNCH = pd.Timestamp("2004-01-01")
YEARS_SHOWN = np.linspace(0, 18, 145)
START = (0.03, 0.38, 1.0)  # the means of p and q over products; everybody adopts


@dataclass(frozen=True)
class Adoption:
    """A Bass curve laid on the surveys; `best` is the least-squares one, `shown` or not.

    `..._by_year`: at every one of `years`; `at_surveys`: at the dates of `surveys`;
    `push_part_2016`: of all who had adopted by then, those whom the outside brought.
    """

    shown: bool
    ceiling_share: float
    surveys: pd.DataFrame
    later: pd.DataFrame
    years: np.ndarray
    share_by_year: np.ndarray
    rate_by_year: np.ndarray
    push_by_year: np.ndarray
    at_surveys: np.ndarray
    distance_share: float
    push_part_2016: float
    forecast_2021: float
    real_2021: float
    best: model.BassFit
    best_by_year: np.ndarray


@cache
def _surveys() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The surveys up to 2016, to lay the curve on, and the later one, to test it by."""
    table = load("social_adoption")
    years = (table["survey_end"] - LAUNCH).dt.days / 365.25
    table = table.assign(time_years=years, year=LAUNCH.year + years)
    early = table["survey_end"] < "2017"
    return table[early].reset_index(drop=True), table[~early].reset_index(drop=True)


@cache
def _best_bass() -> model.BassFit:
    surveys, _ = _surveys()
    return model.fit_bass(surveys["time_years"], surveys["use_share"])


def laid_adoption(p: float, q: float, ceiling_share: float, shown: bool) -> Adoption:
    """The Bass curve of these p, q and ceiling, and how far it is from the surveys."""
    refuse_untried(shown, (p, q, ceiling_share), START)
    surveys, later = _surveys()
    best = _best_bass()
    share = model.bass_share(YEARS_SHOWN, p, q, ceiling_share)
    end_2016 = 13.0
    return Adoption(
        shown=shown,
        ceiling_share=ceiling_share,
        surveys=surveys,
        later=later,
        years=LAUNCH.year + YEARS_SHOWN,
        share_by_year=share,
        rate_by_year=model.bass_rate(YEARS_SHOWN, p, q, ceiling_share),
        push_by_year=p * (ceiling_share - share),
        at_surveys=model.bass_share(surveys["time_years"].to_numpy(), p, q, ceiling_share),
        distance_share=model.bass_distance(
            surveys["time_years"], surveys["use_share"], p, q, ceiling_share
        ),
        push_part_2016=model.bass_push_share(end_2016, p, q, ceiling_share)
        / model.bass_share(end_2016, p, q, ceiling_share),
        forecast_2021=model.bass_share(later["time_years"].iloc[0], p, q, ceiling_share),
        real_2021=later["use_share"].iloc[0],
        best=best,
        best_by_year=model.bass_share(YEARS_SHOWN, best.p, best.q, best.ceiling_share),
    )


adoption = Lab(
    name="adoption",
    title=Text(
        en="How social media won Americans over: fit the curve by hand",
        fr="Comment les réseaux sociaux ont gagné les Américains : ajustez la courbe à la main",
    ),
    model=laid_adoption,
    view=view.draw_adoption,
    words=view.tell_adoption,
    controls=(
        Slider(
            name="p",
            label=Text(en="p: from outside (push)", fr="p : de l’extérieur (push)"),
            low=0.002,
            high=0.1,
            step=0.002,
            default=START[0],
        ),
        Slider(
            name="q",
            label=Text(en="q: word of mouth (pull)", fr="q : bouche-à-oreille (pull)"),
            low=0.0,
            high=0.8,
            step=0.01,
            default=START[1],
        ),
        Slider(
            name="ceiling_share",
            label=Text(en="m: adults who will ever use them", fr="m : adultes qui s’y mettront"),
            low=0.4,
            high=1.0,
            step=0.01,
            default=START[2],
            percent=True,
        ),
        LEAST_SQUARES,
    ),
    caption=Text(
        en="Real: share of US adults who use at least one social network, 28 surveys of Pew "
        "Research Center from 2005 to 2016 and one of 2021, which the distance leaves out. "
        "Starting values: the means of p and q over products (0.03 and 0.38; Sultan, Farley & "
        "Lehmann, 1990). Assumed: launch on 1 January 2004. The names push and pull for p and q "
        "are ours: the data do not say why anyone joined.",
        fr="Réel : part des Américains adultes qui utilisent au moins un réseau social, 28 enquêtes "
        "du Pew Research Center de 2005 à 2016, et une de 2021 que la distance ne compte pas. "
        "Valeurs de départ : les moyennes de p et q sur de nombreux produits (0,03 et 0,38 ; "
        "Sultan, Farley & Lehmann, 1990). Supposé : lancement le 1er janvier 2004. Les noms push et "
        "pull pour p et q sont les nôtres : les données ne disent pas pourquoi chacun est venu.",
    ),
)

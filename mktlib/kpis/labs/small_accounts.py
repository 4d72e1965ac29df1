"""Small accounts: a monthly ranking, and the limits that chance alone respects."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view

SIZES = np.unique(np.geomspace(10, 600_000, 60).round())


@dataclass(frozen=True)
class Arbitration:
    """The accounts over some months, best first, and the limits of chance at every size."""

    first_month: int
    last_month: int
    confidence: float
    accounts: pd.DataFrame
    limits: pd.DataFrame
    centre_rate: float


def arbitration(last_month: int, months: int, confidence: float) -> Arbitration:
    """Eight ambassadors ranked by engagements per impression over the months that end here."""
    table = load("ambassadors")
    ranking = model.account_ranking(
        table, last_month, months, confidence, successes="engagements", trials="impressions"
    )
    limits = model.funnel_plot_limits(SIZES, ranking.centre_rate, confidence)
    return Arbitration(
        first_month=max(1, last_month - months + 1),
        last_month=last_month,
        confidence=confidence,
        accounts=ranking.accounts.sort_values(["rank", "trials"], ascending=[True, False]),
        limits=pd.DataFrame({"trials": SIZES, **limits._asdict()}),
        centre_rate=ranking.centre_rate,
    )


small_accounts = Lab(
    name="small_accounts",
    title=Text(
        en="Eight ambassadors, one ranking a month: which account would you close?",
        fr="Huit ambassadeurs, un classement par mois : quel compte fermer ?",
    ),
    model=arbitration,
    view=view.draw_small_accounts,
    words=view.tell_small_accounts,
    controls=(
        Slider(
            name="last_month",
            label=Text(en="Month of the ranking", fr="Mois du classement"),
            low=1,
            high=18,
            step=1,
            default=12,
            extreme_at=(1, 2, 7, 12, 18),
        ),
        Slider(
            name="months",
            label=Text(en="Months pooled, up to that one", fr="Mois cumulés, jusqu’à celui-là"),
            low=1,
            high=18,
            step=1,
            default=1,
        ),
        Menu(
            name="confidence",
            label=Text(en="Limits that chance respects", fr="Limites que le hasard respecte"),
            options={
                0.95: Text(en="95% of the time", fr="95 % du temps"),
                0.998: Text(en="99.8% of the time", fr="99,8 % du temps"),
            },
            default=0.95,
        ),
    ),
    caption=Text(
        en="Synthetic: the dataset ambassadors, after the monthly table that Demos describes "
        "and of which no copy was found. With eight equal accounts of these sizes, about one "
        "ranking in four has somebody outside limits of 95% by chance alone; with 99.8%, one in "
        "a hundred.",
        fr="Synthétique : le jeu de données ambassadors, d’après le tableau mensuel que Demos "
        "décrit, et dont nous n’avons trouvé aucune copie. Avec huit comptes égaux de ces tailles, "
        "environ un classement sur quatre met quelqu’un hors des limites à 95 % par le seul "
        "hasard ; à 99,8 %, un sur cent.",
    ),
)

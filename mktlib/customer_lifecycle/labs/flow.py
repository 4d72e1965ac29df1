"""Lifecycle flow: a customer base over three years, and where the next euro works hardest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text, number

from .. import model, view

MONTHS = 36
START = model.Lifecycle()
COST_OF_A_POINT_EUR = {  # a month, of keeping 0.01 more of each: a teaching assumption
    "acquisition_rate": 400.0,
    "activation_rate": 2000.0,
    "retention_rate": 1200.0,
    "loyalty_rate": 250.0,
    "referral_per_advocate": 10.0,
}


@dataclass(frozen=True)
class LifecycleFlow:
    """Three years of a customer base, and what one more point of each rate would bring.

    `start`: the same months with the rates of the beginning; `referral_coefficient`: customers
    that each customer brings; `in_the_end`: customers and monthly margin once they have settled;
    `levers`: the table of `next_euro`; both None where the customer base never settles.
    """

    months: pd.DataFrame
    start: pd.DataFrame
    referral_coefficient: float
    in_the_end: tuple[float, float] | None
    levers: pd.DataFrame | None


@cache
def _start() -> pd.DataFrame:
    return model.lifecycle_months(START, MONTHS)


def lifecycle_flow(
    acquisition_rate: float,
    activation_rate: float,
    retention_rate: float,
    loyalty_rate: float,
    referral_per_advocate: float,
) -> LifecycleFlow:
    """Three years from the first prospects on, at these rates."""
    lifecycle = replace(
        START,
        acquisition_rate=acquisition_rate,
        activation_rate=activation_rate,
        retention_rate=retention_rate,
        loyalty_rate=loyalty_rate,
        referral_per_advocate=referral_per_advocate,
    )
    coefficient = model.referral_coefficient(lifecycle)
    in_the_end = levers = None
    if coefficient < 1:
        settled = model.steady_state(lifecycle)
        customers = settled[["customer", "loyal", "advocate"]].sum()
        in_the_end = float(customers), model.margin_per_month(lifecycle, settled)
        levers = model.next_euro(lifecycle, COST_OF_A_POINT_EUR)
    return LifecycleFlow(
        months=model.lifecycle_months(lifecycle, MONTHS),
        start=_start(),
        referral_coefficient=coefficient,
        in_the_end=in_the_end,
        levers=levers,
    )


flow = Lab(
    name="flow",
    title=Text(
        en="The customer lifecycle: where does the next euro work hardest?",
        fr="Le cycle de vie du client : où l’euro suivant travaille-t-il le mieux ?",
    ),
    model=lifecycle_flow,
    view=view.draw_flow,
    words=view.tell_flow,
    controls=(
        Slider(
            name="acquisition_rate",
            label=Text(
                en="Acquisition: prospects who visit", fr="Acquisition : prospects qui visitent"
            ),
            low=0.1,
            high=0.3,
            step=0.01,
            default=START.acquisition_rate,
            percent=True,
        ),
        Slider(
            name="activation_rate",
            label=Text(en="Activation: visitors who buy", fr="Activation : visiteurs qui achètent"),
            low=0.02,
            high=0.08,
            step=0.005,
            default=START.activation_rate,
            percent=True,
        ),
        Slider(
            name="retention_rate",
            label=Text(
                en="Retention: who stay, each month", fr="Fidélisation : qui reste chaque mois"
            ),
            low=0.8,
            high=0.94,
            step=0.01,
            default=START.retention_rate,
            percent=True,
        ),
        Slider(
            name="loyalty_rate",
            label=Text(
                en="Loyalty: who become loyal, a month", fr="Attachement : deviennent fidèles/mois"
            ),
            low=0.0,
            high=0.2,
            step=0.01,
            default=START.loyalty_rate,
            percent=True,
        ),
        Slider(
            name="referral_per_advocate",
            label=Text(
                en="Referral: visits per advocate, a month",
                fr="Recommandation : visites/ambassadeur",
            ),
            low=0.0,
            high=3.0,
            step=0.1,
            default=START.referral_per_advocate,
        ),
    ),
    caption=Text(
        en="Assumed, all of it: a programme that opens with "
        f"{number(START.prospects_per_month, code='en')} prospects a month; a month’s margin of "
        f"€{START.customer_margin_eur:.0f} from a customer, €{START.loyal_margin_eur:.0f} from a "
        f"loyal one; {100 * START.advocacy_rate:.0f}% of the loyal become advocates each month, "
        f"{100 * START.return_rate:.0f}% of the lapsed come back. Keeping one more point costs, a "
        "month, €400 on acquisition, €2,000 on activation, €1,200 on retention, €250 on loyalty; "
        "0.1 visit more per advocate, €100. The gain of a point is the exact slope once the base "
        "has settled. What lies above the frame has an arrow.",
        fr="Tout est supposé : un programme qui ouvre avec "
        f"{number(START.prospects_per_month, code='fr')} prospects par mois ; une marge mensuelle "
        f"de {START.customer_margin_eur:.0f} € par client, {START.loyal_margin_eur:.0f} € par "
        f"client fidèle ; {100 * START.advocacy_rate:.0f} % des fidèles deviennent ambassadeurs "
        f"chaque mois, {100 * START.return_rate:.0f} % des perdus reviennent. Garder un point de "
        "plus coûte par mois 400 € sur l’acquisition, 2 000 € sur l’activation, 1 200 € sur la "
        "fidélisation, 250 € sur l’attachement ; 0,1 visite de plus par ambassadeur, 100 €. Le gain "
        "d’un point est la pente exacte une fois la clientèle stabilisée. Ce qui dépasse du cadre "
        "porte une flèche.",
    ),
)

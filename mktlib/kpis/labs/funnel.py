"""The funnel: from euros to customers, and where the next euro works hardest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mktlib.core.lab import EUR, Lab, Slider
from mktlib.core.text import Text

from .. import model, view

if TYPE_CHECKING:
    from ..model.composition import MarketingFunnel

COST_PER_MILLE_EUR = 90.0
PRICE_OF_A_POINT_EUR = {  # of adding 0.01 to a rate: a teaching assumption
    "click_through": 2000.0,
    "click_to_lead": 1500.0,
    "lead_to_customer": 160.0,
}


def campaign(
    spend_eur: float,
    click_through_rate: float,
    click_to_lead_rate: float,
    lead_to_customer_rate: float,
    margin_per_customer_eur: float,
) -> MarketingFunnel:
    """The funnel where each point of a rate has its price, however high the rate stands.

    Raising a rate by 1 % of itself then costs rate x price of a point, so that the next
    euro works hardest where a rate is low for its price.
    """
    price = PRICE_OF_A_POINT_EUR
    return model.marketing_funnel(
        spend_eur,
        COST_PER_MILLE_EUR,
        click_through_rate,
        click_to_lead_rate,
        lead_to_customer_rate,
        margin_per_customer_eur,
        click_through_effort_eur=click_through_rate * price["click_through"],
        click_to_lead_effort_eur=click_to_lead_rate * price["click_to_lead"],
        lead_to_customer_effort_eur=lead_to_customer_rate * price["lead_to_customer"],
    )


funnel = Lab(
    name="funnel",
    title=Text(
        en="From euros to customers: where does the next euro work hardest?",
        fr="Des euros aux clients : où l’euro suivant travaille-t-il le mieux ?",
    ),
    model=campaign,
    view=view.draw_funnel,
    words=view.tell_funnel,
    controls=(
        Slider(
            name="spend_eur",
            label=Text(en="Media spend", fr="Dépense média"),
            low=1000,
            high=10_000,
            step=250,
            default=5000,
            unit=EUR,
        ),
        Slider(
            name="click_through_rate",
            label=Text(en="Click-through rate", fr="Taux de clics"),
            low=0.02,
            high=0.06,
            step=0.001,
            default=0.038,
            percent=True,
        ),
        Slider(
            name="click_to_lead_rate",
            label=Text(en="Clicks that become leads", fr="Clics qui deviennent leads"),
            low=0.02,
            high=0.1,
            step=0.002,
            default=0.034,
            percent=True,
        ),
        Slider(
            name="lead_to_customer_rate",
            label=Text(en="Leads that become customers", fr="Leads qui deviennent clients"),
            low=0.05,
            high=0.4,
            step=0.01,
            default=0.2,
            percent=True,
        ),
        Slider(
            name="margin_per_customer_eur",
            label=Text(en="Margin per customer", fr="Marge par client"),
            low=200,
            high=1000,
            step=20,
            default=600,
            unit=EUR,
        ),
    ),
    caption=Text(
        en="Real: both first rates start at the average of US search adverts for education "
        "(3.78% and 3.39%; Google Ads clients of WordStream, 2018), rounded. Assumed: €90 per "
        "thousand impressions (the real $2.40 a click, taken as euros), the other starting "
        "values, and the price of one more point on each rate: €2,000, €1,500, €160. Bars on "
        "the left: each line is a hundred times the one before.",
        fr="Réel : les deux premiers taux partent de la moyenne des annonces de recherche "
        "américaines pour l’enseignement (3,78 % et 3,39 % ; clients Google Ads de WordStream, "
        "2018), arrondis. Supposé : 90 € les mille impressions (les vrais 2,40 $ le clic, pris "
        "pour des euros), les autres valeurs de départ, et le prix d’un point de plus sur chaque "
        "taux : 2 000 €, 1 500 €, 160 €. Barres de gauche : chaque ligne vaut cent fois la "
        "précédente.",
    ),
)

"""The labs on KPIs: a model, its picture, and the controls to move it by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from . import model, view

if TYPE_CHECKING:
    from .model.composition import MarketingFunnel
    from .model.evidence import AbTestOutcomes

# Funnel

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


EUR = Text(en="€", fr="€")

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

# Denominator

POST_NAMES = {
    "photo": Text(en="Team photo", fr="Photo d’équipe"),
    "meme": Text(en="Meme", fr="Mème"),
    "debate": Text(en="Expert debate", fr="Débat d’experts"),
    "tip": Text(en="Practical tip", fr="Conseil pratique"),
    "story": Text(en="Customer story", fr="Récit de client"),
    "job": Text(en="Job offer", fr="Offre d’emploi"),
}
POSTS = pd.DataFrame(
    {
        "post": list(POST_NAMES),
        "engagements": [300, 330, 240, 90, 130, 60],
        "followers": 10_000,
        "reach": [3000, 4100, 1500, 1000, 1350, 2200],
        "impressions": [4200, 5600, 5200, 1100, 1900, 3000],
    }
)
PEOPLE_PER_IMPRESSION_BOUGHT = 0.625
ENGAGEMENTS_PER_IMPRESSION_BOUGHT = 0.006


@dataclass(frozen=True)
class ThreeRankings:
    """Posts ranked by each denominator, after one was boosted and before; `posts`: after."""

    names: dict[str, Text]
    boosted: str
    impressions_bought: int
    posts: pd.DataFrame
    rates: dict[str, pd.DataFrame]
    organic: dict[str, pd.DataFrame]


def boosted_posts(boosted: str, impressions_bought: int) -> ThreeRankings:
    """Six posts of one page, one of them also shown to people whom money reached.

    Teaching assumptions: an impression bought reaches 0.625 new people and brings 0.006
    engagements, far fewer than one among followers.
    """
    bought = impressions_bought * (POSTS["post"] == boosted)
    posts = POSTS.assign(
        engagements=POSTS["engagements"] + ENGAGEMENTS_PER_IMPRESSION_BOUGHT * bought,
        reach=POSTS["reach"] + PEOPLE_PER_IMPRESSION_BOUGHT * bought,
        impressions=POSTS["impressions"] + bought,
    )
    return ThreeRankings(
        names=POST_NAMES,
        boosted=boosted,
        impressions_bought=impressions_bought,
        posts=posts,
        rates=_three_rates(posts),
        organic=_organic_rates(),
    )


def _three_rates(posts: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {
        "followers": model.engagement_by_denominator(posts, "followers"),
        "reach": model.engagement_by_denominator(posts, "reach"),
        "impressions": model.engagement_by_denominator(posts, "impressions"),
    }


@cache
def _organic_rates() -> dict[str, pd.DataFrame]:
    return _three_rates(POSTS)


denominator = Lab(
    name="denominator",
    title=Text(
        en="Which post did best? It depends on what you divide by",
        fr="Quelle publication a le mieux marché ? Tout dépend du diviseur",
    ),
    model=boosted_posts,
    view=view.draw_denominator,
    words=view.tell_denominator,
    controls=(
        Menu(
            name="boosted",
            label=Text(en="Post that is boosted", fr="Publication sponsorisée"),
            options=POST_NAMES,
            default="photo",
        ),
        Slider(
            name="impressions_bought",
            label=Text(en="Impressions bought", fr="Impressions achetées"),
            low=0,
            high=20_000,
            step=1000,
            default=10_000,
        ),
    ),
    caption=Text(
        en="Synthetic: six invented posts of one page with 10,000 followers. Assumed: an "
        "impression bought reaches 0.625 new people and brings 0.006 engagements.",
        fr="Synthétique : six publications inventées d’une page de 10 000 abonnés. Supposé : une "
        "impression achetée touche 0,625 personne nouvelle et apporte 0,006 engagement.",
    ),
)

# Small accounts

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

# Enough data


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

# Mix shift

mix_shift = Lab(
    name="mix_shift",
    title=Text(
        en="Every group improves, and the total falls",
        fr="Chaque groupe progresse, et le total baisse",
    ),
    model=partial(model.mix_shift, first_rate=0.04),
    view=view.draw_mix_shift,
    words=view.tell_mix_shift,
    controls=(
        Slider(
            name="first_share_before",
            label=Text(en="Returning visitors, before", fr="Part des habitués, avant"),
            low=0.05,
            high=0.95,
            step=0.05,
            default=0.6,
            percent=True,
        ),
        Slider(
            name="first_share_after",
            label=Text(en="Returning visitors, after", fr="Part des habitués, après"),
            low=0.05,
            high=0.95,
            step=0.05,
            default=0.3,
            percent=True,
        ),
        Slider(
            name="improvement",
            label=Text(en="Both groups buy more, by", fr="Les deux groupes achètent plus, de"),
            low=0.0,
            high=0.3,
            step=0.01,
            default=0.1,
            percent=True,
        ),
        Slider(
            name="second_rate",
            label=Text(en="New visitors who buy, before", fr="Nouveaux qui achètent, avant"),
            low=0.005,
            high=0.04,
            step=0.001,
            default=0.01,
            percent=True,
        ),
    ),
    caption=Text(
        en="Invented figures, exact arithmetic: the two effects add up to the change (Kitagawa, "
        "1955). Assumed: both groups improve alike; 4% of returning visitors buy, before.",
        fr="Chiffres inventés, arithmétique exacte : les deux effets s’additionnent (Kitagawa, "
        "1955). Supposé : les deux groupes progressent autant ; 4 % des habitués achètent, avant.",
    ),
)

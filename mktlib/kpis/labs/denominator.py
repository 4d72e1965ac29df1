"""The denominator: six posts ranked three times, one of them boosted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from mktlib.core.lab import Lab, Menu, Slider
from mktlib.core.text import Text

from .. import model, view

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

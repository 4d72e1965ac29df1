"""Reach: how many different people a plan meets, how often, and at what cost.

The same person met through two media is one person: net reach is below the sum of the
reaches, by the duplication.  It can be observed (ask people which media they use) or
guessed (independence), and the guess can be wrong by ten points.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from mktlib.core.inputs import Quantity, counted, proportion, whole
from mktlib.core.text import PlainError, Text
from mktlib.kpis.model.ratios import average_frequency, ratio

MEDIA = ("newspaper", "reading", "radio", "lectures")  # of the dataset knowledge_sources


# Counting contacts


def gross_rating_points(reach_share: Quantity, frequency: Quantity) -> Quantity:
    """GRP: how many contacts a plan makes for every hundred people of the target.

    100 x reach_share x frequency, in points; `reach_share`: people met at least once / people
    in the target, 0 to 1; `frequency`: contacts per person met.
    Limits: 200 points are half the target four times, or all of it twice.
    Source: Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 9.

    >>> gross_rating_points(reach_share=0.5, frequency=4)
    200.0
    """
    return 100 * counted("reach_share", reach_share) * counted("frequency", frequency)


def cost_per_point(cost: Quantity, gross_rating_points: Quantity) -> Quantity:
    """CPP: what one gross rating point costs.

    cost / gross_rating_points, in money per point.
    Limits: a cheap point may be the same people once more.

    >>> cost_per_point(cost=90_000, gross_rating_points=300)
    300.0
    """
    return ratio(cost=cost, gross_rating_points=gross_rating_points)


# Several media


def net_reach_independent(reaches: Sequence[float]) -> float:
    """Net reach if using one medium told nothing about using another.

    1 - (1 - r1)(1 - r2)...; the r, each medium's reach, 0 to 1: a person is missed if every
    medium misses them.
    Limits: people who use one medium mostly use others too, so that true net reach is
    usually lower.
    Source: attributed to Sainsbury, of the London Press Exchange.

    >>> net_reach_independent([0.5, 0.5])
    0.75
    >>> everybody = [(a, b) for a in (True, False) for b in (True, False)]  # equally many
    >>> sum(a or b for a, b in everybody) / len(everybody)
    0.75
    """
    return 1 - math.prod(1 - proportion("reach", reach) for reach in reaches)


def reach_by_medium(sources: pd.DataFrame, media: Sequence[str] = MEDIA) -> pd.Series:
    """Each medium's reach: the share of people who use it, 0 to 1.

    `sources`: one row a combination of media; a true/false column a medium, and `people`.

    >>> pairs = pd.DataFrame({"tv": [1, 1, 0, 0], "press": [1, 0, 1, 0], "people": [4, 3, 1, 2]})
    >>> reach_by_medium(pairs, ["tv", "press"]).to_dict()
    {'tv': 0.7, 'press': 0.5}
    """
    uses, weight = _population(sources, media)
    return pd.Series(weight @ uses, index=list(media), name="reach_share")


def net_reach_observed(sources: pd.DataFrame, media: Sequence[str] = MEDIA) -> float:
    """The share of people met by at least one of the media, counted.

    people who use at least one / all people, 0 to 1; `sources` as in `reach_by_medium`.
    Limits: what people said in one survey; use of a medium, not sight of an advert.
    Data: Dyke & Patterson (Biometrics 8, 1952), sources of knowledge of cancer, 1,729 people.

    >>> pairs = pd.DataFrame({"tv": [1, 1, 0, 0], "press": [1, 0, 1, 0], "people": [4, 3, 1, 2]})
    >>> net_reach_observed(pairs, ["tv", "press"])  # 4 + 3 + 1 of 10
    0.8
    >>> round(net_reach_independent([0.7, 0.5]), 2)
    0.85
    """
    uses, weight = _population(sources, media)
    return float(weight @ uses.any(axis=1))


def duplication_table(sources: pd.DataFrame, media: Sequence[str] = MEDIA) -> pd.DataFrame:
    """For each pair of media, the share of people who use both, counted and if independent.

    `duplication_index` = 100 x counted / independent: above 100, the same people use both.

    >>> pairs = pd.DataFrame({"tv": [1, 1, 0, 0], "press": [1, 0, 1, 0], "people": [4, 3, 1, 2]})
    >>> duplication_table(pairs, ["tv", "press"]).round(2).to_dict("records")
    ... # doctest: +NORMALIZE_WHITESPACE
    [{'one': 'tv', 'other': 'press', 'observed_share': 0.4,
      'independent_share': 0.35, 'duplication_index': 114.29}]
    """
    uses, weight = _population(sources, media)
    reach = weight @ uses
    both = uses.T @ (weight[:, None] * uses)
    one, other = np.triu_indices(len(media), k=1)
    names = np.asarray(media)
    expected = reach[one] * reach[other]
    return pd.DataFrame(
        {
            "one": names[one],
            "other": names[other],
            "observed_share": both[one, other],
            "independent_share": expected,
            "duplication_index": 100 * ratio(observed=both[one, other], independent=expected),
        }
    )


# One medium, several insertions


def beta_binomial_exposure(insertions: int, a: float, b: float) -> pd.Series:
    """The share of people who see 0, 1, ... all of the insertions in one medium.

    Each person sees an insertion with a probability of their own, drawn from a Beta(a, b)
    distribution: P(k of n) = C(n, k) B(a + k, b + n - k) / B(a, b).  a / (a + b) is the reach
    of one insertion; the smaller a + b, the more it is always the same people.
    Limits: one medium, or a mean of several treated as one; no habit from one issue to
    the next.  No worked example of the source was at hand: the tests hold the formula against
    its definition (the average of binomials) and against another implementation.
    Source: Metheringham, Measuring the Net Cumulative Coverage of a Print Campaign
    (J. Advertising Research 4, 1964).

    >>> beta_binomial_exposure(2, a=1, b=1).round(4).tolist()  # every probability as likely
    [0.3333, 0.3333, 0.3333]
    >>> people = (np.arange(10_000) + 0.5) / 10_000  # the definition, person by person
    >>> [round(float(p.mean()), 4) for p in ((1 - people)**2, 2*people*(1 - people), people**2)]
    [0.3333, 0.3333, 0.3333]
    """
    n = whole("insertions", insertions)
    if min(a, b) <= 0:
        raise PlainError(
            Text(en="a and b must be above 0.", fr="« a » et « b » doivent dépasser 0.")
        )
    seen = range(n + 1)
    shares = [
        math.comb(n, k) * math.exp(_log_beta(a + k, b + n - k) - _log_beta(a, b)) for k in seen
    ]
    return pd.Series(shares, index=pd.RangeIndex(n + 1, name="exposures"), name="people_share")


def fit_beta_binomial(reach_of_one: float, reach_of_two: float) -> tuple[float, float]:
    """The a and b of a medium from the reach of one insertion and of two.

    With d = 2 x reach_of_one - reach_of_two (people who see both) and m = reach_of_one:
    a + b = (m - d) / (d - m squared), a = m (a + b).  Reaches are shares, 0 to 1.
    Limits: two figures, two parameters: the fit is perfect at one and two insertions, and
    nothing guarantees the tenth.
    Source: Metheringham (J. Advertising Research 4, 1964).

    >>> a, b = fit_beta_binomial(reach_of_one=0.30, reach_of_two=0.40)
    >>> [round(effective_reach(beta_binomial_exposure(n, a, b), 1), 6) for n in (1, 2)]
    [0.3, 0.4]
    """
    m = proportion("reach_of_one", reach_of_one)
    both = 2 * m - proportion("reach_of_two", reach_of_two)
    if not m * m < both < m:
        raise PlainError(
            Text(
                en="The reach of two insertions must lie above that of one, "
                "and below what two independent ones would give: 1 - (1 - reach of one)².",
                fr="La couverture de deux insertions doit dépasser celle d’une seule et rester "
                "sous celle de deux insertions indépendantes : 1 - (1 - couverture d’une)².",
            )
        )
    total = (m - both) / (both - m * m)
    return m * total, (1 - m) * total


def effective_reach(exposures: pd.Series, at_least: int = 3) -> float:
    """The share of people who saw the message at least so many times.

    The sum of the shares from `at_least` exposures up, 0 to 1; `exposures`: the share of
    people (values) by number of exposures (index).
    Limits: "three times" is a convention (Krugman 1972 meant three states of mind, not three
    showings); nothing happens at three that did not begin at two.
    Source: Naples, Effective Frequency (Association of National Advertisers, 1979).

    >>> effective_reach(pd.Series([0.375, 0.375, 0.125, 0.125]), at_least=2)
    0.25
    """
    return float(exposures[exposures.index >= at_least].sum())


# A plan


@dataclass(frozen=True)
class Delivery:
    """Whom a plan meets: the exposure distribution, and what is read from it."""

    exposures: pd.Series  # share of people by number of exposures, from 0 up
    net_reach_share: float
    average_frequency: float  # contacts per person met
    effective_reach_share: float


@dataclass(frozen=True)
class MediaPlan:
    """What a plan delivers, with the duplication observed and as if there were none to know."""

    insertions: Mapping[str, int]
    gross_rating_points: float
    cost_eur: float
    cost_per_point_eur: float
    observed: Delivery
    independent: Delivery


def media_plan(
    insertions: Mapping[str, int],
    sources: pd.DataFrame,
    cost_per_insertion_eur: Mapping[str, float] | None = None,
    chance_of_seeing: float = 0.5,
    at_least: int = 3,
) -> MediaPlan:
    """Net reach, frequency, effective reach, rating points and cost of a plan.

    `insertions`: adverts placed, by medium; `sources`: the population, as in
    `reach_by_medium`; `chance_of_seeing`: the chance, 0 to 1, that a user of a medium sees
    one given advert in it.  A person who uses a set S of media is exposed to a sum of
    binomials, (adverts in m, chance) for m in S; the population is the average over its people:
    `observed` weighs each combination of media by the people counted in it, `independent`
    by the product of the media's reaches.  GRP = 100 x sum of adverts x reach x chance,
    the same for both.
    Limits: that sight is a coin toss, the same for every user, medium and advert, is a
    teaching assumption; only the combinations of media are data.

    >>> pairs = pd.DataFrame({"tv": [1, 1, 0, 0], "press": [1, 0, 1, 0], "people": [4, 3, 1, 2]})
    >>> plan = media_plan({"tv": 2, "press": 1}, pairs, {"tv": 300, "press": 100}, 1.0)
    >>> plan.gross_rating_points, round(plan.cost_per_point_eur, 3)  # 2 x 70 + 1 x 50
    (190.0, 3.684)
    >>> plan.observed.exposures.round(3).tolist()  # none, press only, tv only, both
    [0.2, 0.1, 0.3, 0.4]
    >>> plan.independent.exposures.round(3).tolist()
    [0.15, 0.15, 0.35, 0.35]
    >>> people = plan.observed
    >>> round(100 * people.net_reach_share * people.average_frequency, 6)  # GRP again
    190.0
    """
    uses, weight = _population(sources, list(insertions))
    counts = [whole(medium, adverts) for medium, adverts in insertions.items()]
    chance = proportion("chance_of_seeing", chance_of_seeing)
    reach = weight @ uses
    independent = np.prod(np.where(uses, reach, 1 - reach), axis=1)
    sights = [np.array([1.0])] * len(uses)  # one distribution of exposures a combination
    for count, users in zip(counts, uses.T, strict=True):
        seen = _binomial(count, chance)
        sights = [
            np.convolve(before, seen) if user else before
            for before, user in zip(sights, users, strict=True)
        ]
    exposures = np.zeros((len(uses), sum(counts) + 1))
    for row, shares in zip(exposures, sights, strict=True):
        row[: len(shares)] = shares
    points = gross_rating_points(float(reach @ counts), chance)
    prices = cost_per_insertion_eur or {}
    cost = sum(counted(m, prices.get(m, 0.0)) * n for m, n in insertions.items())
    return MediaPlan(
        insertions=dict(insertions),
        gross_rating_points=points,
        cost_eur=float(cost),
        cost_per_point_eur=cost_per_point(cost, points) if points else math.nan,
        observed=_delivery(weight @ exposures, at_least),
        independent=_delivery(independent @ exposures, at_least),
    )


def _delivery(shares: np.ndarray, at_least: int) -> Delivery:
    index = pd.RangeIndex(len(shares), name="exposures")
    exposures = pd.Series(shares, index=index, name="people_share")
    reached = float(shares[1:].sum())
    contacts = float(shares @ np.arange(len(shares)))
    return Delivery(
        exposures=exposures,
        net_reach_share=reached,
        average_frequency=average_frequency(contacts, reached) if reached else 0.0,
        effective_reach_share=effective_reach(exposures, at_least),
    )


def _population(sources: pd.DataFrame, media: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """For each combination of media: who uses which (true, false), and its share of people.

    All combinations are there, those that nobody has with a share of 0.
    """
    unknown = [medium for medium in media if medium not in sources.columns]
    if unknown or not media:
        known = ", ".join(str(column) for column in sources.columns)
        raise PlainError(
            Text(
                en=f"Name media that are columns of the table: {known}.",
                fr=f"Nommez des médias qui sont des colonnes du tableau : {known}.",
            )
        )
    uses = np.array(list(product([False, True], repeat=len(media))))
    people = np.zeros(len(uses))
    which = sources[list(media)].to_numpy(dtype=bool) @ (1 << np.arange(len(media))[::-1])
    np.add.at(people, which, sources["people"].to_numpy(dtype=float))
    return uses, people / people.sum()


def _binomial(tries: int, chance: float) -> np.ndarray:
    return np.array(
        [math.comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(tries + 1)]
    )


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

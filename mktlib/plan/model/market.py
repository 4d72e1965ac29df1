"""A market: what money does in it, hidden from the player, and drawn anew for every name.

Each parameter is drawn evenly between two ends.  Where the course has a published range
(`datasets/regularities`), the ends are that range; everything else is a teaching assumption,
and says so.  `parameter_table` shows all of them; no value of a market is shown before the end.

What the sources do not say is ours too: that leads answer to push as sales to advertising; that
a published carry-over holds from month to month, the one for online and the other for trade
channels; that "no effect left" means a tenth; and that R, 1/2 by `cascades_of_100`, lies as far
above that as `trivial_cascades` lets it lie below.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
import pandas as pd

from mktlib.channel_choice.model import affinity_table
from mktlib.core.text import PlainError, Text
from mktlib.customer_lifecycle.model import ChannelPreference, Messages, ask_preference
from mktlib.push_pull.model import carry_over_of, expected_cascade

from .levers import AUDIENCES, BOUNDS, BUDGET_EUR, CHANNELS, MONTHS, PULL_CHANNELS, PUSH_CHANNELS

ASKED = 150  # persons of each audience in the survey
HORIZON_MONTHS = 36
DISCOUNT_A_YEAR = 0.10
CARRY_OVER_LEFT = 0.10  # what "the effect is over" means in a duration of 6 to 9 months

PLACES: dict[str, tuple[str, ...]] = {
    "": (),
    "audience": AUDIENCES,
    "channel": CHANNELS,
    "cell": tuple(f"{channel}, {audience}" for channel, audience in product(CHANNELS, AUDIENCES)),
}


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What a market hides: its meaning, unit, the two ends of its draw, and their source.

    `per`: one value for the market, or one for each audience, channel, or cell (a channel and
    an audience).  `low` and `high` hold for all of them, or are one value each.
    `regularities`: the rows of that dataset the ends come from; none: a teaching assumption.
    `published`: how far the ends are those of the source.
    `by_factor`: drawn evenly on a scale of ratios (logarithms) rather than of differences.
    """

    name: str
    meaning: Text
    unit: str
    low: float | tuple[float, ...]
    high: float | tuple[float, ...]
    per: str = ""
    by_factor: bool = False
    regularities: tuple[str, ...] = ()
    source: str = ""
    published: str = "published range"


PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        name="advertising_elasticity",
        meaning=Text(
            en="more leads in the same month for 1% more push, at the reference plan",
            fr="leads en plus le mois même pour 1 % de push en plus, au plan de référence",
        ),
        unit="%",
        low=0.09,
        high=0.22,
        regularities=(
            "advertising_elasticity_current_period",
            "advertising_elasticity_short_run_1984",
        ),
    ),
    Parameter(
        name="carry_over_online",
        meaning=Text(
            en="of the pressure of search and social adverts, what is left a month later",
            fr="part de la pression des annonces de recherche et sociales qui reste un mois après",
        ),
        unit="share a month",
        low=1 - 0.22 / 0.41,
        high=1 - 0.12 / 0.24,
        regularities=(
            "advertising_elasticity_short_run_1984",
            "advertising_elasticity_long_run_1984",
            "advertising_elasticity_short_run",
            "advertising_elasticity_long_run",
        ),
    ),
    Parameter(
        name="carry_over_trade",
        meaning=Text(
            en="the same for trade press and fairs: a tenth is left after 6 to 9 months",
            fr="de même pour la presse et les salons : un dixième reste après 6 à 9 mois",
        ),
        unit="share a month",
        low=CARRY_OVER_LEFT ** (1 / 6),
        high=CARRY_OVER_LEFT ** (1 / 9),
        regularities=("carry_over_duration",),
    ),
    Parameter(
        name="reproduction",
        meaning=Text(
            en="readers that each reader of a content brings by sharing it",
            fr="lecteurs que chaque lecteur d’un contenu amène en le partageant",
        ),
        unit="readers",
        low=-math.log(0.70),
        high=1 + math.log(0.70),
        regularities=("trivial_cascades", "cascades_of_100"),
        published="published low end, high end assumed",
    ),
    Parameter(
        name="content_half_life_months",
        meaning=Text(
            en="months in which the interest in a content halves",
            fr="mois au bout desquels l’intérêt d’un contenu est divisé par deux",
        ),
        unit="months",
        low=2.0,
        high=6.0,
    ),
    Parameter(
        name="reference_leads",
        meaning=Text(
            en="leads a month at the reference plan, without any content",
            fr="leads par mois au plan de référence, sans aucun contenu",
        ),
        unit="leads a month",
        low=150.0,
        high=220.0,
    ),
    Parameter(
        name="pull_power",
        meaning=Text(
            en="leads of pull over leads of push, at the reference plan, once contents have "
            "built up",
            fr="leads du pull sur leads du push, au plan de référence, les contenus une "
            "fois installés",
        ),
        unit="ratio",
        low=0.38,
        high=2.6,
        by_factor=True,
    ),
    Parameter(
        name="push_half_eur",
        meaning=Text(
            en="pressure on an audience (euros, carry-over included) that brings half of the leads at most",
            fr="pression sur un public (euros, rémanence comprise) qui apporte la moitié des leads possibles",
        ),
        unit="euros",
        low=3_500.0,
        high=8_000.0,
        per="channel",
        by_factor=True,
    ),
    Parameter(
        name="pull_half_readers",
        meaning=Text(
            en="stock of contents, times their readers by sharing, that brings half of the leads",
            fr="stock de contenus, fois leurs lecteurs par partage, qui apporte la moitié "
            "des leads",
        ),
        unit="fresh contents",
        low=15.0,
        high=45.0,
        per="channel",
        by_factor=True,
    ),
    Parameter(
        name="affinity",
        meaning=Text(
            en="how well a channel meets an audience, 1 being ordinary",
            fr="affinité d’un canal avec un public, 1 étant l’ordinaire",
        ),
        unit="ratio",
        low=(
            *(0.6, 0.5, 0.5),
            *(1.2, 1.1, 1.4),
            *(0.7, 0.7, 0.4),
            *(0.7, 0.5, 0.4),
            *(0.7, 0.5, 0.4),
            *(0.8, 0.4, 0.4),
            *(0.5, 0.6, 0.7),
            *(0.5, 0.5, 0.6),
        ),
        high=(
            *(2.0, 2.0, 2.0),
            *(2.2, 2.2, 2.6),
            *(2.2, 2.4, 1.5),
            *(2.4, 2.0, 1.4),
            *(2.4, 2.0, 1.6),
            *(2.6, 1.6, 1.6),
            *(1.8, 2.0, 2.4),
            *(2.0, 2.0, 2.2),
        ),
        per="cell",
        by_factor=True,
    ),
    Parameter(
        name="lead_quality",
        meaning=Text(
            en="how readily a channel's leads become customers, 1 being ordinary",
            fr="facilité avec laquelle les leads d’un canal deviennent clients, 1 étant "
            "l’ordinaire",
        ),
        unit="ratio",
        low=(0.8, 0.03, 0.7, 0.9, 0.9, 0.8, 0.9, 0.9),
        high=(1.4, 0.15, 1.2, 1.7, 1.6, 1.5, 1.7, 1.5),
        per="channel",
    ),
    Parameter(
        name="conversion_rate",
        meaning=Text(
            en="of open leads, those that become customers in a month, without care",
            fr="part des leads ouverts qui deviennent clients en un mois, sans soin particulier",
        ),
        unit="share a month",
        low=0.08,
        high=0.15,
        per="audience",
    ),
    Parameter(
        name="cooling_rate",
        meaning=Text(
            en="of leads still open, those that go cold in a month",
            fr="part des leads restés ouverts qui refroidissent en un mois",
        ),
        unit="share a month",
        low=0.25,
        high=0.45,
        per="audience",
    ),
    Parameter(
        name="contacts",
        meaning=Text(
            en="persons the company can reach in an audience",
            fr="personnes que l’entreprise peut atteindre dans un public",
        ),
        unit="persons",
        low=(5_000.0, 4_000.0, 6_000.0),
        high=(9_000.0, 8_000.0, 12_000.0),
        per="audience",
    ),
    Parameter(
        name="first_customers",
        meaning=Text(
            en="customers of earlier courses, when the year starts",
            fr="clients de formations antérieures, au début de l’année",
        ),
        unit="persons",
        low=30.0,
        high=80.0,
        per="audience",
    ),
    Parameter(
        name="first_margin_eur",
        meaning=Text(
            en="margin of a customer's first course",
            fr="marge de la première formation d’un client",
        ),
        unit="euros",
        low=(70.0, 70.0, 80.0),
        high=(170.0, 180.0, 200.0),
        per="audience",
        by_factor=True,
    ),
    Parameter(
        name="margin_a_month_eur",
        meaning=Text(
            en="margin a month of a customer who stays",
            fr="marge mensuelle d’un client qui reste",
        ),
        unit="euros a month",
        low=(2.5, 2.5, 2.5),
        high=(6.0, 6.5, 7.5),
        per="audience",
        by_factor=True,
    ),
    Parameter(
        name="loyalty",
        meaning=Text(
            en="where the audience's retention lies between the two published tiers, "
            "regular 0, high end 1",
            fr="place de la fidélisation du public entre les deux gammes publiées, "
            "ordinaire 0, haut de gamme 1",
        ),
        unit="0 to 1",
        low=0.0,
        high=1.0,
        per="audience",
        source="Fader & Hardie, How to Project Customer Retention (Journal of Interactive "
        "Marketing 21, 2007): alpha .704 and beta 1.182 (regular), .668 and 3.806 (high end)",
    ),
    Parameter(
        name="season_strength",
        meaning=Text(
            en="how strongly demand follows the training year: quiet summer, busy autumn",
            fr="force du calendrier de la formation : été calme, automne chargé",
        ),
        unit="ratio",
        low=0.6,
        high=1.2,
    ),
    Parameter(
        name="care_half_eur",
        meaning=Text(
            en="care per person waiting, euros a month, that has half of its effect at most",
            fr="soin par personne en attente, euros par mois, qui a la moitié de son effet maximal",
        ),
        unit="euros a month",
        low=0.5,
        high=1.5,
    ),
    Parameter(
        name="care_gain",
        meaning=Text(
            en="how much patient answers can add to conversion and recommendations",
            fr="ce que des réponses patientes peuvent ajouter à la conversion et aux "
            "recommandations",
        ),
        unit="share",
        low=0.2,
        high=0.5,
    ),
    Parameter(
        name="care_keeps",
        meaning=Text(
            en="how much of the loss of customers patient answers can prevent",
            fr="part des pertes de clients que des réponses patientes peuvent éviter",
        ),
        unit="share",
        low=0.1,
        high=0.3,
    ),
    Parameter(
        name="response_rate",
        meaning=Text(
            en="of those who get a first message in a month, on the channel they prefer, "
            "how many buy again because of it",
            fr="part des destinataires d’un premier message du mois, sur leur canal "
            "préféré, qui rachètent grâce à lui",
        ),
        unit="share",
        low=0.02,
        high=0.04,
    ),
    Parameter(
        name="fatigue",
        meaning=Text(
            en="how much less each further message of the month is answered",
            fr="baisse des réponses à chaque message de plus dans le mois",
        ),
        unit="share",
        low=0.15,
        high=0.35,
    ),
    Parameter(
        name="unsubscribe_rate",
        meaning=Text(
            en="of those who get a first message in a month, how many unsubscribe",
            fr="part des destinataires d’un premier message du mois qui se désabonnent",
        ),
        unit="share",
        low=0.005,
        high=0.015,
    ),
    Parameter(
        name="irritation",
        meaning=Text(
            en="how much more each further message of the month makes people unsubscribe",
            fr="hausse des désabonnements à chaque message de plus dans le mois",
        ),
        unit="share",
        low=0.15,
        high=0.40,
    ),
    Parameter(
        name="margin_per_response_eur",
        meaning=Text(
            en="margin of a purchase that a message brought",
            fr="marge d’un achat dû à un message",
        ),
        unit="euros",
        low=25.0,
        high=55.0,
    ),
    Parameter(
        name="preferred_share",
        meaning=Text(
            en="of customers, those for whom e-mail is the channel they prefer",
            fr="part des clients dont l’e-mail est le canal préféré",
        ),
        unit="share",
        low=0.3,
        high=0.8,
    ),
    Parameter(
        name="other_response",
        meaning=Text(
            en="how much the others answer, against their own channel",
            fr="réponses des autres, par rapport à leur propre canal",
        ),
        unit="share",
        low=0.3,
        high=0.7,
    ),
    Parameter(
        name="other_unsubscribe",
        meaning=Text(
            en="how many times more the others unsubscribe",
            fr="combien de fois plus les autres se désabonnent",
        ),
        unit="ratio",
        low=1.3,
        high=3.0,
    ),
    Parameter(
        name="preference_cost_eur",
        meaning=Text(
            en="what it costs to ask and to keep up, per subscriber and month, out of the margin",
            fr="coût de la demande et de sa mise à jour, par abonné et par mois, pris sur la marge",
        ),
        unit="euros a month",
        low=0.1,
        high=0.6,
    ),
    Parameter(
        name="referral_rate",
        meaning=Text(
            en="leads that a customer brings a month by recommending, without reward or care",
            fr="leads qu’un client amène par mois en recommandant, sans récompense ni soin",
        ),
        unit="leads a month",
        low=0.01,
        high=0.04,
    ),
    Parameter(
        name="reward_gain",
        meaning=Text(
            en="how much a reward can add to recommendations",
            fr="ce qu’une récompense peut ajouter aux recommandations",
        ),
        unit="share",
        low=0.2,
        high=1.2,
    ),
)

# Teaching assumptions that do not vary from market to market
SEASON = np.array(
    [  # January to December, mean 1: training budgets are voted, forgotten, then used up
        [1.0, 0.9, 0.9, 0.8, 0.8, 0.8, 0.5, 0.4, 1.4, 1.7, 1.7, 1.1],
        [0.7, 0.8, 1.2, 1.3, 1.2, 0.9, 0.5, 0.4, 1.2, 1.6, 1.5, 0.7],
        [1.0, 1.0, 1.0, 1.0, 0.9, 0.9, 0.6, 0.5, 1.2, 1.4, 1.4, 1.1],
    ]
).T
CONTENT_EUR = np.array([600.0, 250.0, 400.0, 300.0])  # one content, in each pull channel
REFERENCE_PUSH_EUR = BUDGET_EUR / MONTHS / 2  # a month, evenly over channels and audiences
FIRST_AGE_MONTHS = 12  # of the customers of earlier courses
REGULAR = (0.704, 1.182)  # alpha and beta of the two published tiers
HIGH_END = (0.668, 3.806)
OUT_OF_TOUCH = 1.6  # loss of customers who unsubscribed, against the others


@dataclass(frozen=True, repr=False)
class Market:
    """A market by its name; what it hides is opened at the end (`parameters_of`).

    Two markets of one name are the same one.  `hidden`: the value of each of `PARAMETERS`; the
    rest follows from these: `walk_in_leads` and `ceilings` are set so that, at the reference
    plan, the elasticity of leads to push is the published one.
    """

    name: str = field(compare=False)
    seed: int
    hidden: Mapping[str, np.ndarray] = field(compare=False)

    def __repr__(self) -> str:
        return f"Market of {self.name}: what it hides is opened at the end."

    def __getitem__(self, parameter: str) -> np.ndarray:
        return self.hidden[parameter]

    @cached_property
    def affinity(self) -> np.ndarray:
        """Channels by audiences, (8, 3)."""
        return self["affinity"].reshape(len(CHANNELS), len(AUDIENCES))

    @cached_property
    def keeps(self) -> np.ndarray:
        """What is left a month later: of pressure for push, of interest for pull, (8,)."""
        online, trade = float(self["carry_over_online"]), float(self["carry_over_trade"])
        interest = carry_over_of(float(self["content_half_life_months"]))
        return np.array([online, online, trade, trade, *[interest] * len(PULL_CHANNELS)])

    @cached_property
    def strength(self) -> np.ndarray:
        """What one euro adds to a channel's stock, in halves of its curve, (8,).

        Push: 1 / half; pull: contents a euro buys, times 1 / (1 - R) readers, / half.
        """
        readers = expected_cascade(float(self["reproduction"]))
        return np.concatenate(
            [
                1 / self["push_half_eur"][: len(PUSH_CHANNELS)],
                readers / CONTENT_EUR / self["pull_half_readers"][len(PUSH_CHANNELS) :],
            ]
        )

    @cached_property
    def season(self) -> np.ndarray:
        """Demand by month and audience, (12, 3), mean 1."""
        return 1 + self["season_strength"] * (SEASON - 1)

    @cached_property
    def _reference(self) -> tuple[np.ndarray, np.ndarray]:
        """At the reference plan: each channel's response, and its slope times a month's money.

        The plan: half of a month's money on push, evenly over channels and audiences, for ever
        (for pull: the other half, likewise).
        """
        each = REFERENCE_PUSH_EUR / len(PUSH_CHANNELS) / len(AUDIENCES)
        stock = each * self.strength / (1 - self.keeps)
        affinity = self.affinity.sum(axis=1)
        response = affinity * stock / (1 + stock)
        now = affinity * each * self.strength / (1 + stock) ** 2
        return response, now

    @cached_property
    def push_part(self) -> float:
        """Of the leads at the reference plan, those that push brings: elasticity / its curve's.

        elasticity now = (d leads / d money of the month) x money / leads; push alone would have
        `now` / `response`, and the rest of the leads, which walk in anyhow, dilutes it.
        """
        push = slice(len(PUSH_CHANNELS))
        response, now = self._reference
        return float(self["advertising_elasticity"] * response[push].sum() / now[push].sum())

    @cached_property
    def walk_in_leads(self) -> np.ndarray:
        """Leads a month that come without any of this year's money, by audience, (3,)."""
        leads = float(self["reference_leads"]) * (1 - self.push_part)
        return leads * self["contacts"] / self["contacts"].sum()

    @cached_property
    def ceilings(self) -> np.ndarray:
        """Leads a month that no money exceeds, by channel and audience, (8, 3)."""
        pushed = len(PUSH_CHANNELS)
        response, _ = self._reference
        leads = float(self["reference_leads"]) * self.push_part
        push = leads / response[:pushed].sum()
        pull = leads * float(self["pull_power"]) / response[pushed:].sum()
        each = np.array([push] * pushed + [pull] * len(PULL_CHANNELS))
        return each[:, None] * self.affinity

    @cached_property
    def log_survival(self) -> np.ndarray:
        """ln of the share of customers left at each age in months, (3, ages) (`survival_share`)."""
        loyal = self["loyalty"]
        alpha = REGULAR[0] + loyal * (HIGH_END[0] - REGULAR[0])
        beta = REGULAR[1] * (HIGH_END[1] / REGULAR[1]) ** loyal
        ages = range(FIRST_AGE_MONTHS + MONTHS + HORIZON_MONTHS + 1)
        return np.log(
            [
                [survival_share(a, b, age / 12) for age in ages]
                for a, b in zip(alpha.tolist(), beta.tolist(), strict=True)
            ]
        )

    @cached_property
    def message_curves(self) -> tuple[np.ndarray, np.ndarray]:
        """Purchases, and unsubscriptions, per subscriber who is sent 0 to 12 messages a month.

        Each (2, 13): preference not asked, then asked.
        """
        value = lambda name: float(self[name])
        messages = Messages(
            response_rate=value("response_rate"),
            fatigue=value("fatigue"),
            unsubscribe_rate=value("unsubscribe_rate"),
            irritation=value("irritation"),
            margin_per_response_eur=value("margin_per_response_eur"),
        )
        preference = ChannelPreference(
            preferred_share=value("preferred_share"),
            other_response=value("other_response"),
            other_unsubscribe=value("other_unsubscribe"),
        )
        table = ask_preference(
            messages, preference, most=int(BOUNDS["messages_per_month"][1])
        ).table
        bought, left = (
            np.array([table[f"{who}_{what}"] for who in ("everyone", "asked")])
            for what in ("responses", "unsubscribed_share")
        )
        return bought, left

    @cached_property
    def lifetime_values(self) -> tuple[np.ndarray, np.ndarray]:
        """The lifetime value at the year's end of a customer in touch, and unsubscribed.

        Each (3, 13), euros, by audience and cohort: customers of before, then of each month.
        The margins of `HORIZON_MONTHS` months, discounted; those in touch get one message a
        month and stay so.
        """
        ages = MONTHS - np.arange(MONTHS + 1)
        ages[0] += FIRST_AGE_MONTHS
        ahead = ages[:, None] + np.arange(1, HORIZON_MONTHS + 1)
        chance = self.log_survival[:, ahead] - self.log_survival[:, ages][:, :, None]
        worth = (1 + DISCOUNT_A_YEAR) ** (-np.arange(1, HORIZON_MONTHS + 1) / 12)
        margin = self["margin_a_month_eur"][:, None]
        answers = self.message_curves[0][0, 1] * self["margin_per_response_eur"]
        return (
            np.exp(chance) @ worth * (margin + answers),
            np.exp(OUT_OF_TOUCH * chance) @ worth * margin,
        )


def survival_share(alpha: float, beta: float, years: float) -> float:
    """The share of customers left after so many years, shifted beta-geometric; whole or not.

    S(t) = B(alpha, beta + t) / B(alpha, beta).
    Source: Fader & Hardie (Journal of Interactive Marketing 21, 2007), for whole t.

    >>> round(survival_share(0.668, 3.806, 1), 3), round(3.806 / (0.668 + 3.806), 3)
    (0.851, 0.851)
    """
    return math.exp(_log_beta(alpha, beta + years) - _log_beta(alpha, beta))


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def market_of(name: str) -> Market:
    """The market that belongs to a name: the same wherever and whenever it is asked for.

    Accents, capitals, spaces and hyphens make no difference; two names nearly always give two
    markets.  Every value is drawn from its own stream, seeded by the name (SHA-256), so that
    neither the machine nor a new parameter moves the others.

    >>> market_of("Marion Dupont")
    Market of Marion Dupont: what it hides is opened at the end.
    >>> market_of("marion  DUPONT").seed == market_of("Marion Dupont").seed
    True
    >>> market_of("Marion Dupond").seed == market_of("Marion Dupont").seed
    False
    """
    plain_name = _normalised(name)
    seed = int.from_bytes(hashlib.sha256(plain_name.encode()).digest()[:8], "big")
    return Market(" ".join(str(name).split()), seed, {p.name: _draw(p, seed) for p in PARAMETERS})


def _normalised(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name if isinstance(name, str) else "").casefold()
    kept = "".join(
        letter if letter.isalnum() else " "
        for letter in letters
        if not unicodedata.combining(letter)
    )
    if not kept.strip():
        raise PlainError(
            Text(
                en="A market needs a name, yours for example: market_of('Marion Dupont').",
                fr="Un marché demande un nom, le vôtre par exemple : Marion Dupont.",
            )
        )
    return " ".join(kept.split())


def stream_of(*what: object) -> int:
    """The seed of a stream of chance of its own, from what it is for (SHA-256)."""
    digest = hashlib.sha256(" ".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:16], "big")


def _draw(parameter: Parameter, seed: int) -> np.ndarray:
    places = len(PLACES[parameter.per])
    even = np.random.default_rng(stream_of(seed, parameter.name)).random(places or None)
    low, high = np.asarray(parameter.low), np.asarray(parameter.high)
    if parameter.by_factor:
        return np.asarray(low * (high / low) ** even)
    return np.asarray(low + even * (high - low))


def market_survey(market: Market) -> pd.DataFrame:
    """A small survey before the year: who uses which channel, and the affinity indices.

    150 persons of each audience say whether they use a channel; `use_...`: the share who do, of
    an audience and of all those asked; `affinity_...`: the index, 100 for an audience like the
    others (`affinity_index`).  An audience's true share is a / (a + 2.5), a: the channel's hidden
    affinity with it, which multiplies the leads that money brings there.
    Limits: 150 answers: a share of 0.30 may be 0.23 or 0.37; use is not purchase.
    """
    true = market.affinity / (market.affinity + 2.5)
    stream = np.random.default_rng(stream_of(market.seed, "survey"))
    yes = (stream.random((ASKED, *true.shape)) < true).mean(axis=0)
    groups = {**dict(zip(AUDIENCES, yes.T, strict=True)), "all": yes.mean(axis=1)}
    use = pd.DataFrame(
        [
            (channel, group, share)
            for group, shares in groups.items()
            for channel, share in zip(CHANNELS, shares.tolist(), strict=True)
        ],
        columns=["platform", "group", "use_share"],
    )
    tables = {audience: affinity_table(use, audience) for audience in AUDIENCES}
    found = pd.DataFrame(
        {f"use_{group}": shares for group, shares in groups.items()},
        index=pd.Index(CHANNELS, name="channel"),
    )
    for audience, table in tables.items():
        found[f"affinity_{audience}"] = table["affinity_index"]
    return found


def parameter_table() -> pd.DataFrame:
    """What a market hides: each parameter, its unit, the ends it is drawn between, its source.

    `from`: "published range" (or how much of it is) or "teaching assumption"; `regularities`: the
    rows of that dataset the ends come from, or another source.
    """
    rows = [
        {
            "parameter": each.name,
            "meaning": str(each.meaning),
            "unit": each.unit,
            "per": each.per or "market",
            "low": np.min(each.low),
            "high": np.max(each.high),
            "from": each.published if each.regularities or each.source else "teaching assumption",
            "regularities": ", ".join(each.regularities) or each.source,
        }
        for each in PARAMETERS
    ]
    return pd.DataFrame(rows).set_index("parameter")


def parameters_of(market: Market) -> pd.DataFrame:
    """What this market hid: each parameter's value, by audience, channel or cell.  For the end."""
    rows = [
        (each.name, place, value)
        for each in PARAMETERS
        for place, value in zip(
            PLACES[each.per] or ("market",), np.atleast_1d(market[each.name]).tolist(), strict=True
        )
    ]
    return pd.DataFrame(rows, columns=["parameter", "of", "value"])

"""The KPIs' names in both languages: what is divided by what, and in which unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mktlib.core.text import Text

from . import ratios


@dataclass(frozen=True, kw_only=True)
class Kpi:
    """A KPI of `ratios`: its function, acronym if it has one, and its terms."""

    function: Callable[..., Any]
    name: Text
    numerator: Text
    denominator: Text
    unit: Text
    acronym: str = ""


REACH = Text(en="people reached", fr="personnes touchées")
IMPRESSIONS = Text(en="impressions", fr="impressions")
FOLLOWERS = Text(en="followers", fr="abonnés")
ENGAGEMENTS = Text(en="reactions, comments and shares", fr="réactions, commentaires et partages")
POSTS = Text(en="posts", fr="publications")
CLICKS = Text(en="clicks", fr="clics")
LEADS = Text(en="leads", fr="leads")
CUSTOMERS = Text(en="customers", fr="clients")
ACTIONS = Text(en="actions wanted", fr="actions voulues")
SPEND = Text(en="spend", fr="dépense")
SHARE = Text(en="share, 0 to 1", fr="proportion, de 0 à 1")
PER_POST = Text(en="per post", fr="par publication")
MONEY = Text(en="money", fr="monnaie")


KPIS: tuple[Kpi, ...] = (
    Kpi(
        function=ratios.average_frequency,
        name=Text(en="average frequency", fr="répétition moyenne"),
        numerator=IMPRESSIONS,
        denominator=REACH,
        unit=Text(en="contacts per person", fr="contacts par personne"),
    ),
    Kpi(
        function=ratios.engagement_rate_by_followers,
        name=Text(en="engagement rate by followers", fr="taux d’engagement par abonné"),
        numerator=ENGAGEMENTS,
        denominator=FOLLOWERS,
        unit=Text(en="per follower", fr="par abonné"),
    ),
    Kpi(
        function=ratios.engagement_rate_by_reach,
        name=Text(en="engagement rate by reach", fr="taux d’engagement par personne touchée"),
        numerator=ENGAGEMENTS,
        denominator=REACH,
        unit=Text(en="per person reached", fr="par personne touchée"),
    ),
    Kpi(
        function=ratios.engagement_rate_by_impressions,
        name=Text(en="engagement rate by impressions", fr="taux d’engagement par impression"),
        numerator=ENGAGEMENTS,
        denominator=IMPRESSIONS,
        unit=Text(en="per impression", fr="par impression"),
    ),
    Kpi(
        function=ratios.amplification_rate,
        name=Text(en="amplification rate", fr="taux d’amplification"),
        numerator=Text(en="shares", fr="partages"),
        denominator=POSTS,
        unit=PER_POST,
    ),
    Kpi(
        function=ratios.applause_rate,
        name=Text(en="applause rate", fr="taux d’applaudissement"),
        numerator=Text(en="likes", fr="mentions « J’aime »"),
        denominator=POSTS,
        unit=PER_POST,
    ),
    Kpi(
        function=ratios.conversation_rate,
        name=Text(en="conversation rate", fr="taux de conversation"),
        numerator=Text(en="comments", fr="commentaires"),
        denominator=POSTS,
        unit=PER_POST,
    ),
    Kpi(
        function=ratios.click_through_rate,
        acronym="CTR",
        name=Text(en="click-through rate", fr="taux de clics"),
        numerator=CLICKS,
        denominator=IMPRESSIONS,
        unit=SHARE,
    ),
    Kpi(
        function=ratios.conversion_rate,
        acronym="CVR",
        name=Text(en="conversion rate", fr="taux de conversion"),
        numerator=ACTIONS,
        denominator=CLICKS,
        unit=SHARE,
    ),
    Kpi(
        function=ratios.lead_to_customer_rate,
        name=Text(en="lead-to-customer rate", fr="taux de transformation des leads"),
        numerator=CUSTOMERS,
        denominator=LEADS,
        unit=SHARE,
    ),
    Kpi(
        function=ratios.cost_per_mille,
        acronym="CPM",
        name=Text(en="cost per mille", fr="coût pour mille"),
        numerator=SPEND,
        denominator=Text(en="thousands of impressions", fr="milliers d’impressions"),
        unit=MONEY,
    ),
    Kpi(
        function=ratios.cost_per_click,
        acronym="CPC",
        name=Text(en="cost per click", fr="coût par clic"),
        numerator=SPEND,
        denominator=CLICKS,
        unit=MONEY,
    ),
    Kpi(
        function=ratios.cost_per_lead,
        acronym="CPL",
        name=Text(en="cost per lead", fr="coût par lead"),
        numerator=SPEND,
        denominator=LEADS,
        unit=MONEY,
    ),
    Kpi(
        function=ratios.cost_per_action,
        acronym="CPA",
        name=Text(en="cost per action", fr="coût par action"),
        numerator=SPEND,
        denominator=ACTIONS,
        unit=MONEY,
    ),
    Kpi(
        function=ratios.return_on_ad_spend,
        acronym="ROAS",
        name=Text(en="return on ad spend", fr="retour sur dépenses publicitaires"),
        numerator=Text(en="revenue", fr="chiffre d’affaires"),
        denominator=Text(en="media spend", fr="dépense média"),
        unit=Text(en="multiple", fr="multiple"),
    ),
    Kpi(
        function=ratios.return_on_marketing_investment,
        acronym="ROMI",
        name=Text(en="return on marketing investment", fr="retour sur investissement marketing"),
        numerator=Text(en="gross margin less spend", fr="marge brute moins la dépense"),
        denominator=SPEND,
        unit=Text(en="share (0.4 = 40%)", fr="proportion (0,4 = 40 %)"),
    ),
    Kpi(
        function=ratios.share_of_voice,
        acronym="SOV",
        name=Text(en="share of voice", fr="part de voix"),
        numerator=Text(en="the brand’s volume", fr="volume de la marque"),
        denominator=Text(en="the market’s volume", fr="volume du marché"),
        unit=SHARE,
    ),
    Kpi(
        function=ratios.growth_per_day,
        name=Text(en="growth per day", fr="progression par jour"),
        numerator=Text(en="last count less first count", fr="dernier compte moins le premier"),
        denominator=Text(en="days between", fr="jours écoulés"),
        unit=Text(en="units per day", fr="unités par jour"),
    ),
)


def glossary() -> pd.DataFrame:
    """The KPIs as a table in the current language, one row each, indexed by function name.

    >>> glossary().loc["click_through_rate", ["name", "numerator", "denominator"]].tolist()
    ['click-through rate', 'clicks', 'impressions']
    """
    return pd.DataFrame(
        {
            "name": [str(kpi.name) for kpi in KPIS],
            "acronym": [kpi.acronym for kpi in KPIS],
            "numerator": [str(kpi.numerator) for kpi in KPIS],
            "denominator": [str(kpi.denominator) for kpi in KPIS],
            "unit": [str(kpi.unit) for kpi in KPIS],
        },
        index=pd.Index([kpi.function.__name__ for kpi in KPIS], name="function"),
    )

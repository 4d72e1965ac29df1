"""An insurer on television: what adverts bring, when, and what is left when they stop."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.drawing import DrawnPrediction
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model


@cache
def _fit() -> model.DistributedLag:
    table = load("insurance_quotes")
    return model.distributed_lag(table["quotes"], table["tv_advert_spend"], lags=1)


_MONTHS_AFTER = 11


def _after_the_stop() -> pd.Series:
    """The last month on record, then what the regression expects with no advert at all."""
    table = load("insurance_quotes")
    nothing = [0.0] * _MONTHS_AFTER
    after = model.forecast_quotes(_fit(), table["quotes"], table["tv_advert_spend"], nothing)
    return pd.Series([table["quotes"].iloc[-1], *after], index=range(_MONTHS_AFTER + 1))


def _before_the_stop() -> pd.Series:
    quotes = load("insurance_quotes")["quotes"].tail(13)
    return pd.Series(quotes.to_numpy(), index=range(-12, 1))


quotes_after_stop = DrawnPrediction(
    name="quotes_after_stop",
    question=Text(
        en="In month 0 the insurer's adverts stop for good. Draw its quotes for the months after.",
        fr="Au mois 0, les publicités de l’assureur s’arrêtent pour de bon. Dessinez ses demandes "
        "de devis des mois suivants.",
    ),
    answer=_after_the_stop,
    known=_before_the_stop,
    places=tuple(range(_MONTHS_AFTER + 1)),
    low=0,
    high=25,
    step=0.5,
    across=Text(en="months after the last adverts", fr="mois après les dernières publicités"),
    up=Text(en="Quotes in the month", fr="Demandes de devis du mois"),
    place=Text(en="month {place}", fr="mois {place}"),
    reveal=Text(
        en="The “truth” here is not history but a regression. Most of its fall comes in the first "
        "month, for almost nothing is carried over from one month to the next.",
        fr="La « vérité » n’est pas ici l’histoire, c’est une régression. L’essentiel de sa chute "
        "vient dès le premier mois : d’un mois sur l’autre, il ne reste presque rien.",
    ),
)

same_month_guess = Prediction(
    name="same_month_guess",
    question=Text(
        en="An insurer advertises on television and counts the quotes that people ask for. Of all "
        "that a month of adverts brings, what share comes in that same month?",
        fr="Un assureur passe à la télévision et compte les demandes de devis. De tout ce "
        "qu’apporte un mois de publicité, quelle proportion vient dans ce même mois ?",
    ),
    share=True,
    answer=lambda: _fit().effect_at_once_share,
    reveal=Text(
        en="{truth} in the same month, the rest in the next: this push is read at once. "
        "It must be bought again just as fast.",
        fr="{truth} dans le mois même, le reste le mois suivant : ce push se lit tout de suite. "
        "Il faut le racheter aussi vite.",
    ),
)

quotes_of_a_unit = Exercise(
    name="quotes_of_a_unit",
    question=Text(
        en="One more unit of adverts in one month: how many more quotes does it bring in all?",
        fr="Une unité de publicité de plus, un seul mois : combien de demandes de devis en plus, "
        "au total ?",
    ),
    kind=Number(unit=Text(en="quotes", fr="demandes de devis")),
    answer=lambda: _fit().long_run_effect,
    praise=Text(
        en="Yes, this month's and next month's. A quote is a lead, not a sale: in business-to-"
        "business promotion, says Alexandre Gor, leads are the KPI.",
        fr="Oui, celles du mois et celles du mois suivant. Une demande de devis est un lead, pas une "
        "vente : en promotion B2B, dit Alexandre Gor, les leads sont le KPI.",
    ),
    misconceptions=(
        Misconception(
            name="first_month_only",
            answer=lambda: _fit().effects[0],
            hint=Text(
                en="That is the month of the advert. Does it bring nothing afterwards?",
                fr="C’est le mois de la publicité. N’apporte-t-elle rien ensuite ?",
            ),
        ),
        Misconception(
            name="base_counted_too",
            answer=lambda: _fit().intercept + _fit().long_run_effect,
            hint=Text(
                en="You also counted the intercept. Does it come from the extra unit?",
                fr="Vous avez compté aussi la constante (`intercept`). "
                "Vient-elle de l’unité ajoutée ?",
            ),
        ),
        Misconception(
            name="lag_taken_away",
            answer=lambda: _fit().effects[0] - _fit().effects[1],
            hint=Text(
                en="You took the second effect away. Does it add quotes or remove them?",
                fr="Vous avez soustrait le second effet. "
                "Ajoute-t-il des demandes ou en retire-t-il ?",
            ),
        ),
        Misconception(
            name="mean_of_effects",
            answer=lambda: _fit().long_run_effect / 2,
            hint=Text(
                en="That is the mean of the two months. What do they bring together?",
                fr="C’est la moyenne des deux mois. Qu’apportent-ils ensemble ?",
            ),
        ),
    ),
)

_CARRIED_OVER, _LEADS, _LEADS_BEFORE = 0.6, 130.0, 100.0


def _own(carry_over: float, leads: float, before: float) -> float:
    return float(model.leads_without_carry_over([leads], carry_over, start=before)[0])


own_leads = Exercise(
    name="own_leads",
    question=Text(
        en="A week counts 130 leads, the week before 100. From one week to the next, 60% of the "
        "effect is carried over. How many of the 130 would have come with no carry-over, from this "
        "week's adverts alone?",
        fr="Une semaine compte 130 leads, la précédente 100. D’une semaine à l’autre, 60 % de "
        "l’effet se reporte. Combien des 130 seraient venus sans report, par les seules publicités "
        "de la semaine ?",
    ),
    kind=Number(unit=Text(en="leads", fr="leads")),
    answer=lambda: _own(_CARRIED_OVER, _LEADS, _LEADS_BEFORE),
    praise=Text(
        en="Yes: the others were paid for earlier. Whoever credits the week with all its leads "
        "pays for the same ones twice, and cuts the campaign that sowed them.",
        fr="Oui : les autres avaient été payés plus tôt. Qui crédite la semaine de tous ses leads "
        "paie deux fois les mêmes, et coupe la campagne qui les avait semés.",
    ),
    misconceptions=(
        Misconception(
            name="nothing_carried_over",
            answer=lambda: _own(0, _LEADS, _LEADS_BEFORE),
            hint=Text(
                en="You credit the week with everything. "
                "How much did the week before hand down to it?",
                fr="Vous créditez la semaine de tout. Combien la précédente lui a-t-elle légué ?",
            ),
        ),
        Misconception(
            name="carried_from_the_same_week",
            answer=lambda: _own(_CARRIED_OVER, _LEADS, _LEADS),
            hint=Text(
                en="You took 60% of this week's leads. Which week are they carried over from?",
                fr="Vous avez pris 60 % des leads de la semaine. De laquelle viennent les reportés ?",
            ),
        ),
        Misconception(
            name="everything_carried_over",
            answer=lambda: _LEADS - _LEADS_BEFORE,
            hint=Text(
                en="You took away all the leads of the week before. "
                "Do they all come back, or a part of them?",
                fr="Vous avez retiré tous les leads de la semaine précédente. "
                "Reviennent-ils tous, ou une partie ?",
            ),
        ),
        Misconception(
            name="carried_for_own",
            answer=lambda: _CARRIED_OVER * _LEADS_BEFORE,
            hint=Text(
                en="Those are the leads carried over. Which are the others?",
                fr="Ce sont les leads reportés. Quels sont les autres ?",
            ),
        ),
        Misconception(
            name="forgotten_share",
            answer=lambda: _own(1 - _CARRIED_OVER, _LEADS, _LEADS_BEFORE),
            hint=Text(
                en="You carried over the 40% that are forgotten. Which share stays?",
                fr="Vous avez reporté les 40 % oubliés. Quelle proportion reste ?",
            ),
        ),
    ),
)

_KEPT = 0.8

weeks_to_half = Exercise(
    name="weeks_to_half",
    question=Text(
        en="Another campaign keeps 80% of its effect from one week to the next. After how many "
        "weeks is half of the effect gone (its half-life)?",
        fr="Une autre campagne garde 80 % de son effet d’une semaine à l’autre. Au bout de combien "
        "de semaines la moitié de l’effet a-t-elle disparu (sa demi-vie) ?",
    ),
    kind=Number(unit=Text(en="weeks", fr="semaines")),
    answer=lambda: model.half_life(_KEPT),
    praise=Text(
        en="Yes: each week takes 20% of what is left, not of the start. After two half-lives a "
        "quarter remains; it fades, it never ends.",
        fr="Oui : chaque semaine prend 20 % de ce qui reste, pas du départ. Après deux demi-vies il "
        "en reste un quart ; l’effet s’estompe, il ne finit jamais.",
    ),
    misconceptions=(
        Misconception(
            name="straight_fall",
            answer=lambda: 0.5 / (1 - _KEPT),
            hint=Text(
                en="You took off 20 points a week. In the second week, 20% of what is lost?",
                fr="Vous avez retiré 20 points par semaine. "
                "La deuxième semaine, 20 % de quoi disparaissent ?",
            ),
        ),
        Misconception(
            name="multiplier_for_half_life",
            answer=lambda: model.long_run_multiplier(_KEPT),
            hint=Text(
                en="That is the long-run multiplier, how many times its first week the effect is "
                "worth in all. When is half of it gone?",
                fr="C’est le multiplicateur de long terme, combien de fois sa première semaine "
                "l’effet vaut en tout. Quand la moitié a-t-elle disparu ?",
            ),
        ),
        Misconception(
            name="kept_for_lost",
            answer=lambda: model.half_life(1 - _KEPT),
            hint=Text(
                en="That is the half-life of an effect that keeps one fifth. What is kept here?",
                fr="C’est la demi-vie d’un effet dont il reste un cinquième. Que garde-t-on ici ?",
            ),
        ),
        Misconception(
            name="share_left_after_two",
            answer=lambda: 2 * _KEPT,
            hint=Text(
                en="Doubling a share does not make weeks. How often must you multiply by 0.8 to "
                "fall to 0.5?",
                fr="Doubler une proportion ne donne pas des semaines. "
                "Combien de fois faut-il multiplier par 0,8 pour tomber à 0,5 ?",
            ),
        ),
    ),
)


def _regularity(name: str) -> float:
    return float(load("regularities").set_index("regularity")["value"][name])


when_money_stops = Exercise(
    name="when_money_stops",
    question=Text(
        en="The adverts stop. What do 40 months of this insurer allow you to say?",
        fr="Les publicités s’arrêtent. Que permettent de dire 40 mois de cet assureur ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Quotes will stop as well: no money, no leads.",
                fr="Les demandes s’arrêteront aussi : plus d’argent, plus de leads.",
            ),
            "b": Text(
                en="Within two months what the adverts brought is gone; what would remain, no "
                "month without adverts tells.",
                fr="En deux mois, ce qu’apportaient les publicités a disparu ; ce qui resterait, "
                "aucun mois sans publicité ne le dit.",
            ),
            "c": Text(
                en="They will settle at 2 a month: the intercept says so.",
                fr="Elles se fixeront à 2 par mois : la constante le dit.",
            ),
            "d": Text(
                en="They will hold for a year: 40 months have made the brand known.",
                fr="Elles tiendront un an : 40 mois ont fait connaître la marque.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: push stops when the money stops, that much was seen in every month of low spend. "
        "The floor below was never visited: a model may draw it, and nobody has seen it.",
        fr="Oui : le push s’arrête avec l’argent, chaque mois de faible dépense le montre. Le "
        "plancher, lui, n’a jamais été visité : un modèle le dessine, personne ne l’a vu.",
    ),
    misconceptions=(
        Misconception(
            name="money_is_everything",
            answer=lambda: "a",
            hint=Text(
                en="Some people may look for an insurer unprompted. Does the table tell how many?",
                fr="Certains cherchent peut-être un assureur d’eux-mêmes. "
                "Le tableau dit-il combien ?",
            ),
        ),
        Misconception(
            name="intercept_for_fact",
            answer=lambda: "c",
            hint=Text(
                en="The intercept is the value at zero adverts, and the lab's model gives another "
                "one. What is the smallest spend on record?",
                fr="La constante est la valeur sans aucune publicité, et le modèle du labo en donne "
                "une autre. Quelle est la plus petite dépense observée ?",
            ),
        ),
        Misconception(
            name="brand_for_ever",
            answer=lambda: "d",
            hint=Text(
                en="That would be a long carry-over. Beside the effect of the month, how large is "
                "the effect of the month after?",
                fr="Ce serait un long report. À côté de l’effet du mois, "
                "que pèse l’effet du mois suivant ?",
            ),
        ),
    ),
)

_ADVERTISING = "advertising_elasticity_short_run"
_ADVERTISING_LONG_RUN = "advertising_elasticity_long_run"
_PRICE = "price_elasticity"

advertising_to_sales = Exercise(
    name="advertising_to_sales",
    question=Text(
        en="With the mean short-run elasticity of advertising (0.12) and of price (−2.62), what "
        "share of its sales should a firm spend on advertising, by Dorfman and Steiner?",
        fr="Avec les élasticités moyennes de court terme de la publicité (0,12) et du prix (−2,62), "
        "quelle proportion de son chiffre d’affaires une entreprise devrait-elle consacrer à la "
        "publicité, selon Dorfman et Steiner ?",
    ),
    kind=Number(share=True),
    answer=lambda: model.dorfman_steiner(_regularity(_ADVERTISING), _regularity(_PRICE)),
    praise=Text(
        en="Yes. Promotion is the P that marketers control best, says Gor; it is not the one that "
        "moves sales most: one percent of price weighs about twenty percent of advertising.",
        fr="Oui. La promotion est le P que les marketeurs contrôlent le mieux, dit Gor ; ce n’est "
        "pas celui qui bouge le plus les ventes : un pour cent de prix pèse une vingtaine de pour "
        "cent de publicité.",
    ),
    misconceptions=(
        Misconception(
            name="long_run_for_short_run",
            answer=lambda: model.dorfman_steiner(
                _regularity(_ADVERTISING_LONG_RUN), _regularity(_PRICE)
            ),
            hint=Text(
                en="You used the long-run elasticity, twice as large. Which one is asked for?",
                fr="Vous avez pris l’élasticité de long terme, deux fois plus grande. "
                "Laquelle est demandée ?",
            ),
        ),
        Misconception(
            name="elasticity_for_share",
            answer=lambda: _regularity(_ADVERTISING),
            hint=Text(
                en="That is the elasticity itself. How strongly would a lower price compete?",
                fr="C’est l’élasticité elle-même. "
                "Avec quelle force une baisse de prix ferait-elle concurrence ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: abs(_regularity(_PRICE)) / _regularity(_ADVERTISING),
            hint=Text(
                en="More than all the sales? What is divided by what?",
                fr="Plus que tout le chiffre d’affaires ? Que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="product_for_ratio",
            answer=lambda: abs(_regularity(_PRICE)) * _regularity(_ADVERTISING),
            hint=Text(
                en="You multiplied. If buyers cared more for price, would advertising pay more or "
                "less?",
                fr="Vous avez multiplié. Si les acheteurs regardaient davantage le prix, "
                "la publicité rapporterait-elle plus ou moins ?",
            ),
        ),
        Misconception(
            name="sign_kept",
            answer=lambda: _regularity(_ADVERTISING) / _regularity(_PRICE),
            hint=Text(
                en="A negative budget? Take the size of the price elasticity, without its sign.",
                fr="Un budget négatif ? Prenez la taille de l’élasticité-prix, sans son signe.",
            ),
        ),
    ),
)

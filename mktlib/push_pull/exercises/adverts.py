"""An insurer on television: what adverts bring, when, and what is left when they stop."""

from __future__ import annotations

import math
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
        en="Month 0 is the last with adverts. Draw the quotes of the next eleven. You will be "
        "compared with a model's forecast.",
        fr="Le mois 0 est le dernier avec des publicités. Dessinez les demandes de devis des onze "
        "suivants. Vous serez comparé à la prévision d’un modèle.",
    ),
    answer=_after_the_stop,
    known=_before_the_stop,
    places=tuple(range(1, _MONTHS_AFTER + 1)),
    called=Text(en="The model", fr="Le modèle"),
    low=0,
    high=25,
    step=0.5,
    across=Text(en="months after the last adverts", fr="mois après les dernières publicités"),
    up=Text(en="Quotes in the month", fr="Demandes de devis du mois"),
    place=Text(en="month {place}", fr="mois {place}"),
    reveal=Text(
        en="Compare the speed, not the height: most of the model's fall comes in the first month, "
        "for it carries almost nothing over from one month to the next.",
        fr="Comparez la vitesse, pas la hauteur : l’essentiel de la chute du modèle vient dès le "
        "premier mois, car d’un mois sur l’autre il ne reporte presque rien.",
    ),
)

same_month_guess = Prediction(
    name="same_month_guess",
    question=Text(
        en="An insurer advertises on television and counts the quotes that people ask for. Of all "
        "the quotes that go with a month of adverts, what share comes in that same month?",
        fr="Un assureur passe à la télévision et compte les demandes de devis. De toutes "
        "les demandes qui accompagnent un mois de publicité, quelle proportion vient ce même mois ?",
    ),
    share=True,
    answer=lambda: _fit().effect_at_once_share,
    reveal=Text(
        en="{truth} in the same month (95% interval: 80 to 97%), the rest in the next; the model "
        "allows for no later one. This push is read at once, and must be bought again as fast.",
        fr="{truth} le mois même (intervalle à 95 % : de 80 à 97 %), le reste le mois suivant ; le "
        "modèle n’en admet pas d’autre. Ce push se lit tout de suite, et se rachète aussi vite.",
    ),
)

quotes_of_a_unit = Exercise(
    name="quotes_of_a_unit",
    question=Text(
        en="One more unit of adverts in one month: how many more quotes go with it in all?",
        fr="Une unité de publicité de plus, un seul mois : combien de demandes de devis en plus "
        "l’accompagnent, au total ?",
    ),
    kind=Number(unit=Text(en="quotes", fr="demandes de devis")),
    answer=lambda: _fit().long_run_effect,
    praise=Text(
        en="Yes, this month's and next month's. A quote is a lead, not a sale: in business-to-"
        "business promotion, says Alexandre Gor, leads are an essential KPI.",
        fr="Oui, celles du mois et celles du mois suivant. Une demande de devis est un lead, pas une "
        "vente : en promotion B2B, dit Alexandre Gor, les leads sont un KPI essentiel.",
    ),
    misconceptions=(
        Misconception(
            name="first_month_only",
            answer=lambda: _fit().effects[0],
            hint=Text(
                en="That is the month of the advert. Does nothing come afterwards?",
                fr="C’est le mois de la publicité. Ne vient-il rien ensuite ?",
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
                en="That is the mean of the two months. What do they make together?",
                fr="C’est la moyenne des deux mois. Que font-ils ensemble ?",
            ),
        ),
        Misconception(
            name="all_quotes_over_all_adverts",
            answer=lambda: (
                load("insurance_quotes")["quotes"].mean()
                / load("insurance_quotes")["tv_advert_spend"].mean()
            ),
            hint=Text(
                en="You divided all the quotes by all the adverts, as if each came from an "
                "advert. In the line above, what goes with one more unit?",
                fr="Vous avez divisé toutes les demandes par toute la publicité, comme si "
                "chacune en venait. Dans la ligne au-dessus, qu’est-ce qui accompagne une unité "
                "de plus ?",
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
        "effect is carried over. Suppose that no lead comes without adverts. How many of the 130 are "
        "due to this week's adverts alone?",
        fr="Une semaine compte 130 leads, la précédente 100. D’une semaine à l’autre, 60 % de "
        "l’effet se reporte. Supposez qu’aucun lead ne vienne sans publicité. Combien des 130 sont "
        "dus aux seules publicités de la semaine ?",
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
                en="You took away 60% of this week's leads. Which week are leads carried over "
                "from?",
                fr="Vous avez retiré 60 % des leads de la semaine. De laquelle viennent les "
                "reportés ?",
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
        Misconception(
            name="share_of_this_week",
            answer=lambda: _CARRIED_OVER * _LEADS,
            hint=Text(
                en="60% of what? It is last week's leads that carry over.",
                fr="60 % de quoi ? Ce sont les leads de la semaine d’avant qui se reportent.",
            ),
        ),
        Misconception(
            name="forgotten_for_own",
            answer=lambda: (1 - _CARRIED_OVER) * _LEADS_BEFORE,
            hint=Text(
                en="Those are the leads of last week that are forgotten. Out of this week's, "
                "which ones are new?",
                fr="Ce sont les leads de la semaine d’avant qui sont oubliés. Parmi ceux de "
                "cette semaine, lesquels sont neufs ?",
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
        Misconception(
            name="stopped_early",
            answer=lambda: math.floor(0.5 / (1 - _KEPT)),
            hint=Text(
                en="Multiply by 0.8 week after week. Is half of it gone by then?",
                fr="Multipliez par 0,8 semaine après semaine. La moitié a-t-elle alors disparu ?",
            ),
        ),
        Misconception(
            name="whole_week_after",
            answer=lambda: math.ceil(model.half_life(_KEPT)),
            hint=Text(
                en="By then less than half is left. When exactly was it half?",
                fr="Il en reste alors moins de la moitié. Quand était-ce exactement la moitié ?",
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
                en="Quotes will stop as well, in the same month or in the next: adverts made them, "
                "so that no money means no leads.",
                fr="Les demandes s’arrêteront aussi, le mois même ou le suivant : la publicité les "
                "faisait venir, donc sans argent, plus aucun lead.",
            ),
            "b": Text(
                en="Quotes move with the adverts of the month and hardly with those of the month "
                "before; where they would settle, no month without adverts tells.",
                fr="Les demandes suivent les publicités du mois, et à peine celles du mois d’avant ; "
                "où elles se fixeraient, aucun mois sans publicité ne le dit.",
            ),
            "c": Text(
                en="They will settle at 2 a month: the intercept is the number of quotes without "
                "adverts, and it was computed from all the months there are, so that it is a fact.",
                fr="Elles se fixeront à 2 par mois : la constante est le nombre de demandes sans "
                "publicité, calculée sur tous les mois dont on dispose ; c’est donc un fait.",
            ),
            "d": Text(
                en="They will hold for a year: 40 months of television have made the brand known, "
                "and what people know they do not forget from one month to the next.",
                fr="Elles tiendront un an : 40 mois de télévision ont fait connaître la marque, et "
                "ce que l’on connaît ne s’oublie pas d’un mois sur l’autre.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: in the months of lower spend, quotes were lower at once. A stop, nobody has seen: "
        "the lowest spend on record is 5.7.",
        fr="Oui : les mois de moindre dépense, les demandes baissaient aussitôt. Un arrêt, personne "
        "n’en a vu : la plus faible dépense observée est de 5,7.",
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

_SHORT_RUN = "advertising_elasticity_short_run"
_LONG_RUN = "advertising_elasticity_long_run"
_PRICE = "price_elasticity"

advertising_to_sales = Exercise(
    name="advertising_to_sales",
    question=Text(
        en="Advertising carries over, and a lower price does not. With the mean elasticities of the "
        "table, what share of its sales should a firm spend on advertising, according to Dorfman "
        "and Steiner?",
        fr="La publicité se reporte, une baisse de prix non. Avec les élasticités moyennes du "
        "tableau, quelle proportion de son chiffre d’affaires une entreprise devrait-elle consacrer "
        "à la publicité, selon Dorfman et Steiner ?",
    ),
    kind=Number(share=True),
    answer=lambda: model.dorfman_steiner(_regularity(_LONG_RUN), _regularity(_PRICE)),
    praise=Text(
        en="Yes. Promotion is the P that marketers control best, says Gor; percent for percent it "
        "is not the one that moves sales most. Per percent, not per euro: the two may cost very "
        "differently.",
        fr="Oui. La promotion est le P que les marketeurs contrôlent le mieux, dit Gor ; à "
        "pourcentage égal, ce n’est pas celui qui bouge le plus les ventes. À pourcentage égal, "
        "non à dépense égale : les deux peuvent coûter tout autre chose.",
    ),
    misconceptions=(
        Misconception(
            name="short_run_for_long_run",
            answer=lambda: model.dorfman_steiner(_regularity(_SHORT_RUN), _regularity(_PRICE)),
            hint=Text(
                en="You used the short-run elasticity. Is what an advert brings later worth "
                "nothing?",
                fr="Vous avez pris l’élasticité de court terme. "
                "Ce qu’une publicité apporte plus tard ne vaut-il rien ?",
            ),
        ),
        Misconception(
            name="elasticity_for_share",
            answer=lambda: _regularity(_LONG_RUN),
            hint=Text(
                en="That is the elasticity itself. How strongly would a lower price compete?",
                fr="C’est l’élasticité elle-même. "
                "Avec quelle force une baisse de prix ferait-elle concurrence ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: abs(_regularity(_PRICE)) / _regularity(_LONG_RUN),
            hint=Text(
                en="More than all the sales? What is divided by what?",
                fr="Plus que tout le chiffre d’affaires ? Que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="product_for_ratio",
            answer=lambda: abs(_regularity(_PRICE)) * _regularity(_LONG_RUN),
            hint=Text(
                en="You multiplied. If buyers cared more for price, would advertising pay more or "
                "less?",
                fr="Vous avez multiplié. Si les acheteurs regardaient davantage le prix, "
                "la publicité rapporterait-elle plus ou moins ?",
            ),
        ),
        Misconception(
            name="sign_kept",
            answer=lambda: _regularity(_LONG_RUN) / _regularity(_PRICE),
            hint=Text(
                en="A negative budget? Take the size of the price elasticity, without its sign.",
                fr="Un budget négatif ? Prenez la taille de l’élasticité-prix, sans son signe.",
            ),
        ),
    ),
)

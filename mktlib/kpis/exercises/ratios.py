"""A ratio is two numbers: what an action, a lead, a euro of marketing costs or brings."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

DOLLARS = Text(en="dollars", fr="dollars")
EUROS = Text(en="euros", fr="euros")


def _ads(industry: str, network: str) -> pd.Series:
    ads = load("google_ads")
    return ads[(ads["industry"] == industry) & (ads["network"] == network)].iloc[0]


def _computed_cost_per_action() -> pd.Series:
    ads = load("google_ads")
    return ads["cost_per_click_usd"] / ads["conversion_rate"]


def _published_over_computed() -> pd.Series:
    return load("google_ads")["cost_per_action_usd"] / _computed_cost_per_action()


def _cheaper_network() -> str:
    search, display = (_ads("E-Commerce", name) for name in ("search", "display"))
    ratio = search["cost_per_action_usd"] / display["cost_per_action_usd"]
    return "c" if 0.9 <= ratio <= 1 / 0.9 else "a" if ratio < 1 else "b"


cheaper_action = Prediction(
    name="cheaper_action",
    question=Text(
        en="Online shops: a click costs $1.16 on search and $0.45 on display. "
        "Where does an action (a sale, a form sent) cost less?",
        fr="Commerce en ligne : un clic coûte 1,16 $ sur le réseau search et 0,45 $ en display. "
        "Où une action (une vente, un formulaire envoyé) coûte-t-elle le moins ?",
    ),
    options={
        "a": Text(en="On search", fr="Sur le réseau search"),
        "b": Text(en="On display", fr="En display"),
        "c": Text(en="About the same (within 10%)", fr="À peu près pareil (à 10 % près)"),
    },
    answer=_cheaper_network,
    reveal=Text(
        en="The click is 2.6 times dearer on search, but it ends in an action 4.8 times as often: "
        "$45 an action against $66, as published.",
        fr="Le clic est 2,6 fois plus cher sur le réseau search, mais il aboutit 4,8 fois plus "
        "souvent : 45 $ l’action contre 66 $, selon les chiffres publiés.",
    ),
)


def _b2b_cost(rate: str = "conversion_rate", network: str = "search") -> float:
    row = _ads("B2B", network)
    return model.cost_per_action(spend=row["cost_per_click_usd"], actions=row[rate])


cost_per_action = Exercise(
    name="cost_per_action",
    question=Text(
        en="B2B, search: from `cost_per_click_usd` and `conversion_rate`, "
        "what does one action cost?",
        fr="B2B, réseau search : à partir de `cost_per_click_usd` et de `conversion_rate`, "
        "combien coûte une action ?",
    ),
    kind=Number(unit=DOLLARS),
    answer=_b2b_cost,
    praise=Text(
        en="Yes: it takes about 33 clicks to get one action, and each is paid. "
        "Put this cost beside the margin of one sale before you bid higher.",
        fr="Oui : il faut environ 33 clics pour obtenir une action, et chacun se paie. "
        "Comparez ce coût à la marge d’une vente avant d’enchérir.",
    ),
    misconceptions=(
        Misconception(
            name="percent_used",
            answer=lambda: _b2b_cost() / 100,
            hint=Text(
                en="An action cheaper than a click? You divided by 3.04, a percentage: "
                "what is it as a share?",
                fr="Une action moins chère qu’un clic ? Vous avez divisé par 3.04, "
                "un pourcentage : combien cela fait-il en proportion ?",
            ),
        ),
        Misconception(
            name="multiplied",
            answer=lambda: (
                _ads("B2B", "search")["cost_per_click_usd"]
                * _ads("B2B", "search")["conversion_rate"]
            ),
            hint=Text(
                en="Multiplying makes an action cheaper than a click. "
                "How many clicks must be paid before one of them ends in an action?",
                fr="En multipliant, une action coûte moins qu’un clic. "
                "Combien de clics faut-il payer avant que l’un d’eux aboutisse ?",
            ),
        ),
        Misconception(
            name="click_through_for_conversion",
            answer=lambda: _b2b_cost("click_through_rate"),
            hint=Text(
                en="You used the click-through rate: clicks out of impressions. "
                "Which rate counts actions out of clicks?",
                fr="Vous avez utilisé le taux de clics : des clics sur des impressions. "
                "Quel taux compte des actions sur des clics ?",
            ),
        ),
        Misconception(
            name="display_row",
            answer=lambda: _b2b_cost(network="display"),
            hint=Text(
                en="These are the banners. Which row holds the adverts beside search results?",
                fr="Ce sont les bannières. Quelle ligne contient les annonces du réseau search ?",
            ),
        ),
        Misconception(
            name="published_for_computed",
            answer=lambda: _ads("B2B", "search")["cost_per_action_usd"],
            hint=Text(
                en="This is the cost as published. What do the two other columns give?",
                fr="C’est le coût tel que publié. Que donnent les deux autres colonnes ?",
            ),
        ),
        Misconception(
            name="click_for_action",
            answer=lambda: _ads("B2B", "search")["cost_per_click_usd"],
            hint=Text(
                en="That is the price of one click, and few clicks end in an action. How many "
                "must be paid to get one?",
                fr="C’est le prix d’un clic, et peu de clics aboutissent. Combien faut-il en "
                "payer pour obtenir une action ?",
            ),
        ),
        Misconception(
            name="actions_per_dollar",
            answer=lambda: 1 / _b2b_cost(),
            hint=Text(
                en="That is how much of an action one dollar buys. Turn it over: how many "
                "dollars for one action?",
                fr="C’est la fraction d’action qu’achète un dollar. Retournez-la : combien de "
                "dollars pour une action ?",
            ),
        ),
    ),
)


def _b2b_mille(rate: str = "click_through_rate", network: str = "search") -> float:
    row = _ads("B2B", network)
    return 1000 * row[rate] * row["cost_per_click_usd"]


cost_per_mille = Exercise(
    name="cost_per_mille",
    question=Text(
        en="B2B, search: the table gives no CPM. From `click_through_rate` and "
        "`cost_per_click_usd`, what do 1,000 impressions cost?",
        fr="B2B, réseau search : le tableau ne donne pas le CPM. À partir de "
        "`click_through_rate` et de `cost_per_click_usd`, combien coûtent 1 000 impressions ?",
    ),
    kind=Number(unit=DOLLARS),
    answer=_b2b_mille,
    praise=Text(
        en="Yes: 1,000 impressions bring about 24 clicks, and only these are paid. "
        "The same thousand costs under $4 on display: compare prices in one unit only.",
        fr="Oui : 1 000 impressions amènent environ 24 clics, les seuls que l’on paie. "
        "Le même millier coûte moins de 4 $ en display : comparez les prix dans une seule unité.",
    ),
    misconceptions=(
        Misconception(
            name="one_showing",
            answer=lambda: _b2b_mille() / 1000,
            hint=Text(
                en="That is the cost of a single impression. What does the M of CPM stand for?",
                fr="C’est le coût d’une seule impression. Que veut dire le M de CPM ?",
            ),
        ),
        Misconception(
            name="thousand_clicks",
            answer=lambda: 1000 * _ads("B2B", "search")["cost_per_click_usd"],
            hint=Text(
                en="You paid for 1,000 clicks. How many clicks do 1,000 impressions bring?",
                fr="Vous avez payé 1 000 clics. Combien de clics amènent 1 000 impressions ?",
            ),
        ),
        Misconception(
            name="divided",
            answer=lambda: _b2b_cost("click_through_rate"),
            hint=Text(
                en="Dividing answers another question. "
                "How many clicks do 1,000 impressions bring, and what does each cost?",
                fr="Diviser répond à une autre question. "
                "Combien de clics amènent 1 000 impressions, et combien coûte chacun ?",
            ),
        ),
        Misconception(
            name="conversion_for_click_through",
            answer=lambda: _b2b_mille("conversion_rate"),
            hint=Text(
                en="That rate counts actions out of clicks. Which one starts from impressions?",
                fr="Ce taux compte des actions sur des clics. Lequel part des impressions ?",
            ),
        ),
        Misconception(
            name="display_row",
            answer=lambda: _b2b_mille(network="display"),
            hint=Text(
                en="A thousand banners, then. Which row is beside search results?",
                fr="Un millier de bannières, donc. Quelle ligne concerne le réseau search ?",
            ),
        ),
        Misconception(
            name="clicks_for_cost",
            answer=lambda: 1000 * _ads("B2B", "search")["click_through_rate"],
            hint=Text(
                en="Those are the clicks that 1,000 impressions bring. Each has a price: what do "
                "they cost together?",
                fr="Ce sont les clics qu’amènent 1 000 impressions. Chacun a son prix : combien "
                "coûtent-ils ensemble ?",
            ),
        ),
        Misconception(
            name="thousand_times_divided",
            answer=lambda: 1000 * _b2b_cost("click_through_rate"),
            hint=Text(
                en="One impression would then cost more than the click it may bring. How many "
                "clicks do 1,000 impressions bring, and what does each cost?",
                fr="Une impression coûterait alors plus que le clic qu’elle peut amener. Combien "
                "de clics amènent 1 000 impressions, et combien coûte chacun ?",
            ),
        ),
    ),
)

widest_gap = Exercise(
    name="widest_gap",
    question=Text(
        en="In each of the 32 rows, divide the published `cost_per_action_usd` by the cost you "
        "compute. What is the largest result?",
        fr="Pour chacune des 32 lignes, divisez le `cost_per_action_usd` publié par le coût que "
        "vous calculez. Quel est le plus grand résultat ?",
    ),
    kind=Number(),
    answer=lambda: _published_over_computed().max(),
    praise=Text(
        en="Yes: for dating sites on search, $77 as published against $29 computed. "
        "A typical ratio of many accounts is not the ratio of their typical figures: ask what is printed.",
        fr="Oui : pour les sites de rencontre en search, 77 $ publiés contre 29 $ calculés. "
        "Le ratio typique de nombreux comptes n’est pas le ratio de leurs chiffres typiques : "
        "demandez ce qui est imprimé.",
    ),
    misconceptions=(
        Misconception(
            name="turned_over",
            answer=lambda: (1 / _published_over_computed()).max(),
            hint=Text(
                en="You divided the computed cost by the published one. Which goes on top?",
                fr="Vous avez divisé le coût calculé par le coût publié. Lequel va au numérateur ?",
            ),
        ),
        Misconception(
            name="difference_for_ratio",
            answer=lambda: (
                (load("google_ads")["cost_per_action_usd"] - _computed_cost_per_action())
                .abs()
                .max()
            ),
            hint=Text(
                en="That is a gap in dollars, which favours dear industries. "
                "How many times larger is one figure than the other?",
                fr="C’est un écart en dollars, qui favorise les secteurs chers. "
                "Combien de fois l’un des chiffres est-il plus grand que l’autre ?",
            ),
        ),
        Misconception(
            name="typical_for_largest",
            answer=lambda: _published_over_computed().mean(),
            hint=Text(
                en="That is the mean of the 32 gaps, in which highs and lows cancel out. "
                "What is the worst case?",
                fr="C’est la moyenne des 32 écarts, où les hauts et les bas se compensent. "
                "Quel est le pire cas ?",
            ),
        ),
        Misconception(
            name="one_row_for_all",
            answer=lambda: _ads("B2B", "search")["cost_per_action_usd"] / _b2b_cost(),
            hint=Text(
                en="That is the gap of B2B on search alone. What about the 31 other rows?",
                fr="C’est l’écart du seul B2B en search. Et les 31 autres lignes ?",
            ),
        ),
        Misconception(
            name="cost_for_gap",
            answer=lambda: _computed_cost_per_action().max(),
            hint=Text(
                en="That is the dearest action that you computed, in dollars. Which column "
                "should first be divided by yours, row by row?",
                fr="C’est l’action la plus chère que vous ayez calculée, en dollars. Quelle "
                "colonne faut-il d’abord diviser par la vôtre, ligne par ligne ?",
            ),
        ),
        Misconception(
            name="published_cost_for_gap",
            answer=lambda: load("google_ads")["cost_per_action_usd"].max(),
            hint=Text(
                en="That is the dearest published action, in dollars. By what should the column "
                "first be divided, row by row?",
                fr="C’est l’action publiée la plus chère, en dollars. Par quoi faut-il d’abord "
                "diviser la colonne, ligne par ligne ?",
            ),
        ),
        Misconception(
            name="largest_of_each",
            answer=lambda: (
                load("google_ads")["cost_per_action_usd"].max() / _computed_cost_per_action().max()
            ),
            hint=Text(
                en="You picked the largest of each column first, and they come from two "
                "different rows. What comes first: divide, or pick?",
                fr="Vous avez d’abord pris le plus grand de chaque colonne, et ils viennent de "
                "deux lignes différentes. Que faire d’abord : diviser, ou choisir ?",
            ),
        ),
    ),
)

_SPENDS_EUR, _LEADS = (200, 3000), (40, 100)

cost_per_lead_of_both = Exercise(
    name="cost_per_lead_of_both",
    question=Text(
        en="Campaign A: €200 for 40 leads. Campaign B: €3,000 for 100 leads. "
        "What did a lead cost, the two together?",
        fr="Campagne A : 200 € pour 40 leads. Campagne B : 3 000 € pour 100 leads. "
        "Combien a coûté un lead, les deux ensemble ?",
    ),
    kind=Number(unit=EUROS),
    answer=lambda: model.ratio_of_means(_SPENDS_EUR, _LEADS),
    praise=Text(
        en="Yes: all the money over all the leads. "
        "The larger campaign weighs more, as it does on the bank statement.",
        fr="Oui : tout l’argent sur tous les leads. "
        "La plus grosse campagne pèse plus, comme sur le relevé bancaire.",
    ),
    misconceptions=(
        Misconception(
            name="mean_of_ratios",
            answer=lambda: model.mean_of_ratios(_SPENDS_EUR, _LEADS),
            hint=Text(
                en="That is the mean of the two costs, as if each campaign weighed the same. "
                "How many leads did each bring?",
                fr="C’est la moyenne des deux coûts, comme si chaque campagne pesait autant. "
                "Combien de leads chacune a-t-elle amenés ?",
            ),
        ),
        Misconception(
            name="sum_of_ratios",
            answer=lambda: 2 * model.mean_of_ratios(_SPENDS_EUR, _LEADS),
            hint=Text(
                en="The two costs were added. Would three campaigns make a lead dearer still?",
                fr="Les deux coûts ont été additionnés. "
                "Avec trois campagnes, un lead serait-il plus cher encore ?",
            ),
        ),
        Misconception(
            name="leads_per_euro",
            answer=lambda: 1 / model.ratio_of_means(_SPENDS_EUR, _LEADS),
            hint=Text(
                en="That is what a euro brings. What does a lead cost?",
                fr="C’est ce que rapporte un euro. Que coûte un lead ?",
            ),
        ),
        Misconception(
            name="larger_campaign_only",
            answer=lambda: _SPENDS_EUR[1] / _LEADS[1],
            hint=Text(
                en="That is campaign B alone. Where are the leads of A?",
                fr="C’est la campagne B seule. Où sont les leads de A ?",
            ),
        ),
    ),
)

_SPEND_EUR, _REVENUE_EUR, _MARGIN_SHARE = 6_000, 24_000, 0.35
_GROSS_MARGIN_EUR = _MARGIN_SHARE * _REVENUE_EUR

romi = Exercise(
    name="romi",
    question=Text(
        en="A campaign cost €6,000 and brought €24,000 of revenue; gross margin (revenue less the "
        "cost of the goods) is 35% of revenue. What is its return on marketing investment (ROMI)?",
        fr="Une campagne a coûté 6 000 € et rapporté 24 000 € de chiffre d’affaires ; la marge "
        "brute (chiffre d’affaires moins coût des marchandises) est de 35 % du chiffre d’affaires. "
        "Quel est son ROMI, le retour sur investissement marketing ?",
    ),
    kind=Number(share=True),
    answer=lambda: model.return_on_marketing_investment(_GROSS_MARGIN_EUR, _SPEND_EUR),
    praise=Text(
        en="Yes: each euro came back and brought 40 cents. ROAS, revenue over spend, looked splendid "
        "at 4; at a margin of 25% the campaign would only just have paid for itself.",
        fr="Oui : chaque euro est revenu avec 40 centimes. Le ROAS, chiffre d’affaires sur dépense, "
        "semblait superbe à 4 ; avec une marge de 25 %, la campagne se serait tout juste "
        "remboursée.",
    ),
    misconceptions=(
        Misconception(
            name="revenue_for_margin",
            answer=lambda: (_REVENUE_EUR - _SPEND_EUR) / _SPEND_EUR,
            hint=Text(
                en="You counted all the revenue as if the goods had cost nothing. "
                "What is left of it once they are paid?",
                fr="Vous avez compté tout le chiffre d’affaires, comme si la marchandise était "
                "gratuite. Qu’en reste-t-il une fois qu’elle est payée ?",
            ),
        ),
        Misconception(
            name="roas_for_romi",
            answer=lambda: model.return_on_ad_spend(_REVENUE_EUR, _SPEND_EUR),
            hint=Text(
                en="That is ROAS: revenue over spend. Where are the cost of the goods and the "
                "cost of the campaign?",
                fr="C’est le ROAS : chiffre d’affaires sur dépense. Où sont le coût de la "
                "marchandise et celui de la campagne ?",
            ),
        ),
        Misconception(
            name="campaign_not_paid",
            answer=lambda: _GROSS_MARGIN_EUR / _SPEND_EUR,
            hint=Text(
                en="Margin over spend: 1 would mean that nothing was earned. "
                "What is left after paying for the campaign?",
                fr="Marge sur dépense : 1 voudrait dire que l’on n’a rien gagné. "
                "Que reste-t-il après avoir payé la campagne ?",
            ),
        ),
        Misconception(
            name="euros_for_ratio",
            answer=lambda: _GROSS_MARGIN_EUR - _SPEND_EUR,
            hint=Text(
                en="That is the profit in euros. How much is it for each euro spent?",
                fr="C’est le gain en euros. Combien cela fait-il par euro dépensé ?",
            ),
        ),
        Misconception(
            name="over_revenue",
            answer=lambda: (_GROSS_MARGIN_EUR - _SPEND_EUR) / _REVENUE_EUR,
            hint=Text(
                en="You divided by the revenue. What was invested?",
                fr="Vous avez divisé par le chiffre d’affaires. Qu’a-t-on investi ?",
            ),
        ),
        Misconception(
            name="over_margin",
            answer=lambda: 1 - _SPEND_EUR / _GROSS_MARGIN_EUR,
            hint=Text(
                en="You divided by the margin, which is what came back. Which sum was put in at "
                "the start?",
                fr="Vous avez divisé par la marge, qui est ce qui est revenu. Quelle somme "
                "avait-on mise au départ ?",
            ),
        ),
        Misconception(
            name="cost_of_goods_for_margin",
            answer=lambda: (1 - _MARGIN_SHARE) * _REVENUE_EUR / _SPEND_EUR - 1,
            hint=Text(
                en="You kept the part of the revenue that pays for the goods. Which part is left "
                "to the firm?",
                fr="Vous avez gardé la part du chiffre d’affaires qui paie la marchandise. "
                "Quelle part reste à l’entreprise ?",
            ),
        ),
    ),
)


def _cost_of_lead(approach: str) -> float:
    costs = load("cost_per_lead")
    costs = costs[(costs["year"] == 2009) & (costs["metric"] == "cost_per_lead")]
    return costs.set_index("approach")["amount_usd"][approach]


inbound_saving = Exercise(
    name="inbound_saving",
    question=Text(
        en="In 2009 a lead cost $84 to firms driven by inbound marketing and $220 to firms driven "
        "by outbound. By what share was the inbound lead cheaper?",
        fr="En 2009, un lead coûtait 84 $ aux entreprises orientées inbound marketing et 220 $ aux "
        "entreprises orientées outbound. De combien, en proportion, le lead inbound était-il moins "
        "cher ?",
    ),
    kind=Number(share=True),
    answer=lambda: 1 - _cost_of_lead("inbound") / _cost_of_lead("outbound"),
    praise=Text(
        en="Yes, the famous “60% cheaper”. But each firm chose its side, the source sells inbound "
        "software, and among small and medium firms the gap is only $10 to $15.",
        fr="Oui, le fameux « 60 % moins cher ». Mais chaque entreprise a choisi son camp, la source "
        "vend des logiciels d’inbound, et chez les petites et moyennes l’écart n’est que de "
        "10 à 15 $.",
    ),
    misconceptions=(
        Misconception(
            name="remainder_for_saving",
            answer=lambda: _cost_of_lead("inbound") / _cost_of_lead("outbound"),
            hint=Text(
                en="That is what an inbound lead costs, as a share of an outbound one. "
                "What share is saved?",
                fr="C’est ce que coûte un lead inbound, en proportion d’un lead outbound. "
                "Combien économise-t-on, en proportion ?",
            ),
        ),
        Misconception(
            name="divided_by_inbound",
            answer=lambda: _cost_of_lead("outbound") / _cost_of_lead("inbound") - 1,
            hint=Text(
                en="Cheaper by more than 100%? Cheaper than what: which of the two is the base?",
                fr="Moins cher de plus de 100 % ? Moins cher que quoi : "
                "lequel des deux sert de base ?",
            ),
        ),
        Misconception(
            name="dollars_for_share",
            answer=lambda: _cost_of_lead("outbound") - _cost_of_lead("inbound"),
            hint=Text(
                en="That is the saving in dollars. What share of the outbound cost is it?",
                fr="C’est l’économie en dollars. "
                "Quelle proportion du coût outbound représente-t-elle ?",
            ),
        ),
        Misconception(
            name="times_for_share",
            answer=lambda: _cost_of_lead("outbound") / _cost_of_lead("inbound"),
            hint=Text(
                en="That is how many times dearer outbound is. By what share is inbound cheaper?",
                fr="C’est combien de fois l’outbound est plus cher. "
                "De combien, en proportion, l’inbound est-il moins cher ?",
            ),
        ),
    ),
)

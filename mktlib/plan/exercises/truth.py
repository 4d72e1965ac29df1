"""What the truth opens: standing strategies, regret, what a year's end leaves out, affinity."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model
from .dashboard import COMPANY
from .money import EUROS

_MARKETS = 200


@cache
def _survey() -> pd.DataFrame:
    return model.market_survey(model.market_of(COMPANY))


def _use(group: str) -> float:
    return float(_survey()[f"use_{group}"]["trade_fair"])


affinity_of_fairs = Exercise(
    name="affinity_of_fairs",
    question=Text(
        en="In the company's market, what is the affinity index of trade fairs with HR managers? "
        "(100: HR managers use them as all persons asked do)",
        fr="Sur le marché de l’entreprise, quel est l’indice d’affinité des salons avec les "
        "responsables RH ? (100 : ils s’en servent comme l’ensemble des personnes interrogées)",
    ),
    kind=Number(tolerance=0.01),
    answer=lambda: 100 * _use("hr_managers") / _use("all"),
    praise=Text(
        en="Yes: the audience over all. 150 persons an audience: an index of 110 may be 100 in truth.",
        fr="Oui : le public sur l’ensemble. 150 personnes par public : un indice de 110 peut être "
        "100 en vérité.",
    ),
    misconceptions=(
        Misconception(
            name="upside_down",
            answer=lambda: 100 * _use("all") / _use("hr_managers"),
            hint=Text(
                en="You divided all persons by HR managers. Who is compared with whom?",
                fr="Vous avez divisé l’ensemble par les RH. Qui compare-t-on à qui ?",
            ),
        ),
        Misconception(
            name="use_for_affinity",
            answer=lambda: 100 * _use("hr_managers"),
            hint=Text(
                en="That is how many HR managers use it, in percent. More or fewer than others do?",
                fr="C’est le pourcentage de RH qui s’en servent. Plus ou moins que les autres ?",
            ),
        ),
        Misconception(
            name="difference_for_ratio",
            answer=lambda: 100 * (_use("hr_managers") - _use("all")),
            hint=Text(
                en="That is a difference in points. An index is a ratio.",
                fr="C’est un écart en points. Un indice est un rapport.",
            ),
        ),
        Misconception(
            name="against_another_audience",
            answer=lambda: 100 * _use("hr_managers") / _use("public_sector"),
            hint=Text(
                en="You compared with the public sector. The index compares with everybody.",
                fr="Vous avez comparé au secteur public. L’indice compare à tout le monde.",
            ),
        ),
        Misconception(
            name="ratio_for_index",
            answer=lambda: _use("hr_managers") / _use("all"),
            hint=Text(
                en="The right ratio. How is the case of no difference written in an index? See the brackets.",
                fr="Le bon rapport. Comment un indice écrit-il le cas sans différence ? Voyez la parenthèse.",
            ),
        ),
        Misconception(
            name="another_audience",
            answer=lambda: 100 * _use("public_sector") / _use("all"),
            hint=Text(
                en="That is the index of another audience. Which column is asked for?",
                fr="C’est l’indice d’un autre public. Quelle colonne demande-t-on ?",
            ),
        ),
        Misconception(
            name="gap_in_percent",
            answer=lambda: 100 * (_use("hr_managers") / _use("all") - 1),
            hint=Text(
                en="That is how much more, in percent. An index starts from the 100 of the question, not from 0.",
                fr="C’est l’écart en pour cent. Un indice part du 100 de la question, pas de 0.",
            ),
        ),
        Misconception(
            name="against_other_channels",
            answer=lambda: 100 * _use("hr_managers") / float(_survey()["use_hr_managers"].mean()),
            hint=Text(
                en="You compared fairs with the other channels. Stay in the row: who is compared with whom?",
                fr="Vous avez comparé les salons aux autres canaux. Restez dans la ligne : qui compare-t-on à qui ?",
            ),
        ),
    ),
)


@cache
def _wins() -> pd.Series:
    """Markets that each standing strategy wins, of `_MARKETS`."""
    standing = model.standing_strategies()
    markets = (model.market_of(f"market {i}") for i in range(_MARKETS))
    plans = tuple(standing.values())
    best = [list(standing)[model.values_of(plans, market).argmax()] for market in markets]
    return pd.Series(best).value_counts().reindex(list(standing), fill_value=0)


standing_guess = Prediction(
    name="standing_guess",
    question=Text(
        en="Three plans that need no thought: all push, all pull, or 60% pull and 40% push. Over "
        "200 markets drawn as yours was, in what share does the last one beat the two others?",
        fr="Trois plans sans réflexion : tout push, tout pull, ou 60 % pull et 40 % push. Sur 200 "
        "marchés tirés comme le vôtre, dans quelle proportion le dernier bat-il les deux autres ?",
    ),
    share=True,
    answer=lambda: _wins()["sixty_forty"] / _MARKETS,
    reveal=Text(
        en="In {truth} of them. In the others one extreme wins: a recipe that is good on average "
        "is not the recipe of your market.",
        fr="Dans {truth} d’entre eux. Dans les autres, un extrême gagne : une recette bonne en "
        "moyenne n’est pas la recette de votre marché.",
    ),
)


@cache
def _worth() -> pd.DataFrame:
    """The even plan, the standing ones and the best one, in the company's market."""
    return model.regret_table(model.Plan(), model.market_of(COMPANY))


def _value(plan: str) -> float:
    return float(_worth()["value_eur"][plan])


even_plan_guess = Prediction(
    name="even_plan_guess",
    question=Text(
        en="The company shares everything evenly: months, audiences, channels, push and pull. What "
        "share does it get of what the best plan would bring, in its market?",
        fr="L’entreprise partage tout également : mois, publics, canaux, push et pull. Quelle "
        "proportion obtient-elle de ce que le meilleur plan apporterait, sur son marché ?",
    ),
    share=True,
    answer=lambda: _value("your_plan") / _value("best_plan"),
    reveal=Text(
        en="{truth}. The even plan offends nobody. But a quarter of its push goes to adverts whose "
        "leads hardly buy, and its money comes late: a customer of spring pays all year.",
        fr="{truth}. Le plan égal ne fâche personne. Mais un quart de son push va à des annonces "
        "dont les leads n’achètent guère, et son argent vient tard : un client du printemps paie "
        "toute l’année.",
    ),
)


def _best_standing() -> float:
    return max(_value(name) for name in model.standing_strategies())


regret_of_all_pull = Exercise(
    name="regret_of_all_pull",
    question=Text(
        en="In the company's market, what is the regret of all pull?",
        fr="Sur le marché de l’entreprise, quel est le regret du tout pull ?",
    ),
    kind=Number(unit=EUROS),
    answer=lambda: _value("best_plan") - _value("all_pull"),
    praise=Text(
        en="Yes: what the best plan would have brought more. A plan that earns can have a large "
        "regret, and one that loses a small one.",
        fr="Oui : ce que le meilleur plan aurait apporté de plus. Un plan qui gagne peut avoir un "
        "grand regret, et un plan qui perd, un petit.",
    ),
    misconceptions=(
        Misconception(
            name="value_for_regret",
            answer=lambda: _value("all_pull"),
            hint=Text(
                en="That is what it brings. Regret compares it with something.",
                fr="C’est ce qu’il apporte. Le regret le compare à quelque chose.",
            ),
        ),
        Misconception(
            name="against_the_even_plan",
            answer=lambda: _value("your_plan") - _value("all_pull"),
            hint=Text(
                en="You compared with the even plan. Is that the best one?",
                fr="Vous avez comparé au plan égal. Est-ce le meilleur ?",
            ),
        ),
        Misconception(
            name="against_the_standing_ones",
            answer=lambda: _best_standing() - _value("all_pull"),
            hint=Text(
                en="You compared with the best of the three standing plans. Did none do better?",
                fr="Vous avez comparé au meilleur des trois plans tout faits. Aucun ne fait mieux ?",
            ),
        ),
        Misconception(
            name="share_for_euros",
            answer=lambda: 1 - _value("all_pull") / _value("best_plan"),
            hint=Text(
                en="That is the part which is missing. How many euros is it?",
                fr="C’est la part qui manque. Combien d’euros cela fait-il ?",
            ),
        ),
        Misconception(
            name="regret_of_all_push",
            answer=lambda: _value("best_plan") - _value("all_push"),
            hint=Text(
                en="That is the regret of another plan. Which row is asked for?",
                fr="C’est le regret d’un autre plan. Quelle ligne demande-t-on ?",
            ),
        ),
        Misconception(
            name="regret_of_the_even_plan",
            answer=lambda: _value("best_plan") - _value("your_plan"),
            hint=Text(
                en="That is the regret of the even plan, `your_plan` in this table. Which one is asked for?",
                fr="C’est le regret du plan égal, `your_plan` dans ce tableau. Lequel demande-t-on ?",
            ),
        ),
        Misconception(
            name="part_obtained",
            answer=lambda: _value("all_pull") / _value("best_plan"),
            hint=Text(
                en="That is the part of the best which it obtains. Regret is what is missing, in euros.",
                fr="C’est la part du meilleur qu’il obtient. Le regret est ce qui manque, en euros.",
            ),
        ),
    ),
)


def _followers(plan: str) -> float:
    return float(_worth()["followers"][plan])


price_of_a_follower = Exercise(
    name="price_of_a_follower",
    question=Text(
        en="In the same table: from the best plan to all push, what does each follower more cost "
        "in value?",
        fr="Dans le même tableau : du meilleur plan au tout push, combien de valeur coûte chaque "
        "abonné de plus ?",
    ),
    kind=Number(unit=EUROS),
    answer=lambda: (
        (_value("best_plan") - _value("all_push"))
        / (_followers("all_push") - _followers("best_plan"))
    ),
    praise=Text(
        en="Yes: the counter rises and the value falls. A number that rises while you lose is a "
        "vanity metric, however proud of it the agency is.",
        fr="Oui : le compteur monte et la valeur baisse. Un chiffre qui monte pendant que vous "
        "perdez est un indicateur de vanité, si fière qu’en soit l’agence.",
    ),
    misconceptions=(
        Misconception(
            name="all_followers",
            answer=lambda: (_value("best_plan") - _value("all_push")) / _followers("all_push"),
            hint=Text(
                en="You shared the loss among all followers. How many would be there anyhow?",
                fr="Vous avez réparti la perte sur tous les abonnés. Combien y seraient de toute "
                "façon ?",
            ),
        ),
        Misconception(
            name="budget_for_value",
            answer=lambda: model.BUDGET_EUR / _followers("all_push"),
            hint=Text(
                en="Both plans spend the same budget. What do they not bring alike?",
                fr="Les deux plans dépensent le même budget. Qu’apportent-ils différemment ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: (
                (_followers("all_push") - _followers("best_plan"))
                / (_value("best_plan") - _value("all_push"))
            ),
            hint=Text(
                en="That is followers for a euro. Which is divided by which?",
                fr="Ce sont des abonnés par euro. Que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="value_of_one_plan",
            answer=lambda: _value("all_push") / _followers("all_push"),
            hint=Text(
                en="That is the value of one plan for each of its followers. What changes from one plan to the other?",
                fr="C’est la valeur d’un plan par abonné. Qu’est-ce qui change d’un plan à l’autre ?",
            ),
        ),
        Misconception(
            name="whole_loss",
            answer=lambda: _value("best_plan") - _value("all_push"),
            hint=Text(
                en="That is the whole loss. For how many followers more?",
                fr="C’est toute la perte. Pour combien d’abonnés de plus ?",
            ),
        ),
        Misconception(
            name="loss_below_zero",
            answer=lambda: _value("all_push") - _value("best_plan"),
            hint=Text(
                en="That is the whole change of value, and it is a loss: as a cost it counts above zero. For how many followers more?",
                fr="C’est tout le changement de valeur, et c’est une perte : en coût, elle se compte au-dessus de zéro. Pour combien d’abonnés de plus ?",
            ),
        ),
        Misconception(
            name="upside_down_below_zero",
            answer=lambda: (
                (_followers("best_plan") - _followers("all_push"))
                / (_value("best_plan") - _value("all_push"))
            ),
            hint=Text(
                en="Those are followers for each euro, and below zero. Which is divided by which, and is a cost negative?",
                fr="Ce sont des abonnés par euro, et sous zéro. Que divise-t-on par quoi, et un coût est-il négatif ?",
            ),
        ),
    ),
)

average_or_rule = Exercise(
    name="average_or_rule",
    question=Text(
        en="Campaigns entered for awards gave the brand 60% on average (2013); where firms sell to "
        "businesses, says a blog, it is 46% (2019). What follows for a plan of yours?",
        fr="Les campagnes présentées à des prix donnaient 60 % à la marque en moyenne (2013) ; quand on "
        "vend aux entreprises, dit un blog, c’est 46 % (2019). Qu’en suit-il pour un plan à vous ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Keep to 60%: what served so many campaigns will be near the best for any firm.",
                fr="S’en tenir à 60 % : ce qui a servi à tant de firmes sera près du meilleur pour tous.",
            ),
            "b": Text(
                en="Keep to 46%: customers here are firms, and that average is theirs.",
                fr="S’en tenir à 46 % : les clients sont ici des entreprises, et c’est leur moyenne.",
            ),
            "c": Text(
                en="Start near them, then move as your own dashboard and a test tell you.",
                fr="Partir près d’elles, puis bouger selon votre tableau de bord et un test.",
            ),
            "d": Text(
                en="Leave them out: an average over other firms tells you nothing at all.",
                fr="Les laisser de côté : une moyenne sur d’autres firmes ne vous dit rien.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes. “There really never was a 60:40 rule”, wrote WARC, of the trade press, in 2022: it is an "
        "average, not all firms enter for awards, and brand is not quite pull.",
        fr="Oui. « Il n’y a jamais vraiment eu de règle 60:40 » (notre traduction), écrit WARC, de "
        "la presse du métier, en 2022 : c’est une moyenne, toutes les firmes ne se présentent pas à "
        "des prix, et la marque n’est pas tout à fait le pull.",
    ),
    misconceptions=(
        Misconception(
            name="average_for_rule",
            answer=lambda: "a",
            hint=Text(
                en="You have seen in how many markets this recipe wins. And who does not "
                "enter for awards?",
                fr="Vous avez vu dans combien de marchés cette recette gagne. Et qui ne se "
                "présente à aucun prix ?",
            ),
        ),
        Misconception(
            name="finer_average_for_rule",
            answer=lambda: "b",
            hint=Text(
                en="A closer average is still one. Do all firms that sell to firms lie on it?",
                fr="Une moyenne plus proche reste une moyenne. Toutes ces firmes y sont-elles ?",
            ),
        ),
        Misconception(
            name="average_for_nothing",
            answer=lambda: "d",
            hint=Text(
                en="On 1 January you have no data of your own. Is any other start better founded?",
                fr="Le 1er janvier, vous n’avez aucune donnée à vous. Un autre départ serait-il "
                "mieux fondé ?",
            ),
        ),
    ),
)

_DECEMBER, _HALF_LIFE = 40.0, 3.0
_KEPT = 0.5 ** (1 / _HALF_LIFE)

leads_after_december = Exercise(
    name="leads_after_december",
    question=Text(
        en="The contents of a plan bring 40 leads in December. Their interest halves every three "
        "months. How many leads will they bring from January on, with no more money?",
        fr="Les contenus d’un plan amènent 40 leads en décembre. Leur intérêt diminue de moitié "
        "tous les trois mois. Combien de leads amèneront-ils à partir de janvier, sans autre "
        "argent ?",
    ),
    kind=Number(unit=Text(en="leads", fr="leads"), tolerance=0.02),
    answer=lambda: _DECEMBER * _KEPT / (1 - _KEPT),
    praise=Text(
        en="Yes, and the year's value counts none of them: it closes on 31 December, which is hard "
        "on content. A figure always has an end date.",
        fr="Oui, et la valeur de l’année n’en compte aucun : elle s’arrête au 31 décembre, ce qui "
        "est dur pour les contenus. Un chiffre a toujours une date de fin.",
    ),
    misconceptions=(
        Misconception(
            name="december_counted_too",
            answer=lambda: _DECEMBER / (1 - _KEPT),
            hint=Text(
                en="You counted December too. From which month on?",
                fr="Vous avez compté aussi décembre. À partir de quel mois ?",
            ),
        ),
        Misconception(
            name="halves_every_month",
            answer=lambda: _DECEMBER,
            hint=Text(
                en="That is the sum if interest halved every month. How long does it take here?",
                fr="C’est la somme si l’intérêt diminuait de moitié chaque mois. Combien de temps "
                "faut-il ici ?",
            ),
        ),
        Misconception(
            name="january_only",
            answer=lambda: _DECEMBER * _KEPT,
            hint=Text(
                en="That is January. What do all the months after it bring together?",
                fr="C’est janvier. Qu’apportent ensemble tous les mois d’après ?",
            ),
        ),
        Misconception(
            name="straight_fall",
            answer=lambda: sum(_DECEMBER * (1 - month / (2 * _HALF_LIFE)) for month in range(1, 6)),
            hint=Text(
                en="You let it fall in a straight line to nothing. After a half there is a quarter.",
                fr="Vous l’avez fait tomber en ligne droite à zéro. Après la moitié vient le quart.",
            ),
        ),
        Misconception(
            name="three_months_only",
            answer=lambda: _DECEMBER * (_KEPT + _KEPT**2 + _KEPT**3),
            hint=Text(
                en="You stopped at the end of March. Half of the interest is still there: what does it bring?",
                fr="Vous vous êtes arrêté fin mars. La moitié de l’intérêt est encore là : qu’amène-t-elle ?",
            ),
        ),
        Misconception(
            name="one_year_only",
            answer=lambda: sum(_DECEMBER * _KEPT**month for month in range(1, 13)),
            hint=Text(
                en="You stopped after a year. Does the question? Add months until a new one adds almost nothing.",
                fr="Vous vous êtes arrêté après un an. Et la question ? Ajoutez des mois jusqu’à ce qu’un de plus n’ajoute presque rien.",
            ),
        ),
        Misconception(
            name="falls_in_steps",
            answer=lambda: _DECEMBER * _HALF_LIFE,
            hint=Text(
                en="You let it fall in steps, one every three months. It fades a little each month: look at `keeps`.",
                fr="Vous l’avez fait tomber par marches, une tous les trois mois. Il baisse un peu chaque mois : voyez `keeps`.",
            ),
        ),
        Misconception(
            name="half_at_once",
            answer=lambda: _DECEMBER / 2,
            hint=Text(
                en="You halved it once. When is half left, and what comes before and after that month?",
                fr="Vous l’avez divisé par deux une fois. Quand reste-t-il la moitié, et que vient-il avant et après ?",
            ),
        ),
        Misconception(
            name="every_month_like_january",
            answer=lambda: 12 * _DECEMBER * _KEPT,
            hint=Text(
                en="You let January's number come every month. What is left in February?",
                fr="Vous avez fait revenir chaque mois le nombre de janvier. Que reste-t-il en février ?",
            ),
        ),
        Misconception(
            name="monthly_and_december",
            answer=lambda: 2 * _DECEMBER,
            hint=Text(
                en="You halved every month, and counted December. How long does a half take, and where does the count start?",
                fr="Vous avez divisé par deux chaque mois, et compté décembre. En combien de temps perd-on la moitié, et d’où part le compte ?",
            ),
        ),
    ),
)

_MARGIN, _STAYING, _YEARLY, _MONTHS_AHEAD = 5.0, 0.97, 0.10, 36


def _ahead(staying: float = _STAYING, yearly: float = _YEARLY, first: int = 1) -> float:
    """A customer's margins of the months ahead, as expected and discounted."""
    months = range(first, first + _MONTHS_AHEAD)
    return sum(_MARGIN * staying**month / (1 + yearly) ** (month / 12) for month in months)


value_of_a_customer = Exercise(
    name="value_of_a_customer",
    question=Text(
        en="On 31 December a customer is there. They bring €5 a month, from January on; each "
        "month, 97% of such customers stay. Count 36 months, and discount 10% a year: a euro that "
        "comes in m months is worth 1 / 1.10^(m/12). What is this customer worth?",
        fr="Au 31 décembre, un client est là. Il apporte 5 € par mois, à partir de janvier ; chaque "
        "mois, 97 % de ces clients restent. Comptez 36 mois, et actualisez à 10 % par an : un euro "
        "qui vient dans m mois vaut 1 / 1.10^(m/12). Combien vaut ce client ?",
    ),
    kind=Number(unit=EUROS, tolerance=0.004),
    answer=_ahead,
    praise=Text(
        en="Yes. Most of a plan's value may lie here, in customers that no dashboard of the year "
        "has counted as money.",
        fr="Oui. L’essentiel de la valeur d’un plan peut être là, dans des clients qu’aucun tableau "
        "de bord de l’année n’a comptés en argent.",
    ),
    misconceptions=(
        Misconception(
            name="everybody_stays",
            answer=lambda: _ahead(staying=1),
            hint=Text(
                en="You let everybody stay. Who is still there in month m?",
                fr="Vous avez gardé tout le monde. Qui est encore là au mois m ?",
            ),
        ),
        Misconception(
            name="not_discounted",
            answer=lambda: _ahead(yearly=0),
            hint=Text(
                en="People leave, good. Is a euro in three years worth one today?",
                fr="Des clients partent, bien. Un euro dans trois ans en vaut-il un aujourd’hui ?",
            ),
        ),
        Misconception(
            name="discounted_every_month",
            answer=lambda: sum(
                _MARGIN * (_STAYING / (1 + _YEARLY)) ** m for m in range(1, _MONTHS_AHEAD + 1)
            ),
            hint=Text(
                en="You took the yearly discount off every month. What part of a year is a month?",
                fr="Vous avez retiré chaque mois l’actualisation d’un an. Quelle part d’un an fait "
                "un mois ?",
            ),
        ),
        Misconception(
            name="paid_at_once",
            answer=lambda: _ahead(first=0),
            hint=Text(
                en="Your first margin falls on 31 December itself. When does it come?",
                fr="Votre première marge tombe le 31 décembre même. Quand vient-elle ?",
            ),
        ),
        Misconception(
            name="plain_product",
            answer=lambda: _MARGIN * _MONTHS_AHEAD,
            hint=Text(
                en="Nobody leaves and time costs nothing in this product.",
                fr="Dans ce produit, personne ne part et le temps ne coûte rien.",
            ),
        ),
        Misconception(
            name="leaves_after_paying",
            answer=lambda: _ahead() / _STAYING,
            hint=Text(
                en="You kept the whole of January's customers, then let them leave. Who is still there when January ends?",
                fr="Vous avez gardé tous les clients de janvier avant d’en laisser partir. Qui reste-t-il quand janvier finit ?",
            ),
        ),
        Misconception(
            name="for_ever",
            answer=lambda: _MARGIN / (1 - _STAYING),
            hint=Text(
                en="You counted for ever, and without discount. How many months are asked for, and what is a later euro worth?",
                fr="Vous avez compté sans fin, et sans actualiser. Combien de mois demande-t-on, et que vaut un euro plus tardif ?",
            ),
        ),
        Misconception(
            name="one_year_only",
            answer=lambda: sum(
                _MARGIN * _STAYING**m / (1 + _YEARLY) ** (m / 12) for m in range(1, 13)
            ),
            hint=Text(
                en="You stopped after twelve months. How many are asked for?",
                fr="Vous vous êtes arrêté après douze mois. Combien en demande-t-on ?",
            ),
        ),
        Misconception(
            name="discount_the_wrong_way",
            answer=lambda: sum(
                _MARGIN * _STAYING**m * (1 + _YEARLY) ** (m / 12)
                for m in range(1, _MONTHS_AHEAD + 1)
            ),
            hint=Text(
                en="Your later euros are worth more, not less. On which side of the fraction bar is 1.10?",
                fr="Vos euros plus tardifs valent plus, et non moins. De quel côté de la barre de fraction est 1.10 ?",
            ),
        ),
        Misconception(
            name="leaves_once_a_year",
            answer=lambda: sum(
                _MARGIN * _STAYING ** (m / 12) / (1 + _YEARLY) ** (m / 12)
                for m in range(1, _MONTHS_AHEAD + 1)
            ),
            hint=Text(
                en="You let 3% leave in a year. How often do they leave here?",
                fr="Vous avez laissé partir 3 % en un an. À quel rythme partent-ils ici ?",
            ),
        ),
        Misconception(
            name="all_at_the_end",
            answer=lambda: _MARGIN * _MONTHS_AHEAD * _STAYING**_MONTHS_AHEAD / (1 + _YEARLY) ** 3,
            hint=Text(
                en="You treated every month like the last. Each has its own m: add them one by one.",
                fr="Vous avez traité chaque mois comme le dernier. Chacun a son m : additionnez-les un à un.",
            ),
        ),
        Misconception(
            name="month_beside_year",
            answer=lambda: _MARGIN * _STAYING / (1 + _YEARLY - _STAYING),
            hint=Text(
                en="Your formula puts a month's 97% beside a year's 10%, and counts for ever. Here, add 36 months one by one.",
                fr="Votre formule met les 97 % d’un mois à côté des 10 % d’un an, et compte sans fin. Ici, additionnez 36 mois un à un.",
            ),
        ),
    ),
)

"""What the money of a plan buys: a channel's euros, a lead's cost, a customer's, what is left."""

from __future__ import annotations

from mktlib.core.exercise import Exercise, Misconception, Number, Numbers
from mktlib.core.text import Text

from .. import model

EUROS = Text(en="euros", fr="euros")


def _search_ads_eur(care_share: float = 0.05, pull_share: float = 0.4, split: float = 0.5) -> float:
    """Euros a month for search adverts."""
    plan = model.Plan(
        care_share=care_share,
        pull_share=pull_share,
        push_split={"search_ads": split, "trade_press": 1 - split},
    )
    return float(plan.spend_table()["search_ads"][1])


search_ads_eur = Exercise(
    name="search_ads_eur",
    question=Text(
        en="€120,000, in twelve equal months. A plan keeps 5% for care, gives 40% of the rest to "
        "pull, and half of push to search adverts. How many euros go to search adverts in a month?",
        fr="120 000 €, en douze mois égaux. Un plan garde 5 % pour l’accompagnement, donne 40 % du reste au "
        "pull, et la moitié du push aux annonces de recherche. Combien d’euros vont aux annonces "
        "de recherche en un mois ?",
    ),
    kind=Number(unit=EUROS),
    answer=_search_ads_eur,
    praise=Text(
        en="Yes: care first, then push or pull, then the channel. Each share is a share of what "
        "the one before left.",
        fr="Oui : l’accompagnement d’abord, puis push ou pull, puis le canal. Chaque part est une part de "
        "ce que la précédente a laissé.",
    ),
    misconceptions=(
        Misconception(
            name="care_forgotten",
            answer=lambda: _search_ads_eur(care_share=0),
            hint=Text(
                en="You shared out the whole month. What is taken before push and pull?",
                fr="Vous avez partagé tout le mois. Que prend-on avant le push et le pull ?",
            ),
        ),
        Misconception(
            name="pull_for_push",
            answer=lambda: _search_ads_eur(pull_share=0.6),
            hint=Text(
                en="You started from pull's money. On which side are search adverts?",
                fr="Vous êtes parti de l’argent du pull. De quel côté sont les annonces de recherche ?",
            ),
        ),
        Misconception(
            name="all_of_push",
            answer=lambda: _search_ads_eur(split=1),
            hint=Text(
                en="That is all of push. Which part of it goes to search adverts?",
                fr="C’est tout le push. Quelle partie en va aux annonces de recherche ?",
            ),
        ),
        Misconception(
            name="year_for_month",
            answer=lambda: model.MONTHS * _search_ads_eur(),
            hint=Text(
                en="That would be for the whole year. The question is about one month.",
                fr="Ce serait pour toute l’année. La question porte sur un mois.",
            ),
        ),
        Misconception(
            name="shares_added",
            answer=lambda: _search_ads_eur(care_share=0, pull_share=0.05 + 0.4),
            hint=Text(
                en="You added 5% and 40%. Are they shares of the same money?",
                fr="Vous avez additionné 5 % et 40 %. Se prennent-elles sur le même argent ?",
            ),
        ),
        Misconception(
            name="pull_forgotten",
            answer=lambda: _search_ads_eur(pull_share=0),
            hint=Text(
                en="You halved all that care leaves. What does pull take before?",
                fr="Vous avez divisé en deux tout ce que laisse l’accompagnement. Que prend le pull avant ?",
            ),
        ),
    ),
)

_SPENT, _LEFT, _APRIL = 30_000.0, model.BUDGET_EUR - 30_000.0, 0.3

money_of_april = Exercise(
    name="money_of_april",
    question=Text(
        en="By the end of March, €30,000 of the €120,000 are spent. You re-plan from month 4, and "
        "the first of your nine new shares of the money is 0.3. How many euros does April get?",
        fr="Fin mars, 30 000 € des 120 000 € sont dépensés. Vous replanifiez à partir du mois 4, "
        "et la première de vos neuf nouvelles parts de l’argent est 0.3. Combien d’euros reçoit "
        "avril ?",
    ),
    kind=Number(unit=EUROS),
    answer=lambda: _APRIL * _LEFT,
    praise=Text(
        en="Yes. A re-plan shares out what is left: what was played is played.",
        fr="Oui. Replanifier, c’est partager ce qui reste : ce qui est joué est joué.",
    ),
    misconceptions=(
        Misconception(
            name="whole_budget_again",
            answer=lambda: _APRIL * model.BUDGET_EUR,
            hint=Text(
                en="You shared out the whole budget once more. Is all of it still there?",
                fr="Vous avez partagé de nouveau tout le budget. Est-il encore entier ?",
            ),
        ),
        Misconception(
            name="share_of_the_spent",
            answer=lambda: _APRIL * _SPENT,
            hint=Text(
                en="That is a share of what is gone. Which money can still be shared out?",
                fr="C’est une part de ce qui est parti. Quel argent peut encore être partagé ?",
            ),
        ),
        Misconception(
            name="share_ignored",
            answer=lambda: _LEFT / 9,
            hint=Text(
                en="You gave each of the nine months the same. What did you do with the share?",
                fr="Vous avez donné autant à chacun des neuf mois. Qu’avez-vous fait de la part ?",
            ),
        ),
        Misconception(
            name="share_of_a_month",
            answer=lambda: _APRIL * _LEFT / 9,
            hint=Text(
                en="You cut the money in nine, then took the share. The nine shares do the cutting.",
                fr="Vous avez coupé l’argent en neuf, puis pris la part. Ce sont les neuf parts qui "
                "coupent.",
            ),
        ),
        Misconception(
            name="spent_for_april",
            answer=lambda: _SPENT,
            hint=Text(
                en="That is what three months have spent. What does one month get, out of what is left?",
                fr="C’est ce que trois mois ont dépensé. Que reçoit un mois, sur ce qui reste ?",
            ),
        ),
        Misconception(
            name="all_that_is_left",
            answer=lambda: _LEFT,
            hint=Text(
                en="That is what is left for nine months. Which share of it is April's?",
                fr="C’est ce qui reste pour neuf mois. Quelle part en revient à avril ?",
            ),
        ),
        Misconception(
            name="care_taken_off",
            answer=lambda: _APRIL * _LEFT * 0.95,
            hint=Text(
                en="You took care off. It is paid out of April's money; how much is that money?",
                fr="Vous avez retiré l’accompagnement. Il est payé sur l’argent d’avril ; combien fait cet argent ?",
            ),
        ),
    ),
)

_MONEY, _NOW, _BEFORE, _KEEPS = 6_000.0, 150.0, 120.0, 0.6
_OWN = _NOW - _KEEPS * _BEFORE

lead_of_april = Exercise(
    name="lead_of_april",
    question=Text(
        en="April: €6,000 of push and 150 leads of push; March had 120. From one month to the "
        "next, 60% of the effect is carried over. Count all the leads that April's money brings, "
        "in April and in the months after. What does one of them cost?",
        fr="Avril : 6 000 € de push et 150 leads du push ; mars en avait 120. D’un mois à l’autre, "
        "60 % de l’effet se reporte. Comptez tous les leads que l’argent d’avril amène, en avril "
        "et les mois suivants. Combien coûte l’un d’eux ?",
    ),
    kind=Number(unit=EUROS, tolerance=0.02),
    answer=lambda: _MONEY / (_OWN / (1 - _KEEPS)),
    praise=Text(
        en="Yes: you took away the leads that March had sown, and added those that April sows. "
        "The dashboard does neither.",
        fr="Oui : vous avez retiré les leads que mars avait semés, et ajouté ceux qu’avril sème. "
        "Le tableau de bord ne fait ni l’un ni l’autre.",
    ),
    misconceptions=(
        Misconception(
            name="dashboard_for_truth",
            answer=lambda: _MONEY / _NOW,
            hint=Text(
                en="That is the dashboard's cost per lead. Did April's money bring all these leads?",
                fr="C’est le coût par lead du tableau de bord. L’argent d’avril a-t-il amené tous "
                "ces leads ?",
            ),
        ),
        Misconception(
            name="nothing_afterwards",
            answer=lambda: _MONEY / _OWN,
            hint=Text(
                en="You found April's own leads. What will the same money still bring in May, in "
                "June?",
                fr="Vous avez trouvé les leads propres à avril. Que ramènera encore le même argent "
                "en mai, en juin ?",
            ),
        ),
        Misconception(
            name="one_month_more",
            answer=lambda: _MONEY / (_OWN * (1 + _KEEPS)),
            hint=Text(
                en="You counted April and May. Does the effect end in May?",
                fr="Vous avez compté avril et mai. L’effet finit-il en mai ?",
            ),
        ),
        Misconception(
            name="march_counted_too",
            answer=lambda: _MONEY / (_NOW / (1 - _KEEPS)),
            hint=Text(
                en="You made all of April's leads last. Some of them were sown in March.",
                fr="Vous avez fait durer tous les leads d’avril. Une partie avait été semée en mars.",
            ),
        ),
        Misconception(
            name="rise_for_own",
            answer=lambda: _MONEY / (_NOW - _BEFORE),
            hint=Text(
                en="You took away all of March's leads. How much of their effect is still there in April?",
                fr="Vous avez retiré tous les leads de mars. Quelle part de leur effet reste-t-il en avril ?",
            ),
        ),
        Misconception(
            name="leads_for_cost",
            answer=lambda: _OWN / (1 - _KEEPS),
            hint=Text(
                en="Those are the leads, all of them. What does one cost?",
                fr="Ce sont les leads, tous les leads. Combien coûte l’un d’eux ?",
            ),
        ),
        Misconception(
            name="carried_from_the_dashboard",
            answer=lambda: _MONEY / (_OWN + _KEEPS * _NOW),
            hint=Text(
                en="May keeps a part of April's own leads, not of all 150; and after May?",
                fr="Mai garde une part des leads propres à avril, pas des 150 ; et après mai ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _OWN / (1 - _KEEPS) / _MONEY,
            hint=Text(
                en="The right leads and the right euros. Which is divided by which?",
                fr="Les bons leads et les bons euros. Que divise-t-on par quoi ?",
            ),
        ),
    ),
)

_SPEND, _LEADS, _CUSTOMERS = 10_000.0, (200.0, 80.0), (4.0, 16.0)
_SOURCES = ("social_ads", "trade_fair")


def _each(divided: tuple[float, ...] | float, by: tuple[float, ...]) -> dict[str, float]:
    tops = divided if isinstance(divided, tuple) else (divided,) * 2
    return {name: top / one for name, top, one in zip(_SOURCES, tops, by, strict=True)}


cost_of_a_customer = Exercise(
    name="cost_of_a_customer",
    question=Text(
        en="€10,000 on social adverts brought 200 leads, 4 of whom became customers. €10,000 on a "
        "trade fair brought 80 leads, 16 of whom became customers. What does a customer cost, by "
        "each?",
        fr="10 000 € d’annonces sociales ont amené 200 leads, dont 4 sont devenus clients. "
        "10 000 € de salon ont amené 80 leads, dont 16 sont devenus clients. Combien coûte un "
        "client, par chacun ?",
    ),
    kind=Numbers(keys=dict.fromkeys(_SOURCES, Number(unit=EUROS))),
    answer=lambda: _each(_SPEND, _CUSTOMERS),
    praise=Text(
        en="Yes: the cheap lead is the dear customer. Your dashboard shows leads by channel, but "
        "not which of them buy: compare audiences, and the quarters before and after a change.",
        fr="Oui : le lead bon marché est le client cher. Votre tableau de bord montre les leads "
        "par canal, mais pas lesquels achètent : comparez les publics, et les trimestres avant et "
        "après un changement.",
    ),
    misconceptions=(
        Misconception(
            name="lead_for_customer",
            answer=lambda: _each(_SPEND, _LEADS),
            hint=Text(
                en="That is what a lead costs. How many of the leads bought?",
                fr="C’est ce que coûte un lead. Combien de leads ont acheté ?",
            ),
        ),
        Misconception(
            name="leads_for_euros",
            answer=lambda: _each(_LEADS, _CUSTOMERS),
            hint=Text(
                en="That is leads for a customer. Where are the euros?",
                fr="Ce sont des leads par client. Où sont les euros ?",
            ),
        ),
        Misconception(
            name="other_way_round",
            answer=lambda: _each(_SPEND, _CUSTOMERS[::-1]),
            hint=Text(
                en="You gave each channel the other's customers.",
                fr="Vous avez donné à chaque canal les clients de l’autre.",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _each(_CUSTOMERS, (_SPEND, _SPEND)),
            hint=Text(
                en="That is customers for a euro. Which is divided by which?",
                fr="Ce sont des clients par euro. Que divise-t-on par quoi ?",
            ),
        ),
        Misconception(
            name="rate_for_cost",
            answer=lambda: _each(_CUSTOMERS, _LEADS),
            hint=Text(
                en="That is the share of leads who bought. Where are the euros?",
                fr="C’est la part des leads qui ont acheté. Combien d’euros, pour combien de clients ?",
            ),
        ),
    ),
)

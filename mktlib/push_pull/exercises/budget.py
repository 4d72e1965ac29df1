"""One budget, push and pull: the week that repays, and what is left when the money stops."""

from __future__ import annotations

from functools import cache

import pandas as pd

from mktlib.core.exercise import Exercise, Misconception, Number, Numbers
from mktlib.core.text import Text

from .. import model

_MARGIN_EUR, _STOP_WEEK = 70.0, 52


@cache
def _plan() -> pd.DataFrame:
    return model.push_pull_plan(
        total_eur_per_week=2500,
        pull_share=0.5,
        carry_over=0.5,
        content_half_life_weeks=13,
        reproduction=0.5,
        stop_week=_STOP_WEEK,
    )


def _first_week_that_pays_itself() -> int:
    plan = _plan()
    return int(plan.index[_MARGIN_EUR * plan["total_leads"] >= plan["total_eur"]][0])


def _balance() -> pd.Series:
    """By week, what all leads so far have brought, less all that was spent."""
    plan = _plan()
    return (_MARGIN_EUR * plan["total_leads"] - plan["total_eur"]).cumsum()


def _shown() -> pd.Series:
    """The weeks that the lesson prints."""
    return _balance().loc[[5, 10, 20, 40]]


break_even = Exercise(
    name="break_even",
    question=Text(
        en="If a lead is worth €70 of margin on average, in which week have all leads so far "
        "repaid all the money so far?",
        fr="Si un lead vaut en moyenne 70 € de marge, à quelle semaine tous les leads obtenus "
        "jusque-là ont-ils remboursé tout l’argent dépensé jusque-là ?",
    ),
    kind=Number(unit=Text(en="weeks", fr="semaines")),
    answer=lambda: model.break_even_week(_plan(), _MARGIN_EUR),
    praise=Text(
        en="Yes. Each week pays for itself long before the first ones are repaid: whoever stops at "
        "the first bad quarter never sees content pay.",
        fr="Oui. Chaque semaine se rembourse bien avant que les premières le soient : qui s’arrête "
        "au premier mauvais trimestre ne voit jamais les contenus payer.",
    ),
    misconceptions=(
        Misconception(
            name="week_for_all_so_far",
            answer=_first_week_that_pays_itself,
            hint=Text(
                en="In that week, the week pays for itself. Are the losses of the weeks before "
                "made up for?",
                fr="Cette semaine-là, la semaine se rembourse. "
                "Les pertes des semaines d’avant sont-elles rattrapées ?",
            ),
        ),
        Misconception(
            name="push_only",
            answer=lambda: model.break_even_week(_plan(), _MARGIN_EUR, "push"),
            hint=Text(
                en="Push alone repays by then. Which leads and which euros did you leave out?",
                fr="Le push seul est alors remboursé. Quels leads et quels euros manquent ?",
            ),
        ),
        Misconception(
            name="pull_only",
            answer=lambda: model.break_even_week(_plan(), _MARGIN_EUR, "pull"),
            hint=Text(
                en="Pull alone repays by then. Which leads and which euros did you leave out?",
                fr="Le pull seul est alors remboursé. Quels leads et quels euros manquent ?",
            ),
        ),
        Misconception(
            name="overtaking_for_break_even",
            answer=lambda: model.overtaking_week(_plan()),
            hint=Text(
                en="That is the week in which pull overtakes push. Has the money come back by "
                "then?",
                fr="C’est la semaine où le pull dépasse le push. L’argent est-il alors revenu ?",
            ),
        ),
        Misconception(
            name="last_week_in_the_red",
            answer=lambda: _balance()[_balance() < 0].index[-1],
            hint=Text(
                en="Is that week's balance still negative? And the next one's?",
                fr="Le solde de cette semaine-là est-il encore négatif ? Et celui de la suivante ?",
            ),
        ),
        Misconception(
            name="shown_before",
            answer=lambda: _shown()[_shown() < 0].index[-1],
            hint=Text(
                en="That is the last week shown with a loss. How long does the balance stay "
                "negative?",
                fr="C’est la dernière semaine affichée en perte. Combien de temps le solde "
                "reste-t-il négatif ?",
            ),
        ),
        Misconception(
            name="shown_after",
            answer=lambda: _shown()[_shown() >= 0].index[0],
            hint=Text(
                en="By then the money has come back. Was the balance of the week before still "
                "negative?",
                fr="L’argent est alors revenu. Le solde de la semaine d’avant était-il encore "
                "négatif ?",
            ),
        ),
        Misconception(
            name="lowest_point",
            answer=lambda: _balance().idxmin(),
            hint=Text(
                en="There the balance stops falling: that is its lowest point. How far is it "
                "from zero, and when does it get there?",
                fr="Là, le solde cesse de baisser : c’est son point le plus bas. À quelle "
                "distance est-il de zéro, et quand y arrive-t-il ?",
            ),
        ),
    ),
)


_LEADS = ("push_leads", "pull_leads")


def _leads(first: int, last: int | None = None) -> dict[str, float]:
    weeks = _plan().loc[first:last]
    return {name: float(weeks[name].sum()) for name in _LEADS}


leads_after_the_stop = Exercise(
    name="leads_after_the_stop",
    question=Text(
        en="Week 52 is the last one with money. How many leads does each bring afterwards, from "
        "week 53 to week 104?",
        fr="La semaine 52 est la dernière payée. Combien de leads chacun amène-t-il ensuite, de la "
        "semaine 53 à la semaine 104 ?",
    ),
    kind=Numbers(keys=dict.fromkeys(_LEADS, Number(tolerance=0.02))),
    answer=lambda: _leads(_STOP_WEEK + 1),
    praise=Text(
        en="Yes: in this model push nearly stops with the money, and content still brings some leads "
        "a year later. That is an assumption you set, a half-life of 13 weeks: who has measured "
        "theirs?",
        fr="Oui : dans ce modèle, le push s’arrête presque avec l’argent, et les contenus amènent "
        "encore quelques leads un an après. C’est une hypothèse que vous avez fixée, une demi-vie "
        "de 13 semaines : qui a mesuré la sienne ?",
    ),
    misconceptions=(
        Misconception(
            name="last_paid_week_counted",
            answer=lambda: _leads(_STOP_WEEK),
            hint=Text(
                en="Week 52 is still paid for. Which is the first week after the stop?",
                fr="La semaine 52 est encore payée. Quelle est la première semaine après l’arrêt ?",
            ),
        ),
        Misconception(
            name="before_for_after",
            answer=lambda: _leads(1, _STOP_WEEK),
            hint=Text(
                en="Those are the paid weeks. Which rows come after them?",
                fr="Ce sont les semaines payées. Quelles lignes viennent après ?",
            ),
        ),
        Misconception(
            name="both_years",
            answer=lambda: _leads(1),
            hint=Text(
                en="You added both years. Which rows come after the stop?",
                fr="Vous avez additionné les deux années. Quelles lignes viennent après l’arrêt ?",
            ),
        ),
        Misconception(
            name="first_week_only",
            answer=lambda: _leads(_STOP_WEEK + 1, _STOP_WEEK + 1),
            hint=Text(
                en="That is one week. What do all the weeks after the stop bring together?",
                fr="C’est une seule semaine. Qu’apportent ensemble toutes celles d’après l’arrêt ?",
            ),
        ),
        Misconception(
            name="nothing_left",
            answer=lambda: dict.fromkeys(_LEADS, 0.0),
            hint=Text(
                en="Look at row 53 of the plan. Do leads stop with the money?",
                fr="Regardez la ligne 53 du plan. Les leads s’arrêtent-ils avec l’argent ?",
            ),
        ),
        Misconception(
            name="rows_of_the_example",
            answer=lambda: _leads(40, 45),
            hint=Text(
                en="Those are the weeks of the example. Which weeks does the question name?",
                fr="Ce sont les semaines de l’exemple. Quelles semaines la question nomme-t-elle ?",
            ),
        ),
        Misconception(
            name="first_and_last_only",
            answer=lambda: {
                name: _plan()[name].loc[[_STOP_WEEK + 1, _plan().index[-1]]].sum()
                for name in _LEADS
            },
            hint=Text(
                en="Two weeks only: a list takes the rows it names. With a colon, as in 40:45, "
                "you take all those between.",
                fr="Deux semaines seulement : une liste prend les lignes qu’elle nomme. Avec "
                "deux points, comme 40:45, on prend toutes celles qui sont entre.",
            ),
        ),
        Misconception(
            name="mean_week",
            answer=lambda: {name: _plan()[name].loc[_STOP_WEEK + 1 :].mean() for name in _LEADS},
            hint=Text(
                en="That is a mean week after the stop. How many leads do these weeks make "
                "together?",
                fr="C’est une semaine moyenne après l’arrêt. Combien de leads ces semaines "
                "font-elles ensemble ?",
            ),
        ),
    ),
)

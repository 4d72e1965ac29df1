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
        "the first bad quarter never sees contents pay.",
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
                en="That is the week in which pull overtakes push. Has the money come back by then?",
                fr="C’est la semaine où le pull dépasse le push. L’argent est-il alors revenu ?",
            ),
        ),
    ),
)


def _leads(first: int, last: int | None = None) -> dict[str, float]:
    weeks = _plan().loc[first:last]
    return {name: float(weeks[f"{name}_leads"].sum()) for name in ("push", "pull")}


leads_after_the_stop = Exercise(
    name="leads_after_the_stop",
    question=Text(
        en="Week 52 is the last one with money. How many leads does each bring afterwards, from "
        "week 53 to week 104?",
        fr="La semaine 52 est la dernière payée. Combien de leads chacun amène-t-il ensuite, de la "
        "semaine 53 à la semaine 104 ?",
    ),
    kind=Numbers(keys=dict.fromkeys(("push", "pull"), Number())),
    answer=lambda: _leads(_STOP_WEEK + 1),
    praise=Text(
        en="Yes: in this model push stops with the money and contents outlive it by a year. "
        "That is an assumption you set, a half-life of 13 weeks: who has measured theirs?",
        fr="Oui : dans ce modèle, le push s’arrête avec l’argent et les contenus lui survivent un "
        "an. C’est une hypothèse que vous avez fixée, une demi-vie de 13 semaines : qui a mesuré "
        "la sienne ?",
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
    ),
)

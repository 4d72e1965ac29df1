"""Alarms and chance: which number asks for a change, and how often a limit rings for nothing."""

from __future__ import annotations

from functools import cache

from mktlib.core.exercise import Choices, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

COMPANY = "Demos"  # the market on which everybody answers
_YEARS = 40


@cache
def _months_that_ring() -> float:
    """Months a year in which the leads seen are over 20 % off their expectation."""
    market, plan = model.market_of(COMPANY), model.Plan()
    rings = 0
    for seed in range(_YEARS):
        year = model.simulate(plan, market, seed=seed)
        seen = year.dashboard.months["leads"] / year.kpis["leads"]
        rings += int(((seen - 1).abs() > 0.20).sum())
    return rings / _YEARS


false_alarm_guess = Prediction(
    name="false_alarm_guess",
    question=Text(
        en="Suppose that everything goes as expected, and that an alarm rings when a month's leads "
        "are more than 20% off their expectation. In how many of the twelve months does it ring, "
        "by chance alone, on average?",
        fr="Supposez que tout se passe comme prévu, et qu’une alerte se déclenche quand les leads d’un "
        "mois s’écartent de plus de 20 % de leur attente. Combien de mois sur douze se déclenche-t-elle, "
        "par le seul hasard, en moyenne ?",
    ),
    answer=_months_that_ring,
    low=0,
    high=12,
    step=0.1,
    unit=Text(en="months", fr="mois"),
    reveal=Text(
        en="{truth} out of twelve, in forty years of this market, with nothing wrong. An alarm "
        "that rings so often is soon switched off.",
        fr="{truth} sur douze, en quarante années de ce marché, alors que rien ne va mal. Une alerte "
        "qui se déclenche si souvent est vite débranchée.",
    ),
)

_KPIS, _RATE = 5, 0.05

false_alarms_of_a_year = Exercise(
    name="false_alarms_of_a_year",
    question=Text(
        en="You watch five KPIs for twelve months. Each limit is wide: by chance alone it rings in "
        "5% of months. How many false alarms do you expect in the year?",
        fr="Vous surveillez cinq KPI pendant douze mois. Chaque seuil est large : par le seul "
        "hasard, il se déclenche dans 5 % des mois. Combien de fausses alertes attendez-vous dans "
        "l’année ?",
    ),
    kind=Number(unit=Text(en="false alarms", fr="fausses alertes")),
    answer=lambda: _KPIS * model.MONTHS * _RATE,
    praise=Text(
        en="Yes. One alarm is a question, not an answer; two months running are something else.",
        fr="Oui. Une alerte est une question, pas une réponse ; deux mois de suite, c’est autre "
        "chose.",
    ),
    misconceptions=(
        Misconception(
            name="one_kpi",
            answer=lambda: model.MONTHS * _RATE,
            hint=Text(
                en="That is one KPI in a year. How many can ring?",
                fr="C’est un seul KPI en un an. Combien peuvent se déclencher ?",
            ),
        ),
        Misconception(
            name="one_month",
            answer=lambda: _KPIS * _RATE,
            hint=Text(
                en="That is one month. How often does each limit have a chance to ring?",
                fr="C’est un seul mois. Combien de fois chaque seuil a-t-il l’occasion de se déclencher ?",
            ),
        ),
        Misconception(
            name="chance_for_count",
            answer=lambda: 1 - (1 - _RATE) ** (_KPIS * model.MONTHS),
            hint=Text(
                en="That is the chance of at least one. The question is how many.",
                fr="C’est la chance d’en avoir au moins une. On demande combien.",
            ),
        ),
        Misconception(
            name="all_ring",
            answer=lambda: _KPIS * model.MONTHS,
            hint=Text(
                en="That is how many numbers you will look at. Which part of them rings?",
                fr="C’est le nombre de chiffres que vous regarderez. Quelle partie se déclenche ?",
            ),
        ),
        Misconception(
            name="silent_ones",
            answer=lambda: _KPIS * model.MONTHS * (1 - _RATE),
            hint=Text(
                en="Those are the numbers that stay silent. Which part of them rings?",
                fr="Ce sont les chiffres qui restent muets. Quelle part se déclenche ?",
            ),
        ),
        Misconception(
            name="percent_for_share",
            answer=lambda: _KPIS * model.MONTHS * 100 * _RATE,
            hint=Text(
                en="More alarms than numbers looked at. What is 5%, written as a share?",
                fr="Plus d’alertes que de chiffres regardés. Que vaut 5 %, écrit en part ?",
            ),
        ),
        Misconception(
            name="chance_in_one_year_of_one_kpi",
            answer=lambda: 1 - (1 - _RATE) ** model.MONTHS,
            hint=Text(
                en="That is the chance that one KPI rings at least once. How many alarms, over all KPIs?",
                fr="C’est la chance qu’un KPI se déclenche au moins une fois. Combien d’alertes, sur tous les KPI ?",
            ),
        ),
    ),
)

_PLANNED, _MOVES = 160.0, 0.17


def _limits(off: float) -> dict[str, float]:
    return {"low": _PLANNED - off, "high": _PLANNED + off}


limits_of_leads = Exercise(
    name="limits_of_leads",
    question=Text(
        en="You expect 160 leads a month, and ordinary months move by 17% of that (one standard "
        "deviation). Put the two limits two deviations away.",
        fr="Vous attendez 160 leads par mois, et les mois ordinaires bougent de 17 % de ce nombre "
        "(un écart-type). Placez les deux seuils à deux écarts-types.",
    ),
    kind=Numbers(keys={"low": Number(), "high": Number()}),
    answer=lambda: _limits(2 * _MOVES * _PLANNED),
    praise=Text(
        en="Yes: about one month in twenty will still leave this band by chance.",
        fr="Oui : environ un mois sur vingt sortira encore de cette bande par hasard.",
    ),
    misconceptions=(
        Misconception(
            name="one_deviation",
            answer=lambda: _limits(_MOVES * _PLANNED),
            hint=Text(
                en="That is one deviation: about one ordinary month in three lies outside.",
                fr="C’est un seul écart-type : environ un mois ordinaire sur trois en sort.",
            ),
        ),
        Misconception(
            name="percent_for_leads",
            answer=lambda: _limits(2 * 100 * _MOVES),
            hint=Text(
                en="You took percents for leads. The deviation is a percentage of what you expect.",
                fr="Vous avez pris des pour cent pour des leads. L’écart-type est un pourcentage de l’attente.",
            ),
        ),
        Misconception(
            name="half_on_each_side",
            answer=lambda: _limits(_MOVES * _PLANNED / 2),
            hint=Text(
                en="You halved the deviation. Two of them belong on each side.",
                fr="Vous avez coupé l’écart-type en deux. Il en faut deux de chaque côté.",
            ),
        ),
        Misconception(
            name="other_way_round",
            answer=lambda: dict(
                zip(("high", "low"), _limits(2 * _MOVES * _PLANNED).values(), strict=True)
            ),
            hint=Text(en="Low comes first, then high.", fr="Le bas d’abord, puis le haut."),
        ),
        Misconception(
            name="deviation_in_leads",
            answer=lambda: _limits(100 * _MOVES),
            hint=Text(
                en="You moved by 17 leads. Of what is the deviation 17%, and how many deviations are wanted?",
                fr="Vous avez bougé de 17 leads. De quoi l’écart-type est-il 17 %, et combien d’écarts-types faut-il ?",
            ),
        ),
        Misconception(
            name="shares_for_leads",
            answer=lambda: {"low": 1 - 2 * _MOVES, "high": 1 + 2 * _MOVES},
            hint=Text(
                en="Those are shares of what you expect. How many leads are they?",
                fr="Ce sont des parts de ce que vous attendez. Combien de leads cela fait-il ?",
            ),
        ),
        Misconception(
            name="distances_for_limits",
            answer=lambda: {"low": -2 * _MOVES * _PLANNED, "high": 2 * _MOVES * _PLANNED},
            hint=Text(
                en="That is how far the limits lie. From which number do they start?",
                fr="C’est la distance des seuils. De quel nombre partent-ils ?",
            ),
        ),
        Misconception(
            name="one_distance_twice",
            answer=lambda: dict.fromkeys(("low", "high"), 2 * _MOVES * _PLANNED),
            hint=Text(
                en="You gave the distance twice. Where does one get by going down by it, and up by it?",
                fr="Vous avez donné deux fois la distance. Où arrive-t-on en descendant d’autant, et en montant d’autant ?",
            ),
        ),
    ),
)

_READ = {
    "one_dip": "b",
    "a_slide": "a",
    "customers_lost": "b",
    "unsubscribes": "a",
    "followers": "c",
}

read_the_dashboard = Exercise(
    name="read_the_dashboard",
    question=Text(
        en="Chance alone moves a month's leads by some 15%. What do you do about each?",
        fr="Le hasard seul fait bouger les leads d’un mois d’environ 15 %. Que faites-vous de chacun ?",
    ),
    kind=Choices(
        items={
            "one_dip": Text(
                en="Leads: 150 as planned, then 128 this month.",
                fr="Leads : 150 comme prévu, puis 128 ce mois-ci.",
            ),
            "a_slide": Text(
                en="Leads: 150 planned each month; 118, 112 and 109 came.",
                fr="Leads : 150 prévus chaque mois ; il en vient 118, 112 et 109.",
            ),
            "customers_lost": Text(
                en="Customers lost: 4 last month, 6 this month.",
                fr="Clients perdus : 4 le mois dernier, 6 ce mois-ci.",
            ),
            "unsubscribes": Text(
                en="Unsubscribes: 5, then 21 and 24 since you send four messages a month.",
                fr="Désabonnements : 5, puis 21 et 24 depuis que vous envoyez quatre messages par mois.",
            ),
            "followers": Text(
                en="Followers: +1,000 a month, all since social adverts; the margin stays flat.",
                fr="Abonnés : +1 000 par mois, tous depuis les annonces sociales ; la marge stagne.",
            ),
        },
        options={
            "a": Text(en="Change the plan", fr="Changer le plan"),
            "b": Text(en="Wait for next month", fr="Attendre un mois"),
            "c": Text(en="Watch another KPI", fr="Suivre un autre KPI"),
        },
    ),
    answer=lambda: _READ,
    praise=Text(
        en="Yes: one month proves little, small counts prove less, three months one way prove much; "
        "and a number nobody earns from proves nothing, however large.",
        fr="Oui : un mois prouve peu, les petits nombres encore moins, trois mois dans le même sens "
        "beaucoup ; et un chiffre qui ne rapporte rien ne prouve rien, si grand soit-il.",
    ),
    misconceptions=(
        Misconception(
            name="every_dip_is_an_alarm",
            answer=lambda: {**_READ, "one_dip": "a"},
            hint=Text(
                en="How far is 128 from 150, in percent? Compare with what chance does.",
                fr="De combien de pour cent 128 s’écarte-t-il de 150 ? Comparez avec le hasard.",
            ),
        ),
        Misconception(
            name="percent_of_a_small_count",
            answer=lambda: {**_READ, "customers_lost": "a"},
            hint=Text(
                en="Half as many again, of four people: how many people is that?",
                fr="Moitié plus, sur quatre personnes : combien de personnes cela fait-il ?",
            ),
        ),
        Misconception(
            name="each_month_alone",
            answer=lambda: {**_READ, "a_slide": "b"},
            hint=Text(
                en="One such month may be chance. How likely are three in a row, all on one side?",
                fr="Un tel mois peut être le hasard. Trois de suite, tous du même côté ?",
            ),
        ),
        Misconception(
            name="cause_overlooked",
            answer=lambda: {**_READ, "unsubscribes": "b"},
            hint=Text(
                en="Four times as many, two months running. Look for what changed just before: is that chance?",
                fr="Quatre fois plus, deux mois de suite. Cherchez ce qui a changé juste avant : est-ce le hasard ?",
            ),
        ),
        Misconception(
            name="vanity_for_success",
            answer=lambda: {**_READ, "followers": "b"},
            hint=Text(
                en="If you wait, more will come. What would more of them change in the margin?",
                fr="Attendez, et il en viendra d’autres. Qu’est-ce que cela changera à la marge ?",
            ),
        ),
        Misconception(
            name="vanity_for_a_result",
            answer=lambda: {**_READ, "followers": "a"},
            hint=Text(
                en="Before you change the plan for it: what has this number to do with the margin?",
                fr="Avant de changer le plan pour lui : quel rapport entre ce chiffre et la marge ?",
            ),
        ),
        Misconception(
            name="dip_sends_elsewhere",
            answer=lambda: {**_READ, "one_dip": "c"},
            hint=Text(
                en="Leads may be the right KPI and still dip once. Is this dip larger than what chance does?",
                fr="Les leads peuvent être le bon KPI et baisser une fois. Cette baisse dépasse-t-elle celle du hasard ?",
            ),
        ),
        Misconception(
            name="loss_sends_elsewhere",
            answer=lambda: {**_READ, "customers_lost": "c"},
            hint=Text(
                en="A lost customer costs margin: the KPI is worth watching. Do two people more prove anything yet?",
                fr="Un client perdu coûte de la marge : ce KPI mérite d’être suivi. Deux personnes de plus prouvent-elles déjà quelque chose ?",
            ),
        ),
        Misconception(
            name="act_on_everything",
            answer=lambda: dict.fromkeys(_READ, "a"),
            hint=Text(
                en="You act on several. Which could chance alone have moved, and which brings no margin?",
                fr="Vous agissez sur plusieurs. Lesquels le hasard seul a-t-il pu bouger, et lequel n’apporte pas de marge ?",
            ),
        ),
        Misconception(
            name="never_act",
            answer=lambda: dict.fromkeys(_READ, "b"),
            hint=Text(
                en="You wait on several. Which have already gone one way for months, and which would tell you nothing later either?",
                fr="Vous attendez pour plusieurs. Lesquels vont déjà dans un sens depuis des mois, et lequel ne dira rien plus tard non plus ?",
            ),
        ),
    ),
)

"""The flow of people: where it settles, what a point is worth, where the next euro goes."""

from __future__ import annotations

from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

_CUSTOMERS = Text(en="customers", fr="clients")
_EUROS = Text(en="euros", fr="euros")
_LEVERS = {
    "acquisition_rate": "a",
    "activation_rate": "b",
    "retention_rate": "c",
    "referral_per_advocate": "d",
}


_COMPANY = model.Lifecycle()
_VISITS, _FIRST, _STAY, _SENT = (round(100 * getattr(_COMPANY, lever)) for lever in _LEVERS)


def _most_valuable_point() -> str:
    return str(model.value_of_a_point(_COMPANY)[list(_LEVERS)].idxmax())


point_guess = Prediction(
    name="point_guess",
    question=Text(
        en=f"An assumed company: {_VISITS} visits for 100 prospects, {_FIRST} first purchases for 100 "
        f"visits, {_STAY} customers of 100 still there a month later, {_SENT} visitors a month sent "
        "by 100 advocates. Which of the four, raised by one, adds most margin a month in the end?",
        fr=f"Une entreprise supposée : {_VISITS} visites pour 100 prospects, {_FIRST} premiers achats "
        f"pour 100 visites, {_STAY} clients sur 100 encore là un mois plus tard, {_SENT} visiteurs par "
        "mois envoyés par 100 ambassadeurs. Lequel des quatre, augmenté d’un, ajoute à la fin le plus "
        "de marge par mois ?",
    ),
    options={
        "a": Text(
            en=f"{_VISITS + 1} visits for {_VISITS}",
            fr=f"{_VISITS + 1} visites au lieu de {_VISITS}",
        ),
        "b": Text(
            en=f"{_FIRST + 1} first purchases for {_FIRST}",
            fr=f"{_FIRST + 1} premiers achats au lieu de {_FIRST}",
        ),
        "c": Text(
            en=f"{_STAY + 1} customers kept for {_STAY}",
            fr=f"{_STAY + 1} clients gardés au lieu de {_STAY}",
        ),
        "d": Text(
            en=f"{_SENT + 1} visitors sent for {_SENT}",
            fr=f"{_SENT + 1} visiteurs envoyés au lieu de {_SENT}",
        ),
    },
    answer=lambda: _LEVERS[_most_valuable_point()],
    reveal=Text(
        en="The true answer: {truth}. From 5 to 6 is a fifth more of everything that follows; from "
        "90 to 91, a tenth fewer who leave. What each of these units costs is another question.",
        fr="La vraie réponse : {truth}. De 5 à 6, c’est un cinquième de plus de tout ce qui suit ; "
        "de 90 à 91, un dixième de départs en moins. Ce que coûte chaque unité est une autre "
        "question.",
    ),
)

_NEW, _KEPT = 200, 0.90


def _settled(new: float = _NEW, kept: float = _KEPT) -> float:
    """As many leave in a month as come in; counted just after the newcomers came."""
    return new / (1 - kept)


where_it_settles = Exercise(
    name="where_it_settles",
    question=Text(
        en="Each month 200 new customers come in, and of all who are there, 90 of 100 are still "
        "there a month later. How many customers are there, just after newcomers came in, once the "
        "number no longer changes?",
        fr="Chaque mois, 200 nouveaux clients arrivent, et de tous ceux qui sont là, 90 sur 100 le "
        "sont encore un mois plus tard. Combien y a-t-il de clients, juste après une arrivée, quand "
        "leur nombre ne change plus ?",
    ),
    kind=Number(unit=_CUSTOMERS),
    answer=_settled,
    praise=Text(
        en="Yes: 200 leave and 200 come. Like a bath with an open plug, the level stops rising when "
        "the tap and the drain are equal. Acquiring alone does not make a company grow for ever.",
        fr="Oui : 200 partent, 200 arrivent. Comme dans une baignoire ouverte, le niveau cesse de "
        "monter quand le robinet et la bonde se valent. Acquérir seulement ne fait pas grandir une "
        "entreprise sans fin.",
    ),
    misconceptions=(
        Misconception(
            name="a_year_of_newcomers",
            answer=lambda: 12 * _NEW,
            hint=Text(
                en="That is a year of newcomers. Has none of them left?",
                fr="C’est un an de nouveaux venus. Aucun n’est-il parti ?",
            ),
        ),
        Misconception(
            name="divided_by_those_kept",
            answer=lambda: _NEW / _KEPT,
            hint=Text(
                en="With so few customers, how many would leave in a month? Fewer than come in: the "
                "number still rises.",
                fr="Avec si peu de clients, combien partiraient en un mois ? Moins qu’il n’en "
                "arrive : le nombre monte encore.",
            ),
        ),
        Misconception(
            name="before_they_came",
            answer=lambda: _settled() - _NEW,
            hint=Text(
                en="That is the level just before newcomers come in. And just after?",
                fr="C’est le niveau juste avant l’arrivée des nouveaux. Et juste après ?",
            ),
        ),
        Misconception(
            name="two_months",
            answer=lambda: _NEW + _NEW * _KEPT,
            hint=Text(
                en="That is the second month. Does the number stop there? When do as many leave as "
                "come in?",
                fr="C’est le deuxième mois. Le nombre s’arrête-t-il là ? Quand part-il autant de "
                "clients qu’il en arrive ?",
            ),
        ),
    ),
)

one_more_kept = Exercise(
    name="one_more_kept",
    question=Text(
        en="Same company. It now keeps 91 of 100 instead of 90. In the end, how many customers "
        "more does it have?",
        fr="Même entreprise. Elle garde maintenant 91 clients sur 100 au lieu de 90. À la fin, "
        "combien a-t-elle de clients de plus ?",
    ),
    kind=Number(unit=_CUSTOMERS),
    answer=lambda: _settled(kept=0.91) - _settled(),
    praise=Text(
        en="Yes, a ninth more, and for good: what counts is that departures fell from 10 to 9 of "
        "100. Near 100, one point more is worth far more still.",
        fr="Oui, un neuvième de plus, durablement : ce qui compte est que les départs sont passés de "
        "10 à 9 sur 100. Près de 100, un point de plus vaut bien davantage encore.",
    ),
    misconceptions=(
        Misconception(
            name="one_percent_of_the_base",
            answer=lambda: 0.01 * _settled(),
            hint=Text(
                en="That is what is gained in the first month. More is gained later, and some of it "
                "leaves again: at which number does this company settle?",
                fr="C’est ce que l’on gagne le premier mois. On gagne encore ensuite, et une partie "
                "repart : à quel nombre cette entreprise se stabilise-t-elle ?",
            ),
        ),
        Misconception(
            name="new_level_for_gain",
            answer=lambda: _settled(kept=0.91),
            hint=Text(
                en="That is the new level. How many more than before?",
                fr="C’est le nouveau niveau. Combien de plus qu’avant ?",
            ),
        ),
        Misconception(
            name="rates_in_proportion",
            answer=lambda: _settled() * (0.91 / 0.90 - 1),
            hint=Text(
                en="You raised the base as the rate of those kept rose. What happened to those who "
                "leave: 10 of 100, then?",
                fr="Vous avez augmenté la clientèle comme le taux de ceux qui restent. Et ceux qui "
                "partent : 10 sur 100, puis ?",
            ),
        ),
        Misconception(
            name="point_of_newcomers",
            answer=lambda: 0.01 * _NEW,
            hint=Text(
                en="You kept one more of 100 newcomers only. Who else is kept?",
                fr="Vous ne gardez un client de plus que sur 100 nouveaux. Qui d’autre reste ?",
            ),
        ),
        Misconception(
            name="a_year_of_first_months",
            answer=lambda: 12 * 0.01 * _settled(),
            hint=Text(
                en="You added twelve first months. Why twelve, and do all of those stay? Find the "
                "number of customers at which this company settles.",
                fr="Vous avez additionné douze premiers mois. Pourquoi douze, et tous restent-ils "
                "? Cherchez à quel nombre de clients cette entreprise se stabilise.",
            ),
        ),
        Misconception(
            name="as_many_leave_as_before",
            answer=lambda: 0.01 * _settled() / (1 - _KEPT),
            hint=Text(
                en="You let those who were gained leave as before, 10 of 100 a month. Has that "
                "not changed too?",
                fr="Vous laissez partir ceux que l’on a gagnés comme avant, 10 sur 100 par mois. "
                "Cela n’a-t-il pas changé aussi ?",
            ),
        ),
    ),
)

_PAID, _BROUGHT = 60, 0.25

paid_for_one = Exercise(
    name="paid_for_one",
    question=Text(
        en="Adverts cost €60 per customer that they bring. Each customer, however they came, brings "
        "on average 0.25 other by recommendation, at no cost. All counted, what does one customer "
        "cost?",
        fr="La publicité coûte 60 € par client qu’elle amène. Chaque client, d’où qu’il vienne, en "
        "amène en moyenne 0,25 autre par recommandation, sans frais. Tout compté, combien coûte un "
        "client ?",
    ),
    kind=Number(unit=_EUROS),
    answer=lambda: _PAID * (1 - _BROUGHT),
    praise=Text(
        en="Yes: 100 paid customers become 133, for those who were brought bring others too. The "
        "price of the advert alone was too dear by a third.",
        fr="Oui : 100 clients payés en font 133, car ceux que l’on amène en amènent aussi. Le prix "
        "de la seule publicité était surestimé d’un tiers.",
    ),
    misconceptions=(
        Misconception(
            name="first_generation_only",
            answer=lambda: _PAID / (1 + _BROUGHT),
            hint=Text(
                en="You stopped at those brought by paid customers; these bring others, who bring "
                "others. Start from the end: of 100 customers in all, how many were brought?",
                fr="Vous vous arrêtez à ceux qu’amènent les clients payés ; ceux-là en amènent "
                "d’autres, qui en amènent encore. Partez de la fin : sur 100 clients en tout, "
                "combien ont été amenés ?",
            ),
        ),
        Misconception(
            name="advert_only",
            answer=lambda: _PAID,
            hint=Text(
                en="That is the price of a customer of the adverts. How many customers are there in "
                "the end for 100 paid ones?",
                fr="C’est le prix d’un client de la publicité. Pour 100 clients payés, combien y en "
                "a-t-il à la fin ?",
            ),
        ),
        Misconception(
            name="dearer_for_cheaper",
            answer=lambda: _PAID / (1 - _BROUGHT),
            hint=Text(
                en="Dearer than by adverts alone? Recommendation is free here.",
                fr="Plus cher qu’avec la seule publicité ? La recommandation est gratuite ici.",
            ),
        ),
        Misconception(
            name="brought_for_all",
            answer=lambda: _PAID * _BROUGHT,
            hint=Text(
                en="You have kept the part of those recommended. Which part was paid?",
                fr="Vous avez gardé la part des clients recommandés. Quelle part a été payée ?",
            ),
        ),
        Misconception(
            name="two_generations",
            answer=lambda: _PAID / (1 + _BROUGHT + _BROUGHT**2),
            hint=Text(
                en="Two generations; a third one follows. Start from the end: of 100 customers in "
                "all, how many were brought?",
                fr="Deux générations ; une troisième suit. Partez de la fin : sur 100 clients en "
                "tout, combien ont été amenés ?",
            ),
        ),
        Misconception(
            name="brought_at_a_cost",
            answer=lambda: _PAID * (1 + _BROUGHT),
            hint=Text(
                en="You paid for those who were brought. They come at no cost: is a customer then "
                "dearer or cheaper than by adverts alone?",
                fr="Vous avez payé ceux que l’on amène. Ils viennent sans frais : un client "
                "est-il alors plus cher, ou moins cher, que par la seule publicité ?",
            ),
        ),
    ),
)

_COSTS = {
    "referral_per_advocate": 30,
    "activation_rate": 1200,
    "acquisition_rate": 200,
    "retention_rate": 400,
}
_LETTERS = dict(zip(_COSTS, "abcd", strict=True))


def _next_euro() -> dict[str, str]:
    """The lever that is best in each way of looking at the table."""
    table = model.next_euro(_COMPANY, _COSTS)
    return {
        "return": _LETTERS[str(table["margin_of_next_euro_eur"].idxmax())],
        "gain": _LETTERS[str(table["gain_eur"].idxmax())],
        "cost": _LETTERS[str(table["cost_eur"].idxmin())],
    }


next_euro_to = Exercise(
    name="next_euro_to",
    question=Text(
        en="With the costs of the table, where does the next euro bring most margin?",
        fr="Avec les coûts du tableau, où l’euro suivant rapporte-t-il le plus de marge ?",
    ),
    kind=Choice(
        options={
            "a": Text(en="recommendation", fr="la recommandation"),
            "b": Text(en="activation: first purchases", fr="l’activation : les premiers achats"),
            "c": Text(en="acquisition: visits", fr="l’acquisition : les visites"),
            "d": Text(en="retention: customers kept", fr="la fidélisation : les clients gardés"),
        }
    ),
    answer=lambda: _next_euro()["return"],
    praise=Text(
        en="Yes: neither the most valuable point nor the cheapest one, but most value for its cost. "
        "The costs are assumed: in a company, finding them out is the work.",
        fr="Oui : ni le point qui vaut le plus, ni le moins cher, mais celui qui vaut le plus pour "
        "son coût. Ces coûts sont supposés : en entreprise, les trouver est le vrai travail.",
    ),
    misconceptions=(
        Misconception(
            name="gain_without_cost",
            answer=lambda: _next_euro()["gain"],
            hint=Text(
                en="Its point is worth the most. How many euros does that point cost?",
                fr="C’est le point qui vaut le plus. Combien d’euros ce point coûte-t-il ?",
            ),
        ),
        Misconception(
            name="cheapest_point",
            answer=lambda: _next_euro()["cost"],
            hint=Text(
                en="Its point is the cheapest. What does it bring for that price?",
                fr="C’est le point le moins cher. Que rapporte-t-il pour ce prix ?",
            ),
        ),
        Misconception(
            name="top_of_the_funnel",
            answer=lambda: "c",
            hint=Text(
                en="Fill the top first? Compare the last column: what does a euro bring there, and "
                "elsewhere?",
                fr="Remplir le haut d’abord ? Comparez la dernière colonne : que rapporte un euro "
                "là, et ailleurs ?",
            ),
        ),
    ),
)

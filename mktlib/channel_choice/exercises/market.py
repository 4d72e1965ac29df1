"""Money: what channels weigh, how fast they grow, and a year that changed afterwards."""

from __future__ import annotations

import pandas as pd

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

_MILLIONS = Text(en="million euros", fr="millions d’euros")


def _printed(column: str, year: int, medium: str, measure: str, since: int = 0) -> float:
    table = load("ad_market_france")
    chosen = table[(table["year"] == year) & (table["medium"] == medium)]
    chosen = chosen[chosen["measure"] == measure]
    if since:
        chosen = chosen[chosen["compared_with_year"] == since]
    return float(chosen[column].iloc[0])


def _level(year: int, medium: str = "all media") -> float:
    return _printed("amount_eur_millions", year, medium, "level")


def _growth(year: int, since: int, medium: str = "all media") -> float:
    return _printed("relative_change", year, medium, "growth", since)


television_share = Prediction(
    name="television_share",
    question=Text(
        en="France, 2019: out of all the advertising revenue of the media, internet included, what "
        "share went to television?",
        fr="France, 2019 : de toutes les recettes publicitaires des médias, internet compris, "
        "quelle part est allée à la télévision ?",
    ),
    share=True,
    answer=lambda: _printed("market_share", 2019, "television", "market_share"),
    reveal=Text(
        en="{truth}, beside 39% for internet: television is still more than a fifth. One year "
        "tells no trend.",
        fr="{truth}, à côté de 39 % pour internet : la télévision pèse encore plus d’un "
        "cinquième. Une seule année ne dit pas de tendance.",
    ),
)

_PAIR = ("social", "search")


def _gained(medium: str) -> float:
    level = _level(2019, medium)
    return level - level / (1 + _growth(2019, 2018, medium))


def _euros(of: object = _gained) -> dict[str, float]:
    assert callable(of)
    return {medium: of(medium) for medium in _PAIR}


new_euros = Exercise(
    name="new_euros",
    question=Text(
        en="First half of 2019: social took 659 million euros, 20.3% more than a year before; "
        "search 1,190 million, 10.4% more. How many million did each gain?",
        fr="Premier semestre 2019 : le social a pris 659 millions d’euros, 20,3 % de plus qu’un an "
        "avant ; le search 1 190 millions, 10,4 % de plus. Combien de millions chacun a-t-il gagné ?",
    ),
    kind=Numbers(keys=dict.fromkeys(_PAIR, Number(unit=_MILLIONS, tolerance=0.005))),
    answer=_euros,
    praise=Text(
        en="Yes: half the growth rate, and as much new money. A rate says who is young; euros say "
        "where the market went.",
        fr="Oui : un taux deux fois plus faible, et autant d’argent frais. Un taux dit qui est "
        "jeune ; les euros disent où va le marché.",
    ),
    misconceptions=(
        Misconception(
            name="growth_of_the_new_level",
            answer=lambda: _euros(lambda m: _level(2019, m) * _growth(2019, 2018, m)),
            hint=Text(
                en="You applied the growth to the level of 2019. Growth starts from what was "
                "before.",
                fr="Vous appliquez la croissance au niveau de 2019. Elle part du niveau d’avant.",
            ),
        ),
        Misconception(
            name="level_before_for_gain",
            answer=lambda: _euros(lambda m: _level(2019, m) / (1 + _growth(2019, 2018, m))),
            hint=Text(
                en="That is what it took the year before. How far is it from there to 2019?",
                fr="C’est ce qu’il prenait l’année d’avant. Combien de là à 2019 ?",
            ),
        ),
        Misconception(
            name="divided_by_the_rate",
            answer=lambda: _euros(lambda m: _level(2019, m) / _growth(2019, 2018, m)),
            hint=Text(
                en="A gain larger than the market? The level of 2019 is the old one times 1 + "
                "growth.",
                fr="Un gain plus grand que le marché ? "
                "Le niveau de 2019 est l’ancien multiplié par 1 + croissance.",
            ),
        ),
    ),
)

implied_2019 = Exercise(
    name="implied_2019",
    question=Text(
        en="2022: 16,736 million euros, “10.3% above 2019”. What was 2019 then, in millions?",
        fr="2022 : 16 736 millions d’euros, « 10,3 % au-dessus de 2019 ». Combien valait donc 2019, "
        "en millions ?",
    ),
    kind=Number(unit=_MILLIONS, tolerance=0.002),
    answer=lambda: _level(2022) / (1 + _growth(2022, 2019)),
    praise=Text(
        en="Yes, and yet 2019 was printed as 15,062. The report of 2023 (17,317, 14.1% above 2019) "
        "gives the same as yours to within five million: not a slip, then, but another 2019.",
        fr="Oui, et pourtant 2019 avait été imprimé 15 062. Le rapport de 2023 (17 317, 14,1 % "
        "au-dessus de 2019) donne la même chose à cinq millions près : ce n’est donc pas une "
        "coquille, mais un autre 2019.",
    ),
    misconceptions=(
        Misconception(
            name="growth_taken_off",
            answer=lambda: _level(2022) * (1 - _growth(2022, 2019)),
            hint=Text(
                en="You took 10.3% off 2022. It was 10.3% of 2019 that was added.",
                fr="Vous ôtez 10,3 % de 2022. Ce sont 10,3 % de 2019 que l’on avait ajoutés.",
            ),
        ),
        Misconception(
            name="printed_for_implied",
            answer=lambda: _level(2019),
            hint=Text(
                en="That is 2019 as it was printed in its day. What does the report of 2022 imply?",
                fr="C’est 2019 tel qu’imprimé à l’époque. Qu’implique le rapport de 2022 ?",
            ),
        ),
        Misconception(
            name="year_before",
            answer=lambda: _level(2022) / (1 + _growth(2022, 2021)),
            hint=Text(
                en="You used the growth since 2021. Which one is compared with 2019?",
                fr="Vous avez pris la croissance depuis 2021. Laquelle se compare à 2019 ?",
            ),
        ),
        Misconception(
            name="growth_added",
            answer=lambda: _level(2022) * (1 + _growth(2022, 2019)),
            hint=Text(
                en="2022 is above 2019. Should 2019 come out larger?",
                fr="2022 est au-dessus de 2019. 2019 doit-il sortir plus grand ?",
            ),
        ),
        Misconception(
            name="another_report",
            answer=lambda: _level(2022) / (1 + _growth(2023, 2019)),
            hint=Text(
                en="You mixed two reports: that growth is the one of 2023. Which growth goes "
                "with 16,736?",
                fr="Vous mêlez deux rapports : cette croissance est celle de 2023. Laquelle va "
                "avec 16 736 ?",
            ),
        ),
    ),
)

why_another_2019 = Exercise(
    name="why_another_2019",
    question=Text(
        en="Two reports imply nearly the same 2019, about a hundred million above the printed one. "
        "What is the most likely reason?",
        fr="Deux rapports supposent presque le même total pour 2019, environ cent millions de "
        "plus que le chiffre publié. Quelle est la raison la plus vraisemblable ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Rounding: 10.3% may be anything from 10.25% to 10.35%.",
                fr="L’arrondi : 10,3 % peut valoir de 10,25 % à 10,35 %.",
            ),
            "b": Text(
                en="Inflation: they speak in the euros of 2022.",
                fr="L’inflation : ils parlent en euros de 2022.",
            ),
            "c": Text(en="Somebody flattered the growth.", fr="Quelqu’un a embelli la croissance."),
            "d": Text(
                en="2019 was counted again, with more in it.",
                fr="2019 a été recompté, avec davantage dedans.",
            ),
        }
    ),
    answer=lambda: "d",
    praise=Text(
        en="Yes, the likeliest: a series that gets a new perimeter gets a new past. Never divide a "
        "level from one report by a level from another: 16,736 / 15,062 would be +11.1%.",
        fr="Oui, c’est le plus vraisemblable : une série dont le périmètre change reçoit un nouveau "
        "passé. Ne divisez jamais un niveau d’un rapport par celui d’un autre : 16 736 / 15 062 "
        "ferait +11,1 %.",
    ),
    misconceptions=(
        Misconception(
            name="rounding_for_everything",
            answer=lambda: "a",
            hint=Text(
                en="Divide 16,736 by both ends of that interval. How wide a gap does it open?",
                fr="Divisez 16 736 par les deux bouts de l’intervalle. Quel écart cela "
                "ouvre-t-il ?",
            ),
        ),
        Misconception(
            name="inflation_for_everything",
            answer=lambda: "b",
            hint=Text(
                en="Prices rose by far more than that in those years. Would the gap be under 1%?",
                fr="Les prix ont bien plus monté ces années-là. L’écart serait-il inférieur à "
                "1 % ?",
            ),
        ),
        Misconception(
            name="bad_faith_first",
            answer=lambda: "c",
            hint=Text(
                en="A larger 2019 makes the growth smaller. Whom would that flatter?",
                fr="Un 2019 plus grand rend la croissance plus petite. Qui cela flatterait-il ?",
            ),
        ),
    ),
)


def _world(medium: str) -> pd.DataFrame:
    table = load("ad_spend_world").query("region == 'world' and year == 2019")
    return table[table["medium"] == medium]


def _spend(medium: str) -> float:
    return float(_world(medium)["spend_usd_billions"].iloc[0])


_PARTS = ("television", "newspapers", "magazines", "internet")

parts_of_560 = Exercise(
    name="parts_of_560",
    question=Text(
        en="World, 2019, in billions of dollars: television 176, newspapers 43, magazines 24, "
        "internet 332.4. These four parts together are how many times the 560?",
        fr="Monde, 2019, en milliards de dollars : télévision 176, journaux 43, magazines 24, "
        "internet 332,4. Ces quatre parts font ensemble combien de fois les 560 ?",
    ),
    kind=Number(tolerance=0.005),
    answer=lambda: sum(map(_spend, _PARTS)) / _spend("all media"),
    praise=Text(
        en="Yes: four parts exceed the whole, without radio, outdoor and cinema. The 560 was a "
        "forecast (“expected to surpass”), the parts were estimated later, by more than one "
        "house.",
        fr="Oui : quatre parts dépassent le tout, sans radio, affichage ni cinéma. Les 560 "
        "étaient une prévision (« expected to surpass »), les parts ont été estimées plus "
        "tard, par plusieurs maisons.",
    ),
    misconceptions=(
        Misconception(
            name="television_and_internet",
            answer=lambda: (_spend("television") + _spend("internet")) / _spend("all media"),
            hint=Text(
                en="Two parts are missing. Which media are printed on paper?",
                fr="Il manque deux parts. Quels médias sont imprimés sur papier ?",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _spend("all media") / sum(map(_spend, _PARTS)),
            hint=Text(
                en="You divided the whole by the parts. What is the question's unit?",
                fr="Vous avez divisé le tout par les parts. En quoi se compte la réponse ?",
            ),
        ),
        Misconception(
            name="difference_for_times",
            answer=lambda: sum(map(_spend, _PARTS)) - _spend("all media"),
            hint=Text(
                en="That is a difference in billions. How many times was asked.",
                fr="C’est une différence en milliards. On demandait combien de fois.",
            ),
        ),
        Misconception(
            name="sum_for_times",
            answer=lambda: sum(map(_spend, _PARTS)),
            hint=Text(
                en="That is the sum, in billions. How many times does it hold the 560?",
                fr="C’est la somme, en milliards. Combien de fois contient-elle les 560 ?",
            ),
        ),
        Misconception(
            name="excess_for_times",
            answer=lambda: sum(map(_spend, _PARTS)) / _spend("all media") - 1,
            hint=Text(
                en="That is by how much they go beyond the whole. If they were equal to it, how "
                "many times would it be?",
                fr="C’est de combien elles dépassent le tout. Si elles lui étaient égales, "
                "combien de fois cela ferait-il ?",
            ),
        ),
    ),
)

"""Voice: the share of what is said, the share of what is won, and what lies between."""

from __future__ import annotations

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

vote_guess = Prediction(
    name="vote_guess",
    question=Text(
        en="173 elections to the US House, 1988, two candidates each. One of them pays 90% of all "
        "that is spent, which stands here for the share of voice. What share of the votes does "
        "such a candidate get, on average?",
        fr="173 élections à la Chambre des représentants américaine, 1988, deux candidats "
        "chacune. L’un paie 90 % de tout ce qui est dépensé, ce qui tient lieu ici de part de "
        "voix. Quelle part des voix recueille-t-il en moyenne ?",
    ),
    share=True,
    answer=lambda: model.spend_and_vote(load("vote_share")).expected_vote_share(0.9),
    reveal=Text(
        en="{truth}: nine tenths of the spending, about two thirds of the votes. The line starts "
        "at 27% for who spends nothing and ends at 73% for who spends it all.",
        fr="{truth} : neuf dixièmes de la dépense, environ deux tiers des votes. La droite part "
        "de 27 % pour qui ne dépense rien et finit à 73 % pour qui dépense tout.",
    ),
)


def _rule(which: str) -> float:
    rules = load("regularities").set_index("regularity")["value"]
    return float(rules[f"excess_share_of_voice_{which}"])


_VOICE, _MARKET = 0.25, 0.15


def _gain(which: str = "business") -> float:
    excess = model.excess_share_of_voice(_VOICE, _MARKET)
    return float(model.expected_share_change(excess, _rule(which)))


expected_gain = Exercise(
    name="expected_gain",
    question=Text(
        en="A brand that sells to firms has 15% of its market and pays 25% of the advertising in "
        "it. The table gives points gained in a year for ten points of excess. By the rule "
        "for brands sold to businesses, how many points of market share go with this excess?",
        fr="Une marque qui vend aux entreprises a 15 % de son marché et paie 25 % de la publicité "
        "qui s’y fait. Le tableau donne les points gagnés en un an pour dix points "
        "d’excès. Selon la règle des marques vendues aux entreprises, à combien de points de "
        "part de marché correspond cet écart ?",
    ),
    kind=Number(unit=Text(en="points", fr="points")),
    answer=_gain,
    praise=Text(
        en="Yes: ten points of excess voice, less than one of market. And the rule is read in blogs, "
        "of brands that entered for prizes: a hope, not a tariff.",
        fr="Oui : dix points de voix en trop, moins d’un point de marché. Et la règle se lit dans "
        "des blogs, sur des marques candidates à des prix : un espoir, pas un tarif.",
    ),
    misconceptions=(
        Misconception(
            name="voice_for_market",
            answer=lambda: float(model.excess_share_of_voice(_VOICE, _MARKET)),
            hint=Text(
                en="That is the excess of voice itself. How much market goes with ten points of "
                "it?",
                fr="C’est l’excès de voix lui-même. Combien de marché va avec dix points ?",
            ),
        ),
        Misconception(
            name="rule_of_other_brands",
            answer=lambda: _gain("consumer"),
            hint=Text(
                en="That is the rule for brands sold to consumers, another row. To whom does this "
                "one sell?",
                fr="C’est la règle des marques vendues aux consommateurs, une autre ligne. À qui "
                "vend celle-ci ?",
            ),
        ),
        Misconception(
            name="voice_without_market",
            answer=lambda: float(model.expected_share_change(100 * _VOICE, _rule("business"))),
            hint=Text(
                en="You counted all of its voice. How much of it exceeds its market?",
                fr="Vous avez compté toute sa voix. Qu’est-ce qui dépasse son marché ?",
            ),
        ),
        Misconception(
            name="rule_per_point",
            answer=lambda: 10 * _gain(),
            hint=Text(
                en="You took the rule for one point of excess. For how many points is it given?",
                fr="Vous prenez la règle pour un point d’excès. Pour combien est-elle donnée ?",
            ),
        ),
        Misconception(
            name="rule_of_all_brands",
            answer=lambda: _gain("all"),
            hint=Text(
                en="That is the row of all brands. To whom does this one sell?",
                fr="C’est la ligne de toutes les marques. À qui vend celle-ci ?",
            ),
        ),
        Misconception(
            name="excess_as_a_share",
            answer=lambda: _gain() / 10,
            hint=Text(
                en="Ten times less than the rule gives for ten points. How many points is the "
                "excess here?",
                fr="Dix fois moins que la règle pour dix points. Combien de points fait l’excès "
                "ici ?",
            ),
        ),
    ),
)

spend_is_no_lever = Exercise(
    name="spend_is_no_lever",
    question=Text(
        en="On the line, ten points more of the spend go with 4.6 points more of the votes. Your "
        "candidate asks what ten more points will bring.",
        fr="Sur la droite, dix points de dépense en plus vont avec 4,6 points de voix en plus. Votre "
        "candidate demande ce que dix points de plus lui apporteront.",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="4.6 points: 173 races, and the line explains 86% of the differences.",
                fr="4,6 points : 173 scrutins, et la droite explique 86 % des différences.",
            ),
            "b": Text(
                en="Nothing: correlation never says anything.",
                fr="Rien : une corrélation ne dit jamais rien.",
            ),
            "c": Text(
                en="Unknown from this: donors may also give to those who were going to win.",
                fr="On n’en sait rien ici : on donne peut-être aussi à ceux qui allaient gagner.",
            ),
            "d": Text(
                en="More than 4.6: she is behind, so each dollar counts double.",
                fr="Plus de 4,6 : elle est en retard, chaque dollar compte donc double.",
            ),
        }
    ),
    answer=lambda: "c",
    praise=Text(
        en="Yes. Firms may do the same: advertise what already sells. To know what a euro brings, "
        "the surest way is to spend it where chance decided.",
        fr="Oui. Les entreprises font peut-être de même : annoncer ce qui se vend déjà. Pour "
        "savoir ce qu’apporte un euro, le plus sûr est de le dépenser là où le sort l’a "
        "décidé.",
    ),
    misconceptions=(
        Misconception(
            name="association_for_effect",
            answer=lambda: "a",
            hint=Text(
                en="A close fit describes who spends and wins. Who decides how much is given?",
                fr="Un bon ajustement décrit qui dépense et gagne. Qui décide combien on donne ?",
            ),
        ),
        Misconception(
            name="association_for_nothing",
            answer=lambda: "b",
            hint=Text(
                en="It says what to expect of a race that you know nothing else of. "
                "What does it not say?",
                fr="Elle dit à quoi s’attendre d’un scrutin dont on ne sait rien d’autre. "
                "Que ne dit-elle pas ?",
            ),
        ),
        Misconception(
            name="hope_for_effect",
            answer=lambda: "d",
            hint=Text(
                en="Perhaps. Which row of the table shows it?",
                fr="Peut-être. Quelle ligne du tableau le montre ?",
            ),
        ),
    ),
)

"""The donors of a radio station: once a year, one gives or one does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model

if TYPE_CHECKING:
    from ..model import BgBb

_SEEN, _AHEAD = 6, 5
_DONATIONS = Text(en="donations", fr="dons")


def _fit() -> BgBb:
    table = load("radio_donations")
    return model.fit_bg_bb(
        table["repeat_donations"],
        table["periods_to_last_donation"],
        table["periods"],
        donors=table["donors"],
    )


def _expected(gave: int, last: int) -> float:
    return float(_fit().expected_donations(_AHEAD, gave, last, _SEEN))


donations_to_come = Exercise(
    name="donations_to_come",
    question=Text(
        en="A donor gave in each of the six years. How many gifts does the model expect of this "
        "donor in the next five?",
        fr="Une donatrice a donné chacune des six années. Combien de dons le modèle attend-il d’elle "
        "dans les cinq suivantes ?",
    ),
    kind=Number(unit=_DONATIONS),
    answer=lambda: _expected(_SEEN, _SEEN),
    praise=Text(
        en="Yes, fewer than five: she may stop, and six out of six was partly luck. Best donors "
        "almost always look worse the year after; that alone is no failure of the letter.",
        fr="Oui, moins de cinq : elle peut s’arrêter, et six sur six était en partie de la chance. Les "
        "meilleurs donateurs déçoivent presque toujours l’année suivante ; cela seul n’accuse pas la "
        "lettre.",
    ),
    misconceptions=(
        Misconception(
            name="past_for_future",
            answer=lambda: _AHEAD,
            hint=Text(
                en="So she would never miss a year, nor ever leave. Did all who had given five times "
                "give a sixth time?",
                fr="Elle ne manquerait donc aucune année, ni ne partirait jamais. Tous ceux qui "
                "avaient donné cinq fois ont-ils donné une sixième ?",
            ),
        ),
        Misconception(
            name="five_of_six",
            answer=lambda: _expected(_SEEN - 1, _SEEN),
            hint=Text(
                en="That is for somebody who missed one year. She missed none.",
                fr="C’est pour quelqu’un qui a manqué une année. Elle n’en a manqué aucune.",
            ),
        ),
        Misconception(
            name="alive_for_giving",
            answer=lambda: _AHEAD * float(_fit().alive_share(_SEEN, _SEEN, _SEEN)),
            hint=Text(
                en="You took the chance that she is a donor still, for every year. Does a donor give "
                "every year, and stay one for five more?",
                fr="Vous prenez, pour chaque année, la chance qu’elle soit encore donatrice. Donne-t-on "
                "tous les ans, et le reste-t-on cinq ans de plus ?",
            ),
        ),
        Misconception(
            name="one_year_for_five",
            answer=lambda: float(_fit().expected_donations(1, _SEEN, _SEEN, _SEEN)),
            hint=Text(
                en="That is the next year alone. How many years are asked for?",
                fr="C’est l’année suivante seule. Combien d’années demande-t-on ?",
            ),
        ),
        Misconception(
            name="four_of_six",
            answer=lambda: _expected(4, _SEEN),
            hint=Text(
                en="That is a row of the table, for four gifts. How many did she give, and when "
                "was the last one?",
                fr="C’est une ligne du tableau, pour quatre dons. Combien en a-t-elle fait, et "
                "quand le dernier ?",
            ),
        ),
    ),
)

"""The trades of promotion: who does what."""

from __future__ import annotations

from typing import NamedTuple

from mktlib.core.exercise import Choices, Exercise, Misconception
from mktlib.core.text import Text

_TRADES = {
    "a": Text(en="traffic manager", fr="trafic manager"),
    "b": Text(en="SEO manager", fr="SEO manager (responsable du référencement)"),
    "c": Text(en="web writer", fr="rédacteur web"),
    "d": Text(en="acquisition manager", fr="responsable d’acquisition"),
    "e": Text(en="media planner", fr="planificateur média (média planner)"),
    "f": Text(en="events manager", fr="chargé de marketing événements"),
    "g": Text(en="e-mailing manager", fr="e-mailing manager"),
}


class _Task(NamedTuple):
    words: Text
    trade: str
    visits: bool = False
    on_the_page: bool = False
    several_channels: bool = False
    buys_space: bool = False
    paid: bool = False


_TASKS = {
    "first_page": _Task(
        Text(
            en="lifts the page “management training” to the first places of search engines",
            fr="hisse la page « formation management » aux premières places des moteurs",
        ),
        trade="b",
        visits=True,
    ),
    "newsletter": _Task(
        Text(
            en="decides who gets which newsletter, and when it is one too many",
            fr="décide qui reçoit quelle newsletter, et quand c’est une de trop",
        ),
        trade="g",
    ),
    "half_from_ads": _Task(
        Text(
            en="tells on Mondays how many came to the site, and that half now come from online "
            "adverts",
            fr="dit chaque lundi combien sont venus sur le site, et que la moitié vient "
            "d’annonces en ligne",
        ),
        trade="a",
        visits=True,
        paid=True,
    ),
    "coordinates": _Task(
        Text(
            en="makes search, affiliates, print and a stand at a fair work together",
            fr="fait travailler ensemble moteurs, affiliés, presse et stand sur un salon",
        ),
        trade="d",
        several_channels=True,
    ),
    "call_to_action": _Task(
        Text(
            en="cuts sentences short, links pages together, ends on “Ask for a quote”",
            fr="raccourcit les phrases, relie les pages, finit par « Demandez un devis »",
        ),
        trade="c",
        on_the_page=True,
    ),
    "which_weeks": _Task(
        Text(
            en="picks the magazines and the weeks in which the advert will run",
            fr="choisit les magazines et les semaines où passera l’annonce",
        ),
        trade="e",
        buys_space=True,
    ),
    "breakfast": _Task(
        Text(
            en="fills the room for a breakfast debate, then talks with those who came",
            fr="remplit la salle d’un petit déjeuner-débat, puis parle avec ceux qui sont venus",
        ),
        trade="f",
    ),
}


def _trades(instead: str = "", letter: str = "") -> dict[str, str]:
    """The right letters, but `letter` for the tasks of which `instead` is true."""
    return {
        name: letter if instead and getattr(each, instead) else each.trade
        for name, each in _TASKS.items()
    }


who_does_what = Exercise(
    name="who_does_what",
    question=Text(
        en="Seven tasks of one week, seven trades. Whose is each?",
        fr="Sept tâches d’une semaine, sept métiers. À qui revient chacune ?",
    ),
    kind=Choices(
        items={name: each.words for name, each in _TASKS.items()},
        options=_TRADES,
    ),
    answer=_trades,
    praise=Text(
        en="Yes. In a small firm one digital marketing manager is all seven: the tasks stay, so ask "
        "on which day of the week each of them gets done.",
        fr="Oui. Dans une petite entreprise, un seul responsable du marketing digital est les sept "
        "à la fois : les tâches restent, demandez donc quel jour chacune se fait.",
    ),
    misconceptions=(
        Misconception(
            name="search_for_traffic",
            answer=lambda: _trades("visits", "b"),
            hint=Text(
                en="You gave all visits to the one who works on search engines. "
                "Do visitors come from there only?",
                fr="Vous donnez toutes les visites à qui travaille pour les moteurs. "
                "Les visiteurs ne viennent-ils que de là ?",
            ),
        ),
        Misconception(
            name="traffic_for_search",
            answer=lambda: _trades("visits", "a"),
            hint=Text(
                en="You gave all that touches visits to one person. "
                "Who changes the site so as to be found?",
                fr="Vous donnez tout ce qui touche aux visites à une personne. "
                "Qui modifie le site pour qu’on le trouve ?",
            ),
        ),
        Misconception(
            name="writing_for_search",
            answer=lambda: _trades("on_the_page", "b"),
            hint=Text(
                en="The two trades overlap. Which one writes so that the reader acts?",
                fr="Les deux métiers se chevauchent. Lequel écrit pour que le lecteur agisse ?",
            ),
        ),
        Misconception(
            name="planning_for_coordination",
            answer=lambda: _trades("several_channels", "e"),
            hint=Text(
                en="Not all of these channels are bought spaces. Who coordinates them all?",
                fr="Tous ces canaux ne sont pas des espaces achetés. Qui les coordonne tous ?",
            ),
        ),
        Misconception(
            name="coordination_for_planning",
            answer=lambda: _trades("buys_space", "d"),
            hint=Text(
                en="One medium, supports and dates to choose: is that coordination?",
                fr="Un média, des supports et des dates à choisir : est-ce coordonner ?",
            ),
        ),
        Misconception(
            name="paid_for_acquisition",
            answer=lambda: _trades("paid", "d"),
            hint=Text(
                en="Who watches the visits, whatever brings them?",
                fr="Qui suit les visites, quelle que soit leur origine ?",
            ),
        ),
        Misconception(
            name="writing_for_sending",
            answer=lambda: {**_trades(), "newsletter": "c"},
            hint=Text(
                en="Writing it is one task, choosing who gets it and when is another. Which is "
                "it here?",
                fr="L’écrire est une tâche, choisir qui la reçoit et quand en est une autre. "
                "Laquelle est-ce ici ?",
            ),
        ),
        Misconception(
            name="planning_for_counting",
            answer=lambda: _trades("paid", "e"),
            hint=Text(
                en="Half of the visits are bought. Is this person buying, or counting who comes?",
                fr="La moitié des visites s’achète. Cette personne achète-t-elle, ou "
                "compte-t-elle qui vient ?",
            ),
        ),
        Misconception(
            name="counting_for_coordinating",
            answer=lambda: {**_trades("paid", "d"), "coordinates": "a"},
            hint=Text(
                en="You gave the figures to the one who makes others work together. Reread both: "
                "whose work is the number of visits?",
                fr="Vous confiez les chiffres à qui fait travailler les autres ensemble. Relisez "
                "les deux : de qui le nombre de visites est-il l’affaire ?",
            ),
        ),
        Misconception(
            name="stand_for_coordination",
            answer=lambda: {**_trades(), "breakfast": "d"},
            hint=Text(
                en="One meeting to fill, not several channels to make work together. Whose day "
                "is it?",
                fr="Une réunion à remplir, et non plusieurs canaux à faire travailler ensemble. "
                "De qui est-ce la journée ?",
            ),
        ),
    ),
)

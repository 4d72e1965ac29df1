"""How many letters: whom the charity wrote to, and the message that is one too many."""

from __future__ import annotations

from mktlib.core.dataset import load
from mktlib.core.exercise import Choice, Exercise, Misconception, Number
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model


def _slope(reading: str) -> float:
    """Guilders that go with one letter a year more."""
    return float(model.net_gift_per_letter(load("charity_mailings"))["gift_per_letter"][reading])


def _net(reading: str) -> float:
    """The same, the cost of the letter taken off."""
    table = model.net_gift_per_letter(load("charity_mailings"))
    return float(table["net_gift_per_letter"][reading])


_NAIVE, _ALIKE = "simple", "past_response_and_gifts"

letter_guess = Prediction(
    name="letter_guess",
    question=Text(
        en="A Dutch charity: donors who got one letter a year more gave, on average, 2.65 guilders "
        "more. Now compare donors who had answered as often and given as much in the past. How many "
        "guilders then go with one letter more?",
        fr="Une association néerlandaise : les donateurs qui ont reçu une lettre de plus par an ont "
        "donné en moyenne 2,65 florins de plus. Comparez maintenant des donateurs qui avaient répondu "
        "aussi souvent et donné autant par le passé. Combien de florins vont alors avec une lettre "
        "de plus ?",
    ),
    low=0,
    high=4,
    step=0.05,
    unit=Text(en="guilders", fr="florins"),
    answer=lambda: _slope(_ALIKE),
    reveal=Text(
        en="Less than half is left: more letters had been sent to those who had given more before. What "
        "remains may still be selection: the charity may know its donors better than our columns do.",
        fr="Il en reste moins de la moitié : on avait écrit davantage à ceux qui donnaient déjà "
        "davantage. Ce qui reste est peut-être encore de la sélection : l’association connaît "
        "peut-être ses donateurs mieux que nos colonnes.",
    ),
)

part_that_goes = Exercise(
    name="part_that_goes",
    question=Text(
        en="What share of the 2.65 guilders disappears once donors with the same past are compared "
        "(row `past_response_and_gifts`)?",
        fr="Quelle part des 2,65 florins disparaît quand on compare des donateurs de même passé "
        "(ligne `past_response_and_gifts`) ?",
    ),
    kind=Number(share=True),
    answer=lambda: 1 - _slope(_ALIKE) / _slope(_NAIVE),
    praise=Text(
        en="Yes: over half of what a letter seemed to bring goes with the donors' past (which earlier "
        "letters may have made, in part). At one guilder a letter, what is left pays by less than its "
        "standard error; in the last row, it does not pay.",
        fr="Oui : plus de la moitié de ce qu’une lettre semblait rapporter va avec le passé des "
        "donateurs (que d’anciennes lettres ont pu faire, en partie). À un florin la lettre, ce qui "
        "reste paie de moins que son erreur type ; à la dernière ligne, cela ne paie pas.",
    ),
    misconceptions=(
        Misconception(
            name="left_for_gone",
            answer=lambda: _slope(_ALIKE) / _slope(_NAIVE),
            hint=Text(
                en="That is the part which is left. Which part is gone?",
                fr="C’est la part qui reste. Quelle part est partie ?",
            ),
        ),
        Misconception(
            name="guilders_for_share",
            answer=lambda: _slope(_NAIVE) - _slope(_ALIKE),
            hint=Text(
                en="Those are guilders. Out of how many, at the start?",
                fr="Ce sont des florins. Sur combien, au départ ?",
            ),
        ),
        Misconception(
            name="response_only",
            answer=lambda: 1 - _slope("past_response") / _slope(_NAIVE),
            hint=Text(
                en="In that row the donors answered as often; did they give as much? Take the next "
                "row.",
                fr="À cette ligne, les donateurs ont répondu aussi souvent ; ont-ils donné autant ? "
                "Prenez la ligne suivante.",
            ),
        ),
        Misconception(
            name="share_of_the_smaller",
            answer=lambda: _slope(_NAIVE) / _slope(_ALIKE) - 1,
            hint=Text(
                en="You divided by what is left. What was there at the start?",
                fr="Vous divisez par ce qui reste. Qu’y avait-il au départ ?",
            ),
        ),
        Misconception(
            name="net_for_gift",
            answer=lambda: 1 - _net(_ALIKE) / _net(_NAIVE),
            hint=Text(
                en="You read the column from which the letter's cost has been taken off. In which "
                "column is the 2.65?",
                fr="Vous lisez la colonne dont on a retiré le coût de la lettre. Dans quelle "
                "colonne est le 2,65 ?",
            ),
        ),
        Misconception(
            name="other_row",
            answer=lambda: 1 - _slope("within_groups") / _slope(_NAIVE),
            hint=Text(
                en="That is the last row, groups of donors alike. Which row does the question "
                "name?",
                fr="C’est la dernière ligne, les groupes semblables. Quelle ligne la question "
                "nomme-t-elle ?",
            ),
        ),
    ),
)

how_to_know = Exercise(
    name="how_to_know",
    question=Text(
        en="The treasurer wants a letter more for everybody: “each brings 2.65”. What do you propose?",
        fr="Le trésorier veut une lettre de plus pour tous : « chacune rapporte 2,65 ». Que "
        "proposez-vous ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Follow him: with 4,268 donors the slope is known to a few tenths of a guilder, "
                "far from nothing, and a letter costs only one.",
                fr="Le suivre : avec 4 268 donateurs, la pente est connue à quelques dixièmes de "
                "florin près, bien loin de rien, et une lettre n’en coûte qu’un.",
            ),
            "b": Text(
                en="No letter more: letters bring nothing, the comparison of like with like has "
                "shown it.",
                fr="Aucune lettre de plus : elles ne rapportent rien, la comparaison à passé égal l’a "
                "montré.",
            ),
            "c": Text(
                en="More columns about the donors, until nothing that matters is missing from the "
                "regression, and then its slope.",
                fr="Plus de colonnes sur les donateurs, jusqu’à ce que rien d’important ne manque à la "
                "régression, puis sa pente.",
            ),
            "d": Text(
                en="One letter more for one half of the donors, drawn by lot, none more for the other "
                "half, then count.",
                fr="Une lettre de plus à une moitié des donateurs, tirée au sort, aucune de plus à "
                "l’autre, puis compter.",
            ),
        }
    ),
    answer=lambda: "d",
    praise=Text(
        en="Yes: chance, unlike a fundraiser, does not know who is generous. Draw many: with 300 donors "
        "on each side the difference is known to 2.4 guilders or so either way, with all 4,268 to "
        "0.9. Until then every slope mixes what letters do with whom they were sent to.",
        fr="Oui : le hasard, contrairement à un collecteur de fonds, ne sait pas qui est généreux. "
        "Tirez-en beaucoup : avec 300 donateurs de chaque côté, l’écart est connu à 2,4 florins près "
        "environ, avec les 4 268, à 0,9. D’ici là, toute pente mêle l’effet des lettres et le choix "
        "des destinataires.",
    ),
    misconceptions=(
        Misconception(
            name="precise_for_true",
            answer=lambda: "a",
            hint=Text(
                en="Many donors make it precise. Whom did the charity write to most often?",
                fr="Beaucoup de donateurs la rendent précise. À qui l’association écrivait-elle le "
                "plus ?",
            ),
        ),
        Misconception(
            name="less_for_nothing",
            answer=lambda: "b",
            hint=Text(
                en="What is left is smaller, not nil; and is it an effect at all?",
                fr="Ce qui reste est plus petit, pas nul ; et est-ce seulement un effet ?",
            ),
        ),
        Misconception(
            name="all_columns",
            answer=lambda: "c",
            hint=Text(
                en="How would you know that nothing is missing? Which act makes the two groups alike "
                "without knowing them?",
                fr="Comment sauriez-vous que rien ne manque ? Quel geste rend deux groupes "
                "comparables sans les connaître ?",
            ),
        ),
    ),
)

_MESSAGES = Text(en="messages a month", fr="messages par mois")


def _best() -> int:
    return model.best_messages_per_month(model.Messages())


def _first_total_loss() -> int:
    table = model.message_pressure(model.Messages())
    return int(table.index[table["net_eur"] < 0][0])


first_to_cost = Exercise(
    name="first_to_cost",
    question=Text(
        en="Which message of the month is the first that costs more than it brings? Give its number.",
        fr="Quel message du mois est le premier à coûter plus qu’il ne rapporte ? Donnez son numéro.",
    ),
    kind=Number(),
    answer=lambda: _best() + 1,
    praise=Text(
        en="Yes, and taken together the messages still earn money for a long while: a total above zero "
        "does not warn the sender that it is falling.",
        fr="Oui, et tous ensemble, les messages gagnent encore longtemps de l’argent : un total positif "
        "n’avertit pas l’expéditeur qu’il baisse.",
    ),
    misconceptions=(
        Misconception(
            name="total_for_next",
            answer=_first_total_loss,
            hint=Text(
                en="From there on the whole month loses money (`net_eur`). When does one more lose "
                "some?",
                fr="À partir de là, le mois entier perd de l’argent (`net_eur`). Quand un de plus en "
                "perd-il ?",
            ),
        ),
        Misconception(
            name="last_that_pays",
            answer=_best,
            hint=Text(
                en="That one still pays. Look at the sign of `gain_eur` just after.",
                fr="Celui-là paie encore. Regardez le signe de `gain_eur` juste après.",
            ),
        ),
        Misconception(
            name="most_responses",
            answer=lambda: len(model.message_pressure(model.Messages())),
            hint=Text(
                en="Responses always add up: that column cannot fall. Which one says what a message "
                "leaves once departures are paid for?",
                fr="Les réponses s’ajoutent toujours : cette colonne ne peut pas baisser. Laquelle dit "
                "ce qu’un message laisse, départs payés ?",
            ),
        ),
    ),
)


def _asked() -> model.Asked:
    return model.ask_preference(model.Messages(), model.ChannelPreference())


messages_if_asked = Exercise(
    name="messages_if_asked",
    question=Text(
        en="Once people are asked, how few messages, on the channel that each prefers, bring at "
        "least as much as the best number did without asking?",
        fr="Une fois les gens interrogés, combien de messages au moins faut-il, par le canal que "
        "chacun préfère, pour rapporter autant que le meilleur nombre sans demander ?",
    ),
    kind=Number(unit=_MESSAGES),
    answer=lambda: _asked().messages_for_same_margin,
    praise=Text(
        en="Yes: fewer messages for as much money. But look where `asked_net_eur` is highest: who wants "
        "the most would send more than before, for welcome messages bear repeating. To limit what is "
        "sent is a choice. (The figures are assumed.)",
        fr="Oui : moins de messages pour autant d’argent. Mais voyez où `asked_net_eur` culmine : qui "
        "veut le maximum en enverrait plus qu’avant, car un message bienvenu supporte d’être répété. "
        "Limiter les envois est un choix. (Les chiffres sont supposés.)",
    ),
    misconceptions=(
        Misconception(
            name="best_without_asking",
            answer=lambda: _asked().everyone_best,
            hint=Text(
                en="So many are sent when nobody is asked. How many are enough afterwards?",
                fr="C’est ce qu’on envoie quand on ne demande rien. Combien suffisent ensuite ?",
            ),
        ),
        Misconception(
            name="most_profitable_for_enough",
            answer=lambda: _asked().asked_best,
            hint=Text(
                en="That number brings most. First find the highest amount of `everyone_net_eur`; "
                "then read `asked_net_eur` from the top: on which row do you reach it?",
                fr="Ce nombre rapporte le plus. Cherchez d’abord le plus haut montant de "
                "`everyone_net_eur` ; puis lisez `asked_net_eur` depuis le haut : à quelle ligne "
                "l’atteint-on ?",
            ),
        ),
        Misconception(
            name="difference_for_number",
            answer=lambda: _asked().everyone_best - (_asked().messages_for_same_margin or 0),
            hint=Text(
                en="Those are the messages saved. How many are still sent?",
                fr="Ce sont les messages économisés. Combien en envoie-t-on encore ?",
            ),
        ),
    ),
)

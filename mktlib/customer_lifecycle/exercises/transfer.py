"""Another tier of the same subscriptions: what may one pay more to win such a customer?"""

from __future__ import annotations

from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model
from .keeping import survivors

_MARGIN, _DISCOUNT, _TIERS = 40, 0.10, ("high_end", "regular")


def _value(tier: str, discount: float = _DISCOUNT) -> float:
    left = survivors(tier) / survivors(tier)[0]
    return float(model.lifetime_value_of(left, _MARGIN, discount, first_margin="now"))


def _by_first_rate(tier: str) -> float:
    rate = survivors(tier)[1] / survivors(tier)[0]
    return float(model.customer_lifetime_value(_MARGIN, rate, _DISCOUNT, first_margin="now"))


def _more(value: object) -> float:
    high, regular = (value(tier) for tier in _TIERS)  # type: ignore[operator]
    return float(high - regular)


more_for_high_end = Exercise(
    name="more_for_high_end",
    question=Text(
        en="The same company has a second tier, `high_end`. With the same €40 at once and at the end "
        "of each year, discount 10%, years 0 to 12: how much more may you pay to win one of these "
        "than a regular one?",
        fr="La même entreprise a une seconde offre, haut de gamme (`high_end`). Avec les mêmes 40 € tout de suite et "
        "à la fin de chaque année, actualisation de 10 %, années 0 à 12 : combien pouvez-vous payer de "
        "plus pour gagner un de ces abonnés qu’un abonné standard ?",
    ),
    kind=Number(unit=Text(en="euros", fr="euros")),
    answer=lambda: _more(_value),
    praise=Text(
        en="Yes, and for the same margin a year: staying is what makes the difference. Are they "
        "loyal because of the tier, or did loyal people choose it? These counts do not say.",
        fr="Oui, et à marge annuelle égale : c’est rester qui fait la différence. Sont-ils fidèles "
        "grâce à l’offre, ou des gens fidèles l’ont-ils choisie ? Ces comptes ne le disent pas.",
    ),
    misconceptions=(
        Misconception(
            name="value_for_difference",
            answer=lambda: _value("high_end"),
            hint=Text(
                en="That is what one of them is worth. How much more than a regular one?",
                fr="C’est ce que vaut l’un d’eux. Combien de plus qu’un abonné standard ?",
            ),
        ),
        Misconception(
            name="no_discount",
            answer=lambda: _more(lambda tier: _value(tier, discount=0)),
            hint=Text(
                en="The later euros count in full. Where is the discount?",
                fr="Les euros lointains comptent en entier. Où est l’actualisation ?",
            ),
        ),
        Misconception(
            name="first_rates_for_ever",
            answer=lambda: _more(_by_first_rate),
            hint=Text(
                en="You gave each tier its first year's rate for ever. Use the survivors.",
                fr="Vous donnez à chaque offre son premier taux pour toujours. Prenez les abonnés "
                "restants.",
            ),
        ),
        Misconception(
            name="difference_of_the_last_year",
            answer=lambda: (
                _MARGIN * _more(lambda tier: survivors(tier).iloc[-1] / survivors(tier)[0])
            ),
            hint=Text(
                en="That is the difference of the last year alone. And in the years before?",
                fr="C’est la différence de la dernière année seule. Et les années d’avant ?",
            ),
        ),
        Misconception(
            name="regular_alone",
            answer=lambda: _value("regular"),
            hint=Text(
                en="That is what a regular one is worth. And one of the other tier? Then compare "
                "the two.",
                fr="C’est ce que vaut un abonné standard. Et un abonné de l’autre offre ? "
                "Comparez ensuite les deux.",
            ),
        ),
    ),
)

"""What a customer is worth: when margins come, what a euro of later is worth, who stays."""

from __future__ import annotations

from typing import Literal

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number
from mktlib.core.text import Text

from .. import model
from .keeping import survivors

Timing = Literal["now", "after_a_period", "in_arrears"]

_EUROS = Text(en="euros", fr="euros")
_MARGIN, _KEPT, _DISCOUNT = 40, 0.75, 0.10


def _value(first_margin: Timing = "now", discount: float = _DISCOUNT) -> float:
    return float(model.customer_lifetime_value(_MARGIN, _KEPT, discount, first_margin=first_margin))


value_of_a_customer = Exercise(
    name="value_of_a_customer",
    question=Text(
        en="A customer brings €40 of margin at once, then €40 at the start of each year in which "
        "they are still there; 75 of 100 stay from one year to the next. A euro in a year is worth "
        "less to you, at 10%: €1.10 then is €1 today. What is a new customer worth?",
        fr="Un client rapporte 40 € de marge tout de suite, puis 40 € au début de chaque année où il "
        "est encore là ; 75 sur 100 restent d’une année à l’autre. Un euro dans un an vaut moins pour "
        "vous, à 10 % : 1,10 € alors, c’est 1 € aujourd’hui. Combien vaut un nouveau client ?",
    ),
    kind=Number(unit=_EUROS),
    answer=_value,
    praise=Text(
        en="Yes: 40, then 40 × 0.75 / 1.10, and so on for ever: each term about two thirds of the "
        "one before, so that after ten years hardly anything is added.",
        fr="Oui : 40, puis 40 × 0,75 / 1,10, et ainsi de suite : chaque terme fait à peu près les "
        "deux tiers du précédent, et après dix ans plus grand-chose ne s’ajoute.",
    ),
    misconceptions=(
        Misconception(
            name="first_margin_left_out",
            answer=lambda: _value("after_a_period"),
            hint=Text(
                en="You counted from next year on, as for a customer you have already been paid for. "
                "When does this one pay first?",
                fr="Vous comptez à partir de l’an prochain, comme pour un client déjà encaissé. "
                "Quand celui-ci paie-t-il d’abord ?",
            ),
        ),
        Misconception(
            name="paid_at_the_end",
            answer=lambda: _value("in_arrears"),
            hint=Text(
                en="You had each margin paid at the end of its year. At what moment is it paid "
                "here?",
                fr="Vous faites payer chaque marge à la fin de son année. À quel moment est-elle payée "
                "ici ?",
            ),
        ),
        Misconception(
            name="no_discount",
            answer=lambda: _value(discount=0),
            hint=Text(
                en="You added a euro of year 10 as if it were one of today. What is it worth now?",
                fr="Vous ajoutez un euro de l’année 10 comme s’il était d’aujourd’hui. Que vaut-il "
                "maintenant ?",
            ),
        ),
        Misconception(
            name="never_leaves",
            answer=lambda: _MARGIN * (1 + _DISCOUNT) / _DISCOUNT,
            hint=Text(
                en="This customer never leaves. How many of 100 are still there in two years?",
                fr="Ce client ne part jamais. Combien sur 100 sont encore là dans deux ans ?",
            ),
        ),
        Misconception(
            name="first_year_only",
            answer=lambda: _MARGIN,
            hint=Text(
                en="That is the first margin. What do those who stay bring next?",
                fr="C’est la première marge. Que rapportent ensuite ceux qui restent ?",
            ),
        ),
        Misconception(
            name="discount_in_percent",
            answer=lambda: _value(discount=100 * _DISCOUNT),
            hint=Text(
                en="A discount of 10 is 1,000%: hardly anything of later is left. Write it as a "
                "share, as you wrote who stays.",
                fr="Une actualisation de 10, c’est 1 000 % : il ne reste presque rien de plus "
                "tard. Écrivez-la en proportion, comme la part de ceux qui restent.",
            ),
        ),
        Misconception(
            name="tenth_taken_off",
            answer=lambda: _MARGIN / (1 - _KEPT * (1 - _DISCOUNT)),
            hint=Text(
                en="You took a tenth off each euro of next year. If €1.10 then is €1 today, by "
                "what do you divide €1 of then?",
                fr="Vous retirez un dixième à chaque euro de l’an prochain. Si 1,10 € alors, "
                "c’est 1 € aujourd’hui, par quoi divise-t-on 1 € d’alors ?",
            ),
        ),
    ),
)

_LEADS_PER_CUSTOMER = 20

most_for_a_lead = Exercise(
    name="most_for_a_lead",
    question=Text(
        en="One lead in 20 becomes such a customer. What is the most that you may pay for a lead "
        "without losing money in the end?",
        fr="Un lead sur 20 devient un tel client. Combien pouvez-vous payer un lead, au plus, sans "
        "perdre d’argent à la fin ?",
    ),
    kind=Number(unit=_EUROS),
    answer=lambda: model.break_even_acquisition_cost(_value(), 1 / _LEADS_PER_CUSTOMER),
    praise=Text(
        en="Yes, and at that price you gain nothing. Judged by the first €40 alone, a lead could "
        "cost €2: the long view pays for three times dearer leads, if the customers do stay.",
        fr="Oui, et à ce prix vous ne gagnez rien. Jugé sur les 40 premiers euros, un lead pourrait "
        "coûter 2 € : la vue longue paie des leads trois fois plus chers, si les clients restent.",
    ),
    misconceptions=(
        Misconception(
            name="lead_for_customer",
            answer=_value,
            hint=Text(
                en="That is what a customer is worth. How many leads do you pay for to have one?",
                fr="C’est ce que vaut un client. Combien de leads payez-vous pour en avoir un ?",
            ),
        ),
        Misconception(
            name="first_margin_only",
            answer=lambda: _MARGIN / _LEADS_PER_CUSTOMER,
            hint=Text(
                en="You counted the first margin only. What is the customer worth in the end?",
                fr="Vous ne comptez que la première marge. Que vaut le client à la fin ?",
            ),
        ),
        Misconception(
            name="multiplied_by_leads",
            answer=lambda: _value() * _LEADS_PER_CUSTOMER,
            hint=Text(
                en="Nineteen leads in 20 bring nothing. Should one lead cost more than a customer is "
                "worth?",
                fr="Dix-neuf leads sur 20 ne rapportent rien. Un lead doit-il coûter plus que ne "
                "vaut un client ?",
            ),
        ),
        Misconception(
            name="no_discount",
            answer=lambda: _value(discount=0) / _LEADS_PER_CUSTOMER,
            hint=Text(
                en="You divided a customer whose later euros count in full. What is such a "
                "customer worth today?",
                fr="Vous divisez un client dont les euros lointains comptent en entier. Que "
                "vaut-il aujourd’hui ?",
            ),
        ),
    ),
)


def _of_cohort(discount: float = _DISCOUNT, first_margin: Timing = "now") -> float:
    left = survivors() / survivors()[0]
    return float(model.lifetime_value_of(left, _MARGIN, discount, first_margin=first_margin))


value_of_the_cohort = Exercise(
    name="value_of_the_cohort",
    question=Text(
        en="Suppose that each `regular` subscriber of section 3 brings €40 at once and at the end of "
        "each year, if still there; discount 10%. What is one worth, years 0 to 12 only?",
        fr="Supposez que chaque abonné standard (`regular`) de la section 3 rapporte 40 € tout de suite et à la "
        "fin de chaque année, s’il est encore là ; actualisation de 10 %. Combien vaut-il, années 0 "
        "à 12 seulement ?",
    ),
    kind=Number(unit=_EUROS),
    answer=_of_cohort,
    praise=Text(
        en="Yes. With the first year's rate for ever the formula gives less, though it never stops "
        "adding: it forgets that the rate rises among those who are left.",
        fr="Oui. Avec le taux de la première année pour toujours, la formule donne moins, bien qu’elle "
        "additionne sans fin : elle oublie que le taux monte parmi ceux qui restent.",
    ),
    misconceptions=(
        Misconception(
            name="first_rate_for_ever",
            answer=lambda: float(
                model.customer_lifetime_value(
                    _MARGIN, survivors()[1] / survivors()[0], _DISCOUNT, first_margin="now"
                )
            ),
            hint=Text(
                en="You used one rate for all years. Use the survivors as they were counted.",
                fr="Vous prenez un seul taux pour toutes les années. Prenez les abonnés restants tels "
                "qu’on les a comptés.",
            ),
        ),
        Misconception(
            name="no_discount",
            answer=lambda: _of_cohort(discount=0),
            hint=Text(
                en="A euro of year 12 counts as one of today. Where is the discount?",
                fr="Un euro de l’année 12 compte comme un d’aujourd’hui. Où est l’actualisation ?",
            ),
        ),
        Misconception(
            name="first_margin_left_out",
            answer=lambda: _of_cohort() - _MARGIN,
            hint=Text(
                en="The margin of year 0 is missing: when do subscribers pay first?",
                fr="La marge de l’année 0 manque : quand les abonnés paient-ils d’abord ?",
            ),
        ),
        Misconception(
            name="value_of_all",
            answer=lambda: 1000 * _of_cohort(),
            hint=Text(
                en="That is the whole cohort. What is one of them worth?",
                fr="C’est la cohorte entière. Combien vaut un seul abonné ?",
            ),
        ),
        Misconception(
            name="other_customer",
            answer=_value,
            hint=Text(
                en="That is the customer of the exercise before, of whom the same share stays "
                "every year. How many subscribers were counted?",
                fr="C’est le client de l’exercice d’avant, qui reste toujours au même taux. Et "
                "les abonnés, combien en a-t-on compté ?",
            ),
        ),
        Misconception(
            name="discount_in_percent",
            answer=lambda: _of_cohort(discount=100 * _DISCOUNT),
            hint=Text(
                en="A discount of 10 is 1,000%: hardly anything of later is left. Write it as a "
                "share.",
                fr="Une actualisation de 10, c’est 1 000 % : il ne reste presque rien de plus "
                "tard. Écrivez-la en proportion.",
            ),
        ),
    ),
)

_SEEN_USD = 200


def _spend() -> model.GammaGamma:
    back = load("cdnow").query("repeat_purchases > 0")
    return model.fit_gamma_gamma(
        back["repeat_purchases"].to_numpy(), back["mean_repeat_value_usd"].to_numpy()
    )


next_purchase_value = Exercise(
    name="next_purchase_value",
    question=Text(
        en="A customer bought again once, for $200. By this model, what should you expect of the "
        "next purchase?",
        fr="Une cliente a racheté une fois, pour 200 $. Selon ce modèle, qu’attendre de son prochain "
        "achat ?",
    ),
    kind=Number(unit=Text(en="dollars", fr="dollars")),
    answer=lambda: float(_spend().expected_value(1, _SEEN_USD)),
    praise=Text(
        en="Yes: less than she spent. One large purchase is partly her, partly luck; with five such "
        "purchases the model would come much closer to $200.",
        fr="Oui : moins que ce qu’elle a dépensé. Un gros achat, c’est en partie elle, en partie le "
        "hasard ; après cinq achats semblables, le modèle s’approcherait beaucoup de 200 $.",
    ),
    misconceptions=(
        Misconception(
            name="past_for_future",
            answer=lambda: _SEEN_USD,
            hint=Text(
                en="You repeat what was seen once. If you picked customers for one very large "
                "purchase, would the next be as large on average?",
                fr="Vous répétez ce qu’on a vu une fois. Si vous choisissez des clients pour un très "
                "gros achat, le suivant serait-il en moyenne aussi gros ?",
            ),
        ),
        Misconception(
            name="mean_of_all",
            answer=lambda: float(_spend().population_mean),
            hint=Text(
                en="That is the mean of everybody. Does her purchase tell nothing about her?",
                fr="C’est la moyenne de tout le monde. Son achat ne dit-il rien d’elle ?",
            ),
        ),
        Misconception(
            name="half_way",
            answer=lambda: (_SEEN_USD + float(_spend().population_mean)) / 2,
            hint=Text(
                en="Right idea: between hers and everybody's. How far, the fit says; half way is a "
                "guess.",
                fr="Bonne idée : entre la sienne et celle de tous. Jusqu’où, c’est l’ajustement qui "
                "le dit ; à mi-chemin est une supposition.",
            ),
        ),
        Misconception(
            name="first_purchase_counted",
            answer=lambda: float(_spend().expected_value(2, _SEEN_USD)),
            hint=Text(
                en="You counted her first purchase as well. The function wants the repeat "
                "purchases: how many of those?",
                fr="Vous comptez aussi son premier achat. La fonction veut les réachats : combien "
                "y en a-t-il ?",
            ),
        ),
    ),
)

_COST = 100


def _margins(left: float) -> int:
    """How many margins pay the cost back, if this share stays from one year to the next."""
    received, margins = 0.0, 0
    while received < _COST:
        received += _MARGIN * left**margins
        margins += 1
    return margins


def _payback() -> int:
    return model.payback_period(survivors() / survivors()[0], _MARGIN, _COST) or 0


margins_to_pay_back = Exercise(
    name="margins_to_pay_back",
    question=Text(
        en="To win one of these subscribers costs €100. How many margins, the one at once included, "
        "until that is paid back? (No discount.)",
        fr="Gagner un de ces abonnés coûte 100 €. Combien de marges, la première comprise, avant de "
        "rentrer dans ses frais ? (Sans actualisation.)",
    ),
    kind=Number(unit=Text(en="margins", fr="marges")),
    answer=_payback,
    praise=Text(
        en="Yes: four years of waiting, for money spent on one day. A firm may die of good customers "
        "whom it paid for too fast: value is one question, cash another.",
        fr="Oui : quatre ans d’attente, pour de l’argent dépensé en un jour. Une entreprise peut mourir "
        "de bons clients payés trop vite : la valeur est une question, la trésorerie une autre.",
    ),
    misconceptions=(
        Misconception(
            name="nobody_leaves",
            answer=lambda: _margins(1.0),
            hint=Text(
                en="You counted €40 from everybody each year. How many are still there to pay?",
                fr="Vous comptez 40 € de chacun tous les ans. Combien sont encore là pour payer ?",
            ),
        ),
        Misconception(
            name="years_for_margins",
            answer=lambda: _payback() - 1,
            hint=Text(
                en="That is the year in which it happens. The first margin was paid in year 0.",
                fr="C’est l’année où cela arrive. La première marge fut payée l’année 0.",
            ),
        ),
        Misconception(
            name="first_rate_for_ever",
            answer=lambda: _margins(survivors()[1] / survivors()[0]),
            hint=Text(
                en="You kept the first year's rate for ever. Use the subscribers as counted.",
                fr="Vous gardez le taux de la première année pour toujours. Prenez les abonnés tels que "
                "comptés.",
            ),
        ),
        Misconception(
            name="cost_over_margin",
            answer=lambda: _COST / _MARGIN,
            hint=Text(
                en="You divided by a margin that everybody would pay each time. How many are "
                "still there to pay the second one?",
                fr="Vous divisez par une marge que tous paieraient à chaque fois. Combien sont "
                "encore là pour payer la deuxième ?",
            ),
        ),
    ),
)

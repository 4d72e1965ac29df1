"""The funnel: stages on the left, what one more euro brings on the right, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mktlib.core.figure import BLUE, FAINT, GREY, INK, QUIET, SKY, VERMILION
from mktlib.core.sheet import emphasise, few, line, place, sheet, together, write
from mktlib.core.text import Text, money, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mktlib.core.lab import Update

STAGES = {
    "impressions": Text(en="impressions", fr="impressions"),
    "clicks": Text(en="clicks", fr="clics"),
    "leads": Text(en="leads", fr="leads"),
    "customers": Text(en="customers", fr="clients"),
}
LEVERS = {
    "spend_eur": Text(en="more media", fr="plus de média"),
    "click_through_rate": Text(en="click-through rate", fr="taux de clics"),
    "click_to_lead_rate": Text(en="clicks → leads", fr="clics → leads"),
    "lead_to_customer_rate": Text(en="leads → customers", fr="leads → clients"),
}
WHERE = {
    "spend_eur": Text(en="in media", fr="en média"),
    "click_through_rate": Text(en="on the click-through rate", fr="sur le taux de clics"),
    "click_to_lead_rate": Text(
        en="on turning clicks into leads", fr="sur le passage du clic au lead"
    ),
    "lead_to_customer_rate": Text(
        en="on turning leads into customers", fr="sur le passage du lead au client"
    ),
}
HOW_MANY = Text(en="how many", fr="combien")
COST_OF_ONE = Text(en="cost of one", fr="coût unitaire")
NEXT_EURO = Text(en="one more euro brings back", fr="un euro de plus rapporte")
ONE_PERCENT = Text(en="+1%: {margin} for {cost}", fr="+1 % : {margin} pour {cost}")
SUMS = (
    Text(en="margin", fr="marge"),
    Text(en="media spend", fr="dépense média"),
    Text(en="left over", fr="reste"),
    Text(en="return (ROMI)", fr="retour (ROMI)"),
)

TOP, PITCH = 60, 29  # rows take turns: lever, stage, lever, stage...
LEVER_ROWS = [TOP + 2 * i * PITCH for i in range(4)]
STAGE_ROWS = [row + PITCH for row in LEVER_ROWS]
FIRST, LAST = TOP - PITCH / 2, STAGE_ROWS[-1] + PITCH / 2
NAMES, BARS, COUNTS, COSTS, EUROS = 104, 114, 342, 430, 462  # columns
BARS_WIDTH, EUROS_WIDTH = 152, 96
MOST_EUR = 6  # the right-hand bars end here; what lies beyond has an arrow


def draw_funnel(figure: Figure, corners: list[Any]) -> Update:
    page = sheet(figure)
    write(page, COUNTS, 16, HOW_MANY, side="right")
    write(page, COSTS, 16, COST_OF_ONE, side="right")
    write(page, EUROS, 16, NEXT_EURO)
    page.hlines(LEVER_ROWS, BARS, EUROS - 8, FAINT, lw=1, linestyles=(0, (1, 3)))
    most = max(result.stages["count"].max() for result in corners)
    return together(_stages(figure, page, most), _levers(page), _sums(page))


def _stages(figure: Figure, page: Axes, most: float) -> Update:
    """How many are left at each stage, and what each of them costs."""
    axes = place(figure, BARS, FIRST, BARS_WIDTH, LAST - FIRST)
    axes.set(xscale="log", xlim=(1, 1.05 * most), ylim=(LAST, FIRST), yticks=[])
    axes.set_xticks([1, 100, 10_000], [number(x) for x in (1, 100, 10_000)])
    axes.minorticks_off()
    axes.tick_params(length=0, pad=2)
    axes.grid(True, axis="x")
    axes.spines[:].set_visible(False)
    bars = axes.barh(STAGE_ROWS, 1, height=19, left=1, color=SKY, animated=True)
    counts, costs = [], []
    for y, name in zip(STAGE_ROWS, STAGES.values(), strict=True):
        write(page, NAMES, y, name, 12, INK, "right", bold=True)
        counts.append(write(page, COUNTS, y, "", 14, INK, "right", bold=True, moving=True))
        costs.append(write(page, COSTS, y, "", 11, INK, "right", moving=True))

    def update(result: Any) -> None:
        stages = zip(result.stages["count"], result.stages["cost_per_unit_eur"], strict=True)
        for i, (count, cost) in enumerate(stages):
            bars[i].set_width(max(count, 1) - 1)
            counts[i].set_text(few(count))
            costs[i].set_text(money(cost, 2 if cost < 100 else 0))

    return update


def _levers(page: Axes) -> Update:
    """What one more euro brings back, were it spent there."""
    one = EUROS + EUROS_WIDTH / MOST_EUR
    write(page, one, 32, money(1), side="center")
    bars = page.barh(
        [y + 4 for y in LEVER_ROWS], 1, height=15, left=EUROS, zorder=0.5, animated=True
    )
    tops, ends = [y - 6 for y in LEVER_ROWS], [y + 14 for y in LEVER_ROWS]
    page.vlines([one] * 4, tops, ends, INK, lw=1, animated=True)
    link = line(page, BLUE, 1.2)
    texts = [
        (
            write(page, NAMES, y, "", 11, side="right", moving=True),
            write(page, EUROS, y - 13, "", 10.5, moving=True),
            write(page, 0, y + 4, "", 13, moving=True),
            write(page, EUROS, y + 21, moving=True),
        )
        for y in LEVER_ROWS
    ]

    def update(result: Any) -> None:
        for i, row in enumerate(result.levers.itertuples()):
            value, name, gain, because = texts[i]
            best = row.Index == result.best_lever
            back, margin = row.margin_of_next_euro_eur, row.margin_of_one_percent_eur
            bars[i].set_width(EUROS_WIDTH * min(back / MOST_EUR, 1))
            bars[i].set_facecolor(BLUE if best else GREY)
            value.set_text(f"↓ {percent(row.value) if i else money(row.value)}")
            name.set_text(f"★ {LEVERS[row.Index]}" if best else str(LEVERS[row.Index]))
            gain.set_text(f"▸ {money(back, 2)}" if back > MOST_EUR else money(back, 2))
            gain.set_x(6 + max(one, EUROS + bars[i].get_width()))
            because.set_text(
                ONE_PERCENT.format(
                    margin=money(margin, 2 if margin < 10 else 0),
                    cost=money(row.cost_of_one_percent_eur),
                )
            )
            emphasise(value, best, BLUE if best else QUIET)
            emphasise(name, best, BLUE if best else QUIET)
            emphasise(gain, best, BLUE if best else INK)
            if best:
                link.set_data([BARS, EUROS - 8], [LEVER_ROWS[i]] * 2)

    return update


def _sums(page: Axes) -> Update:
    """Margin less spend: what is left, and what that is of the spend."""
    page.hlines(LAST + 16, 14, 634, FAINT, lw=1)
    sums = []
    for x, name, sign in zip((14, 166, 318, EUROS), SUMS, ("−", "=", "→", ""), strict=True):
        write(page, x, LAST + 30, name)
        write(page, x + 126, LAST + 51, sign, 14, side="center")
        sums.append(write(page, x, LAST + 51, "", 16, bold=True, moving=True))

    def update(result: Any) -> None:
        left_over = result.gross_margin_eur - result.spend_eur
        written = (
            money(result.gross_margin_eur),
            money(result.spend_eur),
            money(left_over),
            percent(result.return_on_marketing_investment, 0),
        )
        for i, (text, amount) in enumerate(zip(sums, written, strict=True)):
            text.set_text(amount)
            text.set_color(VERMILION if i > 1 and left_over < 0 else INK)

    return update


def tell_funnel(result: Any) -> str:
    euros = result.levers["margin_of_next_euro_eur"]
    best = result.best_lever
    other = "spend_eur" if best != "spend_eur" else euros.drop(best).idxmax()
    customers = result.stages.loc["customers"]
    return (_LOSS if euros[best] < 1 else _GAIN).format(
        spend=money(result.spend_eur),
        customers=few(customers["count"]),
        each=money(customers["cost_per_unit_eur"]),
        where=WHERE[best],
        best=money(euros[best], 2),
        other=money(euros[other], 2),
        elsewhere=WHERE[other],
    )


_GAIN = Text(
    en="{spend} bring {customers} customers at {each} each. The next euro works hardest {where}: "
    "it brings back {best} of margin, against {other} {elsewhere}.",
    fr="Avec {spend}, un client coûte {each} et il en vient {customers}. C’est {where} que l’euro "
    "suivant travaille le mieux : il rapporte {best} de marge, contre {other} {elsewhere}.",
)
_LOSS = Text(
    en="{spend} bring {customers} customers at {each} each, and the next euro is lost wherever it "
    "goes: even {where} it brings back only {best} of margin.",
    fr="Avec {spend}, un client coûte {each} et il en vient {customers} ; l’euro suivant est perdu "
    "où qu’il aille : même {where}, il ne rapporte que {best} de marge.",
)

"""Mix shift: every group improves, and the total falls."""

from __future__ import annotations

from functools import partial

from mktlib.core.lab import Lab, Slider
from mktlib.core.text import Text

from .. import model, view

mix_shift = Lab(
    name="mix_shift",
    title=Text(
        en="Every group improves, and the total falls",
        fr="Chaque groupe progresse, et le total baisse",
    ),
    model=partial(model.mix_shift, first_rate=0.04),
    view=view.draw_mix_shift,
    words=view.tell_mix_shift,
    controls=(
        Slider(
            name="first_share_before",
            label=Text(en="Returning visitors, before", fr="Part des habitués, avant"),
            low=0.05,
            high=0.95,
            step=0.05,
            default=0.6,
            percent=True,
        ),
        Slider(
            name="first_share_after",
            label=Text(en="Returning visitors, after", fr="Part des habitués, après"),
            low=0.05,
            high=0.95,
            step=0.05,
            default=0.3,
            percent=True,
        ),
        Slider(
            name="improvement",
            label=Text(en="Both groups buy more, by", fr="Les deux groupes achètent plus, de"),
            low=0.0,
            high=0.3,
            step=0.01,
            default=0.1,
            percent=True,
        ),
        Slider(
            name="second_rate",
            label=Text(en="New visitors who buy, before", fr="Nouveaux qui achètent, avant"),
            low=0.005,
            high=0.04,
            step=0.001,
            default=0.01,
            percent=True,
        ),
    ),
    caption=Text(
        en="Invented figures, exact arithmetic: the two effects add up to the change (Kitagawa, "
        "1955). Assumed: both groups improve alike; 4% of returning visitors buy, before.",
        fr="Chiffres inventés, arithmétique exacte : les deux effets s’additionnent (Kitagawa, "
        "1955). Supposé : les deux groupes progressent autant ; 4 % des habitués achètent, avant.",
    ),
)

"""Sharing: most posts die at once, a few travel; what a small audience that shares is worth."""

from __future__ import annotations

from mktlib.core.dataset import load
from mktlib.core.exercise import Exercise, Misconception, Number, Numbers
from mktlib.core.prediction import Prediction
from mktlib.core.text import Text

from .. import model

unshared_guess = Prediction(
    name="unshared_guess",
    question=Text(
        en="A blog quotes three researchers who followed seven kinds of sharing online (Goel, Watts "
        "& Goldstein 2012). Of what people see, what share are one-shot posts, not shared ones?",
        fr="Un blog cite trois chercheurs qui ont suivi sept formes de partage en ligne (Goel, Watts "
        "et Goldstein 2012). De ce que les gens voient, quelle proportion sont des publications "
        "isolées, et non des partages ?",
    ),
    share=True,
    answer=lambda: load("regularities").set_index("regularity")["value"]["one_shot_posts"],
    reveal=Text(
        en="{truth} of what people see, says the blog: what comes by sharing is the exception. We "
        "remember the few posts that travelled, since those are the ones that reached us.",
        fr="{truth} de ce que l’on voit, selon le blog : ce qui vient par partage est l’exception. "
        "Nous retenons les rares publications qui ont voyagé, puisque ce sont elles qui nous sont "
        "parvenues.",
    ),
)

_TWEETS, _ADOPTIONS = 600e6, 1200e6

reproduction_of_tweets = Exercise(
    name="reproduction_of_tweets",
    question=Text(
        en="The same blog counts 1,200 million “adoptions” of about 600 million original tweets, the "
        "originals included (Goel et al. 2016). If all the others are retweets, and every post, "
        "original or retweet, brings R new ones on average, what is R?",
        fr="Le même blog compte 1 200 millions d’« adoptions » d’environ 600 millions de tweets "
        "d’origine, originaux inclus (Goel et al. 2016). Si toutes les autres sont des retweets, et "
        "si chaque publication, originale ou retweet, en amène R en moyenne, que vaut R ?",
    ),
    kind=Number(),
    answer=lambda: model.reproduction_to_match(_TWEETS, _ADOPTIONS),
    praise=Text(
        en="Yes: below 1, so that every cascade ends by itself. But then every second post would be "
        "a retweet, and the other study says 5% of what people see: what counts as an adoption, the "
        "blog does not say.",
        fr="Oui : moins de 1, donc chaque cascade s’éteint d’elle-même. Mais alors une publication "
        "sur deux serait un retweet, quand l’autre étude dit 5 % de ce que l’on voit : ce qui compte "
        "comme adoption, le blog ne le dit pas.",
    ),
    misconceptions=(
        Misconception(
            name="size_for_reproduction",
            answer=lambda: _ADOPTIONS / _TWEETS,
            hint=Text(
                en="That is the mean size of a cascade. If each post brought that many, would it "
                "ever end?",
                fr="C’est la taille moyenne d’une cascade. Si chaque publication en amenait autant, "
                "finirait-elle un jour ?",
            ),
        ),
        Misconception(
            name="all_from_the_original",
            answer=lambda: _ADOPTIONS / _TWEETS - 1,
            hint=Text(
                en="You credit the originals with all the retweets. Retweets bring some too: "
                "how many posts, in all, bring these?",
                fr="Vous créditez les originaux de tous les retweets. Les retweets en amènent aussi : "
                "combien de publications, en tout, amènent ceux-là ?",
            ),
        ),
        Misconception(
            name="originals_counted_twice",
            answer=lambda: _TWEETS / (_ADOPTIONS + _TWEETS),
            hint=Text(
                en="The 1,200 million include the originals. What do you divide by what?",
                fr="Les 1 200 millions contiennent déjà les originaux. Que divisez-vous par quoi ?",
            ),
        ),
    ),
)

_SEED, _R = 1000, 0.8


def _after(waves: int) -> float:
    return _SEED * sum(_R**wave for wave in range(waves + 1))


cascade_reach = Exercise(
    name="cascade_reach",
    question=Text(
        en="1,000 people see a post first. Each person reached brings 0.8 others on average, and so "
        "do those. How many people are reached in all, the first ones included?",
        fr="1 000 personnes voient d’abord une publication. Chaque personne touchée en amène 0,8 "
        "autre en moyenne, et celles-ci de même. Combien de personnes sont touchées en tout, les "
        "premières comprises ?",
    ),
    kind=Number(unit=Text(en="people", fr="personnes")),
    answer=lambda: _SEED * model.expected_cascade(_R),
    praise=Text(
        en="Yes: 1,000 / (1 − R). It is the carry-over's formula, with people in the place of "
        "weeks; from R = 0.8 to 0.9 the reach doubles, so the last tenths are worth the most.",
        fr="Oui : 1 000 / (1 − R). C’est la formule du report publicitaire, avec des gens à la "
        "place des semaines ; de R = 0,8 à 0,9 la portée double : les derniers dixièmes valent le "
        "plus.",
    ),
    misconceptions=(
        Misconception(
            name="one_wave_only",
            answer=lambda: _after(waves=1),
            hint=Text(
                en="You stopped after one wave. Do those who got it from a friend share it too?",
                fr="Vous vous êtes arrêté à la première vague. "
                "Ceux qui l’ont reçue d’un ami la partagent-ils aussi ?",
            ),
        ),
        Misconception(
            name="a_wave_left_out",
            answer=lambda: _SEED * (1 + _R**2),
            hint=Text(
                en="One wave is missing between the first readers and these. How many people are "
                "in it?",
                fr="Il manque une vague entre les premiers lecteurs et ceux-ci. Combien de gens "
                "compte-t-elle ?",
            ),
        ),
        Misconception(
            name="two_waves",
            answer=lambda: _after(waves=2),
            hint=Text(
                en="Go on: the next wave is never empty. Set R to 0.8 in the lab and read the "
                "mean.",
                fr="Continuez : la vague suivante n’est jamais vide. Mettez R à 0,8 dans le labo "
                "et lisez la moyenne.",
            ),
        ),
        Misconception(
            name="a_few_waves",
            answer=lambda: _after(waves=3),
            hint=Text(
                en="Three waves: a good start. What do all the later ones add up to?",
                fr="Trois vagues : un bon début. Que font toutes les suivantes ensemble ?",
            ),
        ),
        Misconception(
            name="first_ones_left_out",
            answer=lambda: _SEED * model.expected_cascade(_R) - _SEED,
            hint=Text(
                en="Those were brought by somebody. Who brought the others?",
                fr="Ceux-là ont été amenés par quelqu’un. Et ceux par qui tout a commencé ?",
            ),
        ),
        Misconception(
            name="sharers_for_reached",
            answer=lambda: _SEED * _R,
            hint=Text(
                en="That is the second wave by itself, fewer people than you started with. "
                "Are the others no longer reached?",
                fr="C’est la deuxième vague seule, moins de monde qu’au départ. "
                "Les autres ne sont-ils plus touchés ?",
            ),
        ),
        Misconception(
            name="remainder_forgotten",
            answer=lambda: _SEED / _R,
            hint=Text(
                en="You divided by R. What is left of 1 once R is taken away?",
                fr="Vous avez divisé par R. Que reste-t-il de 1 une fois R retiré ?",
            ),
        ),
    ),
)

_LOCAL, _GLOBAL = (10_000, 0.8), (30_000, 0.3)


def _reached(local: tuple[float, float], everywhere: tuple[float, float]) -> dict[str, float]:
    reach = model.local_or_global(*local, *everywhere)["reach"]
    return {"local": float(reach["local"]), "global": float(reach["global"])}


local_then_global = Exercise(
    name="local_then_global",
    question=Text(
        en="Figures of an example: the photo of a town is first seen by 10,000 people, R = 0.8; a "
        "photo of the Earth by 30,000, R = 0.3. How many people does each reach in all?",
        fr="Chiffres d’un exemple : la photo d’une ville est d’abord vue par 10 000 personnes, "
        "R = 0,8 ; une photo de la Terre par 30 000, R = 0,3. Combien de personnes chacune "
        "touche-t-elle en tout ?",
    ),
    kind=Numbers(keys={"local": Number(), "global": Number()}),
    answer=lambda: _reached(_LOCAL, _GLOBAL),
    praise=Text(
        en="Yes: three times fewer people to start with, and more in the end. That is how “speak "
        "local to interest the global” could work, if it spreads beyond the town: no count was found "
        "for Bordeaux.",
        fr="Oui : trois fois moins de monde au départ, et davantage à l’arrivée. Voilà comment "
        "« parler local pour intéresser le global » pourrait marcher, si cela sort de la ville : "
        "pour Bordeaux, aucun décompte n’a été trouvé.",
    ),
    misconceptions=(
        Misconception(
            name="one_wave_only",
            answer=lambda: {
                "local": _LOCAL[0] * (1 + _LOCAL[1]),
                "global": _GLOBAL[0] * (1 + _GLOBAL[1]),
            },
            hint=Text(
                en="That is one wave of sharing. Do those whom it reached share in their turn?",
                fr="C’est une seule vague de partages. Ceux qu’elle touche partagent-ils à leur "
                "tour ?",
            ),
        ),
        Misconception(
            name="sharing_swapped",
            answer=lambda: _reached((_LOCAL[0], _GLOBAL[1]), (_GLOBAL[0], _LOCAL[1])),
            hint=Text(
                en="The two Rs have changed places. Which photo is shared more?",
                fr="Les deux R ont échangé leurs places. Quelle photo se partage davantage ?",
            ),
        ),
        Misconception(
            name="last_wave_for_all",
            answer=lambda: {"local": _LOCAL[0] * _LOCAL[1], "global": _GLOBAL[0] * _GLOBAL[1]},
            hint=Text(
                en="Those are the people of the second wave alone. Who else has been reached?",
                fr="Ce sont les gens de la deuxième vague seule. Qui d’autre a été touché ?",
            ),
        ),
        Misconception(
            name="divided_by_reproduction",
            answer=lambda: {"local": _LOCAL[0] / _LOCAL[1], "global": _GLOBAL[0] / _GLOBAL[1]},
            hint=Text(
                en="By that rule a photo that nobody shares would travel farthest. "
                "What is left of 1 once R is taken away?",
                fr="À ce compte, une photo que personne ne partage irait le plus loin. "
                "Que reste-t-il de 1 une fois R retiré ?",
            ),
        ),
        Misconception(
            name="first_ones_left_out",
            answer=lambda: {
                name: reach - seed
                for (name, reach), (seed, _) in zip(
                    _reached(_LOCAL, _GLOBAL).items(), (_LOCAL, _GLOBAL), strict=True
                )
            },
            hint=Text(
                en="Those are the people brought by sharing. Who saw each photo before anybody "
                "shared it?",
                fr="Ce sont les gens amenés par le partage. Qui a vu chaque photo avant tout "
                "partage ?",
            ),
        ),
        Misconception(
            name="two_waves",
            answer=lambda: {
                "local": _LOCAL[0] * (1 + _LOCAL[1] + _LOCAL[1] ** 2),
                "global": _GLOBAL[0] * (1 + _GLOBAL[1] + _GLOBAL[1] ** 2),
            },
            hint=Text(
                en="You stopped after two waves. Each wave brings another: how did you add them "
                "all up for the post seen by 1,000?",
                fr="Vous vous arrêtez après deux vagues. Chacune en amène une autre : comment "
                "les avez-vous toutes additionnées pour la publication vue par 1 000 personnes ?",
            ),
        ),
    ),
)

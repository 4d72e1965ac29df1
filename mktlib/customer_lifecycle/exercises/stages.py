"""Acquire, engage, develop: what an action is for."""

from __future__ import annotations

from mktlib.core.exercise import Choices, Exercise, Misconception
from mktlib.core.text import Text

_RIGHT = {
    "catalogue": "a",
    "reminder": "b",
    "colleague": "c",
    "advert": "a",
    "advanced": "c",
    "half_order": "a",
    "themes": "b",
    "panel": "c",
}

action_of_a_stage = Exercise(
    name="action_of_a_stage",
    question=Text(
        en="What is each action for? (The actions are invented.)",
        fr="À quoi sert chaque action ? (Les actions sont inventées.)",
    ),
    kind=Choices(
        items={
            "catalogue": Text(
                en="the catalogue, to download in exchange for an e-mail address",
                fr="le catalogue, à télécharger en échange d’une adresse e-mail",
            ),
            "reminder": Text(
                en="a month before a certificate expires, a text message to its holder, who chose "
                "text messages",
                fr="un mois avant l’échéance d’un certificat, un SMS à son titulaire, qui a choisi "
                "les SMS",
            ),
            "colleague": Text(
                en="a reward for the former trainee who brings a colleague",
                fr="une récompense à l’ancien stagiaire qui amène un collègue",
            ),
            "advert": Text(
                en="an advert that brings visitors to the site",
                fr="une annonce qui amène des visiteurs sur le site",
            ),
            "advanced": Text(
                en="the advanced course, dearer, offered to those who passed the first",
                fr="le cours avancé, plus cher, proposé à ceux qui ont réussi le premier",
            ),
            "half_order": Text(
                en="a call to the visitor who has never bought and left an order half filled in",
                fr="un appel au visiteur qui n’a jamais acheté et a laissé une commande à moitié "
                "remplie",
            ),
            "themes": Text(
                en="for a trainee, a newsletter on the themes that she ticked, nothing else",
                fr="pour une stagiaire, une newsletter sur les thèmes qu’elle a cochés, rien "
                "d’autre",
            ),
            "panel": Text(
                en="a seat on the panel that tests new courses, for the one who recommends them "
                "most",
                fr="une place dans le panel qui teste les nouveaux cours, pour celui qui les "
                "recommande le plus",
            ),
        },
        options={
            "a": Text(
                en="acquire: bring visits, turn visitors into customers",
                fr="acquérir : faire venir, convertir les visiteurs en clients",
            ),
            "b": Text(
                en="engage: the right message, at the right time, by the right channel",
                fr="engager : le bon message, au bon moment, par le bon canal",
            ),
            "c": Text(
                en="develop: more value, more advocates, and customers through them",
                fr="développer : plus de valeur, plus d’ambassadeurs, et des clients par eux",
            ),
        },
    ),
    answer=lambda: _RIGHT,
    praise=Text(
        en="Yes. Pelet puts “more customers” under “develop” as well as under “acquire”: the "
        "colleague comes because somebody stayed and was glad.",
        fr="Oui. Pelet écrit « acquérir plus de clients » sous « développer » aussi : le collègue "
        "vient parce que quelqu’un est resté, et content.",
    ),
    misconceptions=(
        Misconception(
            name="message_for_engage",
            answer=lambda: _RIGHT | dict.fromkeys(["half_order", "advanced"], "b"),
            hint=Text(
                en="Every stage sends messages. What is this one for: a first purchase, a closer "
                "tie, or more value?",
                fr="À chaque étape on envoie des messages. À quoi sert celui-ci : un premier achat, "
                "un lien plus étroit, ou plus de valeur ?",
            ),
        ),
        Misconception(
            name="newcomer_for_acquire",
            answer=lambda: _RIGHT | {"colleague": "a"},
            hint=Text(
                en="The colleague is new. But on whom do you act, and what has that person become?",
                fr="Le collègue est nouveau. Mais sur qui agissez-vous, et qu’est devenue cette "
                "personne ?",
            ),
        ),
        Misconception(
            name="customer_for_engage",
            answer=lambda: _RIGHT | dict.fromkeys(["colleague", "advanced", "panel"], "b"),
            hint=Text(
                en="They are customers already. Is the aim to reach them better, or that they buy "
                "more and bring others?",
                fr="Ils sont déjà clients. Le but est-il de mieux les joindre, ou qu’ils achètent "
                "davantage et en amènent d’autres ?",
            ),
        ),
        Misconception(
            name="customer_for_develop",
            answer=lambda: _RIGHT | dict.fromkeys(["reminder", "themes"], "c"),
            hint=Text(
                en="Message, time and channel were fitted to one person here. Which stage is that?",
                fr="Ici le message, le moment et le canal sont choisis pour une personne. Quelle "
                "étape est-ce ?",
            ),
        ),
        Misconception(
            name="means_for_aim",
            answer=lambda: (
                _RIGHT
                | dict.fromkeys(["colleague", "reminder", "themes"], "a")
                | dict.fromkeys(["catalogue", "advert", "half_order", "advanced", "panel"], "b")
            ),
            hint=Text(
                en="Leave the means and the moment aside. For each line still wrong: whom does it "
                "reach, a stranger, somebody who has not bought yet, or a customer? And what for?",
                fr="Laissez le moyen et le moment de côté. Pour chaque ligne encore fausse : qui "
                "touche-t-on, un inconnu, quelqu’un qui n’a pas encore acheté, ou un client ? Et "
                "pour obtenir quoi ?",
            ),
        ),
    ),
)

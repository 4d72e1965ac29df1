"""Push or pull, one to one or one to many: a dozen actions taken from the texts of the course."""

from __future__ import annotations

from typing import NamedTuple

from mktlib.core.exercise import Choices, Exercise, Misconception
from mktlib.core.text import Text


class _Action(NamedTuple):
    """What is true of an action, so that each way of judging it can be computed."""

    words: Text
    asked_for: bool  # the person made the first move
    for_one: bool  # made for one person, who can answer and negotiate
    bought: bool  # a space, or a list, that was paid for
    online: bool
    on_a_network: bool
    by_name: bool
    sent: bool


def _action(en: str, fr: str, **true: bool) -> _Action:
    facts = {name: true.pop(name, False) for name in _Action._fields if name != "words"}
    assert not true, f"unknown: {true}"
    return _Action(Text(en=en, fr=fr), **facts)


_ACTIONS = {
    "bordeaux": _action(
        en="the photograph of Bordeaux, on the astronaut's page",
        fr="la photo de Bordeaux, sur la page de l’astronaute",
        asked_for=True,
        online=True,
        on_a_network=True,
    ),
    "tv_spot": _action(
        en="a television spot",
        fr="un spot de télévision",
        bought=True,
    ),
    "bought_list": _action(
        en="“Dear Marie…”: an e-mail to 10,000 bought addresses",
        fr="« Chère Marie… » : un e-mail à 10 000 adresses achetées",
        bought=True,
        online=True,
        by_name=True,
        sent=True,
    ),
    "call_back": _action(
        en="an adviser rings back a visitor who asked for it on the site",
        fr="un conseiller rappelle un visiteur qui l’a demandé sur le site",
        asked_for=True,
        for_one=True,
        by_name=True,
        sent=True,
    ),
    "placement": _action(
        en="a car lent to a film so as to be seen in it (product placement)",
        fr="une voiture prêtée à un film pour qu’on l’y voie (placement de produit)",
        bought=True,
    ),
    "article": _action(
        en="an expert's article on the company's blog",
        fr="un article d’expert sur le blog de l’entreprise",
        asked_for=True,
        online=True,
    ),
    "newsletter": _action(
        en="“Dear Marie…”: a newsletter to the 10,000 who signed up for it",
        fr="« Chère Marie… » : une newsletter aux 10 000 personnes inscrites",
        asked_for=True,
        online=True,
        by_name=True,
        sent=True,
    ),
    "cold_call": _action(
        en="a seller rings up a firm that asked for nothing",
        fr="un vendeur appelle une entreprise qui n’a rien demandé",
        for_one=True,
        by_name=True,
        sent=True,
    ),
    "search_rank": _action(
        en="a page that search engines show first, without payment (SEO)",
        fr="une page que les moteurs montrent en premier, sans payer (SEO)",
        asked_for=True,
        online=True,
    ),
    "print_advert": _action(
        en="a page of advertising in a magazine",
        fr="une page de publicité dans un magazine",
        bought=True,
    ),
    "prospect_message": _action(
        en="a private message, written for one prospect spotted on Twitter",
        fr="un message privé, écrit pour un prospect repéré sur Twitter",
        for_one=True,
        online=True,
        on_a_network=True,
        by_name=True,
        sent=True,
    ),
    "private_answer": _action(
        en="a private answer to a customer who complains on Facebook",
        fr="une réponse privée à un client qui se plaint sur Facebook",
        asked_for=True,
        for_one=True,
        online=True,
        on_a_network=True,
        by_name=True,
        sent=True,
    ),
}
_ITEMS = {name: each.words for name, each in _ACTIONS.items()}


def _pull_if(**judged: bool) -> dict[str, str]:
    return {name: "b" if pull else "a" for name, pull in judged.items()}


push_or_pull = Exercise(
    name="push_or_pull",
    question=Text(
        en="Push or pull? Ask of each action: who makes the first move?",
        fr="Push ou pull ? Demandez pour chaque action : qui fait le premier pas ?",
    ),
    kind=Choices(
        items=_ITEMS,
        options={
            "a": Text(en="push: the company goes to people", fr="push : l’entreprise va aux gens"),
            "b": Text(
                en="pull: people come, or asked", fr="pull : les gens viennent, ou demandent"
            ),
        },
    ),
    answer=lambda: _pull_if(**{name: each.asked_for for name, each in _ACTIONS.items()}),
    praise=Text(
        en="Yes. The same telephone pushes or pulls, the same e-mail too: the channel does not "
        "decide, the first move does. Who let you write to that address?",
        fr="Oui. Le même téléphone pousse ou tire, le même e-mail aussi : ce n’est pas le canal qui "
        "décide, c’est le premier pas. Qui vous a permis d’écrire à cette adresse ?",
    ),
    misconceptions=(
        Misconception(
            name="online_for_pull",
            answer=lambda: _pull_if(**{name: each.online for name, each in _ACTIONS.items()}),
            hint=Text(
                en="You sorted by screen. Did everybody who is written to online ask for it, and "
                "is everybody who is telephoned disturbed?",
                fr="Vous avez trié selon l’écran. Tous ceux à qui l’on écrit en ligne ont-ils "
                "demandé quelque chose, et tous ceux que l’on appelle sont-ils dérangés ?",
            ),
        ),
        Misconception(
            name="bought_for_push",
            answer=lambda: _pull_if(**{name: not each.bought for name, each in _ACTIONS.items()}),
            hint=Text(
                en="You sorted by what is paid for. Can a company intrude without buying a space?",
                fr="Vous avez trié selon ce qui se paie. "
                "Une entreprise peut-elle s’imposer sans acheter d’espace ?",
            ),
        ),
        Misconception(
            name="sent_for_push",
            answer=lambda: _pull_if(
                **{name: each.asked_for and not each.sent for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="You call push whatever is sent. What if the person asked for it to be sent?",
                fr="Vous appelez push tout ce qui est envoyé. "
                "Et si la personne a demandé qu’on le lui envoie ?",
            ),
        ),
        Misconception(
            name="discreet_for_pull",
            answer=lambda: _pull_if(
                **{name: each.asked_for or name == "placement" for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="A placement is discreet. Did the spectator come to see the car?",
                fr="Un placement est discret. Le spectateur est-il venu voir la voiture ?",
            ),
        ),
        Misconception(
            name="published_for_push",
            answer=lambda: _pull_if(
                **{name: each.asked_for and each.sent for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="You call push whatever the company publishes. A page waits: who looks for it?",
                fr="Vous appelez push tout ce que l’entreprise publie. Une page attend : qui la "
                "cherche ?",
            ),
        ),
        Misconception(
            name="watched_for_asked",
            answer=lambda: _pull_if(
                **{
                    name: each.asked_for or name in ("tv_spot", "print_advert")
                    for name, each in _ACTIONS.items()
                }
            ),
            hint=Text(
                en="People sat down for the programme, or bought the magazine. Did they come for "
                "the advert?",
                fr="Les gens sont venus pour l’émission, ou ont acheté le magazine. Venaient-ils "
                "pour la publicité ?",
            ),
        ),
    ),
)


def _one_if(**judged: bool) -> dict[str, str]:
    return {name: "a" if one else "b" for name, one in judged.items()}


one_or_many = Exercise(
    name="one_or_many",
    question=Text(
        en="The same actions. Could this message be negotiated with the person who gets it?",
        fr="Les mêmes actions. Ce message peut-il se négocier avec la personne qui le reçoit ?",
    ),
    kind=Choices(
        items=_ITEMS,
        options={
            "a": Text(en="one to one", fr="one-to-one (de personne à personne)"),
            "b": Text(en="one to many", fr="one-to-many (d’un seul vers beaucoup)"),
        },
    ),
    answer=lambda: _one_if(**{name: each.for_one for name, each in _ACTIONS.items()}),
    praise=Text(
        en="Yes: two questions, four corners, and none of the four is empty. Who sells speaks one to "
        "one, who promotes to many; the private answer does neither: it is customer relations.",
        fr="Oui : deux questions, quatre coins, et aucun des quatre n’est vide. Qui vend parle à un "
        "seul, qui promeut à beaucoup ; la réponse privée ne fait ni l’un ni l’autre : c’est de la "
        "relation client.",
    ),
    misconceptions=(
        Misconception(
            name="by_name_for_one",
            answer=lambda: _one_if(**{name: each.by_name for name, each in _ACTIONS.items()}),
            hint=Text(
                en="A first name can be printed 10,000 times. Which of these would read "
                "differently if somebody else received it?",
                fr="Un prénom s’imprime 10 000 fois. Lesquels de ces messages changeraient si "
                "quelqu’un d’autre les recevait ?",
            ),
        ),
        Misconception(
            name="network_for_one",
            answer=lambda: _one_if(
                **{name: each.for_one or each.on_a_network for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="A network allows conversations. How many people see a photograph on a page?",
                fr="Un réseau permet la conversation. "
                "Combien de personnes voient une photo sur une page ?",
            ),
        ),
        Misconception(
            name="written_for_many",
            answer=lambda: _one_if(
                **{name: each.for_one and not each.online for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="You kept the voice only. Can one person alone be written to?",
                fr="Vous n’avez gardé que la voix. Ne peut-on pas écrire à une seule personne ?",
            ),
        ),
        Misconception(
            name="push_for_many",
            answer=lambda: _one_if(**{name: each.asked_for for name, each in _ACTIONS.items()}),
            hint=Text(
                en="These are your answers to the question before. "
                "Can a message that nobody asked for be meant for one person?",
                fr="Ce sont vos réponses à la question d’avant. "
                "Un message que personne n’a demandé peut-il viser une seule personne ?",
            ),
        ),
        Misconception(
            name="sellers_alone",
            answer=lambda: _one_if(
                **{name: each.for_one and not each.asked_for for name, each in _ACTIONS.items()}
            ),
            hint=Text(
                en="A person asks and somebody answers. Cannot the two of them negotiate?",
                fr="Quelqu’un demande, quelqu’un répond. Les deux ne peuvent-ils pas négocier ?",
            ),
        ),
        Misconception(
            name="seen_alone",
            answer=lambda: _one_if(
                **{
                    name: each.for_one or (each.bought and not each.by_name)
                    for name, each in _ACTIONS.items()
                }
            ),
            hint=Text(
                en="One may look at an advert alone. Does it change for the one who looks?",
                fr="On peut regarder seul une publicité. Change-t-elle pour celui qui regarde ?",
            ),
        ),
    ),
)

"""Demos: which sphere speaks, which account to close, which network for whom."""

from __future__ import annotations

from typing import NamedTuple

from mktlib.core.exercise import Choices, Exercise, Misconception
from mktlib.core.text import Text


class _Message(NamedTuple):
    """A message, and what is true of it, so that each way of sorting can be computed."""

    words: Text
    sphere: str
    about_people_at_work: bool = False
    to_firms: bool = False
    first_name: bool = False


_MESSAGES = {
    "marion": _Message(
        Text(
            en="Marion Demos comments on a new law on training, for the HR managers of firms",
            fr="Marion Demos commente une nouvelle loi sur la formation, pour les DRH "
            "d’entreprises",
        ),
        sphere="b",
        about_people_at_work=True,
        to_firms=True,
        first_name=True,
    ),
    "secretaries": _Message(
        Text(
            en="the account for secretaries shares a way to write minutes faster",
            fr="le compte des secrétaires partage une méthode de compte rendu rapide",
        ),
        sphere="b",
        to_firms=True,
        first_name=True,
    ),
    "centre": _Message(
        Text(en="Demos opens a training centre", fr="Demos ouvre un centre de formation"),
        sphere="a",
    ),
    "trainees": _Message(
        Text(
            en="Demos thanks all its trainees of the year",
            fr="Demos remercie tous ses stagiaires de l’année",
        ),
        sphere="a",
    ),
    "prospect": _Message(
        Text(
            en="a seller writes to a training manager met at a fair",
            fr="un commercial écrit à une responsable formation rencontrée sur un salon",
        ),
        sphere="c",
        to_firms=True,
        first_name=True,
    ),
    "customer": _Message(
        Text(
            en="a seller congratulates a customer of ten years",
            fr="un commercial félicite un client de dix ans",
        ),
        sphere="c",
        to_firms=True,
        first_name=True,
    ),
    "colleague": _Message(
        Text(
            en="an employee tells on her own profile what her work is like",
            fr="une salariée raconte son métier sur son propre profil",
        ),
        sphere="d",
        about_people_at_work=True,
        first_name=True,
    ),
}


def _spheres() -> dict[str, str]:
    return {name: each.sphere for name, each in _MESSAGES.items()}


sphere_of_a_message = Exercise(
    name="sphere_of_a_message",
    question=Text(
        en="Seven messages, invented. Which of the four spheres would publish each?",
        fr="Sept messages, inventés. Laquelle des quatre sphères publierait chacun ?",
    ),
    kind=Choices(
        items={name: each.words for name, each in _MESSAGES.items()},
        options={
            "a": Text(
                en="corporate: the brand, all together", fr="corporate : la marque, collectivement"
            ),
            "b": Text(
                en="business: a community manager for each training theme, to firms",
                fr="business : un community manager par thème de formation, vers les entreprises",
            ),
            "c": Text(
                en="sales: win customers and keep them",
                fr="sales : prospecter et fidéliser des clients",
            ),
            "d": Text(
                en="HR: the employee, as an individual",
                fr="RH : le collaborateur, à titre individuel",
            ),
        },
    ),
    answer=_spheres,
    praise=Text(
        en="Yes. A sphere is an aim and an audience, not a subject: Marion talks of human resources "
        "from the business sphere. With no aim written down, nobody can say that an account failed.",
        fr="Oui. Une sphère, c’est un but et un public, pas un sujet : Marion parle de ressources "
        "humaines depuis la sphère business. Sans but écrit, nul ne peut dire qu’un compte a échoué.",
    ),
    misconceptions=(
        Misconception(
            name="subject_for_sphere",
            answer=lambda: {
                name: "d" if each.about_people_at_work else each.sphere
                for name, each in _MESSAGES.items()
            },
            hint=Text(
                en="You sorted by what is talked about. To whom does Marion speak, and for whom?",
                fr="Vous avez trié selon le sujet. À qui Marion parle-t-elle, et au nom de qui ?",
            ),
        ),
        Misconception(
            name="firms_for_sales",
            answer=lambda: {
                name: "c" if each.to_firms else each.sphere for name, each in _MESSAGES.items()
            },
            hint=Text(
                en="Whoever speaks to firms is a seller, in your sorting. "
                "Does a tip for secretaries close a sale?",
                fr="Chez vous, qui parle à des entreprises est un vendeur. "
                "Une astuce pour secrétaires conclut-elle une vente ?",
            ),
        ),
        Misconception(
            name="first_name_for_individual",
            answer=lambda: {
                name: "d" if each.first_name else each.sphere for name, each in _MESSAGES.items()
            },
            hint=Text(
                en="You took each first name for a person speaking alone. "
                "Who goes on using the account when that person leaves?",
                fr="Vous prenez chaque prénom pour une personne qui parle seule. "
                "Qui garde le compte quand cette personne s’en va ?",
            ),
        ),
        Misconception(
            name="thanks_for_sales",
            answer=lambda: {**_spheres(), "trainees": "c"},
            hint=Text(
                en="To thank everybody at once is not to win or keep one customer. In whose name "
                "is it said?",
                fr="Remercier tout le monde à la fois, ce n’est ni prospecter ni fidéliser un "
                "client. Au nom de qui est-ce dit ?",
            ),
        ),
        Misconception(
            name="courtesy_for_the_brand",
            answer=lambda: {**_spheres(), "customer": "a"},
            hint=Text(
                en="Courtesy to one customer by name. Who writes, and what does that person hope "
                "for afterwards?",
                fr="Une politesse à un client précis. Qui écrit, et qu’en espère-t-il ensuite ?",
            ),
        ),
        Misconception(
            name="name_for_the_brand",
            answer=lambda: {**_spheres(), "marion": "a"},
            hint=Text(
                en="Every account bears the name of Demos. What is this one about, and for which "
                "firms' people?",
                fr="Tous les comptes portent le nom de Demos. De quoi celui-ci parle-t-il, et à "
                "qui dans les entreprises ?",
            ),
        ),
        Misconception(
            name="employee_for_the_brand",
            answer=lambda: {**_spheres(), "colleague": "a"},
            hint=Text(
                en="Whose profile is it: the firm's, or hers?",
                fr="À qui est ce profil : à l’entreprise, ou à elle ?",
            ),
        ),
    ),
)


class _Account(NamedTuple):
    """An account, invented, with the interview's three reasons to close and three distractions."""

    words: Text
    has_matter: bool = True
    target_there: bool = True
    has_hands: bool = True
    small: bool = False
    bad_month: bool = False
    person_left: bool = False
    silent: bool = False


_ACCOUNTS = {
    "labour_law": _Account(
        Text(
            en="labour law: news every week, HR managers reply, half an hour a day; 90 followers",
            fr="droit du travail : une actualité par semaine, des DRH qui répondent, une demi-heure "
            "par jour ; 90 abonnés",
        ),
        small=True,
    ),
    "gifts": _Account(
        Text(
            en="business gifts: a willing volunteer, 800 buyers follow, two things to say a year",
            fr="cadeaux d’affaires : un volontaire disponible, 800 acheteurs abonnés, deux sujets "
            "par an",
        ),
        has_matter=False,
    ),
    "town_halls": _Account(
        Text(
            en="town halls: plenty to say, a keen volunteer; their staff are on another network",
            fr="mairies : beaucoup à dire, un volontaire motivé ; leurs agents sont sur un autre "
            "réseau",
        ),
        target_there=False,
    ),
    "projects": _Account(
        Text(
            en="project management: plenty to say, the target is there; its volunteer is swamped, "
            "not a word for seven weeks, and nobody takes over",
            fr="gestion de projet : beaucoup à dire, la cible est là ; son volontaire est débordé, "
            "pas un mot depuis sept semaines, et personne ne prend la relève",
        ),
        has_hands=False,
        silent=True,
    ),
    "languages": _Account(
        Text(
            en="languages: the first ambassador has left, a colleague writes under the same name",
            fr="langues : la première ambassadrice est partie, une collègue écrit sous le même nom",
        ),
        person_left=True,
    ),
    "human_resources": _Account(
        Text(
            en="human resources: 3,000 followers in the target, an hour a day; a poor last month",
            fr="ressources humaines : 3 000 abonnés dans la cible, une heure par jour ; un mauvais "
            "dernier mois",
        ),
        bad_month=True,
    ),
}


def _verdict(account: _Account) -> str:
    if not account.has_matter:
        return "b"
    if not account.target_there:
        return "c"
    return "a" if account.has_hands else "d"


def _verdicts(**otherwise: str) -> dict[str, str]:
    """The right letters, but `otherwise` for accounts of which a distraction is true."""
    return {
        name: next((letter for fact, letter in otherwise.items() if getattr(each, fact)), "")
        or _verdict(each)
        for name, each in _ACCOUNTS.items()
    }


def _without_the_reason(reason: str) -> dict[str, str]:
    """The right letters of somebody who keeps what `reason` should close."""
    return {name: "a" if letter == reason else letter for name, letter in _verdicts().items()}


accounts_to_close = Exercise(
    name="accounts_to_close",
    question=Text(
        en="Six invented accounts after the test. By the interview's three reasons, which do you "
        "close, and why?",
        fr="Six comptes inventés, après la période de test. Selon les trois raisons de l’interview, "
        "lesquels fermez-vous, et pourquoi ?",
    ),
    kind=Choices(
        items={name: each.words for name, each in _ACCOUNTS.items()},
        options={
            "a": Text(en="keep it", fr="le garder"),
            "b": Text(en="close: too little to say", fr="fermer : trop peu à dire"),
            "c": Text(en="close: the target is not there", fr="fermer : la cible n’y est pas"),
            "d": Text(
                en="close: nobody to keep it going", fr="fermer : personne pour le faire vivre"
            ),
        },
    ),
    answer=_verdicts,
    praise=Text(
        en="Yes. None of the three is a number of followers, and each has its own cure: a merger, "
        "another network, another volunteer. Which could have been known before opening?",
        fr="Oui. Aucune des trois n’est un nombre d’abonnés, et chacune a son remède : fusionner, "
        "changer de réseau, changer de volontaire. Laquelle pouvait se connaître avant d’ouvrir ?",
    ),
    misconceptions=(
        Misconception(
            name="small_for_absent",
            answer=lambda: _verdicts(small="c"),
            hint=Text(
                en="You closed a small account. Who answers there: the target, or nobody?",
                fr="Vous avez fermé un petit compte. Qui y répond : la cible, ou personne ?",
            ),
        ),
        Misconception(
            name="small_for_nothing_to_say",
            answer=lambda: _verdicts(small="b"),
            hint=Text(
                en="Is a small number of followers one of the three reasons?",
                fr="Un petit nombre d’abonnés est-il l’une des trois raisons ?",
            ),
        ),
        Misconception(
            name="person_for_account",
            answer=lambda: _verdicts(person_left="d"),
            hint=Text(
                en="A person has left. Whose account was it, and who writes now?",
                fr="Une personne est partie. À qui était le compte, et qui écrit maintenant ?",
            ),
        ),
        Misconception(
            name="bad_month_for_absent",
            answer=lambda: _verdicts(bad_month="c"),
            hint=Text(
                en="You judged one month. Has the target gone, or has it had a quiet month?",
                fr="Vous avez jugé sur un mois. La cible est-elle partie, ou discrète ce mois-ci ?",
            ),
        ),
        Misconception(
            name="silence_for_nothing_to_say",
            answer=lambda: _verdicts(silent="b"),
            hint=Text(
                en="An account can fall silent with plenty to say. What is lacking here?",
                fr="Un compte peut se taire en ayant beaucoup à dire. Que manque-t-il ici ?",
            ),
        ),
        Misconception(
            name="content_is_enough",
            answer=lambda: _without_the_reason("c"),
            hint=Text(
                en="Plenty to say and somebody to say it: who is there to listen?",
                fr="Beaucoup à dire et quelqu’un pour le dire : qui est là pour écouter ?",
            ),
        ),
        Misconception(
            name="followers_are_enough",
            answer=lambda: _without_the_reason("b"),
            hint=Text(
                en="Followers who wait and a volunteer who is free: what will there be to tell "
                "them next month?",
                fr="Des abonnés qui attendent, un volontaire disponible : qu’aura-t-on à leur "
                "dire le mois prochain ?",
            ),
        ),
        Misconception(
            name="subject_is_enough",
            answer=lambda: _without_the_reason("d"),
            hint=Text(
                en="The subject and the target are there. Who will write next week?",
                fr="Le sujet et la cible sont là. Qui écrira la semaine prochaine ?",
            ),
        ),
        Misconception(
            name="bad_month_for_nothing_to_say",
            answer=lambda: _verdicts(bad_month="b"),
            hint=Text(
                en="An hour a day goes into it. Does one poor month say that there is nothing "
                "left to tell?",
                fr="On y passe une heure par jour. Un seul mauvais mois dit-il qu’il n’y a plus "
                "rien à dire ?",
            ),
        ),
        Misconception(
            name="size_and_departure",
            answer=lambda: _verdicts(small="c", person_left="d"),
            hint=Text(
                en="You closed one account for its size and one for a departure. Reread the "
                "three reasons: is either of these among them?",
                fr="Vous fermez un compte pour sa taille, un autre pour un départ. Relisez les "
                "trois raisons : l’une de ces deux en fait-elle partie ?",
            ),
        ),
    ),
)


class _Need(NamedTuple):
    words: Text
    network: str
    is_a_trade: bool = False


_NEEDS = {
    "public_sector": _Need(
        Text(en="meet people of the public sector", fr="rencontrer le secteur public"),
        network="b",
        is_a_trade=True,
    ),
    "human_resources": _Need(
        Text(en="meet the human-resources community", fr="rencontrer la communauté RH"),
        network="a",
        is_a_trade=True,
    ),
    "short_messages": _Need(
        Text(en="send short, sharp messages", fr="envoyer des messages courts et incisifs"),
        network="a",
    ),
    "debate": _Need(
        Text(en="hold the debate of the month", fr="tenir le débat de fond du mois"), network="c"
    ),
    "trainees": _Need(
        Text(
            en="perhaps, one day, gather more than 40,000 trainees a year",
            fr="peut-être, un jour, fédérer plus de 40 000 stagiaires par an",
        ),
        network="d",
    ),
}

network_for_whom = Exercise(
    name="network_for_whom",
    question=Text(
        en="Demos in 2012: which network for which need?",
        fr="Demos en 2012 : quel réseau pour quel besoin ?",
    ),
    kind=Choices(
        items={name: each.words for name, each in _NEEDS.items()},
        options={
            "a": Text(en="Twitter", fr="Twitter"),
            "b": Text(en="Viadeo rather than LinkedIn", fr="Viadeo plutôt que LinkedIn"),
            "c": Text(en="Viadeo and LinkedIn", fr="Viadeo et LinkedIn"),
            "d": Text(en="Facebook", fr="Facebook"),
        },
    ),
    answer=lambda: {name: each.network for name, each in _NEEDS.items()},
    praise=Text(
        en="Yes: two questions each time, who is there, and what form the place asks for. And buyers "
        "do not behave as followers do: the person who signs is perhaps in neither place.",
        fr="Oui : deux questions à chaque fois, qui est là, et quelle forme le lieu impose. Et les "
        "acheteurs ne se conduisent pas comme les abonnés : celui qui signe n’est peut-être nulle "
        "part ici.",
    ),
    misconceptions=(
        Misconception(
            name="professionals_anywhere_professional",
            answer=lambda: {
                name: "c" if each.is_a_trade else each.network for name, each in _NEEDS.items()
            },
            hint=Text(
                en="You sent every trade to the professional networks. "
                "Does Demos find them all alike there?",
                fr="Vous envoyez tous les métiers sur les réseaux professionnels. "
                "Demos les y trouve-t-elle tous de la même façon ?",
            ),
        ),
        Misconception(
            name="largest_for_everybody",
            answer=lambda: dict.fromkeys(_NEEDS, "d"),
            hint=Text(
                en="The largest network has everybody in it. Is everybody there at work?",
                fr="Le plus grand réseau contient tout le monde. Tout le monde y travaille-t-il ?",
            ),
        ),
        Misconception(
            name="where_the_accounts_are",
            answer=lambda: dict.fromkeys(_NEEDS, "a"),
            hint=Text(
                en="The eight accounts are there, indeed. Are all the audiences?",
                fr="Les huit comptes y sont, en effet. Tous les publics y sont-ils ?",
            ),
        ),
        Misconception(
            name="public_sector_for_debate",
            answer=lambda: {
                name: "b" if each.network == "c" else each.network for name, each in _NEEDS.items()
            },
            hint=Text(
                en="There you find one trade of the list. In how many places does Demos debate?",
                fr="C’est là que l’on trouve l’un des métiers. En combien de lieux Demos "
                "débat-elle ?",
            ),
        ),
    ),
)

"""Who does it: rules for an account, the person to hire, what a network is there for."""

from __future__ import annotations

from mktlib.core.exercise import Choice, Choices, Exercise, Misconception
from mktlib.core.text import Text

_RULES = {"a_joke": "c", "silence": "d", "next_tuesday": "a", "a_rival": "b"}

which_rule = Exercise(
    name="which_rule",
    question=Text(
        en="Which of the four would have prevented each incident?",
        fr="Laquelle des quatre aurait évité chaque incident ?",
    ),
    kind=Choices(
        items={
            "a_joke": Text(
                en="A colleague answers a complaint with a joke, in the company's name.",
                fr="Un collègue répond à une plainte par une blague, au nom de l’entreprise.",
            ),
            "silence": Text(
                en="The director learns in June that an account has been silent since March.",
                fr="La directrice apprend en juin qu’un compte se tait depuis mars.",
            ),
            "next_tuesday": Text(
                en="Two people post the same news on Monday, and nobody on Tuesday.",
                fr="Deux personnes publient la même nouvelle lundi, et personne mardi.",
            ),
            "a_rival": Text(
                en="A customer tells you that a rival opens the same programme.",
                fr="Un client vous apprend qu’un concurrent ouvre le même programme.",
            ),
        },
        options={
            "a": Text(en="An editorial calendar", fr="Un calendrier éditorial"),
            "b": Text(en="A watch, with filters", fr="Une veille, avec des filtres"),
            "c": Text(en="A charter", fr="Une charte"),
            "d": Text(en="Monthly reporting", fr="Un reporting mensuel"),
        },
    ),
    answer=lambda: _RULES,
    praise=Text(
        en="Yes: a charter says what may be said, a calendar what is said when, reporting what was "
        "done, and a watch what others do.",
        fr="Oui : la charte dit ce qu’on peut dire, le calendrier ce qu’on dit et quand, le "
        "reporting ce qui a été fait, la veille ce que font les autres.",
    ),
    misconceptions=(
        Misconception(
            name="calendar_for_reporting",
            answer=lambda: {**_RULES, "silence": "a"},
            hint=Text(
                en="A calendar may exist and not be kept. What would have told the director so?",
                fr="Un calendrier peut exister sans être suivi. Qu’est-ce qui l’aurait dit à la "
                "directrice ?",
            ),
        ),
        Misconception(
            name="charter_for_calendar",
            answer=lambda: {**_RULES, "next_tuesday": "c"},
            hint=Text(
                en="Nothing forbidden was said. Who was to speak, and when?",
                fr="Rien d’interdit n’a été dit. Qui devait parler, et quand ?",
            ),
        ),
        Misconception(
            name="reporting_for_charter",
            answer=lambda: {**_RULES, "a_joke": "d"},
            hint=Text(
                en="A report tells it a month too late. What tells it before?",
                fr="Un reporting le dit un mois trop tard. Qu’est-ce qui le dit avant ?",
            ),
        ),
        Misconception(
            name="reporting_for_watch",
            answer=lambda: {**_RULES, "a_rival": "d"},
            hint=Text(
                en="A report looks at your own accounts. Where was the rival's news?",
                fr="Un reporting regarde vos propres comptes. Où était la nouvelle du concurrent ?",
            ),
        ),
        Misconception(
            name="charter_for_reporting",
            answer=lambda: {**_RULES, "silence": "c"},
            hint=Text(
                en="A rule may say 'publish every week'. Who notices that nobody does?",
                fr="Une règle peut dire « publier chaque semaine ». Qui remarque que personne ne le fait ?",
            ),
        ),
        Misconception(
            name="watch_for_reporting",
            answer=lambda: {**_RULES, "silence": "b"},
            hint=Text(
                en="A watch looks at others. Whose account was silent?",
                fr="Une veille regarde les autres. À qui était le compte muet ?",
            ),
        ),
        Misconception(
            name="calendar_for_charter",
            answer=lambda: {**_RULES, "a_joke": "a"},
            hint=Text(
                en="An answer to a complaint has no date in advance. What says how to answer?",
                fr="Une réponse à une plainte n’a pas de date prévue. Qu’est-ce qui dit comment répondre ?",
            ),
        ),
        Misconception(
            name="reporting_for_calendar",
            answer=lambda: {**_RULES, "next_tuesday": "d"},
            hint=Text(
                en="A report counts posts afterwards. What would the two have looked at beforehand?",
                fr="Un reporting compte les publications après coup. Qu’auraient-ils regardé avant ?",
            ),
        ),
        Misconception(
            name="calendar_and_reporting_swapped",
            answer=lambda: {**_RULES, "silence": "a", "next_tuesday": "d"},
            hint=Text(
                en="One of the two looks ahead, the other back. Which incident asks for which?",
                fr="L’un des deux regarde devant, l’autre derrière. Lequel pour quel incident ?",
            ),
        ),
        Misconception(
            name="charter_and_reporting_swapped",
            answer=lambda: {**_RULES, "a_joke": "d", "silence": "c"},
            hint=Text(
                en="One says how to speak, the other what was done. Which incident asks for which?",
                fr="L’une dit comment parler, l’autre ce qui a été fait. Laquelle pour quel incident ?",
            ),
        ),
        Misconception(
            name="charter_and_watch_swapped",
            answer=lambda: {**_RULES, "a_joke": "b", "a_rival": "c"},
            hint=Text(
                en="One binds your own people, the other listens outside. Which incident came from where?",
                fr="L’une engage les vôtres, l’autre écoute dehors. D’où vient chaque incident ?",
            ),
        ),
        Misconception(
            name="calendar_for_watch",
            answer=lambda: {**_RULES, "a_rival": "a"},
            hint=Text(
                en="A calendar holds what you will say. Where was the rival's news to be heard?",
                fr="Un calendrier contient ce que vous direz. Où entendre la nouvelle du concurrent ?",
            ),
        ),
    ),
)

whom_to_hire = Exercise(
    name="whom_to_hire",
    question=Text(
        en="You look for someone to run the community of trainees. Which job advert follows "
        "the two sources best?",
        fr="Vous cherchez quelqu’un pour animer la communauté des stagiaires. Quelle annonce suit "
        "le mieux les deux sources ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="“Our best trainer in labour law, with ten years of practice and a name in the field.”",
                fr="« Notre meilleur formateur en droit du travail, dix ans de pratique, un nom dans le métier. »",
            ),
            "b": Text(
                en="“At ease with scheduling software: ten posts a day on six networks, unattended.”",
                fr="« À l’aise avec les logiciels de programmation : dix publications par jour sur six réseaux, sans surveillance. »",
            ),
            "c": Text(
                en="“Knows how to make people comment: questions, contests, and a gift for the hundredth.”",
                fr="« Sait faire commenter : des questions, des concours, et un cadeau pour le centième. »",
            ),
            "d": Text(
                en="“Curious, writes well, hears blame as calmly as praise, knows marketing's basics.”",
                fr="« Curieux, écrit bien, reçoit critiques et éloges avec calme, connaît les bases du marketing. »",
            ),
        }
    ),
    answer=lambda: "d",
    praise=Text(
        en="Yes: Pelet tells the community manager from the expert; the interview asks for the "
        "fundamentals first. The expert writes the articles.",
        fr="Oui : Pelet distingue le community manager de l’expert ; l’entretien demande d’abord "
        "les fondamentaux. L’expert, lui, écrit les articles.",
    ),
    misconceptions=(
        Misconception(
            name="expert_for_manager",
            answer=lambda: "a",
            hint=Text(
                en="Knowing the law is one trade. What does it take to answer people all day?",
                fr="Connaître le droit est un métier. Que faut-il pour répondre aux gens toute la "
                "journée ?",
            ),
        ),
        Misconception(
            name="volume_for_strategy",
            answer=lambda: "b",
            hint=Text(
                en="The interview wants to save time “if possible without automation”. Who answers?",
                fr="L’entretien veut gagner du temps, « si possible sans automation ». Qui répond ?",
            ),
        ),
        Misconception(
            name="race_for_engagement",
            answer=lambda: "c",
            hint=Text(
                en="Comments will come. From the people whom you want to reach?",
                fr="Des commentaires viendront. De ceux que vous voulez atteindre ?",
            ),
        ),
    ),
)

_AIMS = {"search_page": "b", "weekly_article": "a", "forum_answers": "a", "sponsored_form": "b"}

acquire_or_publish = Exercise(
    name="acquire_or_publish",
    question=Text(
        en="On which table does each belong: leads of this quarter, or reach and engagement among "
        "the right people?",
        fr="À quel tableau appartient chacun : les leads de ce trimestre, ou la portée et "
        "l’engagement auprès des bonnes personnes ?",
    ),
    kind=Choices(
        items={
            "search_page": Text(
                en="An advert beside search results that opens the registration page.",
                fr="Une annonce près des résultats de recherche qui ouvre la page d’inscription.",
            ),
            "weekly_article": Text(
                en="An expert's article, every week, with nothing to sell.",
                fr="L’article d’un expert, chaque semaine, sans rien à vendre.",
            ),
            "forum_answers": Text(
                en="Patient answers in a forum of assistants.",
                fr="Des réponses patientes dans un forum d’assistantes.",
            ),
            "sponsored_form": Text(
                en="A boosted post that ends in a form to fill in.",
                fr="Une publication sponsorisée qui finit par un formulaire à remplir.",
            ),
        },
        options={
            "a": Text(
                en="Publish: reach, engagement, the right person",
                fr="Publier : portée, engagement, la bonne personne",
            ),
            "b": Text(
                en="Acquire: leads, and what each cost",
                fr="Acquérir : des leads, et le coût de chacun",
            ),
        },
    ),
    answer=lambda: _AIMS,
    praise=Text(
        en="Yes. Judge an article by next week's leads and you will stop it in February; judge an "
        "advert by its reach and you will never stop it.",
        fr="Oui. Jugez un article aux leads de la semaine suivante, et vous l’arrêterez en février ; "
        "jugez une annonce à sa portée, et vous ne l’arrêterez jamais.",
    ),
    misconceptions=(
        Misconception(
            name="network_for_aim",
            answer=lambda: {**_AIMS, "sponsored_form": "a"},
            hint=Text(
                en="It stands on a network, like the articles. What does it ask of the reader, and "
                "who paid?",
                fr="Elle est sur un réseau, comme les articles. Que demande-t-elle au lecteur, et qui a "
                "payé ?",
            ),
        ),
        Misconception(
            name="every_content_must_sell",
            answer=lambda: {**_AIMS, "weekly_article": "b"},
            hint=Text(
                en="Nothing is for sale in it. When would a reader become a lead?",
                fr="Rien n’y est à vendre. Quand un lecteur deviendrait-il un lead ?",
            ),
        ),
        Misconception(
            name="answers_counted_as_leads",
            answer=lambda: {**_AIMS, "forum_answers": "b"},
            hint=Text(
                en="The answer goes to one who asked, and is read by others. Is that a lead?",
                fr="La réponse va à celui qui demande, et d’autres la lisent. Est-ce un lead ?",
            ),
        ),
        Misconception(
            name="other_way_round",
            answer=lambda: {key: "ab"[letter == "a"] for key, letter in _AIMS.items()},
            hint=Text(
                en="Take each line in turn: does it ask readers for something now, or only for attention?",
                fr="Prenez chaque ligne : demande-t-elle quelque chose tout de suite, ou seulement de l’attention ?",
            ),
        ),
    ),
)

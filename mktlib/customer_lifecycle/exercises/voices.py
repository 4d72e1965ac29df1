"""Those who speak of the brand: answer, admit, thank; and what studies found of it."""

from __future__ import annotations

from mktlib.core.exercise import Choice, Choices, Exercise, Misconception, Number
from mktlib.core.text import Text

_ANSWERS = {
    "silly": "a",
    "invoice": "b",
    "fan": "c",
    "forum": "a",
    "insult": "d",
    "breakdown": "b",
    "helper": "c",
}

answer_or_not = Exercise(
    name="answer_or_not",
    question=Text(
        en="Seven messages to a training company (invented). What do you do with each?",
        fr="Sept messages à une entreprise de formation (inventés). Que faites-vous de chacun ?",
    ),
    kind=Choices(
        items={
            "silly": Text(
                en="“Is the online course online?”", fr="« Le cours en ligne est-il en ligne ? »"
            ),
            "invoice": Text(
                en="“You charged us twice. My third message!”",
                fr="« Vous nous avez facturés deux fois. Mon troisième message ! »",
            ),
            "fan": Text(
                en="“I have sent you four colleagues this year. Go on!”",
                fr="« Je vous ai envoyé quatre collègues cette année. Continuez ! »",
            ),
            "forum": Text(
                en="on a forum, somebody asks which software your course uses, and a stranger "
                "answers wrongly",
                fr="sur un forum, quelqu’un demande quel logiciel utilise votre cours, et un inconnu "
                "répond de travers",
            ),
            "insult": Text(
                en="the tenth identical insult, with no request in it, after nine answers",
                fr="la dixième insulte identique, qui ne demande rien, après neuf réponses",
            ),
            "breakdown": Text(
                en="“The exam site was down all morning and nobody tells us anything”",
                fr="« Le site d’examen en panne toute la matinée, et personne ne nous dit rien »",
            ),
            "helper": Text(
                en="a former trainee answers, every week on a forum, questions on your courses",
                fr="une ancienne stagiaire répond, chaque semaine sur un forum, aux questions sur "
                "vos cours",
            ),
        },
        options={
            "a": Text(
                en="explain, patiently, where everybody can read it",
                fr="expliquer, patiemment, là où tout le monde peut lire",
            ),
            "b": Text(
                en="admit it in public, say what is being done and by when",
                fr="le reconnaître en public, dire ce que l’on fait et pour quand",
            ),
            "c": Text(
                en="thank, and offer a part: a preview, a panel, an invitation",
                fr="remercier, et offrir une place : avant-première, panel, invitation",
            ),
            "d": Text(en="leave it unanswered", fr="ne pas répondre"),
        },
    ),
    answer=lambda: _ANSWERS,
    praise=Text(
        en="Yes: every request deserves an answer, every error an admission with a date, every "
        "helper thanks. An answer is read by many who never asked.",
        fr="Oui : toute demande mérite une réponse, toute erreur un aveu avec une date, toute aide "
        "un merci. Une réponse est lue par beaucoup de gens qui n’ont rien demandé.",
    ),
    misconceptions=(
        Misconception(
            name="silly_unanswered",
            answer=lambda: _ANSWERS | {"silly": "d"},
            hint=Text(
                en="“Même les plus stupides”, says the trainer. Who else will read your answer?",
                fr="« Même les plus stupides », dit le formateur. Qui d’autre lira votre réponse ?",
            ),
        ),
        Misconception(
            name="explained_for_admitted",
            answer=lambda: _ANSWERS | dict.fromkeys(["invoice", "breakdown"], "a"),
            hint=Text(
                en="Something of yours went wrong. What does theme 6 ask for before an "
                "explanation?",
                fr="Quelque chose a mal tourné chez vous. Que demande le thème 6 avant une "
                "explication ?",
            ),
        ),
        Misconception(
            name="error_in_silence",
            answer=lambda: _ANSWERS | dict.fromkeys(["invoice", "breakdown"], "d"),
            hint=Text(
                en="Silence makes one error into two. What would show that there is a solution?",
                fr="Le silence fait d’une erreur deux. Qu’est-ce qui montrerait qu’il y a une "
                "solution ?",
            ),
        ),
        Misconception(
            name="own_pages_only",
            answer=lambda: _ANSWERS | dict.fromkeys(["forum", "helper"], "d"),
            hint=Text(
                en="It is not said on your page. Do those who read it there know that?",
                fr="Ce n’est pas dit sur votre page. Ceux qui le lisent là-bas le savent-ils ?",
            ),
        ),
        Misconception(
            name="praise_left_alone",
            answer=lambda: _ANSWERS | dict.fromkeys(["fan", "helper"], "d"),
            hint=Text(
                en="Happy people ask for nothing. What would make them go on?",
                fr="Les gens contents ne demandent rien. Qu’est-ce qui les ferait continuer ?",
            ),
        ),
        Misconception(
            name="answers_without_end",
            answer=lambda: _ANSWERS | {"insult": "a"},
            hint=Text(
                en="Is there a request in it? What did nine answers change?",
                fr="Y a-t-il là une demande ? Qu’ont changé neuf réponses ?",
            ),
        ),
        Misconception(
            name="silent_too_often",
            answer=lambda: {key: "d" for key in _ANSWERS},
            hint=Text(
                en="You are silent several times. For each one still wrong: does somebody ask, "
                "complain or help there? And who else reads it?",
                fr="Vous vous taisez plusieurs fois. Pour chaque message à revoir : quelqu’un "
                "demande-t-il, se plaint-il ou aide-t-il ? Et qui d’autre le lit ?",
            ),
        ),
        Misconception(
            name="one_tone_for_all",
            answer=lambda: (
                _ANSWERS
                | dict.fromkeys(["fan", "helper"], "a")
                | dict.fromkeys(["silly", "forum", "insult"], "b")
            ),
            hint=Text(
                en="For each one still wrong: what does its writer need from you, to learn "
                "something, to be told that you erred, or to be noticed? Or nothing?",
                fr="Pour chaque message à revoir : de quoi son auteur a-t-il besoin, d’apprendre "
                "quelque chose, d’entendre que l’erreur est la vôtre, ou d’être remarqué ? Ou de "
                "rien ?",
            ),
        ),
    ),
)

what_openness_shows = Exercise(
    name="what_openness_shows",
    question=Text(
        en="Which sentence may you write about GitLab?",
        fr="Quelle phrase pouvez-vous écrire sur GitLab ?",
    ),
    kind=Choice(
        options={
            "a": Text(
                en="Openness pays: customers forgive those who show how they repair.",
                fr="La transparence paie : les clients pardonnent à qui montre comment il répare.",
            ),
            "b": Text(
                en="Here is a way to admit an error: what was lost, why, what will change; what the "
                "firm gained by it, nobody has counted here.",
                fr="Voilà une façon de reconnaître une erreur : ce qui est perdu, pourquoi, ce qui va "
                "changer ; ce que l’entreprise y a gagné, personne ici ne l’a compté.",
            ),
            "c": Text(
                en="A firm should say as little as it can: had it kept quiet, thousands of readers "
                "would never have heard of five safeguards that did not work.",
                fr="Une entreprise doit en dire le moins possible : sans cela, des milliers de "
                "lecteurs n’auraient jamais entendu parler de cinq sauvegardes défaillantes.",
            ),
            "d": Text(
                en="A film of the repair is worth more than the repair, since what one remembers of "
                "that day is the broadcast and not the lost data.",
                fr="Le film de la réparation vaut plus que la réparation, puisque l’on se souvient de "
                "la diffusion et non des données perdues.",
            ),
        }
    ),
    answer=lambda: "b",
    praise=Text(
        en="Yes: a case shows how, not how much. That they are told of years later is no measure "
        "either: those who kept quiet are in no article.",
        fr="Oui : un cas montre comment, pas combien. Que l’on en parle encore n’est pas une mesure : "
        "ceux qui se sont tus ne sont dans aucun article.",
    ),
    misconceptions=(
        Misconception(
            name="case_for_law",
            answer=lambda: "a",
            hint=Text(
                en="How many customers stayed, and how many would have stayed anyway?",
                fr="Combien de clients sont restés, et combien seraient restés de toute façon ?",
            ),
        ),
        Misconception(
            name="quiet_for_unknown",
            answer=lambda: "c",
            hint=Text(
                en="Some 5,000 projects lost data. Would their owners not have noticed?",
                fr="Quelque 5 000 projets ont perdu des données. Leurs auteurs n’auraient-ils rien "
                "remarqué ?",
            ),
        ),
        Misconception(
            name="show_for_repair",
            answer=lambda: "d",
            hint=Text(
                en="Theme 6 asks for two things. To show the error is one; which is the other?",
                fr="Le thème 6 demande deux choses. Montrer l’erreur en est une ; quelle est "
                "l’autre ?",
            ),
        ),
    ),
)

_FOUND = {
    "buy_again": "b",
    "eighty_seven": "c",
    "stars": "a",
    "margins": "b",
    "satisfied": "a",
    "impressed": "c",
    "referred": "a",
}

what_was_found = Exercise(
    name="what_was_found",
    question=Text(
        en="What do the four studies above say of each claim?",
        fr="Que disent les quatre études ci-dessus de chaque affirmation ?",
    ),
    kind=Choices(
        items={
            "buy_again": Text(
                en="after an error well repaired, people mean to buy again more than before",
                fr="après une erreur bien réparée, on compte racheter plus qu’avant",
            ),
            "eighty_seven": Text(
                en="87% of consumers demand a rich experience (Pelet's slide)",
                fr="87 % des consommateurs exigent une expérience riche (diapositive de Pelet)",
            ),
            "stars": Text(
                en="hotels that begin to answer their reviews get better ratings",
                fr="les hôtels qui se mettent à répondre aux avis sont mieux notés",
            ),
            "margins": Text(
                en="everywhere, customers who were recommended bring larger margins",
                fr="partout, les clients recommandés rapportent des marges plus grandes",
            ),
            "satisfied": Text(
                en="after an error well repaired, people are more satisfied than before",
                fr="après une erreur bien réparée, on est plus satisfait qu’avant",
            ),
            "impressed": Text(
                en="an answer impresses the satisfied even more than the unhappy",
                fr="une réponse impressionne les satisfaits encore plus que les mécontents",
            ),
            "referred": Text(
                en="at a German bank, customers who were recommended stayed longer",
                fr="dans une banque allemande, les clients recommandés sont restés plus longtemps",
            ),
        },
        options={
            "a": Text(en="looked for, and found", fr="cherché, et trouvé"),
            "b": Text(
                en="looked for, and not found, or the contrary found",
                fr="cherché, et pas trouvé, ou trouvé le contraire",
            ),
            "c": Text(en="not measured in these studies", fr="pas mesuré dans ces études"),
        },
    ),
    answer=lambda: _FOUND,
    praise=Text(
        en="Yes. “Not measured” is no refutation: it says what you would have to count before you "
        "build a budget on it.",
        fr="Oui. « Pas mesuré » n’est pas une réfutation : cela dit ce qu’il faudrait compter avant "
        "d’y asseoir un budget.",
    ),
    misconceptions=(
        Misconception(
            name="satisfied_so_buys",
            answer=lambda: _FOUND | {"buy_again": "a"},
            hint=Text(
                en="Satisfaction rose. What did the same studies find on the intention to buy?",
                fr="La satisfaction montait. Qu’ont trouvé les mêmes études sur l’intention de "
                "racheter ?",
            ),
        ),
        Misconception(
            name="precise_for_measured",
            answer=lambda: _FOUND | {"eighty_seven": "a"},
            hint=Text(
                en="A precise number, on a slide. Which of the four studies asked that question?",
                fr="Un nombre précis, sur une diapositive. Laquelle des quatre études a posé cette "
                "question ?",
            ),
        ),
        Misconception(
            name="expert_for_evidence",
            answer=lambda: _FOUND | {"impressed": "a"},
            hint=Text(
                en="An expert said so. Who compared the satisfied with the unhappy?",
                fr="Un expert l’a dit. Qui a comparé les satisfaits et les mécontents ?",
            ),
        ),
        Misconception(
            name="unproved_for_false",
            answer=lambda: _FOUND | dict.fromkeys(["eighty_seven", "impressed"], "b"),
            hint=Text(
                en="To be found false, it must first have been looked for. Was it?",
                fr="Pour être trouvé faux, il faut avoir été cherché. L’a-t-on cherché ?",
            ),
        ),
        Misconception(
            name="bank_for_everywhere",
            answer=lambda: _FOUND | {"margins": "a"},
            hint=Text(
                en="True of the bank. What did the study in telecommunications find?",
                fr="Vrai de la banque. Qu’a trouvé l’étude dans les télécoms ?",
            ),
        ),
        Misconception(
            name="said_for_found",
            answer=lambda: (
                _FOUND | dict.fromkeys(["buy_again", "eighty_seven", "margins", "impressed"], "a")
            ),
            hint=Text(
                en="A sentence on this page is not yet a finding. For each one still wrong: which "
                "of the studies, 1 to 4, counted it, and what does its line say?",
                fr="Une phrase de cette page n’est pas encore un résultat. Pour chacune à "
                "revoir : laquelle des études, de 1 à 4, l’a comptée, et que dit sa ligne ?",
            ),
        ),
    ),
)

_MORE_EUR, _REWARD_EUR = 40, 25

return_on_reward = Exercise(
    name="return_on_reward",
    question=Text(
        en="The bank gave €25 to whoever brought a customer; one who was recommended was worth €40 "
        "more than a similar one who was not. What is left of a euro of reward, once the reward is "
        "paid for?",
        fr="La banque donnait 25 € à qui amenait un client ; un client recommandé valait 40 € de plus "
        "qu’un autre, semblable. Que laisse un euro de récompense, une fois la récompense payée ?",
    ),
    kind=Number(share=True),
    answer=lambda: (_MORE_EUR - _REWARD_EUR) / _REWARD_EUR,
    praise=Text(
        en="Yes, as the authors count it, over six years. It supposes that the friend would have "
        "come anyway, by other roads: one who would not have come is worth far more.",
        fr="Oui, comme le comptent les auteurs, sur six ans. Cela suppose que l’ami serait venu de "
        "toute façon, autrement : celui qui ne serait pas venu vaut bien davantage.",
    ),
    misconceptions=(
        Misconception(
            name="reward_not_taken_off",
            answer=lambda: _MORE_EUR / _REWARD_EUR,
            hint=Text(
                en="That is what comes in for a euro. Was the reward itself free?",
                fr="C’est ce qui rentre pour un euro. La récompense était-elle gratuite ?",
            ),
        ),
        Misconception(
            name="out_of_the_value",
            answer=lambda: (_MORE_EUR - _REWARD_EUR) / _MORE_EUR,
            hint=Text(
                en="You divided by the value gained. The question is per euro of reward.",
                fr="Vous divisez par la valeur gagnée. La question est par euro de récompense.",
            ),
        ),
        Misconception(
            name="upside_down",
            answer=lambda: _REWARD_EUR / _MORE_EUR,
            hint=Text(
                en="That is the part of the value handed over as a reward. What is left, and per "
                "what?",
                fr="C’est la part de la valeur qui part en récompense. Que reste-t-il, et par quoi "
                "diviser ?",
            ),
        ),
        Misconception(
            name="euros_for_share",
            answer=lambda: _MORE_EUR - _REWARD_EUR,
            hint=Text(
                en="Those are the euros left of one whole reward. And for each euro of it?",
                fr="Ce sont les euros que laisse une récompense entière. Et pour chacun de ses "
                "euros ?",
            ),
        ),
    ),
)

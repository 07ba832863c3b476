"""The equality questions come before results and papers, whichever address one takes."""

from dataclasses import dataclass

from flask import Flask, render_template
from flask.typing import ResponseReturnValue

from advisor.web import here
from advisor.wizard.answers import Answers, open_equality_questions
from advisor.wizard.question import Step


@dataclass
class EqualityFirst(Exception):
    """Pages with equality questions are still open in this draft."""

    link: str
    steps: tuple[Step, ...]


def answers_past_the_gate(link: str) -> Answers:
    """Read a draft; raise NoSuchDraft, or EqualityFirst while an equality question is open."""
    answers = here.drafts().read(link).answers
    if still_open := open_equality_questions(answers):
        raise EqualityFirst(link, still_open)
    return answers


def register(app: Flask) -> None:
    """Give the gate its page, which leads to the questions that are open."""
    app.register_error_handler(EqualityFirst, _show)


def _show(error: EqualityFirst) -> ResponseReturnValue:
    return render_template("results/equality_first.html", link=error.link, steps=error.steps), 409

"""Score an evaluation exactly, and look for the faults of its design."""

from criteria.scoring.checking import check
from criteria.scoring.contest import contest_of, play
from criteria.scoring.evaluation import Evaluation
from criteria.scoring.result import Result


def score(evaluation: Evaluation) -> Result:
    """Score and rank the bids of an evaluation without lots; raise BadInput with key and remedy."""
    check(evaluation)
    contest = contest_of(evaluation)
    return Result(evaluation, contest, play(contest))

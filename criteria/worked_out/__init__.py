"""Facts that follow from others, each with its type, how it is found, and what to ask when it is not known."""

from collections.abc import Mapping

from criteria.worked_out import award, choices, law, purchase
from criteria.worked_out.shape import WorkedOut

WORKED_OUT: Mapping[str, WorkedOut] = {**law.FACTS, **purchase.FACTS, **choices.FACTS, **award.FACTS}

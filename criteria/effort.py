"""Hours that a criterion costs: the bidder once, the evaluator for each bid, the checker every month."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from criteria.prose import Frozen

Hours = Annotated[Decimal, Field(ge=0, le=200)]


class Effort(Frozen):
    """Hours: `bidder` to answer in the tender, `evaluator` for each bid, `checker` for each month."""

    bidder: Hours
    evaluator: Hours
    checker: Hours


def total(efforts: Iterable[Effort]) -> Effort:
    """Add up the hours of several criteria."""
    parts = list(efforts)
    return Effort(
        bidder=sum((one.bidder for one in parts), Decimal(0)),
        evaluator=sum((one.evaluator for one in parts), Decimal(0)),
        checker=sum((one.checker for one in parts), Decimal(0)),
    )

"""What municipalities buy: 24 families with their CPV codes, usual labour share and plain examples."""

from collections.abc import Mapping

from pydantic import Field

from criteria.codes import ContractType, Objective, PurchaseFamily, Workforce
from criteria.datafile import DATA, read_all
from criteria.prose import Frozen, Prose
from criteria.values import Percent


class Examples(Frozen):
    """One sentence for each question that is easier to answer with an example."""

    title: Prose
    purpose: Prose
    sexes_differ: Prose
    together: Prose
    left_out: Prose
    success: Prose


class Purchase(Frozen):
    id: PurchaseFamily
    summary: Prose
    contract_type: ContractType
    cpv: tuple[str, ...] = Field(min_length=1)
    main_cpv: str
    service: Prose
    labour_share: Percent
    workforce: Workforce
    usual_objectives: tuple[Objective, ...]
    examples: Examples


def load_purchases() -> Mapping[PurchaseFamily, Purchase]:
    """Read the family files; raise BadData naming file and key."""
    return {one.id: one for one in read_all(DATA / "purchases", Purchase)}


def family_of(cpv: tuple[str, ...] | None, purchases: Mapping[PurchaseFamily, Purchase]) -> PurchaseFamily | None:
    """Find the family whose CPV prefix fits the main code best; None without a code or a match."""
    if not cpv:
        return None
    fitting = [
        (len(prefix), one.id) for one in purchases.values() for prefix in one.cpv if cpv[0].startswith(prefix)
    ]
    return max(fitting)[1] if fitting else None

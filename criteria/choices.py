"""The choices of a tender held against the catalogue: each names a criterion once, at a stage where it can stand."""

from collections.abc import Mapping

from criteria.codes import Stage
from criteria.criterion import SCORED, Criterion
from criteria.joint_delivery import CRITERION, JointDelivery
from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.tender import Choice, Tender


def settled(tender: Tender, catalogue: Mapping[str, Criterion], joint: JointDelivery) -> Tender:
    """Give every choice the stage of its criterion; raise BadInput for a choice that cannot be."""
    seen: set[str] = set()
    for number, choice in enumerate(tender.choices):
        if fault := _fault(choice, catalogue, seen):
            key, problem, remedy = fault
            raise BadInput(f"choices[{number}].{key}", problem, remedy)
        joint.chosen(choice.parts or (), f"choices[{number}].parts")
        seen.add(choice.criterion)
    return with_stages(tender, catalogue)


def with_stages(tender: Tender, catalogue: Mapping[str, Criterion]) -> Tender:
    """Give every choice that names no stage the stage of its criterion."""
    if all(choice.stage for choice in tender.choices):
        return tender
    choices = tuple(
        choice if choice.stage else choice.model_copy(update={"stage": catalogue[choice.criterion].stage})
        for choice in tender.choices
    )
    return tender.model_copy(update={"choices": choices})


def _fault(choice: Choice, catalogue: Mapping[str, Criterion], seen: set[str]) -> tuple[str, Sentence, Sentence] | None:
    name = {"name": choice.criterion}
    if choice.criterion not in catalogue:
        return "criterion", Sentence(N_("The catalogue has no criterion “{name}”."), name), Sentence(N_("Correct the name or remove this choice."))
    if choice.criterion in seen:
        return "criterion", Sentence(N_("The criterion “{name}” was chosen twice."), name), Sentence(N_("Remove one of the two."))
    own: Stage = catalogue[choice.criterion].stage
    if choice.stage not in (None, own):
        return "stage", Sentence(N_("The criterion “{name}” cannot stand at this stage."), name), Sentence(N_("Write “{stage}”, or leave the stage out."), {"stage": own.value})
    if choice.weight is not None and own not in SCORED:
        return "weight", Sentence(N_("The criterion “{name}” is not scored, so it has no points."), name), Sentence(N_("Remove the weight."))
    if choice.parts and choice.criterion != CRITERION:
        return "parts", Sentence(N_("Only the joint-delivery criterion is made of parts.")), Sentence(N_("Remove this key."))
    return None

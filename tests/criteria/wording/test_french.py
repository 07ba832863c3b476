"""French as buyers write it: elisions, typographic apostrophes, "ne … que", adjectives after the noun, the French share."""

import pytest

from criteria.codes import Verdict
from tests.criteria.wording.conftest import checked, flaws


@pytest.mark.parametrize("text", [
    "Ne sont admises que les entreprises ayant leur siège dans la commune.",
    "N’ont accès au lot que les sociétés dont le siège social se trouve sur le territoire de l’agglomération.",
    "Le candidat dispose d'une agence dans le département à la date de remise des offres.",
    "Les entreprises locales bénéficient d'un bonus de cinq points.",
])
def test_firms_of_the_place_are_seen_through_elisions_and_word_order(text: str) -> None:
    assert "local_establishment" in flaws(text, "fr", stage="selection")


@pytest.mark.parametrize("text", [
    "Aucun point n’est attribué au siège social du candidat.",
    "L'implantation du candidat dans la commune n'est ni exigée ni notée.",
    "Il n'est pas demandé que le candidat dispose d'une agence dans la ville.",
    "Le siège du candidat peut se trouver dans n'importe quelle commune.",
    "Les locaux de l'entreprise sont accessibles aux agents affectés au marché.",
    "Les produits d'entretien sont livrés dans les écoles de la ville en un jour ouvré.",
])
def test_what_is_taken_back_or_means_something_else_passes(text: str) -> None:
    assert checked(text, "fr", stage="award_criterion").verdict is Verdict.OK


def test_the_french_share_counts_where_the_text_names_french_law() -> None:
    text = "Marché réservé au titre de l'article 20 et de {law} aux entreprises adaptées employant au moins 40 % de travailleurs handicapés."
    assert "reserved_threshold" in flaws(text.format(law="l'article L2113-12"), "fr", stage="reserved_art20")
    assert "reserved_threshold" not in flaws(text.format(law="la loi nationale"), "fr", stage="reserved_art20")


def test_french_is_recognised() -> None:
    assert checked("Le titulaire doit avoir son siège dans la commune.", None, stage="selection").languages == ("fr",)

"""Spanish as buyers write it: obligations in the future tense, "no … más que", contractions, "un 30 %"."""

import pytest

from criteria.codes import Verdict
from tests.criteria.wording.conftest import checked, flaws


@pytest.mark.parametrize("text", [
    "No se admitirán más que empresas con sede en la comarca.",
    "Únicamente podrán concurrir las entidades domiciliadas en el término municipal.",
    "La licitadora contará con oficina abierta en la provincia a la fecha de la oferta.",
    "Se otorgará preferencia a las empresas locales.",
])
def test_firms_of_the_place_are_seen_in_spanish(text: str) -> None:
    assert "local_establishment" in flaws(text, "es", stage="selection")


@pytest.mark.parametrize("text", [
    "No se puntúa el domicilio social de la licitadora.",
    "La ubicación de la empresa en el municipio ni se exige ni se valora.",
    "La sede puede estar en cualquier municipio.",
    "El personal limpiará los locales de la policía local y los centros de la ciudad.",
    "Los productos de limpieza se entregan en los colegios del municipio en un día hábil.",
])
def test_what_is_taken_back_or_means_something_else_passes_in_spanish(text: str) -> None:
    assert checked(text, "es", stage="award_criterion").verdict is Verdict.OK


@pytest.mark.parametrize(("stage", "text"), [
    ("selection", "Podrán contratar con el sector público las personas naturales o jurídicas, españolas o extranjeras, con plena capacidad de obrar."),
    ("selection", "Las empresas extranjeras aportarán una declaración de someterse a la jurisdicción de los tribunales que procedan."),
    ("selection", "Las uniones temporales de empresarios indicarán en su oferta los nombres de quienes las constituyan y la participación de cada uno."),
    ("selection", "Las licitadoras con cincuenta o más personas en plantilla declararán que cumplen la cuota legal del 2 % de personas con discapacidad."),
    ("award_criterion", "Calidad técnica: hasta 40 puntos, según los subcriterios y la escala publicados en el anexo II."),
    ("award_criterion", "En caso de empate se aplicarán los criterios sociales del artículo 147.2 de la LCSP, por el orden que allí figura."),
    ("performance_condition", "La empresa adjudicataria se hará cargo de los gastos de desplazamiento de su personal."),
    ("market_consultation", "¿Qué dificultades encuentran las pequeñas empresas de la zona para presentarse a este tipo de contratos?"),
])
def test_the_usual_lawful_clauses_pass(stage: str, text: str) -> None:
    assert checked(text, "es", stage=stage).verdict is Verdict.OK


def test_the_share_of_a_reserved_contract_is_read_after_an_article() -> None:
    text = "Contrato reservado conforme al artículo 20 a centros especiales de empleo con un {share} % de personas trabajadoras con discapacidad."
    assert "reserved_threshold" in flaws(text.format(share=20), "es", stage="reserved_art20")
    assert "reserved_threshold" not in flaws(text.format(share=30), "es", stage="reserved_art20")


def test_spanish_is_recognised() -> None:
    assert checked("La contratista deberá tener su sede en el municipio.", None, stage="selection").languages == ("es",)


@pytest.mark.parametrize(("text", "known"), [
    ("Contrato reservado conforme al artículo 20: {} partes de la plantilla tendrán discapacidad.", ("dos quintas", "dos décimas")),
    ("Contrato reservado conforme al artículo 77 por dos años, con {} anual.", ("una sola prórroga", "dos prórrogas")),
])
def test_the_longer_fraction_and_the_yearly_renewal_are_counted(text: str, known: tuple[str, str]) -> None:
    stage = "reserved_art20" if "20" in text else "reserved_art77"
    lawful, flawed = (flaws(text.format(part), "es", stage=stage, cpv="85312000") & {"reserved_threshold", "art77_duration"} for part in known)
    assert not lawful
    assert flawed


@pytest.mark.parametrize(("cover", "rings"), [("300.000", False), ("3.000.000", True)])
def test_an_insurance_is_held_against_the_value_of_the_contract(cover: str, rings: bool) -> None:
    text = f"Seguro de responsabilidad civil con una suma asegurada de {cover} euros."
    assert ("disproportionate_selection" in flaws(text, "es", stage="selection", value=40_000)) is rings

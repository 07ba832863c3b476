"""What the check says: the exact words, why, on which ground, what to do, what it could not see."""

import pytest

from criteria.codes import Severity, Stage, Verdict
from criteria.problems import BadInput
from criteria.wording.check import GUESSED_STAGE, NO_STAGE
from criteria.wording.figures import ASKS
from tests.criteria.wording.conftest import checked, flaws

SEAT = "Bidders must have their registered office in our municipality."


def test_a_finding_names_the_words_and_where_they_stand() -> None:
    text = f"Quality counts. {SEAT} Price counts."
    [finding] = checked(text, stage="selection").findings
    assert text[slice(*finding.span)] == finding.words
    assert finding.words.endswith("have their registered office in our municipality")
    assert (finding.rule, finding.flaw, finding.severity) == ("L-02", "local_establishment", Severity.UNLAWFUL)
    assert finding.why.text and finding.repair.text and finding.basis


def test_the_text_to_accept_instead_keeps_what_stood_around_it() -> None:
    [finding] = checked(f"Quality counts. {SEAT} Price counts.", stage="selection").findings
    assert finding.rewritten.startswith("Quality counts. ") and finding.rewritten.endswith(" Price counts.")
    assert "registered office" not in finding.rewritten


@pytest.mark.parametrize("text", [
    "No points are given for the place of establishment.",
    "Membership of a cluster, legal form and place of establishment earn no points.",
    "A registered office in the municipality may not be required.",
    "We score the plan for this contract, not the seat of the firm in the region.",
    "Bidders may have their registered office in any Member State.",
    "Candidates may live anywhere; residents of the municipality have no priority.",
    "Nobody need have an office in the town when the tender is submitted.",
])
def test_what_is_taken_back_or_open_to_all_passes(text: str) -> None:
    assert checked(text, stage="award_criterion").verdict is Verdict.OK


@pytest.mark.parametrize("text", [
    "Membership earns no points, but bidders with an office in the town receive five points.",
    "Membership earns no points and bidders with an office in the town receive five extra points.",
    "The plan is scored on four levels. The team is named. Bidders rooted in the region receive three points.",
    "Firms that do not have an office in the municipality are excluded.",
])
def test_a_flaw_smuggled_into_a_lawful_text_is_found(text: str) -> None:
    assert "local_establishment" in flaws(text, stage="award_criterion")


def test_the_same_words_are_judged_by_stage() -> None:
    text = "The bidder has experience with similar contracts."
    assert "past_experience_as_award" in flaws(text, stage="award_criterion")
    assert flaws(text, stage="selection") == set()


def test_the_stage_is_read_from_the_text_where_none_is_given() -> None:
    assert "past_experience_as_award" in flaws("Ten points for the experience of the firm.")


def test_the_code_that_a_lot_names_itself_counts_not_that_of_the_whole_contract() -> None:
    lot = "Lot 2 (CPV {}) is reserved for organisations under Article 77 for three years."
    for code, expected in (("85312000", set()), ("90910000", {"art77_cpv_not_listed"})):
        assert flaws(lot.format(code), stage="reserved_art77", cpv="79952000" if not expected else "85312000") == expected


def test_the_length_that_the_text_gives_counts_before_that_of_the_whole_contract() -> None:
    reserved = "Reserved under Article 77{}."
    assert flaws(reserved.format(" for 36 months, without renewal"), stage="reserved_art77", cpv="85312000", months=48) == set()
    assert flaws(reserved.format(""), stage="reserved_art77", cpv="85312000", months=48) == {"art77_duration"}


def test_where_the_words_stand_is_asked_for_unless_it_is_given_or_read() -> None:
    text = "Bidders show that they pay a living wage to all their staff."
    assert flaws(text) == set() and [ask.text for ask in checked(text).asks] == [NO_STAGE.text]
    assert flaws(text, stage="selection") and not checked(text, stage="selection").asks
    (guess,) = checked("Ten points for the experience of the firm.").asks
    assert (guess.text, guess.values) == (GUESSED_STAGE, {"stages": (Stage.AWARD_CRITERION,)})
    assert not checked("Zyxw vutsr qponm lkjih gfedc.", None).asks


def test_presence_during_the_contract_is_no_problem() -> None:
    assert flaws("From the start date the contractor keeps an office in the municipality.", stage="performance_condition") == set()


def test_the_turnover_is_held_against_the_value_and_asked_for_where_it_is_missing() -> None:
    text = "Minimum yearly turnover of EUR 900 000."
    assert "disproportionate_selection" in flaws(text, stage="selection", value=400000)
    assert flaws(text, stage="selection", value=450000) == set()
    unknown = checked(text, stage="selection")
    assert not unknown.findings and any("estimated value" in ask.text for ask in unknown.asks)


def test_a_turnover_in_the_money_of_the_country_is_held_against_the_value_that_the_text_gives_in_it() -> None:
    text = "Årsomsättningen ska vara minst 9 miljoner kronor. {}"
    assert flaws(text.format("Kontraktets uppskattade värde är 4 miljoner kronor."), "sv", stage="selection") == {"disproportionate_selection"}
    assert flaws(text.format("Kontraktets uppskattade värde är 4 miljoner euro."), "sv", stage="selection") == set()
    assert [ask.text for ask in checked(text.format(""), "sv", stage="selection").asks] == [ASKS["own_turnover"].text]


@pytest.mark.parametrize(("facts", "flaw"), [
    ({"cpv": "85320000", "months": 48}, "art77_duration"), ({"cpv": "90911200", "months": 36}, "art77_cpv_not_listed"),
    ({"contract_type": "works"}, "art77_cpv_not_listed"), ({"context": "Cleaning, CPV 90911200."}, "art77_cpv_not_listed"),
])
def test_article_77_is_held_against_the_facts(facts: dict[str, object], flaw: str) -> None:
    text = "The contract is reserved under Article 77 to organisations with a public service mission."
    assert flaw in flaws(text, stage="reserved_art77", **facts)


@pytest.mark.parametrize(("term", "too_long"), [
    ("two years, renewed twice by twelve months", True), ("thirty months, prolonged for another twelve", True),
    ("thirty months, prolonged for another six", False), ("two years, prolonged for another two", True),
    ("a two-year term with two extensions of one year each", True), ("a two-year term with one extension of one year", False),
    ("twenty-four months, prolonged twice by twelve months", True), ("twenty-four months, prolonged twice by six months", False),
    ("three years, prolonged by consent for another", True), ("two years, prolonged by consent for another", False),
    ("thirty months, prolonged as the parties then agree it shall be for another", False),
    ("2+1+1 years", True), ("1 + 1 + 1 years", False), ("one year, renewable for one plus one year", False),
    ("two years, renewable for one plus one year", True), ("two years, renewed by twelve plus twelve months", True),
    ("a term of 24-month length; a twelve-month renewal; renewals end 36", False), ("a thirty-month term", False),
])
def test_the_term_is_counted_with_its_renewals(term: str, too_long: bool) -> None:
    text = f"Reserved under Article 77 of the directive, the contract runs for {term}."
    assert ("art77_duration" in flaws(text, stage="reserved_art77", cpv="85320000")) is too_long


@pytest.mark.parametrize(("share", "too_low"), [
    ("twelve workers out of sixty", True), ("eighteen workers out of sixty", False), ("sixty workers out of twelve", False),
    ("one-off workers out of sixty", False), ("twelve workers out of the whole staff", False), ("one in five", True), ("three tenths", False),
])
def test_a_share_is_understood_however_it_is_said(share: str, too_low: bool) -> None:
    text = f"Reserved under Article 20 to operators of which {share} are disabled or disadvantaged."
    assert ("reserved_threshold" in flaws(text, stage="reserved_art20")) is too_low


@pytest.mark.parametrize(("text", "too_long"), [
    ("It starts on 01.03.2027 and ends on 28.02.2031.", True), ("It starts on 01.03.2027 and ends on 28.02.2030.", False),
    ("It starts on 1/3/2027. It ends on 28/2/2031.", True), ("It starts on 2027-03-01 and ends on 2031-02-28.", True),
    ("It starts on 2027-03-01 and ends on 2030-02-28.", False), ("It starts on 2027-15-01 and ends on 2031-02-28.", False),
    ("It starts on 1 March 2027, not on 1 March 2026.", False), ("It starts in May 2027 and ends in April 2031.", True),
    ("It runs for two years. It may be renewed for two.", True), ("It runs for two years. It may be renewed for one.", False),
    ("It runs for two years. Renewal is for the same term.", True), ("It runs for three years. There is no renewal for a year.", False),
    ("It runs for a year, renewed up to three years in total.", False), ("It runs for a year, renewed up to four years in total.", True),
    ("It runs for three years. Notice of a renewal is given.", False), ("It runs until one party gives notice.", True),
    ("It runs until 30 June 2031, having begun on 1 July 2027.", True),
    ("It runs until 30 June 2030, having begun on 1 July 2027.", False), ("It starts on 1 March 2027. The vote was on 1 March 2026.", False),
])
def test_the_whole_term_is_found_between_dates_and_over_sentences(text: str, too_long: bool) -> None:
    reserved = f"Reserved under Article 77 of the directive to organisations with a public service mission. {text}"
    assert ("art77_duration" in flaws(reserved, stage="reserved_art77", cpv="85320000")) is too_long


@pytest.mark.parametrize(("share", "too_low"), [
    ("of every five employees at least one has a disability", True), ("of every five employees at least two have a disability", False),
    ("with forty employees, ten of them have a disability", True), ("with forty employees, twelve of them have a disability", False),
    ("a workforce of forty employees, ten with a disability", True), ("80 % of the employees have no disability", True),
    ("70 % of the employees have no disability", False),
])
def test_people_are_counted_out_of_people(share: str, too_low: bool) -> None:
    text = f"Reserved under Article 20 to sheltered workshops: {share}."
    assert ("reserved_threshold" in flaws(text, stage="reserved_art20")) is too_low


def test_a_curled_apostrophe_is_read_like_a_straight_one() -> None:
    text = "Wages of guards must follow the scale of the council\u2019s own staff."
    assert flaws(text, stage="performance_condition") == flaws(text.replace("\u2019", "'"), stage="performance_condition") == {"wage_no_legal_basis"}


def test_a_no_inside_a_phrase_that_shuts_out_takes_nothing_back() -> None:
    assert "size_restriction" in flaws("Firms with more than twenty people on the payroll need not apply.", stage="selection")


def test_article_77_asks_for_what_it_needs() -> None:
    asks = checked("The contract is reserved under Article 77.", stage="reserved_art77").asks
    assert [word for word in ("CPV", "months", "country") if any(word in ask.text for ask in asks)] == ["CPV", "months", "country"]


@pytest.mark.parametrize(("country", "found"), [("FR", True), ("IE", False), (None, False)])
def test_the_reserved_share_is_that_of_the_country(country: str | None, found: bool) -> None:
    text = "Reserved under Article 20 to sheltered workshops where 40 % of the workers are disabled."
    assert ("reserved_threshold" in flaws(text, stage="reserved_art20", country=country)) is found


def test_a_question_that_is_answered_with_yes_demands_nothing_but_one_answered_with_no_does() -> None:
    asked = "May firms without a depot in the town win the points? {} What counts is the plan for cover."
    assert flaws(asked.format("Yes."), stage="award_criterion") == set()
    assert flaws(asked.format("No."), stage="award_criterion") == {"local_establishment"}


@pytest.mark.parametrize(("answer", "found"), [
    ("No.", False),
    ("Yes.", True),
])
def test_a_question_about_a_duty_demands_what_a_yes_confirms_and_nothing_after_a_no(answer: str, found: bool) -> None:
    said = flaws(f"Must we have an office in the county when we tender? {answer}", stage="selection")
    assert ("local_establishment" in said) is found


@pytest.mark.parametrize(("answer", "found"), [
    ("(Yes: goes on. No: is told why.)", False),
    ("(Yes: goes on. No: is excluded.)", True),
    ("(Yes: goes on; no: is excluded.)", True),
])
def test_a_question_whose_no_shuts_out_is_no_mere_question(answer: str, found: bool) -> None:
    said = flaws(f"Did the candidate give to a charity for the homeless? {answer}", stage="selection")
    assert ("selection_not_ability" in said) is found


@pytest.mark.parametrize(("text", "found"), [
    ("A tender gets 0 points if the firm has no track record.", True),
    ("A tender gets 0 points if it is late, no track record being asked for.", False),
    ("A tender gets its points if no track record is asked for.", False),
])
def test_a_no_that_tells_whom_a_refusal_meets_takes_nothing_back(text: str, found: bool) -> None:
    assert ("past_experience_as_award" in flaws(text, stage="award_criterion")) is found


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The contractor takes over all present cleaners{} the law asks it."),
    ("fr", "Le titulaire reprend tous les agents actuels,{} la loi l'impose."),
    ("de", "Der Auftragnehmer übernimmt alle bisherigen Reinigungskräfte,{} gesetzlich vorgeschrieben."),
])
def test_what_is_only_conceded_excuses_nothing(lang: str, text: str) -> None:
    lawful, conceded = {"en": (" where", " even if nobody but himself says that"), "fr": (" lorsque", " même si rien ne montre que"), "de": (" soweit", " auch wenn das nicht")}[lang]
    assert flaws(text.format(lawful), lang, stage="performance_condition") == set()
    assert flaws(text.format(conceded), lang, stage="performance_condition") == {"absolute_staff_takeover"}


def test_a_no_that_is_only_conceded_takes_nothing_back() -> None:
    demand = "Excluded is the tenderer whose board has adopted no diversity policy for the whole undertaking"
    assert flaws(f"{demand}, even where the law does not require such a policy.", "en", stage="exclusion") == {"general_company_policy"}


@pytest.mark.parametrize(("lang", "told", "demanded"), [
    ("fr", "L'étude porte sur le programme « Bien vivre ensemble », qui vise une ville plus harmonieuse.", "Le titulaire fait tout pour une ville plus harmonieuse."),
    ("en", "The hall is built of local stone from our county.", "Only local stone from our county is used."),
    ("de", "Die bestehende Halle ist aus regionalem Sandstein.", "Zugelassen ist nur regionaler Sandstein."),
])
def test_a_sentence_that_only_describes_what_is_bought_demands_nothing(lang: str, told: str, demanded: str) -> None:
    assert flaws(told, lang, stage="performance_condition") == set()
    assert flaws(demanded, lang, stage="performance_condition")


@pytest.mark.parametrize(("lang", "demand", "lawful"), [
    ("en", "Nobody is hired who does not live in the town.", "Nobody is refused who does not live in the town."),
    ("fr", "Nul n'est recruté s'il n'habite pas la commune.", "Nul n'est écarté s'il n'habite pas la commune."),
    ("de", "Niemand wird beschäftigt, der nicht in der Stadt wohnt.", "Niemand wird abgelehnt, der nicht in der Stadt wohnt."),
    ("es", "No se contratará a quien no viva en el municipio.", "No se excluirá a quien no viva en el municipio."),
    ("it", "Non è assunto chi non risiede nel comune.", "Non è escluso chi non risiede nel comune."),
    ("sv", "Ingen anställs som inte bor i kommunen.", "Ingen utesluts som inte bor i kommunen."),
])
def test_two_noes_demand_and_three_do_not(lang: str, demand: str, lawful: str) -> None:
    assert flaws(demand, lang, stage="performance_condition") == {"local_workforce_residence"}
    assert flaws(lawful, lang, stage="performance_condition") == set()


@pytest.mark.parametrize(("lang", "text", "flaw"), [
    ("de", "Die Ausbildungsplätze sind für Einwohner der Stadt bestimmt.", "local_workforce_residence"),
    ("es", "Los puestos van dirigidos a ciudadanos españoles.", "nationality"),
    ("fr", "Les postes sont destinés à des femmes de moins de 30 ans.", "discrimination_protected_ground"),
])
def test_whom_jobs_are_meant_for_is_no_mere_description(lang: str, text: str, flaw: str) -> None:
    assert flaw in flaws(text, lang, stage="performance_condition")


def test_a_question_in_the_preparation_demands_nothing() -> None:
    assert flaws("Do we give priority to local firms?", stage="market_consultation") == set()


def test_each_flaw_is_said_once_about_the_same_words() -> None:
    found = checked("Points only for local firms of our town with an office in the town.", stage="award_criterion").findings
    places = [(one.flaw, one.span) for one in found]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(("between", "found"), [("", True), ("It is a small contract. ", True), ("It is small. It is short. It is new. ", False)])
def test_what_one_sentence_grants_another_nearby_takes_back(between: str, found: bool) -> None:
    text = f"Paper carries the Blue Angel or an equivalent mark. {between}Only a mark issued by the same body counts."
    assert ("label_without_equivalent" in flaws(text, stage="label")) is found


def test_the_worst_comes_first() -> None:
    order = list(Severity)
    found = checked("Ties are decided by drawing lots. Only local firms may bid.", stage="award_criterion").findings
    assert [order.index(one.severity) for one in found] == sorted(order.index(one.severity) for one in found)


def test_the_language_is_found_out_and_what_is_not_read_is_said() -> None:
    assert checked(SEAT, None).languages == ("en",)
    assert any("not recognised" in one.text for one in checked("Xyzzy plugh qwrt.", None).notices)
    assert any("not recognised" in one.text for one in checked("12345", None).notices)
    with pytest.raises(BadInput, match="This language is not read"):
        checked(SEAT, "tlh")


@pytest.mark.parametrize("text", [
    "points " * 100_000, ".,;!?(" * 50_000, "a" * 1_000_000, "a-" * 300_000, "1 234 " * 50_000, "local firm " * 20_000,
    "\n" * 100_000, "(" * 100_000, "² ½ ٣٤ Ⅷ " * 1000, " ".join(f"w{number}q" for number in range(10)) * 3000, "é́" * 50_000,
])
def test_hostile_texts_end(text: str) -> None:
    assert len(checked(text, stage="award_criterion").findings) <= 100


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The contract reserved under Article 77 runs for {}."), ("fr", "Marché réservé au titre de l'article 77, durée : {}."),
    ("es", "Contrato reservado conforme al artículo 77, duración: {}."), ("de", "Der nach Artikel 77 vorbehaltene Auftrag läuft {}."),
])
@pytest.mark.parametrize(("term", "too_long"), [
    ({"en": "2 + 1 + 1 years", "fr": "2 ans + 1 an + 1 an", "es": "2+1+1 años", "de": "2 + 1 + 1 Jahre"}, True),
    ({"en": "1 + 1 + 1 years", "fr": "1 an + 1 an + 1 an", "es": "1+1+1 años", "de": "1 + 1 + 1 Jahre"}, False),
    ({"en": "three years plus one", "fr": "trois ans plus un", "es": "tres años más uno", "de": "drei Jahre plus eins"}, True),
    ({"en": "24 months plus 12", "fr": "24 mois plus 12", "es": "24 meses más 12", "de": "24 Monate plus 12"}, False),
    ({"en": "36 months, extendable, if all went well, by a further twelve", "fr": "36 mois, prolongeables, si tout va bien, de douze autres",
      "es": "36 meses, prorrogables, si todo va bien, por otros doce", "de": "36 Monate, verlängerbar, wenn alles gut läuft, um weitere zwölf"}, True),
])
def test_terms_that_a_plus_joins_are_summed_up(lang: str, text: str, term: dict[str, str], too_long: bool) -> None:
    assert ("art77_duration" in flaws(text.format(term[lang]), lang, stage="reserved_art77", cpv="92500000")) is too_long


@pytest.mark.parametrize(("more", "total", "too_long"), [("three", "five", True), ("one", "three", False)])
def test_a_total_without_a_unit_has_that_of_the_first_term(more: str, total: str, too_long: bool) -> None:
    text = f"The contract reserved under Article 77 runs for two years, renewable for another {more}, {total} in all."
    assert ("art77_duration" in flaws(text, stage="reserved_art77", cpv="92500000")) is too_long


def test_a_flaw_at_the_end_of_a_long_text_is_found() -> None:
    assert "local_establishment" in flaws("The plan is scored. " * 10_000 + SEAT, stage="selection")


def test_a_turnover_is_held_against_the_value_that_the_text_itself_states() -> None:
    text = "The contract is estimated at EUR 90,000. A bidder needs a yearly turnover of EUR {}."
    assert "disproportionate_selection" in flaws(text.format("300,000"), stage="selection")
    assert flaws(text.format("150,000"), stage="selection") == set()


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Minimum turnover in each of the last three years: {} % of the contract value."),
    ("de", "Mindestumsatz pro Jahr: {} % des Auftragswertes."),
    ("fr", "Chiffre d'affaires annuel minimal : {} % du montant estimé du marché."),
    ("sv", "Krav på årsomsättning: minst {} % av kontraktets värde."),
])
def test_a_turnover_told_as_a_percentage_is_a_multiple(lang: str, text: str) -> None:
    assert "disproportionate_selection" in flaws(text.format(250), lang, stage="selection")
    assert flaws(text.format(150), lang, stage="selection") == set()


@pytest.mark.parametrize(("lang", "text"), [
    ("de", "Auftragswert: 400 TEUR. Verlangt wird ein Jahresumsatz von {} TEUR."),
    ("sv", "Uppskattat värde: 400 tkr. Krav: årsomsättning om minst {} tkr."),
])
def test_thousands_of_money_in_one_word_are_both(lang: str, text: str) -> None:
    assert "disproportionate_selection" in flaws(text.format("1 200"), lang, stage="selection")
    assert flaws(text.format("700"), lang, stage="selection") == set()


def test_a_value_that_is_given_counts_more_than_one_in_the_text() -> None:
    text = "The contract is estimated at EUR 90,000. A bidder needs a yearly turnover of EUR 300,000."
    assert flaws(text, stage="selection", value=200_000) == set()


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Minimum yearly turnover EUR {}, once, for whatever number of lots (estimated value of each lot: EUR 150,000)."),
    ("fr", "Chiffre d'affaires annuel minimal : {} euros, quel que soit le nombre de lots ; valeur estimée de chaque lot : 150 000 euros."),
    ("de", "Verlangt wird ein Mindestjahresumsatz von {} Euro; der geschätzte Auftragswert je Los beträgt 150.000 Euro."),
    ("es", "Volumen de negocios anual mínimo de {} euros; valor estimado de cada lote: 150.000 euros."),
    ("it", "È richiesto un fatturato annuo minimo di {} euro; valore stimato di ciascun lotto: 150.000 euro."),
    ("sv", "Anbudsgivaren ska ha en årsomsättning på minst {} euro; det uppskattade värdet per anbudsområde är 150 000 euro."),
    ("it", "Il valore stimato è di 150.000 euro per ciascuno dei sei lotti. È richiesto un fatturato annuo minimo di {} euro."),
])
def test_the_value_of_one_lot_counts_more_than_that_of_the_contract(lang: str, text: str) -> None:
    assert "disproportionate_selection" in flaws(text.format("900 000"), lang, stage="selection", value=900000)
    assert flaws(text.format("300 000"), lang, stage="selection", value=900000) == set()


def test_an_amount_of_references_without_a_value_is_asked_about() -> None:
    assert any("references" in ask.text for ask in checked("Two references of at least EUR 300,000 each.", stage="selection").asks)

"""All that the program knows, read and checked once: law, catalogue, routes, families, rules, cases."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from criteria import basis
from criteria.basis import Basis
from criteria.cases import Case, load_cases
from criteria.catalogue import load_catalogue
from criteria.codes import Country, PurchaseFamily, Risk, Stage, Status
from criteria.countries import Profile, load_countries
from criteria.criterion import Criterion
from criteria.datafile import DATA, read
from criteria.exchange import thresholds_agree
from criteria.findings import DesignRule, load_rules
from criteria.glossary import Term, load_glossary
from criteria.instruments import Instrument, NothingHere, load_instruments
from criteria.joint_delivery import JointDelivery, load_joint_delivery
from criteria.law import Law, load_law
from criteria.left_out import LeftOut
from criteria.load import Bars, Load, bars_between
from criteria.measures import Measure, load_measures
from criteria.problems import BadData
from criteria.prose import Frozen, translated
from criteria.purchases import Purchase, load_purchases
from criteria.rehearsal import Complaint, load_complaints
from criteria.rulings import Ruling, load_rulings
from criteria.scoring.bench import BenchData, bench_data
from criteria.scoring.cards import Fault, FaultCode, FormulaCard, ParameterCard, faults, formulas, parameters
from criteria.scoring.evaluation import Formula
from criteria.seeds import Seed, carriers, load_seeds
from criteria.tender import Tender


class Edition(Frozen):
    """The versions that every paper is stamped with."""

    rule_set: int
    rule_set_date: date
    catalogue: str
    law_date: date


@dataclass(frozen=True)
class Knowledge:
    """One edition of everything; `advise` and the papers take it whole."""

    edition: Edition
    law: Law
    catalogue: Mapping[str, Criterion]
    instruments: Mapping[Stage, Instrument]
    nothing_here: NothingHere
    purchases: Mapping[PurchaseFamily, Purchase]
    rules: Mapping[str, DesignRule]
    measures: Mapping[str, Measure]
    complaints: Mapping[str, Complaint]
    joint: JointDelivery
    load: Load
    cases: Mapping[str, Case]
    rulings: Mapping[str, Ruling]
    countries: Mapping[Country, Profile]
    glossary: Mapping[str, Term]
    seeds: Mapping[str, Seed]
    left_out: LeftOut
    formulas: Mapping[Formula, FormulaCard]
    price_parameters: Mapping[str, ParameterCard]
    faults: Mapping[FaultCode, Fault]
    bench: BenchData

    @cached_property
    def grounds(self) -> Mapping[str, Basis]:
        """Every provision and ruling that may be cited, by its id."""
        provisions = {one.id: basis.of_provision(one) for one in self.law.provisions.values()}
        return provisions | {one.id: one.basis for one in self.rulings.values()}

    @cached_property
    def concession_grounds(self) -> Mapping[str, Basis]:
        """The same, but what a concession follows instead stands in the place of an article on contracts."""
        own = self.grounds
        return {**own, **{one.id: own[one.concession] for one in self.law.provisions.values() if one.concession}}

    def grounds_of(self, tender: Tender) -> Mapping[str, Basis]:
        """What may be cited about one purchase."""
        return self.concession_grounds if tender.concession else self.grounds

    @cached_property
    def bars(self) -> Bars:
        """Which criteria must not stand beside which."""
        return bars_between(self.catalogue)

    @cached_property
    def confidence(self) -> Mapping[str, Risk]:
        """The risk of each criterion that people see: never green while a ground it stands on is unchecked."""
        return {name: self._confidence(one) for name, one in self.catalogue.items()}

    def _confidence(self, one: Criterion) -> Risk:
        unchecked = any(self.grounds[name].status is not Status.VERIFIED for name in one.law)
        return Risk.LAWYER if one.risk.level is Risk.STANDARD and unchecked else one.risk.level

    @cached_property
    def fingerprint(self) -> str:
        """A short mark that changes whenever any data file changes."""
        digest = hashlib.sha256()
        for path in sorted(DATA.rglob("*.t*")):
            digest.update(path.relative_to(DATA).as_posix().encode() + path.read_bytes())
        return digest.hexdigest()[:10]

    def records(self) -> Iterator[tuple[str, Mapping[Any, BaseModel]]]:
        """Every group of records that people read, by the name of its file or folder; a single record under no name."""
        yield from (("law", self.law.parameters), ("provisions", self.law.provisions), ("sources", self.law.sources))
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, BaseModel):
                yield field.name, {"": value}
            elif isinstance(value, Mapping):
                yield field.name, value

    def in_words(self, translate: Callable[[str], str]) -> "Knowledge":
        """The same knowledge with every text put through `translate`."""
        said: dict[str, Any] = {name: {key: translated(one, translate) for key, one in group.items()} for name, group in self.records()}
        law = replace(self.law, parameters=said.pop("law"), provisions=said.pop("provisions"), sources=said.pop("sources"))
        own = {name: group.get("", group) for name, group in said.items()}
        return replace(self, law=law, **own)


@cache
def knowledge() -> Knowledge:
    """Read and cross-check every data file; raise BadData naming file and key."""
    known = Knowledge(
        edition=read(DATA / "edition.toml", Edition),
        law=load_law(),
        catalogue=load_catalogue(),
        instruments=load_instruments(),
        nothing_here=read(DATA / "nothing_here.toml", NothingHere),
        purchases=load_purchases(),
        rules=load_rules(),
        measures=load_measures(),
        complaints=load_complaints(),
        joint=load_joint_delivery(),
        load=read(DATA / "load.toml", Load),
        cases=load_cases(),
        rulings=load_rulings(),
        countries=load_countries(),
        glossary=load_glossary(),
        seeds=load_seeds(),
        left_out=read(DATA / "left_out.toml", LeftOut),
        formulas=formulas(),
        price_parameters=parameters(),
        faults=faults(),
        bench=bench_data(),
    )
    _every_reference_leads_somewhere(known)
    thresholds_agree(known.law.parameters)
    return known


def _every_reference_leads_somewhere(known: Knowledge) -> None:
    for one in known.catalogue.values():
        file = f"catalogue/{one.family}/{one.id}.toml"
        _within(file, "law", one.law, known.grounds)
        _within(file, "beside", one.beside, known.catalogue)
        _within(file, "seeds", one.seeds, known.seeds)
        _within(file, "incompatible", [other.criterion for other in one.incompatible], known.catalogue)
    for rule in known.rules.values():
        _within(f"rules/{rule.id}.toml", "law", rule.law, known.grounds)
        _within(f"rules/{rule.id}.toml", "source", [rule.source], known.law.sources)
        for condition in rule.when:
            if condition.fact == "chosen":
                _within(f"rules/{rule.id}.toml", "when", condition.limit, known.catalogue)
    for measure in known.measures.values():
        _within(f"measures/{measure.id}.toml", "law", measure.law, known.grounds)
    for complaint in known.complaints.values():
        file = f"complaints/{complaint.id}.toml"
        _within(file, "law", complaint.law, known.grounds)
        _within(file, "rules", complaint.rules, known.rules)
        _within(file, "source", [complaint.source], known.law.sources)
    for one_provision in known.law.provisions.values():
        _within("provisions", f"{one_provision.id}.concession", filter(None, [one_provision.concession]), known.grounds)
    for part in known.joint.parts:
        _within("joint_delivery.toml", f"{part.id}.law", part.law, known.grounds)
    _within("joint_delivery.toml", "rule", known.joint.rules, known.rules)
    for instrument in known.instruments.values():
        _within(f"instruments/{instrument.id}.toml", "law", instrument.law, known.grounds)
    for profile in known.countries.values():
        file = f"countries/{profile.id}.toml"
        _within(file, "source", [one.source for one in profile.facts], known.law.sources)
        _within(file, "law", [one.law for one in profile.duties], known.law.provisions)
    for card in known.formulas.values():
        _within(f"formulas/{card.id}.toml", "source", [card.source], known.law.sources)
    for fault in known.faults.values():
        _within(f"faults/{fault.id}.toml", "law", fault.law, known.grounds)
        _within(f"faults/{fault.id}.toml", "source", [fault.source], known.law.sources)
    for case in known.cases.values():
        _within(f"cases/{case.id}.toml", "criteria", case.criteria, known.catalogue)
        _within(f"cases/{case.id}.toml", "must_contain", [*case.must_contain, *case.must_not_contain], [*known.catalogue, *Stage])
    _every_point_is_answered(known)


def _every_point_is_answered(known: Knowledge) -> None:
    carried = carriers(known.catalogue)
    for name, seed in known.seeds.items():
        _within("seeds.toml", f"{name}.criteria", seed.criteria, known.catalogue)
        _within("seeds.toml", f"{name}.rules", seed.rules, known.rules)
        for kind in seed.lacks(name in carried):
            raise BadData("seeds.toml", f"{name}.by", f"no {kind} answers it")


def _within(file: str, key: str, names: object, known: object) -> None:
    for name in names:  # type: ignore[attr-defined]
        if name not in known:  # type: ignore[operator]
            raise BadData(file, key, f"'{name}' does not exist")

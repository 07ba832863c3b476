"""A visitor without script: loads pages, inspects each one, fills in its forms and follows its links."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from flask import Flask
from lxml import html
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

_OUTSIDE = re.compile(r"^(https?:)?//")


class Page:
    """A page that came, parsed and inspected."""

    def __init__(self, response: TestResponse, address: str) -> None:
        self.status = response.status_code
        self.headers = response.headers
        self.address = address
        self.raw = response.get_data(as_text=True)
        self.tree: Any = html.fromstring(self.raw)
        self.text = " ".join(self.tree.text_content().split())
        inspect(self.tree)

    @property
    def title(self) -> str:
        return " ".join(self.tree.findtext(".//title").split())

    @property
    def heading(self) -> str:
        return " ".join(self.tree.xpath("string(//h1)").split())

    def links(self) -> list[str]:
        return [link.get("href") for link in self.tree.xpath("//a[@href]")]

    def link(self, words: str) -> str:
        """The address behind the link that holds some words."""
        for link in self.tree.xpath("//a[@href]"):
            if words in " ".join(link.text_content().split()):
                return str(link.get("href"))
        raise AssertionError(f"no link with “{words}” on {self.address}")

    def form(self, action: str) -> Any:
        """The form whose address ends with `action`."""
        for form in self.tree.forms:
            if urlsplit(form.get("action", "")).path.endswith(action):
                return form
        raise AssertionError(f"no form to {action} on {self.address}")


class Visitor:
    """One person with one browser session."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def get(self, address: str) -> Page:
        response = self.client.get(address, follow_redirects=True)
        return Page(response, response.request.path)

    def send(self, page: Page, action: str, values: dict[str, Any] | None = None, button: tuple[str, str] | None = None, **files: Any) -> Page:
        """Fill in a form of a page and send it; values replace what stands in it."""
        form = page.form(action)
        data = MultiDict((name, value) for name, value in form.form_values())
        for name, value in (values or {}).items():
            data.setlist(name, list(value) if isinstance(value, list | tuple) else [value])
        if button:
            data.add(*button)
        for name, value in files.items():
            data.add(name, value)
        address = urljoin(page.address, form.get("action"))
        response = self.client.post(address, data=data, follow_redirects=True)
        return Page(response, response.request.path)

    def begin(self, language: str = "en", path: str = "quick") -> str:
        """Start a draft and give its address."""
        page = self.send(self.get(f"/{language}/"), "/begin", button=("path", path))
        return page.address

    def open(self, content: bytes, language: str = "en", name: str = "design.tender.json") -> Page:
        """Upload a tender file on the start page."""
        import io

        return self.send(self.get(f"/{language}/"), "/open", file=(io.BytesIO(content), name))


def inspect(tree: Any) -> None:
    """Hold a page to the rules of the house."""
    assert tree.get("lang"), "the page does not say its language"
    assert tree.findtext(".//title", "").strip(), "the page has no title"
    assert len(tree.xpath("//h1")) == 1, f"the page has {len(tree.xpath('//h1'))} main headings"
    _headings_are_in_order(tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][not(ancestor::div[@role='alert'])]"))
    _ids_are_unique(tree.xpath("//@id"))
    _every_entry_is_labelled(tree)
    _every_reference_leads_somewhere(tree)
    _forms_carry_the_token(tree)
    _nothing_comes_from_outside(tree)


def _headings_are_in_order(headings: Iterable[Any]) -> None:
    level = 0
    for heading in headings:
        now = int(heading.tag[1])
        assert now <= level + 1, f"heading “{heading.text_content().strip()}” skips a level"
        level = now


def _ids_are_unique(ids: list[str]) -> None:
    twice = {one for one in ids if ids.count(one) > 1}
    assert not twice, f"ids stand twice: {twice}"


def _every_entry_is_labelled(tree: Any) -> None:
    for entry in tree.xpath("//input[not(@type='hidden')]|//select|//textarea"):
        assert tree.xpath("//label[@for=$id]", id=entry.get("id", "")), f"no label for {entry.get('name')}"
    for group in tree.xpath("//fieldset"):
        assert group.xpath("./legend"), "a group of entries has no legend"


def _every_reference_leads_somewhere(tree: Any) -> None:
    ids = set(tree.xpath("//@id"))
    for named in tree.xpath("//@aria-describedby|//@aria-labelledby"):
        missing = set(named.split()) - ids
        assert not missing, f"aria names what is not there: {missing}"
    for anchor in tree.xpath("//a[starts-with(@href, '#')]/@href"):
        assert anchor[1:] in ids, f"a link leads to {anchor}, which is not there"


def _forms_carry_the_token(tree: Any) -> None:
    for form in tree.xpath("//form[translate(@method, 'POST', 'post')='post']"):
        assert form.xpath(".//input[@name='csrf_token']"), f"the form to {form.get('action')} has no token"
        assert form.get("action", "").startswith("/"), "a form has no address of its own"


def _nothing_comes_from_outside(tree: Any) -> None:
    loaded = tree.xpath("//script/@src|//img/@src|//link[@rel!='alternate']/@href|//iframe/@src|//source/@src")
    outside = [address for address in loaded if _OUTSIDE.match(address)]
    assert not outside, f"loaded from outside: {outside}"
    assert not tree.xpath("//script[not(@src)]|//style|//*[@style]|//@onclick"), "script or style stands within the page"

"""Texts for people: marked once by the type, found and translated by the same walk."""

from pydantic import Field

from criteria.prose import Frozen, Prose, passages, translated


class Leaf(Frozen):
    says: Prose
    code: str


class Tree(Frozen):
    title: Prose
    lines: tuple[Prose, ...]
    leaf: Leaf
    leaves: tuple[Leaf, ...] = ()
    named: dict[str, Leaf] = Field(default_factory=dict)
    mark: str = "raw"


TREE = Tree(
    title="Oak", lines=("one", "two"), leaf=Leaf(says="Green", code="G"),
    leaves=(Leaf(says="Brown", code="B"),), named={"a": Leaf(says="Red", code="R")},
)


def test_every_marked_text_is_found_with_its_key() -> None:
    assert dict(passages(TREE)) == {
        "title": "Oak", "lines[0]": "one", "lines[1]": "two", "leaf.says": "Green",
        "leaves[0].says": "Brown", "named.a.says": "Red",
    }


def test_exactly_the_marked_texts_are_translated() -> None:
    other = translated(TREE, str.upper)
    assert {text for _, text in passages(other)} == {"OAK", "ONE", "TWO", "GREEN", "BROWN", "RED"}
    assert (other.mark, other.leaf.code) == ("raw", "G")
    assert TREE.title == "Oak"


def test_a_record_without_change_stays_the_same_object() -> None:
    assert translated(TREE, lambda text: text) is not None

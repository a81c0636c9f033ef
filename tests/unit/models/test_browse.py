"""The tray's menus as data."""

from __future__ import annotations

from jitdesk.models.browse import MOST, Branch, MenuMaker
from jitdesk.packs.catalog import MenuRow


def row(number: int, *, pack: str = "p", folder: str = "", situation: str = "") -> MenuRow:
    path = f"{folder}/{number}.md" if folder else f"{number}.md"
    return MenuRow(f"{pack}/{number}", pack, path, f"Guide {number:04}", situation)


def made(*rows: MenuRow) -> MenuMaker:
    maker = MenuMaker()
    for one in rows:
        maker.add(one)
    return maker


def test_a_small_pack_is_one_menu_in_order() -> None:
    (pack,) = made(row(2, folder="b"), row(1, folder="a")).by_pack({"p": "My pack"})
    assert pack.label == "My pack"
    assert [guide.label for guide in pack.children] == ["Guide 0001", "Guide 0002"]


def test_a_large_pack_has_its_folders() -> None:
    rows = [row(n, folder=f"f{n % 4}") for n in range(200)]
    (pack,) = made(*rows).by_pack({})
    assert [folder.label for folder in pack.children] == ["f0", "f1", "f2", "f3"]
    assert len(pack.children[0].children) == MOST + 1
    assert pack.children[0].children[-1].label == "20 more: search…"


def test_no_level_is_longer_than_a_screen() -> None:
    rows = [row(n, pack=f"p{n % 90}", folder=str(n % 70), situation=f"s{n}") for n in range(9000)]
    maker = made(*rows)

    def widest(branches: tuple[Branch, ...]) -> int:
        return max([len(branches), *(widest(b.children) for b in branches if b.children)])

    assert widest(maker.by_pack({})) <= MOST + 1
    assert widest(maker.by_situation()) <= MOST + 1


def test_only_guides_with_a_situation_are_browsed_by_it() -> None:
    branches = made(row(1), row(2, situation="The light is red & blinks.")).by_situation()
    assert branches == (Branch("The light is red && blinks.", "p/2"),)


def test_nothing_installed_is_an_empty_menu() -> None:
    assert made().by_pack({}) == ()
    assert made().by_situation() == ()

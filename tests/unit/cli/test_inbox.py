"""Two people and one folder on the command line: asked, answered, told; suggested, decided."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Person = Callable[..., tuple[int, str]]


def inbox(person: Person, name: str = "author") -> dict[str, list[dict[str, object]]]:
    return json.loads(person(name, "inbox", "--json")[1])


def test_asked_grouped_found_and_the_words_are_the_guides(person: Person, share: Path) -> None:
    person("ann", "inbox", "ask", "settle", "a", "bill")
    person("bob", "inbox", "ask", "bill", "settle")
    moments = inbox(person)["moments"]
    assert [(m["askers"], m["words"]) for m in moments] == [(2, ["bill settle", "settle a bill"])]
    code, said = person("author", "inbox", "found", str(moments[0]["id"])[-8:], "team.pay")
    assert code == 0
    assert "settle a bill" in said
    assert "settle a bill" in (share / "guides" / "pay.md").read_text()
    person("ann", "inbox", "send")
    assert "found" in person("ann", "inbox", "mine")[1]
    assert inbox(person)["moments"] == []


def test_build_begins_a_page_with_the_askers_words(person: Person, share: Path) -> None:
    person("ann", "inbox", "ask", "cancel", "a", "train")
    number = str(inbox(person)["moments"][0]["id"])
    code, said = person("author", "inbox", "build", number, "--json")
    assert code == 0
    text = Path(json.loads(said)["file"]).read_text()
    assert "cancel a train" in text
    assert "status: draft" in text


def test_not_now_needs_a_reason(person: Person) -> None:
    person("ann", "inbox", "ask", "cancel", "a", "train")
    number = str(inbox(person)["moments"][0]["id"])
    code, said = person("author", "inbox", "not-now", number, "--reason", "no")
    assert (code, "reason" in said) == (2, True)
    assert person("author", "inbox", "not-now", number, "--reason", "we have no trains")[0] == 0


def test_a_folder_that_cannot_be_written_keeps_it_waiting(person: Person, share: Path) -> None:
    """A file lies where the inbox would be: that stops root as well, unlike permissions."""
    person("ann", "inbox")
    (share / "_inbox").write_bytes(b"")
    assert "It waits" in person("ann", "inbox", "ask", "cancel", "a", "train")[1]
    (share / "_inbox").unlink()
    assert "Sent: 1" in person("ann", "inbox", "send")[1]


def test_a_folder_that_is_away_loses_nothing_and_a_file_can_be_handed_over(
    person: Person, share: Path, tmp_path: Path
) -> None:
    person("ann", "inbox")
    away = share.rename(share.with_name("away"))
    assert "It waits" in person("ann", "inbox", "ask", "cancel", "a", "train")[1]
    number = json.loads(person("ann", "inbox", "mine", "--json")[1])[0]["id"]
    file = tmp_path / "handed.json"
    assert person("ann", "inbox", "hand-over", number, "--file", str(file))[0] == 0
    assert "text: cancel a train" in person("ann", "inbox", "hand-over", number)[1]
    away.rename(share)
    assert person("author", "inbox", "take-in", str(file))[0] == 0
    assert len(inbox(person)["moments"]) == 1
    person("ann", "inbox", "send")  # the same contribution arrives once more: nothing changes
    assert inbox(person)["moments"][0]["askers"] == 1


def test_a_suggestion_ends_in_a_version_with_thanks(person: Person, share: Path) -> None:
    person("ann", "inbox", "suggest", "team.pay", "say", "which", "form", "--name", "Ann")
    case = inbox(person)["loops"][0]
    assert (case["kind"], case["state"], case["responsible"]) == ("suggest", "sent", "finance")
    number = str(case["id"])
    assert person("author", "inbox", "act", number, "declined", "reason=no")[0] == 2
    assert person("author", "inbox", "act", number, "shipped", "version=2.0.0")[0] == 2
    assert person("author", "inbox", "act", number, "accepted", "who=me", "until=May")[0] == 0
    assert person("author", "inbox", "act", number, "shipped", "version=1.0.0")[0] == 2
    assert person("author", "inbox", "act", number, "shipped", "version=1.1.0")[0] == 0
    text = (share / "guides" / "pay.md").read_text()
    assert "thanks to Ann" in text
    assert "version: 1.1.0" in text
    assert inbox(person)["loops"] == []


def test_a_challenge_is_answered_with_goal_and_observation(person: Person) -> None:
    person(
        "ann", "inbox", "challenge", "team.pay", "on 3 March it took eleven days",
        "--assumption", "two people sign",
    )  # fmt: skip
    number = str(inbox(person)["loops"][0]["id"])
    person("bob", "inbox", "send")
    goal = ["restated=it is slow", "goal=no forged invoice is paid", "decider=cfo"]
    assert person("author", "inbox", "act", number, "acknowledged", *goal)[0] == 0
    policy = ["reason=because it is policy", "quote=eleven days"]
    code, said = person("author", "inbox", "act", number, "upheld", *policy)
    assert (code, "policy" in said) == (2, True)
    reason = ["reason=eleven days for a forged invoice are cheap", "quote=eleven days"]
    assert person("author", "inbox", "act", number, "upheld", *reason)[0] == 0
    person("ann", "inbox", "send")
    assert "upheld" in person("ann", "inbox", "mine")[1]
    person("ann", "inbox", "reply", number, "on 9 March fifteen days")
    assert inbox(person)["loops"][0]["state"] == "raised"


def test_a_challenge_without_a_rule_is_refused(person: Person) -> None:
    assert person("ann", "inbox", "challenge", "team.pay", "it is slow")[0] == 2


def test_letters_in_the_folder_are_no_part_of_the_pack(person: Person, share: Path) -> None:
    person("ann", "inbox", "ask", "cancel", "a", "train")
    code, said = person("ann", "sync", "--json")
    assert code == 0
    assert "_inbox" not in said


def test_deleting_takes_what_was_sent_from_this_computer_as_well(
    person: Person, share: Path, tmp_path: Path
) -> None:
    person("ann", "inbox", "ask", "cancel", "a", "train")
    person("ann", "inbox", "send")
    file = tmp_path / "mine.json"
    person("ann", "data", "--export", str(file))
    assert [row["text"] for row in json.loads(file.read_text())["sent"]] == ["cancel a train"]
    assert "is with others" in person("ann", "data", "--delete")[1]
    left = list((tmp_path / "ann" / "data" / "loops").rglob("*.json"))
    assert left == []
    assert "You have sent nothing." in person("ann", "inbox", "mine")[1]


def test_three_who_question_one_rule_make_the_page_count_as_working(
    person: Person, share: Path
) -> None:
    page = share / "guides" / "pay.md"
    page.write_text(page.read_text().replace("status: working", "status: validated"))
    for name in ("ann", "bob", "cem"):
        person(
            name, "inbox", "challenge", "team.pay", f"{name} saw it", "--assumption", "by hand only"
        )  # fmt: skip
    told = inbox(person)["loops"]
    assert {row["doubt"] for row in told} == {"3 people question a rule: “by hand only”."}
    rows = json.loads(person("author", "review", "--json")[1])
    assert [(r["state"], r["proposal"]) for r in rows if r["id"] == "team/team.pay"] == [
        ("working", "check")
    ]
    assert "counts as working" in person("author", "inbox")[1]


def test_two_who_saw_it_break_are_enough(person: Person) -> None:
    for name in ("ann", "bob"):
        person(
            name, "inbox", "challenge", "team.pay", "seen", "--assumption", "by hand", "--broken"
        )  # fmt: skip
    assert "no longer holds" in str(inbox(person)["loops"][0]["doubt"])


def test_a_draft_becomes_working_by_its_owner_without_a_review(person: Person, share: Path) -> None:
    page = share / "guides" / "pay.md"
    page.write_text(page.read_text().replace("status: working", "status: draft"))
    assert person("author", "review", "done", "team.pay", "working")[0] == 0
    assert "status: working" in page.read_text()
    assert "reviewed_on" not in page.read_text()


def test_a_success_case_from_the_offer_to_the_report(person: Person, tmp_path: Path) -> None:
    person(
        "ann", "inbox", "volunteer", "team.pay", "I called first", "--result", "worked",
        "--name", "Ann from finance",
    )  # fmt: skip
    (row,) = json.loads(person("author", "inbox", "stories", "--json")[1])
    assert (row["guide"], row["result"], row["name"]) == ("team.pay", "worked", "Ann from finance")
    number = str(row["id"])
    fields = ("situation=New bank details", "change=Called first", "result=Nothing was lost")
    act = ("inbox", "act", number, "told", *fields)
    assert person("author", *act)[0] == 2  # what the environment did is missing
    more = ("environment=Time was given", "proof=number: 1 of 1", "other=The bank stopped it")
    assert person("author", *act, *more)[0] == 0
    assert person("author", "inbox", "stories")[0] == 1
    (case,) = json.loads(person("author", "report", "--json")[1])["success_cases"]
    assert (case["grade"], case["change"]) == ("E5", "Called first")
    page = tmp_path / "report.html"
    person("author", "report", "--html", str(page), "--lang", "de")
    text = page.read_text()
    assert "Called first" in text
    assert "Erfolgsgeschichten" in text
    assert "Ann" not in text
    person("ann", "inbox", "send")
    assert "told" in person("ann", "inbox", "mine")[1]


def test_who_may_be_asked_is_no_open_flag_of_the_page(person: Person) -> None:
    words = ("inbox", "volunteer", "team.pay", "better", "--result", "worked", "--name", "Ann")
    person("ann", *words)
    rows = json.loads(person("author", "report", "--json")[1])["metrics"]
    m13 = next(m for m in rows if m["id"] == "M13")
    assert not m13["figures"][0]["shown"]


def test_a_page_is_to_be_checked_at_once_when_its_ground_changes(
    person: Person, share: Path
) -> None:
    page = share / "guides" / "pay.md"
    page.write_text(page.read_text().replace("**Open it.**", "**Call {site:bank_phone}.**"))
    (share / "site.yaml").write_text("values:\n  bank_phone: 110\n")
    person("author", "sync")
    assert person("author", "review", "done", "team.pay", "kept")[0] == 0
    person("author", "sync")
    assert inbox(person)["checks"] == []
    (share / "site.yaml").write_text("values:\n  bank_phone: 112\n")
    person("author", "sync")
    (check,) = inbox(person)["checks"]
    assert "site value bank_phone" in str(check["reason"])
    assert "check needed" in person("author", "inbox")[1]
    assert person("author", "inbox", "checked", "team.pay")[0] == 0
    person("author", "sync")
    assert inbox(person)["checks"] == []

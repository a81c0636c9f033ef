"""What a message says is found, wherever it was met."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.search.fingerprint import fingerprint, speaker
from jitdesk.search.hit import Query
from tests.support.guides import make_guide, open_searcher


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            'Pod shop/web-7f9c5b6d4-x2k8p (app) is in waiting state (reason: "CrashLoopBackOff").',
            'Pod shop/api-5d8c7f6b9-q9z1v (app) is in waiting state (reason: "CrashLoopBackOff").',
        ),
        (
            "Filesystem on /dev/sda2, mounted on /var, at host-12:9100 has only 2.80% left.",
            "Filesystem on /dev/nvme0n1p1, mounted on /, at 10.0.3.4:9100 has only 14% left.",
        ),
        (
            "Could not load C:\\Users\\ann\\report-4711.docx: access denied (0x80070005)",
            "Could not load D:\\bob\\x.docx: access denied (0x8007002A)",
        ),
        (
            "2026-11-26T10:00:01Z ERROR request 6f9619ff-8b86-d011-b42d-00c04fc964ff timed out now",
            "2025-01-02 03:04:05 ERROR request 1f9619ff-8b86-d011-b42d-00cf4fc964f0 timed out now",
        ),
        (
            "NullPointerException: name is null\n\tat com.Dao.find(Dao.java:112)\n\t... 3 more",
            "NullPointerException: name is null\n\tat org.other.Thing.run(Thing.java:9)\n",
        ),
    ],
)
def test_paths_numbers_and_ids_do_not_matter(one: str, other: str) -> None:
    words = re.findall(r"\w+", fingerprint(one))
    assert words == re.findall(r"\w+", fingerprint(other))
    assert len(words) > 2


@pytest.mark.parametrize(
    "typed",
    [
        "free port 8080",
        "address already in use port 8080",
        "python 3.11 install",
        "is this a SEV-1 or a SEV-2",
        "git reset --hard HEAD~1",
        "how do I open a file",
        "",
    ],
)
def test_what_a_person_types_stays_as_it_is(typed: str) -> None:
    assert fingerprint(typed) == ""


def test_a_pasted_message_finds_its_guide_and_no_guide_with_its_numbers(tmp_path: Path) -> None:
    guides = (
        make_guide("Node is not ready", "The kubelet stopped posting node status."),
        make_guide("Release 4711", "Version 4711 has 9100 changes in /var/lib/kubelet/pods."),
        make_guide("Pods", "Something about pods."),
    )
    text = "E1126 4711 kubelet: Kubelet stopped posting node status at 10.1.1.4:9100 /var/lib/pods"
    with open_searcher(tmp_path / "index", guides) as searcher:
        for complete in (True, False):
            hits = searcher.search(Query(text, complete=complete)).hits
            assert hits[0].title == "Node is not ready"


@pytest.mark.parametrize(
    ("text", "program", "rest"),
    [
        ("tar: Cannot open: No such file", "tar", "tar: Cannot open: No such file"),
        ("tar (child): x.tgz: Cannot open", "tar", "tar (child): x.tgz: Cannot open"),
        ("sshd[812]: Connection closed by peer", "sshd", "sshd[812]: Connection closed by peer"),
        ("npm ERR! code ERESOLVE now", "npm", "npm ERR! code ERESOLVE now"),
        ("-bash: foo: command not found", "foo", "foo: command not found"),
        ("bash: ./x.sh: Permission denied", "", "./x.sh: Permission denied"),
        ("fatal: not a git repository", "", "not a git repository"),
        ("error: 7", "", "error: 7"),
        ("what does tar: say here", "", "what does tar: say here"),
        ("https://example.org/a b c", "", "https://example.org/a b c"),
    ],
)
def test_a_message_names_its_program(text: str, program: str, rest: str) -> None:
    assert speaker(text) == (program, rest)


def test_what_a_program_says_finds_the_guide_to_that_program(tmp_path: Path) -> None:
    guides = (
        make_guide("tar", "Packs files into one."),
        make_guide("tarsnap", "The directory of a file is recoverable; open it. An error cannot."),
    )
    text = "tar: backup-0412.tgz: Cannot open: No such file or directory, error not recoverable"
    with open_searcher(tmp_path / "index", guides) as searcher:
        assert searcher.search(Query(text, complete=True)).hits[0].title == "tar"


def test_what_is_wrong_tells_more_than_the_advice_after_it(tmp_path: Path) -> None:
    guides = (
        make_guide("The clock is not synchronised", "Look at the clock of the host."),
        make_guide("Ensure NTP is configured", "How to configure NTP on a host."),
    )
    text = "Clock at 192.168.4.12:9100 is not synchronised. Ensure NTP is configured on this host."
    with open_searcher(tmp_path / "index", guides) as searcher:
        hits = searcher.search(Query(text, complete=True)).hits
        assert hits[0].title == "The clock is not synchronised"


def test_a_guide_that_says_the_message_word_for_word_comes_first(tmp_path: Path) -> None:
    said = "Rules\n\nThe server has failed to evaluate one of its rules."
    guides = (
        make_guide("Rule evaluation of the server", "Rules that a server failed. To evaluate."),
        make_guide("What a red lamp means", said),
    )
    text = "Server infra-7f9c/prom has failed to evaluate one of its rules."
    with open_searcher(tmp_path / "index", guides) as searcher:
        hits = searcher.search(Query(text, complete=True)).hits
        assert hits[0].title == "What a red lamp means"
        one = searcher.search(Query("at 10.1.1.4 10.1.1.5 is is is is is is is is", complete=True))
        assert isinstance(one.hits, tuple)


@given(st.text(max_size=200), st.sampled_from(("a-", "1.", "/a", "0x", "a:1", "\\a", "-1a")))
def test_no_text_takes_long(text: str, unit: str) -> None:
    before = time.thread_time()
    fingerprint(text + unit * 900)
    speaker("error: " * 300 + text)
    assert time.thread_time() - before < 5  # a hang; speed is the bench's

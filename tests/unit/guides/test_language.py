from __future__ import annotations

import pytest

from jitdesk.guides.language import detect, of_path, tag_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Turn off the computer and wait for the light", "en"),
        ("Schalten Sie den Drucker aus und warten Sie auf die Lampe", "de"),
        ("Éteignez le PC et attendez que la lampe soit verte dans le bureau", "fr"),
        ("Apague la impresora y espere que la luz esté en verde", "es"),
        ("プリンターの電源を切る", "ja"),
        ("关闭打印机的电源", "zh"),
        ("أعد تشغيل الطابعة", "ar"),
        ("Выключите принтер", "ru"),
        ("xyz", ""),
    ],
)
def test_scripts_and_small_words_tell_the_language(text: str, code: str) -> None:
    assert detect(text) == code


def test_folders_name_languages() -> None:
    assert of_path("tldr/pages.de/common/x.md") == "de"
    assert of_path("docs/zh-hans/x.md") == "zh-hans"
    assert of_path("docs/it/printer.md") == ""


def test_only_tags_are_tags() -> None:
    assert (tag_of("pt_BR"), tag_of(["de"]), tag_of("very long words")) == ("pt-BR", "", "")

"""The report as one offline HTML file: light, dark, print; charts with their tables. Pure.

No script, no font, no picture, no address: nothing is loaded when it is opened.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Final

from jitdesk.impact.chart import Bar, interval_chart
from jitdesk.impact.figure import Figure, Metric
from jitdesk.impact.report import (
    NOT_FOR,
    Report,
    interval_text,
    people_text,
    translated,
    value_text,
)
from jitdesk.translation import Translate, english

_STYLE: Final = """
:root{color-scheme:light dark;--ground:#fff;--raised:#f6f6f8;--line:#dfdfe6;--text:#1c1c22;
--muted:#5f5f6b;--accent:#3451c6;--good:#1f7a45;--warn:#8a5300}
@media(prefers-color-scheme:dark){:root{--ground:#1d1e23;--raised:#26272e;--line:#383a43;
--text:#ededf1;--muted:#a7a8b4;--accent:#9db0ff;--good:#74d69a;--warn:#f2c069}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--text);
font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:960px;margin:0 auto;padding:40px 24px 64px}h1{font-size:30px;line-height:1.2;
margin:0 0 8px}h2{font-size:22px;margin:48px 0 8px;padding-bottom:6px;
border-bottom:1px solid var(--line)}h3{font-size:18px;margin:0 0 2px}p{margin:4px 0}
.muted{color:var(--muted)}.small{font-size:14px}.box{background:var(--raised);
border:1px solid var(--line);border-radius:10px;padding:14px 18px;margin:18px 0}
section.metric{margin:24px 0;padding:18px 20px;border:1px solid var(--line);border-radius:10px;
break-inside:avoid}.id{color:var(--muted);font-weight:400;font-size:14px;margin-left:8px}
table{width:100%;border-collapse:collapse;margin-top:12px;font-size:15px}caption{text-align:left;
color:var(--muted);font-size:13px;padding-bottom:4px}th,td{text-align:left;vertical-align:top;
padding:7px 10px 7px 0;border-top:1px solid var(--line)}
table{table-layout:fixed}thead th:nth-child(1){width:34%}
thead th:nth-child(2){width:15%}thead th:nth-child(3){width:15%}
thead th:nth-child(4){width:13%}tbody td,tbody th{overflow-wrap:anywhere}
thead th{border-top:0;font-size:13px;
color:var(--muted);font-weight:600}td.value{font-weight:600;white-space:nowrap}
tr.none td{color:var(--muted)}tr.none td.value{font-weight:400;font-style:italic}
.chart{width:100%;height:auto;margin-top:10px;display:block}.grid{stroke:var(--line)}
.axis,.label{fill:var(--muted);font-size:13px}.label{fill:var(--text)}
.range{stroke:var(--accent);stroke-width:4;stroke-linecap:round;opacity:.45}
.dot{fill:var(--accent)}.good{color:var(--good)}.warn{color:var(--warn)}
.scroll{overflow-x:auto}
@media(max-width:640px){main{padding:24px 16px}table{font-size:14px}.chart{min-width:560px}}
@media print{:root{--ground:#fff;--raised:#fff;--line:#bbb;--text:#000;--muted:#444;
--accent:#223a9c}main{max-width:none;padding:0}h2{break-after:avoid}.scroll{overflow:visible}}
"""


def page(report: Report, tr: Translate = english, language: str = "en") -> str:
    """Return the file, in a language."""
    body = "".join(_body(translated(report, tr), tr))
    title = html.escape(tr("JITDesk: impact report"))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{title} {_span(report, tr)}</title>"
        f"<style>{_STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _span(report: Report, tr: Translate) -> str:
    return f"{report.start} {tr('to')} {report.end}"


def _body(report: Report, tr: Translate) -> Iterator[str]:
    yield f"<h1>{html.escape(tr('Did it change what people do?'))}</h1>"
    yield f'<p class="muted">{_span(report, tr)}</p>'
    yield f'<div class="box"><p>{_who(report, tr)}</p>'
    yield f'<p class="small muted">{html.escape(tr(NOT_FOR))}</p></div>'
    number = 0
    for head, part in report.parts:
        yield f"<h2>{html.escape(head)}</h2>"
        for metric in part:
            number += 1
            yield _metric(metric, number, tr)
    yield from _pages(report, tr)
    yield from _cases(report, tr)
    yield from _how(report, tr)


def _who(report: Report, tr: Translate) -> str:
    if report.people:
        text = tr(
            "At least {0} people. A figure needs at least {1} people who used what it is about; "
            "numbers of people are rounded down to fives."
        )
        return text.format(report.people, report.minimum)
    text = tr("Fewer than {0} people have shared anything, so nothing about people is shown.")
    return text.format(report.minimum)


def _metric(metric: Metric, number: int, tr: Translate) -> str:
    bars = [
        Bar(f"{f.about or f.name}" if f.about == "" else f"{f.about}: {f.name}", f.value or 0.0,
            f.low, f.high)
        for f in metric.figures
        if f.is_shown and f.unit == "share" and f.value is not None and 0 <= f.value <= 1
    ]  # fmt: skip
    chart = interval_chart(metric.title, bars, number) if bars else ""
    not_for = html.escape(tr("Not for {0}.").format(metric.not_for))
    return (
        f'<section class="metric" aria-labelledby="m{number}">'
        f'<h3 id="m{number}">{html.escape(metric.title)}<span class="id">{metric.id}</span></h3>'
        f'<p class="muted">{html.escape(metric.question)}</p>'
        f'<div class="scroll">{chart}{_table(metric, tr)}</div>'
        f'<p class="small muted">{not_for}</p></section>'
    )


def _table(metric: Metric, tr: Translate) -> str:
    rows = "".join(_row(figure, tr) for figure in metric.figures)
    rows = rows or f'<tr class="none"><td colspan="5">{tr("Nothing to show.")}</td></tr>'
    names = ("", tr("Value"), tr("95 % interval"), tr("People"), tr("Note"))
    heads = "".join(f'<th scope="col">{name}</th>' for name in names)
    caption = tr("{0}: the figures").format(metric.title)
    return (
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _row(figure: Figure, tr: Translate) -> str:
    name = f"{figure.about}: {figure.name}" if figure.about else figure.name
    kind = "" if figure.is_shown else ' class="none"'
    cells = (interval_text(figure, tr), people_text(figure, tr), figure.note)
    rest = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
    return (
        f'<tr{kind}><th scope="row">{html.escape(name)}</th>'
        f'<td class="value">{html.escape(value_text(figure, tr))}</td>{rest}</tr>'
    )


def _pages(report: Report, tr: Translate) -> Iterator[str]:
    if not report.pages:
        return
    yield f"<h2>{tr('Pages, for their owners')}</h2><table><caption>"
    yield f"{tr('Does the page work?')}</caption><tbody>"
    for verdict in report.pages:
        word, tone = (tr("works"), "good") if verdict.works else (tr("look at it"), "warn")
        yield (
            f'<tr><th scope="row">{html.escape(verdict.title)}</th>'
            f'<td class="{tone}">{word}</td><td>{html.escape(verdict.reason)}</td></tr>'
        )
    yield "</tbody></table>"


def _cases(report: Report, tr: Translate) -> Iterator[str]:
    if not report.cases:
        return
    yield f"<h2>{tr('Success cases')}</h2>"
    note = tr("Single stories, never averaged. E5 has proof and weighs what else could explain it.")
    yield f'<p class="muted">{html.escape(note)}</p>'
    for case in report.cases:
        rows = (
            (tr("Situation"), case.situation),
            (tr("What was done differently"), case.change),
            (tr("What came of it"), case.result),
            (tr("What the environment did"), case.environment),
            (tr("Proof"), case.proof or tr("none")),
            (tr("What else could explain it"), case.other or tr("not asked")),
        )
        cells = "".join(
            f'<tr><th scope="row">{html.escape(name)}</th><td>{html.escape(text)}</td></tr>'
            for name, text in rows
        )
        head = f'{html.escape(case.guide)}<span class="id">{case.grade} · {case.day}</span>'
        yield f'<section class="metric"><h3>{head}</h3><table><tbody>{cells}</tbody></table>'
        yield "</section>"


def _how(report: Report, tr: Translate) -> Iterator[str]:
    yield f"<h2>{tr('How to read it')}</h2>"
    for text in (
        tr(
            "A dot is the value, the line its 95 % interval: with the data there is, the true "
            "share may lie anywhere on the line."
        ),
        tr(
            "Not measurable yet means that it is not known how often the task was done, or that "
            "there are too few cases; it is not a zero."
        ),
        tr(
            "Too few people means fewer than {0}. Where one hidden part could be computed from "
            "the others, one more is hidden."
        ).format(report.minimum),
    ):
        yield f"<p>{html.escape(text)}</p>"
    activity = tr(
        "Views, searches and minutes are activity, no evidence of learning, and are not listed. "
        "Nothing here is about one person."
    )
    yield f'<p class="muted small">{html.escape(activity)}</p>'

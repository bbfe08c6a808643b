"""Writes the same letter as HTML, Word and PDF, from its own lines."""

import html
from pathlib import Path

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from jasp_desktop.exchange.letters.source_text import Block, BlockKind

ALL = ((0, 0), (-1, -1))
LONGEST_NUMBER = 8


def write_html(blocks: tuple[Block, ...], path: Path) -> None:
    parts: list[str] = []
    for block in blocks:
        text = html.escape(block.text)
        if block.kind is BlockKind.LIST_ITEM:
            parts.append(_html_item(block.number, text))
        elif block.kind is BlockKind.TABLE_ROW:
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in block.cells)
            parts.append(f"<table><tr>{cells}</tr></table>")
        elif block.kind is BlockKind.HEADING:
            parts.append(f"<h2>{text}</h2>")
        else:
            parts.append(f"<p>{text}</p>")
    body = "\n".join(parts)
    path.write_text(
        "<!DOCTYPE html><html><head><title>x</title></head><body>"
        '<a href="#m">Skip to content</a><nav><a href="/">Home</a></nav>'
        f'<div id="cookies"><p>We use cookies</p></div><main id="m">{body}</main>'
        "<footer>© Somebody</footer></body></html>",
        encoding="utf-8",
    )


def _html_item(number: str | None, text: str) -> str:
    if number is None:
        return f"<ul><li>{text}</li></ul>"
    if number.isdecimal():
        return f'<ol start="{number}"><li>{text}</li></ol>'
    return f"<p>{number}) {text}</p>"


def write_docx(blocks: tuple[Block, ...], path: Path) -> None:
    document = docx.Document()
    for run in _runs(blocks):
        if run[0].kind is BlockKind.TABLE_ROW:
            table = document.add_table(rows=0, cols=len(run[0].cells))
            for row in run:
                for cell, text in zip(table.add_row().cells, row.cells, strict=True):
                    cell.text = text
            continue
        for block in run:
            if block.kind is BlockKind.LIST_ITEM:
                mark = f"{block.number}. " if block.number else ""
                style = "Normal" if block.number else "List Bullet"
                document.add_paragraph(f"{mark}{block.text}", style=style)
            elif block.kind is BlockKind.HEADING:
                document.add_heading(block.text, level=2)
            else:
                document.add_paragraph(block.text)
    document.save(str(path))


def write_pdf(blocks: tuple[Block, ...], path: Path, footer: str = "") -> None:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=9)
    heading = ParagraphStyle("heading", parent=body, fontName="Helvetica-Bold", fontSize=14)
    item = ParagraphStyle("item", parent=body, leftIndent=18, bulletIndent=4, spaceAfter=3)
    flow: list[object] = []
    for run in _runs(blocks):
        if run[0].kind is BlockKind.TABLE_ROW:
            rows = [[Paragraph(html.escape(cell), body) for cell in row.cells] for row in run]
            table = Table(rows, colWidths=_widths(run), style=[("VALIGN", *ALL, "TOP")])
            flow.append(table)
            flow.append(Spacer(1, 9))
            continue
        for block in run:
            text = html.escape(block.text)
            if block.kind is BlockKind.LIST_ITEM:
                mark = f"{block.number}." if block.number else "•"
                flow.append(Paragraph(text, item, bulletText=mark))
            else:
                style = heading if block.kind is BlockKind.HEADING else body
                flow.append(Paragraph(text, style))

    def foot(canvas, document) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 30, f"{footer} Page {document.page} of 9")

    SimpleDocTemplate(str(path)).build(flow, onFirstPage=foot, onLaterPages=foot)


def _widths(rows: list[Block]) -> list[float]:
    count = len(rows[0].cells)
    is_narrow = count > 1 and all(len(row.cells[0]) <= LONGEST_NUMBER for row in rows)
    first = 40.0 if is_narrow else 450 / count
    return [first] + [(450 - first) / max(1, count - 1)] * (count - 1)


def _runs(blocks: tuple[Block, ...]) -> list[list[Block]]:
    runs: list[list[Block]] = []
    for block in blocks:
        is_row = block.kind is BlockKind.TABLE_ROW
        if is_row and runs and runs[-1][0].kind is BlockKind.TABLE_ROW:
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs

"""Writes invented letters whose layout lives in Word or PDF alone: letterheads, run-in headings."""

from pathlib import Path

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=9)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=16, leading=20)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=12)


def write_run_in_headings(path: Path) -> None:
    """Write a Word letter: a letterhead in a table, and bold words that begin paragraphs."""
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.rows[0].cells[0].text = "Crest of the office"
    head.rows[0].cells[1].text = (
        "Police and Crime Commissioner for Marrowdale\nTanyard House\nMarrowdale MD1 1AA\n"
        "17 January 2025"
    )
    for line in ("Dear Home Secretary", ("HMICFRS report: “Night shift: an inspection of response "
                 "policing”")):  # fmt: skip
        document.add_paragraph(line)
    document.add_paragraph(
        "HMICFRS published this national report on 27 November 2024. I set out below the "
        "comments of the Chief Constable of Marrowdale Police and my own."
    )
    for label, words in (
        ("Recommendation 1: ", "By 31 July 2025, chief constables should review shift patterns."),
        ("Chief Constable’s response: ", ("The force reviewed its shifts in 2023 and will do so "
         "again in the spring.")),
        ("Recommendation 2: ", ("By 31 December 2025, chief constables should make sure that "
         "response officers have a personal development plan.")),
        ("Chief Constable’s response: ", "Agreed. Plans are in place for 212 of 240 officers."),
        ("My comments: ", ("I welcome both answers. I will ask the Joint Audit and Scrutiny Panel "
         "to look at the evidence.")),
    ):  # fmt: skip
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(words)
    for line in ("Yours sincerely", "Leopold Garrity", "Police and Crime Commissioner"):
        document.add_paragraph(line)
    document.save(str(path))


def write_one_big_table(path: Path) -> None:
    """Write a Word response that is one table: a label and its words to a row."""
    document = docx.Document()
    document.add_heading("PCC response to inspection report", level=1)
    table = document.add_table(rows=0, cols=2)
    for key, value in (
        ("Title of report", ("Second thoughts: a thematic inspection of how forces deal with "
         "retracted allegations")),
        ("Inspectorate", "HMICFRS"),
        ("Date published", "5 March 2024"),
        ("Recommendation 1", ("By 30 September 2024, chief constables should make sure that every "
         "retraction is reviewed by a supervisor.")),
        ("Chief Constable’s response", ("Accepted.\nA supervisor reviews every retraction within "
         "five days. Compliance is audited each quarter.")),
        ("PCC’s response", "I will look at the first audit in October."),
        ("Recommendation 2", ("By 31 March 2025, the College of Policing should publish guidance "
         "on retractions.")),
        ("Chief Constable’s response", "Noted. This is for the College of Policing."),
        ("PCC’s response", "No comment."),
        ("PCC’s overall comments", "I am content with the response of the force."),
    ):  # fmt: skip
        cells = table.add_row().cells
        cells[0].text, cells[1].text = key, value
    document.save(str(path))


def write_running_headers(path: Path) -> None:
    """Write a PDF of several pages, each with a header, a footer and a marking."""
    flow = [Paragraph("PCC response to HMICFRS’s report ‘Lines crossed: an inspection of how "
                      "forces police county lines’", TITLE)]  # fmt: skip
    flow.append(Paragraph(
        "The report was published by HMICFRS on 10 October 2024. Inspectors visited Averil, "
        "Bellmere and Copse Vale between January and March 2024.", BODY))  # fmt: skip
    for number in range(1, 9):
        flow.append(Paragraph(f"Recommendation {number}", HEADING))
        flow.append(Paragraph(
            f"By 31 March 2025, chief constables should make sure that matter {number} is "
            "reviewed with the partners who work with children at risk of exploitation.", BODY,
        ))  # fmt: skip
        flow.append(Paragraph("Chief Constable’s comments", HEADING))
        flow += [Paragraph(
            f"The {place} part of matter {number} has been reviewed by the county lines "
            "team. " + "Officers met each partner in turn and wrote down what was agreed. "
            * 5, BODY,
        ) for place in ("first", "second")]  # fmt: skip
    flow.append(Paragraph("PCC’s comments", HEADING))
    flow.append(Paragraph("I will publish an update in the summer of 2025.", BODY))

    def edges(canvas, document) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 810, "Office of the Police and Crime Commissioner for Dunster Vale")
        canvas.drawString(280, 796, "OFFICIAL")
        canvas.drawString(72, 40, "www.example.org")
        canvas.drawString(280, 28, f"{document.page}")

    SimpleDocTemplate(str(path)).build(flow, onFirstPage=edges, onLaterPages=edges)

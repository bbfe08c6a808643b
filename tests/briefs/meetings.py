"""Invented meetings to print. Every place and person in them is made up."""

from datetime import UTC, date, datetime

from jasp_desktop.domain.brief_content import (
    BriefContent,
    BriefItem,
    BriefReport,
    PanelActionLine,
)
from jasp_desktop.domain.dates import DatePrecision, PartialDate
from jasp_desktop.domain.dossier import ActionStory, Answer, AskedQuestion, Dossier, Place
from jasp_desktop.domain.notebook import DraftQuestion, Note
from jasp_desktop.domain.promises import promise_line
from jasp_desktop.domain.records import (
    Action,
    AgendaItem,
    CoveringSection,
    Evidence,
    Finding,
    Meeting,
    Panel,
    PanelAction,
    Question,
    QuestionStage,
    Report,
    Response,
    ResponseItem,
    StatusEvent,
    Subject,
    TargetChange,
    Update,
)
from jasp_desktop.domain.section55 import Section55Clock
from jasp_desktop.domain.vocabulary import (
    AuthorRole,
    DeadlineKind,
    EvidenceKind,
    FindingKind,
    ForcePosition,
    Marking,
    Openness,
    Purpose,
    QuestionKind,
    QuestionState,
    ReportKind,
    ResponsePosition,
    Section55Position,
    Track,
    Verdict,
)

AS_AT = date(2026, 11, 13)
HELD_ON = date(2026, 12, 1)
PANEL = Panel(name="Trent Vale Joint Audit and Scrutiny Panel", force="Trent Vale", as_at=AS_AT)
MEETING = Meeting(
    uid="meeting",
    held_on=HELD_ON,
    starts_at="14:00",
    venue="Committee Room 1, County Hall, Trent Vale",
    despatched_on=date(2026, 11, 23),
)


def empty_meeting() -> BriefContent:
    """Return a meeting of which nothing is recorded but its day."""
    panel = Panel(name="Trent Vale Joint Audit and Scrutiny Panel", force="Trent Vale")
    return BriefContent(panel, Meeting(uid="meeting", held_on=HELD_ON), (), ())


def event(subject: str, track: Track, on: date, status: str, table: str = "finding"):
    """Return a status on one track."""
    return StatusEvent(
        uid=f"{subject}-{track}-{on}",
        subject=Subject(table, subject),
        track=track,
        date=on,
        status=status,
    )


def story(reference, text, *, moves=(), closed_on=None, original, status, **parts) -> ActionStory:
    """Return an action with its promise line."""
    action = Action(
        uid=reference,
        reference=reference,
        text=text,
        executive_lead="ACC (Crime)",
        owner="Head of Public Protection",
        original_target=original,
        target=moves[-1][1] if moves else original,
        evidence_test=parts.pop("evidence_test", None),
    )
    changes = [
        TargetChange(
            uid=f"{reference}-{number}",
            action=reference,
            from_=from_,
            to=to,
            changed_on=changed_on,
            reason=reason,
            agreed_by=agreed_by,
        )
        for number, (from_, to, changed_on, reason, agreed_by) in enumerate(moves)
    ]
    line = promise_line(
        action,
        changes,
        made_on=date(2026, 2, 27),
        closed_on=closed_on,
        is_open=closed_on is None,
        as_at=AS_AT,
    )
    on = closed_on or date(2026, 10, 6)
    events = (event(reference, Track.FORCE, on, status, "action"),) if status else ()
    return ActionStory(action, line, events=events, **parts)


def child_protection() -> BriefReport:
    """Return an inspection with a response, actions, evidence and questions."""
    report = Report(
        uid="cp",
        title="National child protection inspection: Trent Vale Police",
        short_title="Child protection inspection",
        kind=ReportKind.NATIONAL_CHILD_PROTECTION_INSPECTION,
        force_position=ForcePosition.INSPECTED,
        inspectorates=("HMICFRS",),
        areas=("Trent Vale",),
        published=date(2026, 1, 14),
        fieldwork_from=date(2025, 9, 1),
        fieldwork_to=date(2025, 10, 17),
        s55_position=Section55Position.REQUIRED,
        summary="Inspectors looked at how the force keeps children safe.\n\nThey found a service "
        "that means well, whose supervisors see too little of what officers do.",
    )
    chief = Response(
        uid="chief",
        reports=("cp",),
        author_role=AuthorRole.CHIEF_CONSTABLE,
        letter_date=date(2026, 2, 27),
    )
    commissioner = Response(
        uid="pcc",
        reports=("cp",),
        author_role=AuthorRole.PCC,
        author="Delyth Wŷn",
        letter_date=date(2026, 3, 6),
        published=date(2026, 3, 6),
        copied_hmicfrs=date(2026, 3, 6),
    )
    clock = Section55Clock(
        PartialDate(report.published), AS_AT, answered=PartialDate(date(2026, 3, 6))
    )
    parent = Finding(
        uid="f1",
        report="cp",
        kind=FindingKind.CAUSE_OF_CONCERN,
        number="1",
        theme="Children at risk in the home",
        text="The force does not always recognise children who are at risk in their own home.",
    )
    finding = Finding(
        uid="f3",
        report="cp",
        parent="f1",
        kind=FindingKind.RECOMMENDATION,
        number="3",
        theme="Supervise family abuse investigations",
        text="Within six months, the force should make sure that a supervisor reviews every "
        "investigation of abuse in the family at set points, and that officers record what the "
        "child has said and seen.",
        addressees=("the chief constable", "the commissioner"),
        deadline_words="Within six months",
        deadline=date(2026, 7, 14),
        deadline_kind=DeadlineKind.RELATIVE,
    )
    answers = (
        Answer(
            chief,
            ResponseItem(
                uid="i1",
                response="chief",
                findings=("f3",),
                position=ResponsePosition.ACCEPTED,
                text="I accept. Reviews began in two of four divisions in April.",
            ),
        ),
        Answer(
            commissioner,
            ResponseItem(
                uid="i2",
                response="pcc",
                findings=("f3",),
                text="I welcome this and have asked for files to be sampled each quarter.",
            ),
        ),
    )
    dossiers = (
        Dossier(
            report,
            parent,
            AS_AT,
            clock,
            sub_findings=(finding,),
            events=(event("f1", Track.FORCE, date(2026, 5, 1), "in_progress"),),
        ),
        Dossier(
            report,
            finding,
            AS_AT,
            clock,
            parent=parent,
            answers=answers,
            actions=actions(),
            events=(
                event("f3", Track.FORCE, date(2026, 10, 6), "partially_implemented"),
                event("f3", Track.HMICFRS, date(2026, 9, 2), "awaiting_review"),
            ),
            repeats=Place(joint_report(), key_finding("2", "Investigations", "")),
            questions=questions(),
        ),
    )
    return BriefReport(report, clock, (chief, commissioner), dossiers)


def actions() -> tuple[ActionStory, ...]:
    """Return one action overdue after two moves, one closed early, one with no date at all."""
    return (
        story(
            "A-031",
            "Supervisors review family abuse investigations at set points",
            original=date(2026, 7, 14),
            status="in_progress",
            moves=(
                (
                    date(2026, 7, 14),
                    date(2026, 9, 30),
                    date(2026, 7, 3),
                    "Two sergeants’ posts are not filled",
                    "ACC (Crime)",
                ),
                (date(2026, 9, 30), date(2026, 10, 31), date(2026, 10, 6), None, None),
            ),
            evidence_test="40 files sampled, all with a review",
            updates=tuple(
                Update(
                    uid=f"u{month}",
                    action="A-031",
                    as_at=date(2026, month, 5),
                    author="Head of Public Protection",
                    text=f"Round {month}. Reviews take place in two of four divisions.",
                )
                for month in (10, 8, 6, 4)
            ),
            evidence=(
                Evidence(
                    uid="e1",
                    action="A-031",
                    title="Standing order on reviews",
                    kind=EvidenceKind.POLICY,
                    dated=date(2026, 4, 9),
                    held_at="Policy library, 14/2026",
                    seen_on=date(2026, 5, 5),
                ),
                Evidence(
                    uid="e2",
                    action="A-031",
                    title="Dip sample of 40 files",
                    kind=EvidenceKind.AUDIT_OR_DIP_SAMPLE,
                    dated=date(2026, 8, 24),
                ),
            ),
        ),
        story(
            "A-032",
            "The child’s own words are recorded",
            original=date(2026, 8, 31),
            closed_on=date(2026, 8, 28),
            status="closed_by_force",
        ),
        story("A-040", "Train new supervisors", original=None, status=None),
    )


def questions() -> tuple[AskedQuestion, ...]:
    """Return a question to ask and one that was answered."""
    return (
        AskedQuestion(
            Question(
                uid="q118",
                kind=QuestionKind.TIMESCALE_OR_SLIP,
                text="Which two divisions have no supervisor reviews today, and who decided that "
                "the date could move?",
                state=QuestionState.SENT_IN_ADVANCE,
                states=(QuestionStage(state=QuestionState.SENT_IN_ADVANCE, on=date(2026, 11, 20)),),
            ),
            member="J Llŷr",
        ),
        AskedQuestion(
            Question(
                uid="q104",
                kind=QuestionKind.OUTCOME,
                text="What changed for victims when A-012 was closed?",
                state=QuestionState.ANSWERED,
                answer="Fewer waited more than a week. No figures were given.",
                answered_on=date(2026, 9, 8),
                verdict=Verdict.PARTLY,
            ),
            member="R Wŷn",
            answered_by="Deputy Chief Constable",
        ),
    )


def joint_report() -> Report:
    """Return a national report without recommendations that names other areas."""
    return Report(
        uid="joint",
        title="The multi-agency response to child sexual abuse in the family environment",
        short_title="Joint report of 2020",
        kind=ReportKind.JOINT_INSPECTION,
        force_position=ForcePosition.EXCLUDED,
        inspectorates=("Ofsted", "HMICFRS", "CQC", "HMI Probation"),
        areas=("Bracknell Forest", "Cornwall", "Derby City", "Islington", "Shropshire", "York"),
        published=date(2020, 2, 4),
        s55_position=Section55Position.VOLUNTARY,
        s55_reason="the report left this force out",
    )


def key_finding(number: str, theme: str, text: str) -> Finding:
    """Return a key finding of the joint report."""
    return Finding(
        uid=f"k{number}",
        report="joint",
        kind=FindingKind.KEY_FINDING,
        number=number,
        theme=theme,
        text=text,
    )


def joint_inspection() -> BriefReport:
    """Return the national report with an answer known to the month only."""
    report = joint_report()
    letter = Response(
        uid="letter",
        reports=("joint",),
        author_role=AuthorRole.PCC,
        author="Police and Crime Commissioner",
        letter_date=date(2020, 2, 1),
        letter_date_precision=DatePrecision.MONTH,
    )
    clock = Section55Clock(
        PartialDate(report.published),
        AS_AT,
        answered=PartialDate(date(2020, 2, 1), DatePrecision.MONTH),
    )
    passage = ResponseItem(
        uid="p1",
        response="letter",
        findings=("k1", "k2"),
        position=ResponsePosition.NOTED,
        text="The chief constable has a dedicated team to protect children.",
    )
    texts = (
        ("1", "The case before the child", "Police work leads too much."),
        ("2", "Investigations", "Criminal investigations are often poor."),
        ("3", "Prevention", "Prevention is missing, or looks only at known offenders."),
    )
    dossiers = tuple(
        Dossier(
            report,
            key_finding(*words),
            AS_AT,
            clock,
            answers=(Answer(letter, passage),) if words[0] != "3" else (),
        )
        for words in texts
    )
    return BriefReport(report, clock, (letter,), dossiers)


COVERING = (
    CoveringSection(
        heading="1 Purpose of the report",
        text="To tell the panel how far the force has got with the recommendations and areas for "
        "improvement that inspectors have made to it, and to draw attention to those that are "
        "late.",
    ),
    CoveringSection(
        heading="Recommendations",
        text="That the panel considers the overdue action in 6A.2.\nThat the panel decides which "
        "questions it will put at the meeting.",
    ),
    CoveringSection(
        heading="Reasons for Recommendations",
        text="The panel gives the chief constable and the commissioner independent assurance that "
        "inspection findings are acted on and that closure rests on evidence.",
    ),
    CoveringSection(heading="Summary of Key Points", text="4.1 One action is overdue."),
    CoveringSection(heading="Financial Implications", text="None beyond existing budgets."),
    CoveringSection(
        heading="Human Resources Implications",
        text="Action A-031 needs two more detective sergeants, in post from January 2027.",
    ),
    CoveringSection(heading="E-mail", text="corporate.development@trentvale.example"),
    CoveringSection(heading="Ymgynghori", text="Dim."),
)


def item(number: str, title: str, **parts) -> AgendaItem:
    """Return an agenda item of the meeting."""
    return AgendaItem(uid=f"item-{number}", meeting="meeting", number=number, title=title, **parts)


def rich_meeting(**own) -> BriefContent:
    """Return a meeting with something of everything; ``own`` adds notes and drafts."""
    items = (
        BriefItem(item("1", "Apologies for absence"), None),
        BriefItem(item("2", "Declarations of interest"), None),
        BriefItem(
            item("3", "Minutes of 8 September 2026", purpose=Purpose.FOR_CONSIDERATION), None
        ),
        BriefItem(
            item("5", "Internal audit: progress report", purpose=Purpose.FOR_INFORMATION),
            "Head of Internal Audit",
        ),
        BriefItem(
            item(
                "6",
                "Audit and inspection: progress report",
                purpose=Purpose.FOR_CONSIDERATION,
                covering_sections=COVERING,
            ),
            "Deputy Chief Constable",
            reports=(child_protection(), joint_inspection()),
        ),
        BriefItem(
            item(
                "8",
                "Treasury management, mid-year",
                purpose=Purpose.FOR_CONSIDERATION,
                openness=Openness.NON_PUBLIC,
                openness_reason="it concerns the business affairs of a named bank",
            ),
            "Chief Finance Officer",
        ),
        BriefItem(item("9", "Work plan for 2027", marking=Marking.NONE), None),
    )
    panel_actions = (
        PanelActionLine(
            PanelAction(
                uid="pa2",
                number="002",
                text="Write to the deputy chief constable about supervisors",
                due=date(2026, 10, 30),
            ),
            "M Okafor (chair)",
        ),
        PanelActionLine(PanelAction(uid="pa5", number="005", text="Visit the custody suite"), None),
    )
    members = ("M Okafor (chair)", "J Llŷr", "P Adeyemi", "R Wŷn", "S Marsh")
    return BriefContent(PANEL, MEETING, members, items, panel_actions, **own)


def own_words() -> dict:
    """Return a member's notes and drafts, as ``rich_meeting`` takes them."""
    then = datetime(2026, 11, 12, 20, 14, tzinfo=UTC)
    finding, gone = Subject("finding", "f3"), Subject("finding", "gone")
    note = Note(
        uid="n1",
        subject=finding,
        label="Recommendation 3",
        quote="a supervisor reviews every investigation",
        body="The figure in the June paper does not match the tracker. Ask which is right.",
        created_at=then,
        changed_at=then,
    )
    stray = Note(
        uid="n2",
        subject=gone,
        label="Recommendation 9, since removed",
        body="Still worth asking.",
        created_at=then,
        changed_at=then,
    )
    draft = DraftQuestion(
        uid="d1",
        subject=finding,
        label="Recommendation 3",
        kind=QuestionKind.OWNERSHIP,
        text="Who checks the supervisors’ reasons?",
        created_at=then,
        changed_at=then,
    )
    return {"notes": {finding: (note,), gone: (stray,)}, "drafts": {finding: (draft,)}}

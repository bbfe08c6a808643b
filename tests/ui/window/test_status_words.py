"""The status line says how fresh and how safe things are."""

from datetime import UTC, date, datetime, timedelta

from jasp_desktop.ui.status_words import as_at_words, backup_words, is_backup_due, saved_words

NOW = datetime(2026, 11, 13, 12, 0, tzinfo=UTC)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_the_data_has_a_date_or_there_is_none_yet():
    assert plain(as_at_words(date(2026, 11, 14))) == "Data as at 14 Nov 2026"
    assert as_at_words(None) == "No data yet"


def test_notes_of_today_say_the_time_and_older_ones_the_day():
    here = NOW.astimezone()
    assert saved_words(NOW, NOW) == f"Notes saved {here:%H:%M}"
    assert plain(saved_words(NOW - timedelta(days=2), NOW)) == "Notes saved 11 Nov 2026"
    assert saved_words(None, NOW) == "No notes yet"


def test_a_backup_is_of_today_of_yesterday_or_of_a_date():
    assert backup_words(NOW, NOW) == "Backed up today, checked"
    assert backup_words(NOW - timedelta(days=1), NOW) == "Backed up yesterday, checked"
    assert plain(backup_words(NOW - timedelta(days=9), NOW)) == "Backed up 4 Nov 2026, checked"
    assert backup_words(None, NOW) == "Not backed up yet"


def test_a_backup_is_due_once_a_day():
    assert is_backup_due(None, NOW)
    assert is_backup_due(NOW - timedelta(days=1), NOW)
    assert not is_backup_due(NOW - timedelta(hours=23), NOW)

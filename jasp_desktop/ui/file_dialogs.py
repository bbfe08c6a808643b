"""The system's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog


class SystemFileDialogs:
    """Asks with the system's dialogs; opens each where the last one ended."""

    def __init__(self) -> None:
        self._folder = Path.home()

    def open_file(self, title: str, kinds: str) -> Path | None:
        """Return a file to read; None when the person thought better of it."""
        dialog = self._dialog(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def save_file(self, title: str, suggested: str, kinds: str) -> Path | None:
        """Return where to write; None when the person thought better of it.

        The dialog itself asks before an existing file is named.
        """
        dialog = self._dialog(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Set on the dialog, so that it asks about the name that will be written.
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix_of(kind)))
        return self._answer(dialog)

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        parent = QApplication.activeWindow()
        # A dialog that has just been answered may still be active: it would take this one with it.
        while isinstance(parent, QDialog):
            parent = parent.parentWidget()
        return QFileDialog(parent, title, str(self._folder), kinds)

    def _answer(self, dialog: QFileDialog) -> Path | None:
        try:
            if not dialog.exec() or not dialog.selectedFiles():
                return None
            chosen = Path(dialog.selectedFiles()[0])
            self._folder = chosen.parent
            return chosen
        finally:
            dialog.deleteLater()


def _suffix_of(kind: str) -> str:
    """Return the ending of a kind of file: “csv” of “CSV of this list (*.csv)”."""
    return kind.rpartition("*.")[2].rstrip(")")

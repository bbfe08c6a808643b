"""The folder in which one person's register, packs, notes and backups are."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from jasp_desktop.domain.errors import UserError

VARIABLE = "JASP_HOME"


@dataclass(frozen=True, slots=True)
class HomeFolder:
    """Where everything is."""

    path: Path

    @property
    def register(self) -> Path:
        """Return the working register."""
        return self.path / "register.jasp"

    @property
    def vault(self) -> Path:
        """Return the member's own file."""
        return self.path / "vault.jaspnotes"

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing has been kept here yet."""
        return not (self.register.exists() or self.vault.exists())

    @property
    def backups(self) -> Path:
        """Return the folder of checked copies."""
        return self.path / "backups"

    @property
    def unsaved_forms(self) -> Path:
        """Return the file of the forms that are filled in and not saved."""
        return self.path / "unsaved-forms.json"

    @property
    def packs(self) -> Path:
        """Return the folder of the packs that were opened."""
        return self.path / "packs"

    @property
    def logs(self) -> Path:
        """Return the folder of logs."""
        return self.path / "logs"

    @property
    def lock(self) -> Path:
        """Return the file that one running copy of the program holds."""
        return self.path / "in-use.lock"


def find_home(chosen: Path | None) -> HomeFolder:
    """Return the home: the one chosen, else JASP_HOME, else the usual place for a program's data.

    Raises:
        UserError: It is on a network, where SQLite cannot lock files safely, or is not a folder.
    """
    named = os.environ.get(VARIABLE)
    path = chosen or (Path(named) if named else user_data_path("JASP Desktop", appauthor=False))
    path = path.expanduser().absolute()
    if str(path).startswith(("\\\\", "//")):
        raise UserError(
            "JASP Desktop keeps its files on this computer, not on a network. "
            "Choose a folder on this computer."
        )
    if path.exists() and not path.is_dir():
        raise UserError(f"“{path.name}” is a file. Choose a folder for JASP Desktop’s files.")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UserError(f"The folder “{path}” cannot be made. Choose another place.") from None
    return HomeFolder(path)

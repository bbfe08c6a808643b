"""Forms that were filled in and left before they were saved: nothing typed is lost."""

from dataclasses import dataclass

from jasp_desktop.ui.places import Place
from jasp_desktop.ui.register.form import Typed


@dataclass(frozen=True, slots=True)
class PutAside:
    """What was typed into a form that was left, and what the form was about."""

    name: str
    typed: Typed


class Aside:
    """Unsaved forms by their places."""

    def __init__(self) -> None:
        self._forms: dict[Place, PutAside] = {}

    def put(self, place: Place, name: str, typed: Typed) -> None:
        """Keep what was typed; nothing typed takes the form out."""
        self._forms.pop(place, None)
        if typed:
            self._forms[place] = PutAside(name, typed)

    def take(self, place: Place) -> Typed:
        """Return what was typed there, and keep it no longer."""
        found = self._forms.pop(place, None)
        return found.typed if found else {}

    def forms(self) -> dict[Place, PutAside]:
        """Return every form that waits."""
        return dict(self._forms)

    def names(self) -> dict[Place, str]:
        """Return the name of each form that waits."""
        return {place: form.name for place, form in self._forms.items()}

"""Pages of findings on a workspace of their own, without the window."""

from collections.abc import Callable

import pytest

from jasp_desktop.services.opening import Desk
from jasp_desktop.ui.places import Place
from jasp_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(make_workspace: Callable[[Desk], Workspace], demo_desk: Desk) -> Workspace:
    return make_workspace(demo_desk)


@pytest.fixture
def empty_workspace(make_workspace: Callable[[Desk], Workspace], empty_desk: Desk) -> Workspace:
    return make_workspace(empty_desk)


@pytest.fixture
def visited(workspace: Workspace) -> list[Place]:
    """The places that were asked for, in their order."""
    places: list[Place] = []
    workspace.navigator.requested.connect(places.append)
    return places

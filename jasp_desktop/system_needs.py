"""Whether this system has what a window needs, said in a sentence before Qt would abort.

Qt ends the whole process when its platform plugin cannot be loaded, so this looks first. Only
Linux asks for it: on other systems the wheels bring everything.
"""

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

_PACKAGES: Mapping[str, tuple[str, str]] = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libGLX.so.0": ("libglx0", "libglvnd-glx"),
    "libOpenGL.so.0": ("libopengl0", "libglvnd-opengl"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
}
"""Libraries that Qt finds on the system, with the Debian and the Fedora package of each."""

_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg")
_NO_SCREEN = (
    "JASP Desktop needs a screen to open its window. Start it from a desktop, or use its "
    "commands: jasp-desktop --help lists them."
)


def missing(*, off_screen: bool) -> str | None:
    """Return what the system lacks to open a window, with what to install; None for nothing.

    ``off_screen`` asks for no screen, as a self-check does.
    """
    if not sys.platform.startswith("linux"):
        return None
    if off_screen:
        return missing_for_qt()
    environment = os.environ
    if not has_screen(environment):
        return _NO_SCREEN
    return missing_for_qt() or missing_for_x11(environment, plugin_of_x11())


def missing_for_qt() -> str | None:
    """Return which library Qt itself lacks; None for none."""
    try:
        for module in _MODULES:
            import_module(f"PySide6.{module}")
    except ImportError as error:
        return sentence_for(str(error)) or (
            "JASP Desktop cannot load Qt, which draws its window. Install the program again."
        )
    return None


def has_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether there is a screen, or a platform was chosen that needs none."""
    return any(environment.get(name) for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))


def missing_for_x11(environment: Mapping[str, str], plugin: Path | None) -> str | None:
    """Return which library the X11 plugin lacks, where it is the one that Qt will take."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    is_wanted = chosen.startswith("xcb") or not (chosen or environment.get("WAYLAND_DISPLAY"))
    if plugin is None or not is_wanted:
        return None
    try:
        ctypes.CDLL(os.fspath(plugin))
    except OSError as error:
        return sentence_for(str(error))
    return None


def plugin_of_x11() -> Path | None:
    """Return the file of Qt's X11 plugin; None where there is none."""
    spec = find_spec("PySide6")
    for folder in spec.submodule_search_locations or () if spec else ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            return plugin
    return None


def sentence_for(loader_words: str) -> str | None:
    """Return which package to install for a loader's complaint; None if it names no library."""
    found = _LIBRARY.search(loader_words)
    if found is None:
        return None
    library = found[1]
    if library not in _PACKAGES:
        return f"JASP Desktop needs the system library {library}. Install it and start again."
    debian, fedora = _PACKAGES[library]
    return (
        f"JASP Desktop needs the system library {library}. Install the package {debian} "
        f"(Debian, Ubuntu) or {fedora} (Fedora) and start again."
    )

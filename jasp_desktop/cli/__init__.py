"""Commands that need no window (DESIGN.md, section 5).

Exit 0: done. 1: refused, with a sentence on standard error. 2: wrong usage.
"""

from jasp_desktop.cli.parsing import parse
from jasp_desktop.cli.running import main

__all__ = ["main", "parse"]

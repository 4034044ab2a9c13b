"""What the tests of the command line share: the type of a run, and reports on the lagoon."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TypeAlias

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

FIRST = """---
source: Example Gazette
published: 2031-05-02
---
Orla demands fishing in open water, the Orlan foreign ministry said on Friday.

"Venn accepts joint patrols," envoy Nada Mersal told reporters in Sel on Thursday.
"""
SECOND = """---
source: جريدة المثال
published: 2031-05-05
---
قالت ندى مرسال إن فين ترفض الصيد في المياه المفتوحة.
"""
THIRD = """---
source: Example Gazette
published: 2031-05-05
---
The delegations of Orla and Venn met in Sel on Sunday. The delegations of Orla and Venn will meet in Sel on Thursday.
The two sides will hold a round of talks.
"""
FOURTH = """---
source: Example Gazette
published: 2031-05-09
---
Orla dropped its demand for fishing in open water, the Orlan foreign ministry said on Friday.
"""

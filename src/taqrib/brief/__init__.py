"""Sentences in Arabic and English generated from entries, each opening its quote.

From accepted entries :func:`gather` takes what belongs to some days; :func:`plan` says what there is to tell, in no
language; :func:`as_markdown` and :func:`as_html` tell it, and so does a writer of any other of the :data:`FORMATS`.
"""

from taqrib.brief.formats import FORMATS
from taqrib.brief.gathering import gather
from taqrib.brief.html import as_html
from taqrib.brief.markdown import as_markdown
from taqrib.brief.material import Language, Material
from taqrib.brief.plan import Plan, plan

__all__ = ["FORMATS", "Language", "Material", "Plan", "as_html", "as_markdown", "gather", "plan"]

"""The outcomes of the three working groups."""

from config.demo.outcomes.human import HUMAN
from config.demo.outcomes.image import IMAGE
from config.demo.outcomes.quality import QUALITY

__all__ = ["HUMAN", "IMAGE", "QUALITY"]

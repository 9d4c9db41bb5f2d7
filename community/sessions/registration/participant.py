"""What somebody who signs up says of themselves."""

from dataclasses import dataclass

from home.models import Role


@dataclass(frozen=True)
class Participant:
    """As few facts as the mixing of groups needs."""

    name: str
    role: Role | None
    why: str = ""
    organisation: str = ""
    experience: str = ""
    is_new: bool = False

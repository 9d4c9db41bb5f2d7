"""The account in a file, so that a restart of the development site loses no payment."""

import json
import os
from pathlib import Path

from events.payments.fake_stripe.core import FakeStripe


def save(core: FakeStripe, path: Path) -> None:
    """Write beside it and put it in place: a crash leaves the old file whole."""
    with core.turn() as account:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(json.dumps(account.dump()))
        os.replace(beside, path)


def load(core: FakeStripe, path: Path) -> None:
    if path.exists():
        core.restore(json.loads(path.read_text()))

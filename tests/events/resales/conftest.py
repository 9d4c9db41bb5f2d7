"""An event with two places, both sold, of which cancelling is over."""

import pytest

from tests.factories.waiting import make_sold_out


@pytest.fixture
def ticket():
    return make_sold_out(capacity=2)


@pytest.fixture
def event(ticket):
    return ticket.event

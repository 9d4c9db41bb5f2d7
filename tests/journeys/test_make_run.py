"""What starts together fits together."""

from urllib.request import urlopen


def test_the_fake_stripe_knows_what_the_demo_content_paid(site):
    with urlopen(site.stripe) as panel:
        assert "cs_test_" in panel.read().decode()

"""The mails of a development site, as they would look to whom they went."""

from email.message import EmailMessage

from home import views
from home.mail.outbox import LINE


def test_a_kept_mail_is_shown_in_its_own_style_and_runs_nothing(rf, settings, tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Je kaartje"
    mail.set_content("Tot dan.")
    mail.add_alternative('<p style="color: red">Tot dan.</p>', subtype="html")
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "1.log").write_bytes(mail.as_bytes() + LINE)
    settings.VAR_DIR = tmp_path

    page = views.post_mail(rf.get("/dev/post/1/"), 1)

    assert '<p style="color: red">Tot dan.</p>' in page.text
    assert vars(page)["_csp_config"] == {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
    }

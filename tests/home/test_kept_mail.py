"""The mails of a development site, as they would look to whom they went."""

import os
from email.message import EmailMessage

from home import views
from home.mail.outbox import LINE, kept_mails


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


def test_the_mail_that_was_written_last_comes_first_whatever_its_file_is_called(
    tmp_path,
):
    for written, name in enumerate(("b", "c", "a")):
        mail = EmailMessage()
        mail["Subject"] = name
        file = tmp_path / f"20261128-235959-{name}.log"
        file.write_bytes(mail.as_bytes() + LINE + b"Subject: half a")
        os.utime(file, ns=(written, written))

    assert [mail["Subject"] for mail in kept_mails(tmp_path)] == ["a", "c", "b"]

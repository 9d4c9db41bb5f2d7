"""Addresses, cookies and bodies that no browser of good will sends: never a 500."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DataError
from django.http import HttpResponse

from config.middleware import RefuseWhatNobodyMeans
from tests.factories.home import make_site

LONG = "a" * 5000
LARGE = "9" * 20
LONG_NUMBER = "9" * 5000


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/?p=%00",
        "/zoeken/?q=%00",
        "/%00",
        "/verhalen/%00/",
        "/media/images/%00.jpg",
        "/media/images/../documents/geheim.pdf",
        "/media/images/%2e%2e/db.sqlite3",
    ],
)
def test_what_can_not_be_meant_is_a_bad_request(path, client):
    make_site()

    answer = client.get(path)

    assert answer.status_code == 400
    assert "<h1>" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        f"/{LONG}/",
        f"/media/images/{LONG}.jpg",
        "/media/images/",
        "/media/documents/geheim.pdf",
        "/media/images/bestaat-niet.jpg",
        "/beeld/99999999999999999999/aa.png",
        "/%F0%9F%92%A9/",
        "/%ED%A0%80/",
        "/verhalen/'%20OR%201=1--/",
        "/wp-login.php",
    ],
)
def test_what_is_not_there_is_not_found(path, client):
    make_site()

    answer = client.get(path)

    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        f"/verhalen/?pagina={LARGE}",
        f"/agenda/?pagina=-{LARGE}",
        f"/cms/verhalen/?series={LARGE}",
        f"/cms/pages/?owner={LARGE}&owner=1",
        f"/cms/bestellingen/?event={LARGE}",
        f"/cms/bestellingen/inspect/{LARGE}/",
        f"/cms/bestellingen/{LARGE}/duo/{LARGE}/gast/",
    ],
)
def test_a_number_that_no_column_holds_is_no_mistake_of_ours(path, admin_client):
    make_site()

    assert admin_client.get(path).status_code in {200, 400, 404}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "name"),
    [("/cms/bijdragen/schrijvers/", "reward"), ("/cms/dit-ben-ik/", "claim")],
)
def test_nor_is_a_number_that_python_does_not_read(path, name, admin_client):
    make_site()

    assert admin_client.post(path, {name: LONG_NUMBER}).status_code in {302, 404}


def test_what_a_database_refuses_is_a_bad_request(rf):
    site = RefuseWhatNobodyMeans(HttpResponse)

    answers = [
        site.process_exception(rf.get("/"), refusal)
        for refusal in (OverflowError("too large"), DataError("out of range"))
    ]

    assert [answer.status_code for answer in answers] == [400, 400]
    assert site.process_exception(rf.get("/"), ValueError("ours")) is None


@pytest.mark.parametrize(
    ("method", "error", "expected"),
    [
        ("POST", ValueError("no JSON"), 400),
        ("POST", KeyError("count"), 400),
        ("POST", RuntimeError("ours"), None),
        ("GET", ValueError("ours"), None),
    ],
)
def test_only_a_body_that_a_field_can_not_read_is_forgiven(rf, method, error, expected):
    class Widget:
        def value_from_datadict(self):
            raise error

    with pytest.raises(type(error)) as raised:
        Widget().value_from_datadict()
    request = rf.generic(method, "/")

    answer = RefuseWhatNobodyMeans(HttpResponse).process_exception(
        request, raised.value
    )

    assert getattr(answer, "status_code", None) == expected


@pytest.mark.parametrize("error", [DataError, OverflowError])
def test_the_log_does_not_repeat_what_was_sent(rf, caplog, error):
    site = RefuseWhatNobodyMeans(HttpResponse)

    site.process_exception(rf.get("/"), error("Wilma, 06 1234"))

    [line] = [record for record in caplog.records if record.name.startswith("config.")]
    assert (line.why, line.exc_info) == (error.__name__, None)
    assert "Wilma" not in str(vars(line))


@pytest.mark.django_db
@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, "messages", "iets"])
def test_a_null_byte_in_a_cookie_is_a_bad_request(name, client):
    make_site()

    answer = client.get("/", headers={"cookie": rf'{name}="\000\000\000aaaaaaaaaaaa"'})

    assert answer.status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["onbekend", LONG, "é", "' OR 1=1--", ""])
def test_a_strange_session_is_a_new_visitor(value, client):
    make_site()
    client.cookies[settings.SESSION_COOKIE_NAME] = value

    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_more_fields_than_a_form_has_are_refused(client, settings):
    make_site()
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10

    answer = client.post("/contact/", {f"veld-{number}": "x" for number in range(11)})

    assert answer.status_code == 400
    assert "<h1>" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_that_is_only_read_refuses_the_rest(method, client):
    make_site()

    assert getattr(client, method)("/robots.txt").status_code == 405


@pytest.mark.django_db
def test_a_picture_is_served_with_a_long_life(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "tafel.jpg").write_bytes(b"beeld")

    answer = client.get("/media/images/tafel.jpg")

    assert b"".join(answer.streaming_content) == b"beeld"
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_documents_are_not_served_as_files():
    names = Path(settings.BASE_DIR / "config" / "urls.py").read_text()

    assert "documents" not in names.split("media/")[1].split("\n")[0]

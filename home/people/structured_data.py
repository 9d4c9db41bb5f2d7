"""What the page of a person or an organisation tells search engines."""

from django.conf import settings

from home.pages.pictures import social_address
from home.structured_data import breadcrumbs, graph

STORIES = ("Verhalen", f"{settings.SITE_URL}/verhalen/")


def of_person(person) -> dict:
    """A profile, and the way to it."""
    profile = {
        "@type": "ProfilePage",
        "url": person.canonical,
        "inLanguage": "nl",
        "mainEntity": _person(person),
    }
    return graph(profile, breadcrumbs([STORIES, (person.name, person.canonical)]))


def of_organisation(organisation) -> dict:
    """What is known of it, and the way to the page."""
    way = [STORIES, (organisation.name, organisation.canonical)]
    return graph(_organisation(organisation), breadcrumbs(way))


def _person(person) -> dict:
    told = {
        "name": person.name,
        "url": person.canonical,
        "jobTitle": person.function,
        "description": person.about,
        "image": social_address(person.photo),
    }
    if person.organisation:
        works_for = {"@type": "Organization", "name": person.organisation.name}
        told["worksFor"] = works_for | {"url": person.organisation.canonical}
    return {"@type": "Person"} | _filled(told)


def _organisation(organisation) -> dict:
    told = {
        "name": organisation.name,
        "url": organisation.canonical,
        "sameAs": organisation.website,
        "description": organisation.about,
        "foundingDate": str(organisation.founded or ""),
    }
    if organisation.place:
        place = {"@type": "PostalAddress", "addressLocality": organisation.place}
        told["address"] = place | {"addressCountry": "NL"}
    return {"@type": "Organization"} | _filled(told)


def _filled(told: dict) -> dict:
    return {name: value for name, value in told.items() if value}

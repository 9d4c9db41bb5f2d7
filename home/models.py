"""Index of the models of this app, for Django to find."""

from home.accounts.models import LoginCode
from home.claims.models import Claim
from home.contact.models import Message
from home.contact.pages import ContactPage
from home.following.models import Digest, Follow, Notice, Switch
from home.mail.models import OwedMail
from home.pages.content_page import ContentPage
from home.pages.details import SiteDetails
from home.pages.home_page import HomePage
from home.pages.photo import Photo, Rendition
from home.people.models import Organisation, Person, Role, Sector
from home.profiles.models import Interest
from home.reaching.models import Approach
from home.readers.models import Confirmation, Reader
from home.terms.models import Term

__all__ = [
    "Approach",
    "Claim",
    "Confirmation",
    "ContactPage",
    "ContentPage",
    "Digest",
    "Follow",
    "HomePage",
    "Interest",
    "LoginCode",
    "Message",
    "Notice",
    "Organisation",
    "OwedMail",
    "Person",
    "Photo",
    "Reader",
    "Rendition",
    "Role",
    "Sector",
    "SiteDetails",
    "Switch",
    "Term",
]

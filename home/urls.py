"""Addresses of the ground floor; the style guide and the mail only in development."""

from django.conf import settings
from django.urls import include, path

from home import views
from home.covers.views import social_picture
from home.figures.views import figures
from home.people.views import organisation_page, person_page
from home.reaching.views import write_to
from home.readers.views import confirm_page
from home.search.views import search
from home.terms.views import terms

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("zoeken/", search, name="search"),
    path("mensen/<slug:slug>/", person_page, name="person"),
    path("mensen/<slug:slug>/bericht/", write_to, name="write_to"),
    path("organisaties/<slug:slug>/", organisation_page, name="organisation"),
    path("cijfers/", figures, name="figures"),
    path("begrippen/", terms, name="terms"),
    path("account/", include("home.accounts.urls")),
    path("bevestigen/<str:token>/", confirm_page, name="confirm"),
    path(
        "beeld/<int:page_pk>/<slug:digest>.png", social_picture, name="social_picture"
    ),
]
if settings.DEBUG:
    urlpatterns += [
        path("stijlgids/", views.style_guide, name="style_guide"),
        path("dev/post/", views.post, name="post"),
        path("dev/post/<int:number>/", views.post_mail, name="post_mail"),
        path("dev/post/<int:number>/<int:part>/", views.post_mail, name="post_part"),
    ]

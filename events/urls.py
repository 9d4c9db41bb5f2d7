"""Every public address of this app."""

urlpatterns = []

"""What nobody may do in the back office, whatever their group."""

from wagtail.permission_policies import ModelPermissionPolicy


class FixedThemes(ModelPermissionPolicy):
    """Each has its own colour and address, which no form asks: name and line only."""

    def user_has_permission(self, user, action):
        return action in {"view", "change"} and super().user_has_permission(
            user, action
        )

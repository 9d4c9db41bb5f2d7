"""The field in which somebody says who they are."""

from home.fields import Address


class OwnAddress(Address):
    """In small letters before anything is checked: some letters become two."""

    def to_python(self, value):
        return (super().to_python(value) or "").lower()

"""What a camera writes beside a picture: where it was taken, when, and with what."""

from io import BytesIO

from PIL import Image

ORIENTATION = 0x0112
BEGIN = b"\xff\xd8"
PICTURE = 0xDA  # from this part on there is nothing but the picture
TOLD = {0xE1, 0xED, 0xFE}  # Exif and XMP, IPTC, and remarks
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def without_traces(jpeg: bytes) -> bytes:
    """The same picture, sign for sign, which keeps only how it is to be turned.

    What is no JPEG, or a broken one, stays as it is: who reads it next says so."""
    if not jpeg.startswith(BEGIN):
        return jpeg
    parts, at = [BEGIN, _turned(jpeg)], len(BEGIN)
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != PICTURE:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        if jpeg[at + 1] not in TOLD:
            parts.append(jpeg[at:end])
        at = end
    return b"".join([*parts, jpeg[at:]])


def _turned(jpeg: bytes) -> bytes:
    """A part that says no more than this; none for a picture that stands upright."""
    try:
        with Image.open(BytesIO(jpeg)) as picture:
            turned = picture.getexif().get(ORIENTATION, 1)
    except BROKEN:
        return b""
    if turned not in range(2, 9):
        return b""
    kept = Image.Exif()
    kept[ORIENTATION] = turned
    said = kept.tobytes()
    return b"\xff\xe1" + (len(said) + 2).to_bytes(2) + said

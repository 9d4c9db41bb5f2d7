"""What a subscriber said yes to; an older version stays, since rows refer to it."""

VERSION = 1
TEXTS = {
    1: "Je krijgt onze nieuwsbrief per mail. We gebruiken je adres alleen daarvoor, "
    "meten niet of je hem opent, en met één klik in elke mail zeg je hem op.",
}

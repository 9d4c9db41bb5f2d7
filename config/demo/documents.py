"""Small tables that an outcome rests on; the numbers are invented examples."""

PAYING = """\
manier;team van 8;team van 80;team van 800;opmerking
betalen na een geslaagde toets;€ 900;€ 3.200;€ 9.500;wie toetst, verdient aan een ja
abonnement per jaar;€ 600;€ 2.400;€ 8.000;wie toetst, wil het team houden
vooraf, per medewerker;€ 480;€ 2.900;€ 14.000;uitkomst maakt niet uit
"""

TALKS = """\
rol;gesprekken;kent een merk;kon nazoeken wie toetste;zou het gebruiken bij een keuze
inkoper;6;6;0;5
teamleider;11;9;1;6
werkzoekende;8;3;0;7
"""

JURY = """\
jury;zonder punten vooraf;met punten vooraf
1;team C;team A
2;team F;team A
3;team A;team A
4;team B;team D
5;team C;team A
6;team E;team D
"""

SPEAKING = """\
rol;keer aanwezig;keer als eerste aan het woord;aandeel van de spreektijd
manager;29;17;38%
adviseur of HR;24;9;27%
teamleider;19;3;16%
medewerker;8;1;11%
planner;6;1;8%
"""

DOCUMENTS = {
    "betalen-voor-een-toets.csv": PAYING,
    "gesprekken-over-keurmerken.csv": TALKS,
    "nagespeelde-jury.csv": JURY,
    "wie-er-sprak.csv": SPEAKING,
}

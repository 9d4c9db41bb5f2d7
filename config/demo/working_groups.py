"""Who is in the three working groups, and what they found."""

from config.demo import outcomes

MEMBERS = {  # per group: person, function, role at the time
    "kwaliteit": [
        ("farida-boumans", "trekker", ""),
        ("els-dijkman", "lid", ""),
        ("tjeerd-wiersma", "lid", ""),
        ("marlies-kok", "lid", ""),
        ("ravi-soekhoe", "notulist", ""),
        ("hanneke-zijlmans", "lid", "kwaliteitsadviseur, woningcorporatie"),
    ],
    "imago": [
        ("samira-haddad", "trekker", ""),
        ("pim-ravesloot", "lid", "teamleider klantenservice, webwinkel"),
        ("danique-wolters", "lid", ""),
        ("joris-veldkamp", "lid", ""),
        ("noor-adriaans", "notulist", ""),
    ],
    "mens": [
        ("ilse-van-dam", "trekker", ""),
        ("omar-bensaid", "lid", ""),
        ("jolien-prins", "lid", ""),
        ("gerda-wouters", "lid", ""),
        ("henk-boersma", "lid", ""),
    ],
}

OUTCOMES = {
    "kwaliteit": outcomes.QUALITY,
    "imago": outcomes.IMAGE,
    "mens": outcomes.HUMAN,
}

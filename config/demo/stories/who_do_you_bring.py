"""Call: come to the hackathon, and do not come alone."""

from config.demo.writing import Facts, Story, Text

STORY = Story(
    slug="wie-neem-jij-mee",
    title="Wie neem jij mee?",
    kind="oproep",
    kicker="Oproep voor de hackathon",
    lead=(
        "Voor {hackathon} zoeken we 60 duo’s: iemand uit klantcontact, en iemand die er nog nooit over "
        "heeft nagedacht. Een kaartje koop je voor 2. Hieronder lees je waarom, en hoe je iemand vraagt."
    ),
    theme="imago",
    topics=["beeldvorming"],
    days_ago=8,
    photo="amersfoort",
    credits=[("tekst", "Een Nieuw Geluid"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Zet 60 vakgenoten bij elkaar en na een uur zijn ze het eens. Dat is gezellig, en daarna gaat
            iedereen naar huis met wat hij al wist. Het ligt niet aan de mensen. Wie 15 jaar hetzelfde werk
            doet, ziet de drempel niet meer waar een ander over struikelt.

            Daarom geldt er bij onze hackathon één regel. Je koopt een kaartje voor 2. Jij werkt in of met
            klantcontact. De ander is jonger dan 30, of werkt in een andere sector. Een van beide is genoeg.

            ## Wat er dan gebeurt

            Op [de proefavond in Zwolle](/verhalen/wat-de-lasser-vroeg/) vroeg een lasser waarom er een
            keuzemenu bestaat. Aan zijn tafel zaten 3 vakgenoten met samen ruim 40 jaar ervaring. Ze hadden alle 3
            een antwoord en het was 3 keer een ander antwoord. Daar begon het gesprek dat ze al jaren niet
            hadden gevoerd.

            Een gast hoeft niets van ons vak te weten. Dat is de bedoeling. Hij of zij stelt de vragen die jij
            niet meer stelt.
        """),
        Facts(
            [
                ("Wanneer", "{hackathon}, van 09.30 tot 17.15 uur"),
                ("Waar", "Het Seinhuis in Amersfoort"),
                ("Prijs", "€ 149 voor 2 personen, inclusief btw, lunch en borrel"),
                ("Plaats", "voor 60 duo’s"),
                ("Je gast noemen", "kan tot en met {guest_deadline}"),
            ],
            title="In het kort",
        ),
        Text("""
            ## Wie je kunt vragen

            Je hoeft niet ver te zoeken. Een paar ideeën:

            - De collega van 24 die 3 maanden geleden begon en alles nog raar vindt.
            - Je zus die in de thuiszorg werkt en elke dag aan de deur staat bij mensen met vragen.
            - De buurman met het bouwbedrijf, die zelf zijn telefoon opneemt, ook op het dak.
            - Iemand die vorige maand een klacht bij je indiende en gelijk had.
            - Een student die je nog niet kent. Vraag het op een school in de buurt.

            Wat je zegt? Iets als: ‘Ik ga een dag nadenken over hoe mijn vak beter kan, en ik mag alleen komen als
            ik iemand meeneem die er niets van weet. Ik dacht aan jou.’ Niemand wordt daar boos om.

            ## Wat je gast van ons krijgt

            Een lunch, een naamkaart zonder functie en een plek aan een tafel met 3 duo’s. Verder niets: geen
            account, geen nieuwsbrief, geen telefoontje achteraf. Je gast krijgt een eigen link, bevestigt in een
            minuut en is klaar. Gaat het om de leeftijd, dan vragen we één keer de geboortedatum. Die bewaren we
            niet.

            Weet je het nog niet? Je kunt eerst bestellen en je gast later uitnodigen. Wisselen kan ook, tot en met
            {guest_deadline}.

            ## Wat er met de dag gebeurt

            De 3 werkgroepen leggen elk een vraag op tafel waar ze niet uit komen. Aan het eind ligt er per vraag
            iets wat je kunt proberen. Binnen 6 weken schrijven ze hier wat ze ermee deden, en ook wat ze lieten
            liggen.

            [Bekijk de dag en bestel je duoticket](/agenda/hackathon/).

            ## Voor maandag

            Schrijf 3 namen op van mensen die niets met je werk te maken hebben en wel durven vragen. Bel er één.
            Niet mailen: bellen. Het is tenslotte ons vak.
        """),
    ],
)

"""Aan tafel: a talk show about working from home, a rush and campfires."""

from config.demo.writing import AtTable, Explained, Film, Note, Quote, Story, Text

STORY = Story(
    slug="van-3000-naar-12000-per-dag",
    title="Van 3.000 naar 12.000 per dag",
    kind="verslag",
    kicker="Over thuiswerken en klantcontact",
    lead=(
        "Wat doe je als de telefoon 4 keer zo vaak gaat en iedereen thuis zit? Aan tafel ging het "
        "over een ministerie, een bank en een park, en over de leidinggevende die ertussen staat."
    ),
    theme="mens",
    topics=["thuiswerken", "leidinggeven", "planning"],
    series="aan-tafel",
    days_ago=13,
    photo="ronde-tafel",
    credits=[("tekst", "Milan Kuiper"), ("beeld", "Een Nieuw Geluid")],
    body=[
        Text("""
            Het eerste voorbeeld van de avond maakt het even stil. Een ministerie dat gewend was
            aan 3.000 contacten per dag, kreeg er 12.000. Mensen die nooit belden, belden. En
            terwijl de lijnen volliepen, liep het kantoor leeg: later werkte 90 procent van de
            medewerkers thuis.

            Dagvoorzitter Geerte Hollander legt het aan haar tafel voor. Stel dat jij die ochtend
            de leiding had. Wat deed je als eerste, en wat liet je liggen?
        """),
        AtTable(
            [
                ("Geerte Hollander", "dagvoorzitter", ""),
                ("Jolien Prins", "planner", "Eikenrode Zorgverzekeringen"),
                ("Farid Amrani", "teamleider", "De Wissel"),
                ("Wim Oosterling", "organisatiepsycholoog", ""),
                ("Thirza Lont", "buzzmaster, namens de kijkers thuis", ""),
            ]
        ),
        Explained("WFM"),
        Text("""
            ## Eerst tellen wie er is

            Planner Jolien Prins hoeft er niet over na te denken. ‘Ik zou stoppen met
            voorspellen. Een voorspelling is gemaakt van vroeger, en vroeger geldt die dag niet.
            Ik zou elk uur tellen. Wie is er, wat komt er binnen, wat kan wachten? Daar heb je een
            schoolbord voor nodig, geen systeem.’ Ze zou ook iets afschaffen: elk overzicht dat
            die week door niemand wordt gelezen. ‘Bij ons bleken dat er 11 van de 14. We hebben er
            9 nooit meer aangezet.’

            Teamleider Farid Amrani kijkt naar de handen. Bij De Wissel meldden zich tijdens een
            piek vrijwilligers van andere afdelingen: de boekhouding, de receptie, een jurist.
            ‘Lief, en de eerste dag was het een puinhoop, want iedereen wilde alles leren. Toen
            gaven we ze één vraag. Wie alleen hoeft te weten hoe je een formulier opnieuw
            aanvraagt, kan na een half uur meedoen. De rest zette hij door.’

            ## Een bank in één nacht

            Het tweede voorbeeld is een bank die in één nacht naar huis verhuisde. De avond ervoor
            zaten de mensen nog op kantoor, de volgende ochtend achter de keukentafel. In zulke
            verhalen krijgt de techniek de hoofdrol, merkt organisatiepsycholoog Wim Oosterling
            op. ‘Maar een laptop verhuist in een uur. Wat niet meegaat, is het knikje. Je hebt een
            naar gesprek gehad, je kijkt op en iemand aan de overkant trekt een wenkbrauw op.
            Daarna kun je weer. Thuis hang je op en is er de wasmachine.’

            Amrani herkent het. In zijn team zet je na een zwaar gesprek een rood bordje aan in de
            groepschat. De eerste collega die vrij is, belt. Geen tips, geen oplossing, 2 minuten.
            ‘Het wordt ongeveer 6 keer per week gebruikt, door 22 mensen. Ik had op 60 gerekend.
            Of op nul.’
        """),
        Film(
            "https://vimeo.com/1084537",
            "Voorbeeldfilm: Big Buck Bunny",
            "Waar nu een voorbeeldfilm staat, hoort de opname van de avond. 10 minuten.",
        ),
        Quote(
            "Een laptop verhuist in een uur. Wat niet meegaat, is het knikje.",
            "Wim Oosterling",
            "organisatiepsycholoog",
        ),
        Text("""
            ## Lopend overleg

            Halverwege komen er beelden voorbij van iemand die met een telefoon aan het oor door
            een park loopt. Wandelend bijpraten met z’n tweeën, allebei buiten, ieder in de eigen
            straat. Prins deed er vorig jaar 40. ‘Naast elkaar lopen praat makkelijker dan
            tegenover elkaar zitten, ook als je 60 kilometer uit elkaar loopt. Je hoort elkaars
            wind. En niemand leest ondertussen mail, want dan loop je tegen een paaltje.’ Ze heeft
            één regel: na afloop stuurt ieder de ander één zin over wat er is afgesproken.

            Werkt het voor iedereen? Nee. Via buzzmaster Thirza Lont, die vertolkt wat de honderden
            kijkers thuis denken, komt een bericht binnen van iemand die slecht ter been is. Kan
            zo’n gesprek ook zittend? Prins: ‘Natuurlijk. Raam open, camera uit. Het gaat om dat
            uitzicht, niet om die stappen.’

            ## Rond het vuur

            Dan het digitale kampvuur. De vorm is eenvoudig: een groep online, één thema, iedereen
            brengt iets in. De begeleider haalt op wat de groep weet en aan het eind beslist de
            leidinggevende. Er wordt niet gestemd. ‘Dat klinkt ondemocratisch en het is
            eerlijk’, zegt Oosterling. ‘Mensen kunnen ertegen dat ze hun zin niet krijgen. Ze
            kunnen er slecht tegen dat niemand het gehoord heeft.’ Het kan met 4 mensen en het kan
            met 100, als het thema maar klein genoeg is.
            [Een woningcorporatie hield er een en schreef op hoe het ging](/verhalen/een-kampvuur-zonder-rook/).

            ## De rol in het midden

            De laatste vraag komt weer van thuis. Is de leidinggevende in dit alles niet vooral een
            doorgeefluik? De tafel vindt van niet. Wie 12.000 contacten op een dag opvangt, is
            volgens Amrani niet de directeur met het plan. Het is de teamleider die om 08.00 uur
            weet wie er slecht geslapen heeft. ‘Dat werk is zwaarder geworden. Ik kreeg een cursus
            in het lezen van schermen. Ik had er een in luisteren nodig.’

            ## Voor maandag

            Zet één vast overleg met één collega om in een wandeling van een half uur, ieder waar
            hij is. Spreek vooraf het onderwerp af en stuur elkaar na afloop één zin. Kies voor de
            eerste keer een gesprek waar iets van afhangt, anders leer je er niets van.
        """),
        Note(
            "De cijfers van het ministerie kloppen en de bank verhuisde echt in één nacht. Wie hier aan tafel zat, is verzonnen."
        ),
    ],
)

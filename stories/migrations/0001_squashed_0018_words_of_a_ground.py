"""All of 0001 to 0018 at once: see the one of `events`."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import home.readers.models
import home.search.folding
import modelcluster.contrib.taggit
import modelcluster.fields
import secrets
import stories.contributions.models
import stories.reading_list.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ("stories", "0001_first"),
        ("stories", "0002_newsletter"),
        ("stories", "0003_issues"),
        ("stories", "0004_story_fields"),
        ("stories", "0005_comments"),
        ("stories", "0006_story_blocks"),
        ("stories", "0007_field_tests"),
        ("stories", "0008_fact_checks"),
        ("stories", "0009_contributions"),
        ("stories", "0010_shared_lists"),
        ("stories", "0011_bans"),
        ("stories", "0012_sent_photos"),
        ("stories", "0013_rhythm_of_a_series"),
        ("stories", "0014_mentions"),
        ("stories", "0015_lifted_bans"),
        ("stories", "0016_with_accounts"),
        ("stories", "0017_rulings_elsewhere"),
        ("stories", "0018_words_of_a_ground"),
    ]

    dependencies = [
        ('home', '0007_index_of_what_a_search_asks'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContributePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(max_length=400, verbose_name='inleiding')),
                ('body', wagtail.fields.StreamField([('text', 0)], blank=True, block_lookup={0: ('home.blocks.TextBlock', (), {})}, verbose_name='uitleg')),
            ],
            options={
                'verbose_name': 'pagina Schrijf mee',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='IssuePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('preheader', models.CharField(help_text='In de lijst met mails staat dit achter het onderwerp.', max_length=140, verbose_name='regel na het onderwerp')),
                ('opening', wagtail.fields.RichTextField(verbose_name='opening')),
                ('closing', wagtail.fields.RichTextField(blank=True, verbose_name='afsluiting')),
                ('also_monthly', models.BooleanField(default=True, help_text='Doe dit één keer per maand. Uit: alleen voor wie elke week leest.', verbose_name='ook voor wie elke maand leest')),
            ],
            options={
                'verbose_name': 'nieuwsbrief',
                'verbose_name_plural': 'nieuwsbrieven',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='NewsletterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(max_length=400, verbose_name='inleiding')),
            ],
            options={
                'verbose_name': 'pagina van de nieuwsbrief',
                'verbose_name_plural': 'pagina’s van de nieuwsbrief',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SeriesPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(max_length=400, verbose_name='inleiding')),
                ('rhythm', models.CharField(blank=True, help_text='Bijvoorbeeld: elke eerste maandag van de maand.', max_length=80, verbose_name='verschijnt')),
                ('body', wagtail.fields.StreamField([('text', 0)], blank=True, block_lookup={0: ('home.blocks.TextBlock', (), {})}, verbose_name='over deze reeks')),
            ],
            options={
                'verbose_name': 'reeks',
                'verbose_name_plural': 'reeksen',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SharedList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=stories.reading_list.models.new_token, max_length=32, unique=True)),
                ('made_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'verbose_name': 'gedeelde selectie',
                'verbose_name_plural': 'gedeelde selecties',
            },
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(blank=True, max_length=400, verbose_name='inleiding')),
            ],
            options={
                'verbose_name': 'overzicht van verhalen',
                'verbose_name_plural': 'overzichten van verhalen',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='naam')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='adres')),
                ('line', models.CharField(blank=True, help_text='Waar het thema over gaat, in één zin.', max_length=160, verbose_name='zin')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
            ],
            options={
                'verbose_name': 'thema',
                'verbose_name_plural': 'thema’s',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'nog niet bevestigd'), ('waiting', 'wacht op een moderator'), ('shown', 'te lezen'), ('hidden', 'verborgen')], db_index=True, default='asked', max_length=7, verbose_name='stand')),
                ('ground', models.CharField(blank=True, choices=[('personal', 'persoonlijke aanval'), ('privacy', 'gegevens van iemand anders'), ('advert', 'reclame'), ('aside', 'gaat niet over het onderwerp'), ('illegal', 'in strijd met de wet'), ('gone', 'niet meer bewaard')], default='', max_length=8, verbose_name='grond')),
                ('written_at', models.DateTimeField(verbose_name='geschreven op')),
                ('shown_at', models.DateTimeField(blank=True, null=True, verbose_name='geplaatst op')),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='naam')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='reactie')),
                ('changed_at', models.DateTimeField(blank=True, null=True, verbose_name='veranderd op')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='stories.comment', verbose_name='antwoord op')),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='home.reader', verbose_name='lezer')),
            ],
            options={
                'verbose_name': 'reactie',
                'verbose_name_plural': 'reacties',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'hidden'), models.Q(('ground', ''), _negated=True)), models.Q(models.Q(('state', 'hidden'), _negated=True), ('ground', '')), _connector='OR'), name='comment_hidden_for_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'shown'), _negated=True), ('shown_at__isnull', False), _connector='OR'), name='comment_shown_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=home.readers.models.new_token, max_length=64, unique=True, verbose_name='sleutel')),
                ('status', models.CharField(choices=[('asked', 'nog niet bevestigd'), ('draft', 'concept'), ('in', 'ingeleverd'), ('question', 'vraag aan de schrijver'), ('made', 'in behandeling'), ('published', 'geplaatst'), ('declined', 'niet geplaatst')], db_index=True, default='asked', max_length=9, verbose_name='stand')),
                ('name', models.CharField(max_length=80, verbose_name='naam')),
                ('function', models.CharField(blank=True, max_length=120, verbose_name='functie')),
                ('title', models.CharField(max_length=120, verbose_name='titel')),
                ('kind', models.CharField(choices=[('portret', 'portret'), ('interview', 'interview'), ('column', 'column'), ('nieuws', 'nieuws'), ('verslag', 'verslag'), ('oproep', 'oproep'), ('praktijkverhaal', 'praktijkverhaal')], default='column', max_length=20, verbose_name='soort')),
                ('plan', models.TextField(max_length=400, verbose_name='voorstel')),
                ('text', models.TextField(blank=True, max_length=40000, verbose_name='tekst')),
                ('asked_at', models.DateTimeField(verbose_name='voorgesteld op')),
                ('saved_at', models.DateTimeField(db_index=True, verbose_name='bewaard op')),
                ('handed_in_at', models.DateTimeField(blank=True, null=True, verbose_name='ingeleverd op')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='home.reader', verbose_name='lezer')),
            ],
            options={
                'verbose_name': 'bijdrage',
                'verbose_name_plural': 'bijdragen',
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['asked', 'draft', 'declined']), models.Q(('handed_in_at__isnull', False), models.Q(('text', ''), _negated=True)), _connector='OR'), name='contribution_handed_in_with_words')],
            },
        ),
        migrations.CreateModel(
            name='Contributor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contributor', to='home.person', verbose_name='persoon')),
                ('reader', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='contributor', to='home.reader', verbose_name='lezer')),
            ],
            options={
                'verbose_name': 'schrijver',
                'verbose_name_plural': 'schrijvers',
            },
        ),
        migrations.CreateModel(
            name='ContributorSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pieces', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1)], verbose_name='aantal stukken')),
                ('level', models.CharField(default='Pro', max_length=40, verbose_name='niveau')),
                ('reward', models.CharField(default='een gratis pro-abonnement', max_length=120, verbose_name='beloning')),
                ('value', models.DecimalField(decimal_places=2, default=200, max_digits=7, verbose_name='ter waarde van')),
                ('months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1)], verbose_name='maanden geldig')),
            ],
            options={
                'verbose_name': 'schrijf mee: de beloning',
                'constraints': [models.CheckConstraint(condition=models.Q(('months__gte', 1), ('pieces__gte', 1)), name='contributor_settings_at_least_one')],
            },
        ),
        migrations.CreateModel(
            name='FieldTest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'nog niet bevestigd'), ('waiting', 'wacht op een moderator'), ('shown', 'te lezen'), ('hidden', 'verborgen')], db_index=True, default='asked', max_length=7, verbose_name='stand')),
                ('ground', models.CharField(blank=True, choices=[('personal', 'persoonlijke aanval'), ('privacy', 'gegevens van iemand anders'), ('advert', 'reclame'), ('aside', 'gaat niet over het onderwerp'), ('illegal', 'in strijd met de wet'), ('gone', 'niet meer bewaard')], default='', max_length=8, verbose_name='grond')),
                ('written_at', models.DateTimeField(verbose_name='geschreven op')),
                ('shown_at', models.DateTimeField(blank=True, null=True, verbose_name='geplaatst op')),
                ('verdict', models.CharField(choices=[('same', 'herkenbaar'), ('other', 'niet herkenbaar')], max_length=5, verbose_name='oordeel')),
                ('role', models.CharField(choices=[('medewerker', 'medewerker'), ('teamleider', 'teamleider'), ('planner', 'planner of WFM’er'), ('manager', 'manager klantcontact'), ('hr', 'HR of opleiding'), ('kwaliteit', 'kwaliteit'), ('technologie', 'technologie'), ('uitbesteder', 'uitbesteder'), ('leverancier', 'leverancier of adviseur'), ('klant', 'klant'), ('elders', 'in een andere branche')], max_length=12, verbose_name='rol')),
                ('reason', models.TextField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='home.reader', verbose_name='lezer')),
            ],
            options={
                'verbose_name': 'praktijktoets',
                'verbose_name_plural': 'praktijktoetsen',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'hidden'), models.Q(('ground', ''), _negated=True)), models.Q(models.Q(('state', 'hidden'), _negated=True), ('ground', '')), _connector='OR'), name='field_test_hidden_for_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'shown'), _negated=True), ('shown_at__isnull', False), _connector='OR'), name='field_test_shown_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='IssueItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='verhaal of evenement')),
                ('issue', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='stories.issuepage', verbose_name='nummer')),
            ],
            options={
                'verbose_name': 'onderdeel',
                'verbose_name_plural': 'onderdelen',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_at', models.DateTimeField(verbose_name='begint op')),
                ('begun_at', models.DateTimeField(blank=True, null=True, verbose_name='begonnen op')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='klaar op')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='stilgezet op')),
                ('subject', models.CharField(blank=True, max_length=255, verbose_name='onderwerp')),
                ('text', models.TextField(blank=True, verbose_name='tekst')),
                ('html', models.TextField(blank=True, verbose_name='opgemaakte tekst')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('issue', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mailing', to='stories.issuepage', verbose_name='nummer')),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='versie')),
            ],
            options={
                'verbose_name': 'verzending',
                'verbose_name_plural': 'verzendingen',
                'constraints': [models.CheckConstraint(condition=models.Q(('done_at', None), ('begun_at__isnull', False), _connector='OR'), name='mailing_begun_before_done')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_editor', models.BooleanField(verbose_name='van de redactie')),
                ('text', models.TextField(max_length=3000, verbose_name='bericht')),
                ('at', models.DateTimeField(verbose_name='op')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='stories.contribution', verbose_name='bijdrage')),
            ],
            options={
                'verbose_name': 'bericht over een bijdrage',
                'verbose_name_plural': 'berichten over bijdragen',
            },
        ),
        migrations.CreateModel(
            name='OwnList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entries', models.JSONField(default=list, verbose_name='verhalen en notities')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reading_list', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'selectie van een account',
                'verbose_name_plural': 'selecties van accounts',
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('personal', 'persoonlijke aanval'), ('privacy', 'gegevens van iemand anders'), ('advert', 'reclame'), ('aside', 'gaat niet over het onderwerp'), ('illegal', 'in strijd met de wet'), ('gone', 'niet meer bewaard')], max_length=8, verbose_name='grond')),
                ('text', models.TextField(blank=True, max_length=500, verbose_name='toelichting')),
                ('reported_at', models.DateTimeField(verbose_name='gemeld op')),
                ('settled_at', models.DateTimeField(blank=True, null=True, verbose_name='bekeken op')),
                ('comment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='stories.comment', verbose_name='reactie')),
            ],
            options={
                'verbose_name': 'melding',
                'verbose_name_plural': 'meldingen',
            },
        ),
        migrations.CreateModel(
            name='Reward',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField(verbose_name='ronde')),
                ('level', models.CharField(max_length=40, verbose_name='niveau')),
                ('what', models.CharField(max_length=120, verbose_name='beloning')),
                ('value', models.DecimalField(decimal_places=2, max_digits=7, verbose_name='waarde')),
                ('code', models.CharField(default=stories.contributions.models.new_code, max_length=20, unique=True, verbose_name='code')),
                ('earned_at', models.DateTimeField(verbose_name='verdiend op')),
                ('valid_until', models.DateField(verbose_name='geldig tot en met')),
                ('redeemed_at', models.DateTimeField(blank=True, null=True, verbose_name='ingewisseld op')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rewards', to='home.person', verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'beloning',
                'verbose_name_plural': 'beloningen',
                'constraints': [models.UniqueConstraint(fields=('person', 'round'), name='reward_once_per_round'), models.CheckConstraint(condition=models.Q(('redeemed_at', None), ('redeemed_at__gte', models.F('earned_at')), _connector='OR'), name='reward_redeemed_after_it_was_earned')],
            },
        ),
        migrations.CreateModel(
            name='SentPhoto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(upload_to=stories.contributions.models.where_nobody_looks, verbose_name='foto')),
                ('credit', models.CharField(max_length=120, verbose_name='beeld')),
                ('note', models.CharField(blank=True, max_length=255, verbose_name='noot')),
                ('rights', models.CharField(choices=[('own', 'eigen beeld'), ('permission', 'met toestemming van de maker'), ('licence', 'vrije licentie'), ('press', 'persfoto')], max_length=20, verbose_name='gebruiksrecht')),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='stories.contribution', verbose_name='bijdrage')),
            ],
            options={
                'verbose_name': 'ingestuurde foto',
                'verbose_name_plural': 'ingestuurde foto’s',
            },
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('kind', models.CharField(choices=[('portret', 'portret'), ('interview', 'interview'), ('column', 'column'), ('nieuws', 'nieuws'), ('verslag', 'verslag'), ('oproep', 'oproep'), ('praktijkverhaal', 'praktijkverhaal')], max_length=20, verbose_name='soort')),
                ('kicker', models.CharField(blank=True, help_text='Bijvoorbeeld: over thuiswerken en klantcontact.', max_length=80, verbose_name='bovenkop')),
                ('date', models.DateField(db_index=True, default=django.utils.timezone.localdate, help_text='Bepaalt de volgorde in lijsten.', verbose_name='datum')),
                ('lead', models.TextField(help_text='Twee of drie zinnen. Ze staan ook op kaarten en in de feed.', max_length=400, verbose_name='inleiding')),
                ('photo_caption', models.CharField(blank=True, max_length=200, verbose_name='bijschrift')),
                ('from_elsewhere', models.BooleanField(default=False, help_text='Wat wij van een ander vak kunnen leren. Lezers zien het boven het verhaal en op elk kaartje.', verbose_name='uit een andere branche')),
                ('interest', models.CharField(blank=True, help_text='Wie hiervoor betaalde of er belang bij heeft: ‘betaald door Vijfhoog’. Staat bij de namen en op elk kaartje.', max_length=120, verbose_name='belang')),
                ('source', models.CharField(blank=True, help_text='Het medium waar dit verhaal het eerst stond.', max_length=120, verbose_name='eerder verschenen bij')),
                ('source_url', models.URLField(blank=True, help_text='Zoekmachines zien dat adres dan als het eigenlijke.', verbose_name='adres daar')),
                ('magazine_issue', models.CharField(blank=True, help_text='Het nummer waarin het stond, met het jaar.', max_length=120, verbose_name='uit het magazine')),
                ('body', wagtail.fields.StreamField([('text', 0), ('question', 3), ('photo', 6), ('quote', 10), ('facts', 16), ('table', 23), ('worked', 27), ('reply', 31), ('embed', 35), ('read_also', 39), ('call', 44), ('file', 47), ('term', 49), ('note', 51)], block_lookup={0: ('home.blocks.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'Vraag', 'max_length': 300, 'rows': 2}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Antwoord'}), 3: ('wagtail.blocks.StructBlock', [[('question', 1), ('answer', 2)]], {}), 4: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Foto'}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat we zien. Wie de foto maakte, komt er vanzelf bij.', 'label': 'Bijschrift', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('photo', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'Citaat', 'max_length': 300}), 8: ('home.blocks.PersonNumberBlock', (), {'help_text': 'Staat die niet in de lijst, typ de naam dan hieronder.', 'label': 'Wie zei het', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'help_text': 'Bij een gekozen persoon: de functie van toen. Anders: naam, en zo nodig functie.', 'label': 'Naam of functie', 'max_length': 120, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 7), ('person', 8), ('source', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'default': 'Feiten en cijfers', 'label': 'Kop', 'max_length': 60, 'required': False}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'Wat', 'max_length': 60}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'Hoeveel, waar of sinds wanneer', 'max_length': 120}), 14: ('wagtail.blocks.StructBlock', [[('label', 12), ('value', 13)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Feiten', 'max_num': 12, 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('title', 11), ('facts', 15)]], {}), 17: ('wagtail.blocks.CharBlock', (), {'default': 'Aan tafel', 'label': 'Kop', 'max_length': 60, 'required': False}), 18: ('home.blocks.PersonNumberBlock', (), {'label': 'Persoon', 'required': False}), 19: ('wagtail.blocks.CharBlock', (), {'help_text': 'Van wie niet in de lijst van personen staat.', 'label': 'Of een naam', 'max_length': 120, 'required': False}), 20: ('wagtail.blocks.CharBlock', (), {'help_text': 'Van die dag: dit blijft zo staan als iemand iets anders gaat doen.', 'label': 'Functie en organisatie', 'max_length': 160, 'required': False}), 21: ('wagtail.blocks.StructBlock', [[('person', 18), ('name', 19), ('about', 20)]], {}), 22: ('wagtail.blocks.ListBlock', (21,), {'label': 'Deelnemers', 'max_num': 20, 'min_num': 1}), 23: ('wagtail.blocks.StructBlock', [[('title', 17), ('people', 22)]], {}), 24: ('wagtail.blocks.CharBlock', (), {'label': 'Punt', 'max_length': 200}), 25: ('wagtail.blocks.ListBlock', (24,), {'label': 'Wat werkte', 'max_num': 8, 'min_num': 1}), 26: ('wagtail.blocks.ListBlock', (24,), {'help_text': 'Hier leert een ander het meest van.', 'label': 'Wat niet werkte', 'max_num': 8, 'min_num': 1}), 27: ('wagtail.blocks.StructBlock', [[('worked', 25), ('failed', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'help_text': 'Naam en functie, of de organisatie.', 'label': 'Wie is gevraagd', 'max_length': 160}), 29: ('wagtail.blocks.DateBlock', (), {'label': 'Gevraagd op'}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'help_text': 'Leeg als er geen antwoord kwam. Dat staat er dan.', 'label': 'Antwoord', 'required': False}), 31: ('wagtail.blocks.StructBlock', [[('who', 28), ('asked_on', 29), ('answer', 30)]], {}), 32: ('wagtail.blocks.URLBlock', (), {'help_text': 'Van een film bij YouTube of Vimeo.', 'label': 'Adres'}), 33: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat er te zien is. Wie de film niet ziet, hoort dit.', 'label': 'Titel', 'max_length': 120}), 34: ('wagtail.blocks.CharBlock', (), {'help_text': 'Bijvoorbeeld: met ondertiteling, 12 minuten.', 'label': 'Bijschrift', 'max_length': 200, 'required': False}), 35: ('wagtail.blocks.StructBlock', [[('url', 32), ('title', 33), ('text', 34)]], {}), 36: ('wagtail.blocks.CharBlock', (), {'default': 'Lees ook', 'label': 'Kop', 'max_length': 60, 'required': False}), 37: ('home.blocks.PageNumberBlock', (), {'label': 'Pagina'}), 38: ('wagtail.blocks.ListBlock', (37,), {'label': 'Pagina’s', 'max_num': 4, 'min_num': 1}), 39: ('wagtail.blocks.StructBlock', [[('title', 36), ('pages', 38)]], {}), 40: ('wagtail.blocks.CharBlock', (), {'help_text': 'Bijvoorbeeld: Zelf meepraten?', 'label': 'Zin', 'max_length': 120}), 41: ('wagtail.blocks.CharBlock', (), {'help_text': 'Wat er gebeurt: ‘Doe mee’.', 'label': 'Op de knop', 'max_length': 40}), 42: ('home.blocks.PageNumberBlock', (), {'label': 'Naar een pagina van ons', 'required': False}), 43: ('wagtail.blocks.URLBlock', (), {'label': 'Of naar een adres elders', 'required': False}), 44: ('wagtail.blocks.StructBlock', [[('text', 40), ('button', 41), ('page', 42), ('url', 43)]], {}), 45: ('home.blocks.DocumentNumberBlock', (), {'label': 'Bestand'}), 46: ('wagtail.blocks.CharBlock', (), {'label': 'Wat erin staat', 'max_length': 200, 'required': False}), 47: ('wagtail.blocks.StructBlock', [[('document', 45), ('text', 46)]], {}), 48: ('home.blocks.TermNumberBlock', (), {'label': 'Begrip'}), 49: ('wagtail.blocks.StructBlock', [[('term', 48)]], {}), 50: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Noot'}), 51: ('wagtail.blocks.StructBlock', [[('text', 50)]], {})}, verbose_name='verhaal')),
                ('corrections', wagtail.fields.StreamField([('correction', 2)], blank=True, block_lookup={0: ('wagtail.blocks.DateBlock', (), {'label': 'Gecorrigeerd op'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'Wat stond er, en wat klopt? ‘Er stond 12.000 mensen; het zijn er 1.200.’', 'label': 'Wat er anders is', 'max_length': 600, 'rows': 2}), 2: ('wagtail.blocks.StructBlock', [[('day', 0), ('text', 1)]], {})}, help_text='Wat er na het plaatsen verbeterd is. Staat onder het verhaal.', verbose_name='correcties')),
                ('mentions', wagtail.fields.StreamField([('mention', 2)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'help_text': 'Het medium, of wie het schreef.', 'label': 'Bij wie', 'max_length': 120}), 1: ('wagtail.blocks.URLBlock', (), {'label': 'Adres daar'}), 2: ('wagtail.blocks.StructBlock', [[('name', 0), ('url', 1)]], {})}, help_text='Waar elders over dit verhaal is geschreven.', verbose_name='genoemd door')),
                ('picked', wagtail.fields.StreamField([('story', 0)], blank=True, block_lookup={0: ('home.blocks.PageNumberBlock', (['stories.StoryPage'],), {'label': 'Verhaal'})}, help_text='Mag leeg blijven: we vullen aan met dezelfde reeks, organisatie en hetzelfde thema.', verbose_name='ook interessant')),
                ('featured', models.BooleanField(default=False, help_text='Staat groot op de voorpagina, als nieuwste uitgelichte verhaal.', verbose_name='uitgelicht')),
                ('comments_open', models.BooleanField(default=True, help_text='Uit: wat er staat blijft te lezen, en er komt niets meer bij.', verbose_name='reacties open')),
                ('testable', models.BooleanField(default=False, help_text='Alleen bij een praktijkverhaal: lezers zeggen of ze het herkennen.', verbose_name='praktijktoets aan')),
                ('reading_time', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='leestijd in minuten')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stories', to='home.organisation', verbose_name='gaat over')),
                ('photo', models.ForeignKey(blank=True, help_text='Zonder foto tekenen we een omslag van de titel.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='home.photo', verbose_name='foto')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stories', to='stories.seriespage', verbose_name='reeks')),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stories', to='stories.theme', verbose_name='thema')),
            ],
            options={
                'verbose_name': 'verhaal',
                'verbose_name_plural': 'verhalen',
            },
            bases=(home.search.folding.Folded, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SharedStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.CharField(blank=True, max_length=300)),
                ('position', models.PositiveSmallIntegerField()),
                ('shared', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stories', to='stories.sharedlist')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='stories.storypage')),
            ],
            options={
                'verbose_name': 'verhaal in een gedeelde selectie',
                'verbose_name_plural': 'verhalen in een gedeelde selectie',
                'constraints': [models.UniqueConstraint(fields=('shared', 'story'), name='shared_story_once')],
            },
        ),
        migrations.CreateModel(
            name='Ruling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('elsewhere', models.CharField(blank=True, default='', max_length=400, verbose_name='waarover, als het niet bij een verhaal staat')),
                ('of_a_test', models.BooleanField(default=False, verbose_name='bij een praktijktoets')),
                ('act', models.CharField(choices=[('approve', 'geplaatst'), ('hide', 'verborgen'), ('restore', 'teruggezet'), ('keep', 'na een melding blijven staan'), ('ban', 'geweerd'), ('lift', 'weer toegelaten')], max_length=7, verbose_name='besluit')),
                ('ground', models.CharField(blank=True, choices=[('personal', 'persoonlijke aanval'), ('privacy', 'gegevens van iemand anders'), ('advert', 'reclame'), ('aside', 'gaat niet over het onderwerp'), ('illegal', 'in strijd met de wet'), ('gone', 'niet meer bewaard')], default='', max_length=8, verbose_name='grond')),
                ('until', models.DateTimeField(null=True, verbose_name='geweerd tot')),
                ('at', models.DateTimeField(db_index=True, verbose_name='op')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('comment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rulings', to='stories.comment', verbose_name='reactie')),
                ('field_test', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rulings', to='stories.fieldtest', verbose_name='praktijktoets')),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bans', to='home.reader', verbose_name='geweerde lezer')),
                ('story', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='rulings', to='stories.storypage', verbose_name='verhaal')),
            ],
            options={
                'verbose_name': 'besluit',
                'verbose_name_plural': 'besluiten',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('act__in', ['hide', 'ban']), models.Q(('ground', ''), _negated=True)), models.Q(models.Q(('act__in', ['hide', 'ban']), _negated=True), ('ground', '')), _connector='OR'), name='ruling_takes_away_on_a_ground'), models.CheckConstraint(condition=models.Q(models.Q(('story', None), models.Q(('elsewhere', ''), _negated=True)), models.Q(('elsewhere', ''), ('story__isnull', False)), _connector='OR'), name='ruling_is_about_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('act', 'ban'), ('until__isnull', False)), models.Q(models.Q(('act', 'ban'), _negated=True), ('reader', None), ('until', None)), _connector='OR'), name='ruling_bans_for_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('token', models.CharField(default=home.readers.models.new_token, max_length=64, unique=True, verbose_name='sleutel')),
                ('asked_at', models.DateTimeField(verbose_name='gevraagd op')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='naam en functie')),
                ('text', models.TextField(blank=True, max_length=3000, verbose_name='antwoord')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='geantwoord op')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('story', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reply', to='stories.storypage', verbose_name='verhaal')),
            ],
            options={
                'verbose_name': 'antwoord van een organisatie',
                'verbose_name_plural': 'antwoorden van organisaties',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('text', '')), models.Q(('answered_at__isnull', False), models.Q(('text', ''), _negated=True)), _connector='OR'), name='reply_has_words_once_answered')],
            },
        ),
        migrations.AddField(
            model_name='fieldtest',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='field_tests', to='stories.storypage', verbose_name='verhaal'),
        ),
        migrations.CreateModel(
            name='Credit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('part', models.CharField(choices=[('tekst', 'tekst'), ('interview', 'interview'), ('beeld', 'beeld'), ('illustratie', 'illustratie'), ('redactie', 'redactie'), ('vertaling', 'vertaling')], default='tekst', max_length=20, verbose_name='bijdrage')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='home.organisation', verbose_name='organisatie')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='home.person', verbose_name='persoon')),
                ('story', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='credits', to='stories.storypage')),
            ],
            options={
                'verbose_name': 'naam',
                'verbose_name_plural': 'namen',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('organisation__isnull', True), ('person__isnull', False)), models.Q(('organisation__isnull', False), ('person__isnull', True)), _connector='OR'), name='credit_person_or_organisation', violation_error_message='Kies een persoon of een organisatie: precies één van de twee.')],
            },
        ),
        migrations.AddField(
            model_name='contribution',
            name='story',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contribution', to='stories.storypage', verbose_name='verhaal'),
        ),
        migrations.AddField(
            model_name='comment',
            name='story',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='stories.storypage', verbose_name='verhaal'),
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                ('token', models.CharField(default=secrets.token_urlsafe, max_length=43, unique=True)),
                ('asked_at', models.DateTimeField(verbose_name='gevraagd op')),
                ('open_until', models.DateTimeField(verbose_name='te lezen tot')),
                ('answer', models.CharField(blank=True, choices=[('akkoord', 'akkoord'), ('opmerkingen', 'opmerkingen')], max_length=20, verbose_name='antwoord')),
                ('remarks', models.TextField(blank=True, max_length=10000, verbose_name='opmerkingen')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='geantwoord op')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='versie')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='stories.storypage', verbose_name='verhaal')),
            ],
            options={
                'verbose_name': 'feitencheck',
                'verbose_name_plural': 'feitenchecks',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(('answer__in', ['akkoord', 'opmerkingen']), ('answered_at__isnull', False)), _connector='OR'), name='check_answer_and_moment_together'), models.CheckConstraint(condition=models.Q(('answer', 'opmerkingen'), ('remarks', ''), _negated=True), name='check_remarks_say_something')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, help_text='Leeg: telt mee zonder naam.', max_length=80, verbose_name='naam')),
                ('asked_at', models.DateTimeField(verbose_name='ingevuld op')),
                ('joined_at', models.DateTimeField(blank=True, null=True, verbose_name='doet mee sinds')),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='home.reader', verbose_name='lezer')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='home.role', verbose_name='rol in het vak')),
                ('story', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='stories.storypage', verbose_name='oproep')),
            ],
            options={
                'verbose_name': 'deelnemer aan een oproep',
                'verbose_name_plural': 'deelnemers aan oproepen',
                'constraints': [models.UniqueConstraint(condition=models.Q(('joined_at__isnull', False)), fields=('story', 'reader'), name='answer_once_per_reader')],
            },
        ),
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=home.readers.models.new_token, max_length=64, unique=True, verbose_name='sleutel')),
                ('rhythm', models.CharField(choices=[('week', 'elke week'), ('month', 'elke maand')], default='month', max_length=5, verbose_name='hoe vaak')),
                ('consent', models.PositiveSmallIntegerField(verbose_name='versie van de toestemming')),
                ('asked_at', models.DateTimeField(verbose_name='gevraagd op')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='bevestigd op')),
                ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='afgemeld op')),
                ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='gestopt op')),
                ('reader', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='subscription', to='home.reader', verbose_name='lezer')),
                ('themes', models.ManyToManyField(blank=True, related_name='+', to='stories.theme', verbose_name='thema’s')),
            ],
            options={
                'verbose_name': 'abonnee',
                'verbose_name_plural': 'abonnees',
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_at__isnull', False), models.Q(('left_at', None), ('stopped_at', None)), _connector='OR'), name='subscriber_confirmed_before_the_end')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(max_length=120, unique=True, verbose_name='Message-ID')),
                ('leased_until', models.DateTimeField(blank=True, null=True, verbose_name='in behandeling tot')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='pogingen')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='verstuurd op')),
                ('dropped_at', models.DateTimeField(blank=True, null=True, verbose_name='vervallen op')),
                ('bounced_at', models.DateTimeField(blank=True, null=True, verbose_name='teruggekomen op')),
                ('status', models.CharField(blank=True, max_length=12, verbose_name='wat de mailserver zei')),
                ('mailing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='stories.mailing', verbose_name='verzending')),
                ('subscriber', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deliveries', to='stories.subscriber', verbose_name='abonnee')),
            ],
            options={
                'verbose_name': 'bezorging',
                'verbose_name_plural': 'bezorgingen',
                'indexes': [models.Index(condition=models.Q(('dropped_at', None), ('sent_at', None)), fields=['mailing', 'id'], name='delivery_open')],
                'constraints': [models.UniqueConstraint(fields=('mailing', 'subscriber'), name='delivery_once_per_subscriber'), models.CheckConstraint(condition=models.Q(('sent_at', None), ('dropped_at', None), _connector='OR'), name='delivery_sent_or_dropped')],
            },
        ),
        migrations.AddField(
            model_name='issuepage',
            name='themes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Dan krijgt wie alleen een ander thema koos dit nummer niet. Kies je niets, dan krijgt iedereen het.', related_name='+', to='stories.theme', verbose_name='gaat over'),
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name='slug')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topics', to='stories.theme', verbose_name='thema')),
            ],
            options={
                'verbose_name': 'onderwerp',
                'verbose_name_plural': 'onderwerpen',
                'ordering': ['name'],
            },
            bases=(home.search.folding.Folded, models.Model),
        ),
        migrations.CreateModel(
            name='StoryTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_topics', to='stories.storypage')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_topics', to='stories.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('content_object', 'tag'), name='story_topic_once')],
            },
        ),
        migrations.AddField(
            model_name='storypage',
            name='topics',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Hoogstens drie, uit de lijst.', through='stories.StoryTopic', to='stories.Topic', verbose_name='onderwerpen'),
        ),
        migrations.AddConstraint(
            model_name='fieldtest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'asked'), _negated=True), fields=('story', 'reader'), name='field_test_once_per_reader'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['story', 'parent', 'id'], name='comment_in_threads'),
        ),
    ]


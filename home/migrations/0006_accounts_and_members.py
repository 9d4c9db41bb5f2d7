import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '__first__'),
        ('home', '0005_consent_of_photos'),
    ]

    operations = [
        migrations.CreateModel(
            name='Approach',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='naam')),
                ('text', models.TextField(max_length=2000, verbose_name='bericht')),
                ('asked_at', models.DateTimeField(db_index=True, verbose_name='geschreven op')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='bevestigd op')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approaches', to='home.person', verbose_name='aan')),
                ('reader', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approaches', to='home.reader', verbose_name='van')),
            ],
            options={
                'verbose_name': 'bericht aan een lid',
                'verbose_name_plural': 'berichten aan leden',
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.TextField(blank=True, max_length=500, verbose_name='toelichting')),
                ('status', models.CharField(choices=[('asked', 'wacht'), ('confirmed', 'bevestigd'), ('refused', 'afgewezen')], default='asked', max_length=10, verbose_name='stand')),
                ('reason', models.TextField(blank=True, max_length=500, verbose_name='reden')),
                ('asked_at', models.DateTimeField(verbose_name='gevraagd op')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='besloten op')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='home.person', verbose_name='persoon')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='claims', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'verzoek ‘dit ben ik’',
                'verbose_name_plural': 'verzoeken ‘dit ben ik’',
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'asked')), fields=('user',), name='claim_one_open_of_an_account'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('status', 'asked')), models.Q(models.Q(('status', 'asked'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='claim_decided_at_a_moment'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='claim_refused_for_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='soort')),
                ('day', models.DateField(verbose_name='dag')),
                ('closes_at', models.DateTimeField(verbose_name='gaat weg op')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'verzamelmail',
                'verbose_name_plural': 'verzamelmails',
                'constraints': [models.UniqueConstraint(fields=('user', 'kind', 'day'), name='digest_one_a_day_of_a_kind')],
            },
        ),
        migrations.CreateModel(
            name='Follow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='soort')),
                ('about_id', models.PositiveBigIntegerField(verbose_name='gaat over')),
                ('since', models.DateTimeField(verbose_name='sinds')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follows', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'volger',
                'verbose_name_plural': 'volgers',
                'indexes': [models.Index(fields=['kind', 'about_id'], name='follow_of_a_thing')],
                'constraints': [models.UniqueConstraint(fields=('user', 'kind', 'about_id'), name='follow_once')],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=120, verbose_name='wat')),
                ('with_whom', models.CharField(max_length=120, verbose_name='bij wie')),
                ('since', models.DateField(verbose_name='van')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='home.person', verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'belang',
                'verbose_name_plural': 'belangen',
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='interest_ends_after_it_began', violation_error_message='Een belang eindigt niet voor het begon.')],
            },
        ),
        migrations.CreateModel(
            name='LoginCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mailadres')),
                ('code', models.CharField(max_length=20, verbose_name='code')),
                ('asked_at', models.DateTimeField(db_index=True, verbose_name='gevraagd op')),
            ],
            options={
                'verbose_name': 'inlogcode',
                'verbose_name_plural': 'inlogcodes',
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='soort')),
                ('key', models.CharField(max_length=80, verbose_name='kenmerk')),
                ('title', models.CharField(max_length=200, verbose_name='wat er is')),
                ('address', models.CharField(max_length=300, verbose_name='waar')),
                ('at', models.DateTimeField(db_index=True, verbose_name='op')),
                ('seen_at', models.DateTimeField(blank=True, null=True, verbose_name='gelezen op')),
                ('digest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notices', to='home.digest', verbose_name='verzamelmail')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'bericht aan een lid',
                'verbose_name_plural': 'berichten aan leden',
                'indexes': [models.Index(condition=models.Q(('seen_at', None)), fields=['user'], name='notice_unseen')],
                'constraints': [models.UniqueConstraint(fields=('user', 'key'), name='notice_once')],
            },
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='naam')),
                ('plural', models.CharField(help_text='Zoals in ‘we zoeken nog: teamleiders’.', max_length=60, verbose_name='meervoud')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='adres')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
            ],
            options={
                'verbose_name': 'rol in het vak',
                'verbose_name_plural': 'rollen in het vak',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Switch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='soort')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='switches', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'uitgezette mail',
                'verbose_name_plural': 'uitgezette mails',
                'constraints': [models.UniqueConstraint(fields=('user', 'kind'), name='switch_once')],
            },
        ),
        migrations.AddField(
            model_name='person',
            name='own_name',
            field=models.CharField(blank=True, max_length=120, verbose_name='eigen naam'),
        ),
        migrations.AddField(
            model_name='person',
            name='pseudonym',
            field=models.CharField(blank=True, max_length=120, verbose_name='schuilnaam'),
        ),
        migrations.AddField(
            model_name='person',
            name='reachable',
            field=models.BooleanField(default=False, verbose_name='bereikbaar via de site'),
        ),
        migrations.AddField(
            model_name='person',
            name='user',
            field=models.OneToOneField(blank=True, help_text='Wie hiermee inlogt, is deze persoon.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddField(
            model_name='person',
            name='visibility',
            field=models.CharField(choices=[('iedereen', 'iedereen'), ('leden', 'leden'), ('niemand', 'niemand')], default='iedereen', max_length=10, verbose_name='naam zichtbaar voor'),
        ),
        migrations.AddField(
            model_name='reader',
            name='user',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reader', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddConstraint(
            model_name='reader',
            constraint=models.CheckConstraint(condition=models.Q(('user', None), ('confirmed_at__isnull', False), _connector='OR'), name='reader_of_an_account_is_confirmed'),
        ),
        migrations.AddField(
            model_name='person',
            name='role',
            field=models.ForeignKey(blank=True, help_text='Waarmee we zien wie er nog niet aan tafel zit.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to='home.role', verbose_name='rol in het vak'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('own_name', ''), ('pseudonym', ''), ('visibility', 'iedereen')), models.Q(models.Q(models.Q(('visibility', 'iedereen'), _negated=True), models.Q(('pseudonym', ''), _negated=True), _connector='OR'), models.Q(('own_name', ''), _negated=True)), _connector='OR'), name='person_own_name_while_another_is_shown'),
        ),
    ]


import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0005_consent_of_photos'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                'verbose_name': 'functierol',
                'verbose_name_plural': 'functierollen',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.AddField(
            model_name='person',
            name='user',
            field=models.OneToOneField(blank=True, help_text='Wie hiermee inlogt, is deze persoon.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='account'),
        ),
        migrations.AddField(
            model_name='person',
            name='role',
            field=models.ForeignKey(blank=True, help_text='Waarmee we zien wie er nog niet aan tafel zit.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to='home.role', verbose_name='rol in het vak'),
        ),
    ]

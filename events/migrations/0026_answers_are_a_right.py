from django.db import migrations


def not_every_organiser(apps, schema_editor):
    """What is about all events is given to a named person, in a group of its own."""
    rights = apps.get_model("auth.Permission").objects.filter(codename="answer_person")
    for group in apps.get_model("auth.Group").objects.filter(name="Organisatoren"):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("events", "0025_nudged"),
    ]

    operations = [
        migrations.RunPython(not_every_organiser, migrations.RunPython.noop),
    ]

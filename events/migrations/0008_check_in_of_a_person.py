"""A check-in belongs to the person with that code, no longer to a half of a pair."""

from django.db import migrations, models


def give_codes(apps, schema_editor):
    """The code of who came in: of the guest, or of the host at that moment."""
    CheckIn = apps.get_model("events.CheckIn")
    FormerHost = apps.get_model("events.FormerHost")
    for check_in in CheckIn.objects.select_related("guest", "pair").iterator():
        if check_in.guest is not None:
            check_in.code = check_in.guest.code
        elif check_in.is_guest:  # a guest who was forgotten since
            check_in.code = f"vergeten-{check_in.pk}"
        else:
            later = FormerHost.objects.filter(
                pair=check_in.pair_id, handed_over_at__gt=check_in.at
            )
            former = later.order_by("handed_over_at", "pk").first()
            check_in.code = former.code if former else check_in.pair.host_code
        check_in.save(update_fields=["code"])


class Migration(migrations.Migration):
    dependencies = [("events", "0007_invoices_add_up")]

    operations = [
        migrations.RemoveConstraint(
            model_name="checkin", name="check_in_once_per_person"
        ),
        migrations.AddField(
            model_name="checkin",
            name="code",
            field=models.CharField(
                default="",
                help_text="Van het kaartje: wie vervangen of overgedragen is, had een "
                "andere.",
                max_length=32,
                verbose_name="code",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(give_codes, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("code",),
                name="check_in_once_per_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="checkin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_guest", True), ("guest", None), _connector="OR"
                ),
                name="check_in_of_a_host_has_no_guest",
            ),
        ),
    ]

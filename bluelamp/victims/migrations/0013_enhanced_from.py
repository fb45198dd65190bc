from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('victims', '0012_telling_pointed_at'),
    ]

    operations = [
        migrations.AddField(
            model_name='victim',
            name='enhanced_from',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]

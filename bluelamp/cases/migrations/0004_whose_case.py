import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_requisitions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='casefile',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='people.person'),
        ),
    ]

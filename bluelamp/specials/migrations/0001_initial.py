
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('place', models.CharField(max_length=200)),
                ('during', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('wanted', models.PositiveSmallIntegerField()),
                ('supervised', models.BooleanField(default=False)),
                ('training', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True)),
                ('made_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OfferedHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('during', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('employer', models.BooleanField(default=False)),
                ('offered_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offered_hours', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Special',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('why', models.TextField(blank=True)),
                ('aim', models.CharField(choices=[('career', 'Here for a career: on the way into the regulars'), ('community', 'Here for the community: to stay a volunteer'), ('undecided', 'Not sure yet'), ('not_asked', 'Not asked')], default='not_asked', max_length=10)),
                ('applied_at', models.DateTimeField()),
                ('contacted_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ending', models.CharField(blank=True, choices=[('declined', 'The application was declined'), ('withdrew', 'They withdrew'), ('checks', 'A check was not passed'), ('resigned', 'They resigned'), ('regular', 'They joined the regulars'), ('dismissed', 'Their service was ended')], max_length=10)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('officer', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='special', to=settings.AUTH_USER_MODEL)),
                ('tutor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tutees', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SignUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signed_up_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('beside', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('occasion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_ups', to='specials.occasion')),
                ('special', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_ups', to='specials.special')),
            ],
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=20)),
                ('passed', models.BooleanField()),
                ('signed_at', models.DateTimeField()),
                ('words', models.TextField(blank=True)),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('special', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='specials.special')),
            ],
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=20)),
                ('words', models.TextField()),
                ('put_at', models.DateTimeField()),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('special', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='specials.special')),
            ],
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('miles', models.PositiveSmallIntegerField(default=0)),
                ('vehicle', models.CharField(blank=True, choices=[('car', 'Car'), ('motorcycle', 'Motorcycle'), ('bicycle', 'Bicycle')], max_length=10)),
                ('meal', models.PositiveIntegerField(default=0)),
                ('fare', models.PositiveIntegerField(default=0)),
                ('fare_for', models.CharField(blank=True, max_length=120)),
                ('pence', models.PositiveIntegerField()),
                ('sent_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('sent', 'Sent, not yet decided'), ('agreed', 'Agreed, to be paid'), ('turned_down', 'Turned down'), ('paid', 'Paid')], default='sent', max_length=11)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('words', models.TextField(blank=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('special', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='specials.special')),
            ],
        ),
        migrations.CreateModel(
            name='Thanks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('milestone', models.CharField(max_length=12)),
                ('words', models.TextField()),
                ('thanked_at', models.DateTimeField()),
                ('special', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thanks', to='specials.special')),
                ('thanked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Training',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('during', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('what', models.CharField(max_length=120)),
                ('written_at', models.DateTimeField()),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_given', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.CheckConstraint(condition=models.Q(('wanted__gt', 0)), name='occasion_wants_somebody'),
        ),
        migrations.AddConstraint(
            model_name='offeredhours',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('withdrawn_at', None)), expressions=[('officer', '='), ('during', '&&')], name='hours_offered_once'),
        ),
        migrations.AddIndex(
            model_name='special',
            index=models.Index(fields=['applied_at'], name='specials_by_application'),
        ),
        migrations.AddConstraint(
            model_name='special',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ending', '')), models.Q(('ended_at__isnull', False), models.Q(('ending', ''), _negated=True)), _connector='OR'), name='special_ends_for_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='special',
            constraint=models.CheckConstraint(condition=models.Q(('erased_at', None), models.Q(('email', ''), ('ended_at__isnull', False), ('name', ''), ('phone', ''), ('why', '')), _connector='OR'), name='special_erased_is_empty'),
        ),
        migrations.AddConstraint(
            model_name='special',
            constraint=models.CheckConstraint(condition=models.Q(('tutor', None), models.Q(('tutor', models.F('officer')), _negated=True), _connector='OR'), name='special_not_own_tutor'),
        ),
        migrations.AddConstraint(
            model_name='signup',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('occasion', 'special'), name='one_place_at_an_event'),
        ),
        migrations.AddIndex(
            model_name='signature',
            index=models.Index(fields=['special', 'step'], name='signatures_by_step'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(fields=('special', 'step'), name='one_evidence_a_step'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'turned_down'), _negated=True), fields=('special', 'on'), name='one_claim_a_day'),
        ),
        migrations.AddConstraint(
            model_name='thanks',
            constraint=models.UniqueConstraint(fields=('special', 'milestone'), name='thanked_once'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('officer', '='), ('during', '&&')], name='training_counted_once'),
        ),
    ]

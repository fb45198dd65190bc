"""The field by which a duty desk says whom it means."""

from django import forms

from bluelamp.design.forms import PlainForm
from bluelamp.duty.models import Post


class ByCollar(PlainForm):
    """The collar number is quickest to say on the phone."""

    collar = forms.CharField(label="Collar number", max_length=12, help_text="Or the name, where there is one only")

    def clean_collar(self) -> int:
        """The officer's key. Raises ValidationError where nobody or more than one is meant."""
        said = str(self.cleaned_data["collar"]).strip()
        posts = Post.objects.select_related("officer")
        found = list(posts.filter(officer__collar_number=said)) or list(posts.filter(officer__name__icontains=said)[:2])
        if len(found) != 1:
            words = "Nobody on the establishment is called that." if not found else "More than one is called that: "
            raise forms.ValidationError(words + ("" if not found else "give the collar number."))
        return int(found[0].officer_id)

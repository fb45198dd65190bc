"""No signals, no save() override, no look-up of models by name: what happens is written where it happens."""

from tests.architecture import house


def test_no_signals() -> None:
    assert "django.db.models.signals.post_save" in house.imports("from django.db.models.signals import post_save")
    found = [(path, name) for path, text in house.python() for name in house.imports(text)
             if "signals" in name or name == "django.dispatch.receiver"]  # fmt: skip
    assert not found


def test_no_save_override() -> None:
    assert house.save_overrides("class A:\n    def save(self): ...") == ["A.save"]
    found = {path: over for path, text in house.python() if (over := house.save_overrides(text))}
    assert not found


def test_no_model_is_looked_up_by_name() -> None:
    found = [path for path, text in house.python() if "apps.get_model" in text or "import get_model" in text]
    assert not found

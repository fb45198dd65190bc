"""What was done at the scene, accounted for (D9)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked, say
from bluelamp.safeguarding.rules.positive_action import Scene, complete
from bluelamp.verdict import insist


@action
def account_for_scene(*, by: Acting, at: datetime, domestic: int, scene: Scene, key: str | None = None) -> str:
    """Write what was found and done: arrested or why not, who the primary aggressor is, filmed or why not."""
    require(by, "safeguarding.assess")
    found = locked(domestic)
    insist(complete(scene=scene))
    for name, value in vars(scene).items():
        setattr(found, name, value)
    found.scene_at = at
    found.save(update_fields=[*vars(scene), "scene_at"])
    said = (scene.why_not_arrested, scene.primary_aggressor, scene.not_filmed_why)
    words = {"words": " ".join(part for part in said if part)}
    say(events.SCENE, found, facts={"arrested": scene.arrested, "filmed": scene.filmed}, words=words)
    return found.ref

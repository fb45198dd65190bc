"""Invented people: given and family names of our own choosing, put together by chance."""

from random import Random

WOMEN = (
    "Amelia", "Bridget", "Ceri", "Dilys", "Edwina", "Farida", "Greta", "Hana", "Imogen", "Joanne", "Keziah", "Lorna",
    "Marit", "Nadia", "Odile", "Priya", "Renske", "Saoirse", "Tamsin", "Ursula", "Verity", "Wanda", "Yasmin", "Zofia",
)  # fmt: skip
MEN = (
    "Alfie", "Bogdan", "Callum", "Dev", "Emrys", "Florin", "Gareth", "Hamza", "Idris", "Jonah", "Kofi", "Leon",
    "Mattis", "Nikhil", "Osman", "Piotr", "Quentin", "Rhodri", "Sanjay", "Tobias", "Umar", "Viktor", "Wendell", "Yusuf",
)  # fmt: skip
FAMILIES = (
    "Abbotsley", "Bramhurst", "Colverne", "Dastoor", "Ellingworth", "Farnaby", "Grantchester", "Hollowell", "Iremonger",
    "Jaroszek", "Kettlewood", "Lindhorst", "Marlowe", "Nettlefold", "Okonjo", "Penhallow", "Quarrington", "Redfern",
    "Sotherby", "Thackwell", "Umberslade", "Varley", "Wetherden", "Yarborough", "Zelinka", "Ashgrove", "Bellweather",
    "Crannock", "Dunmorrow", "Eversholt", "Fennimore", "Gillingdale", "Harcastle", "Ibbotson", "Keldane", "Loxwood",
)  # fmt: skip


def person(luck: Random, *, woman: bool | None = None) -> tuple[str, str, str]:
    """Given name, family name and sex ("female" or "male")."""
    female = luck.random() < 0.5 if woman is None else woman
    return luck.choice(WOMEN if female else MEN), luck.choice(FAMILIES), "female" if female else "male"


def number(luck: Random) -> str:
    """A mobile number of those that are given to nobody, kept for stories."""
    return f"07700 900{luck.randrange(1000):03}"

"""Nothing in the repository ties it to one machine."""

from tests.architecture import house

TEXT = (
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".js",
    ".mjs",
    ".json",
    ".scss",
    ".css",
    ".yaml",
    ".in",
    "Makefile",
    "run",
)


def test_no_machine_path_and_no_registry_address() -> None:
    assert house.addresses("see /home/" + "ann/x") == ["/home/" + "ann"]
    assert house.addresses("https://" + "pypi" + ".org/simple")
    found = {}
    for path in house.files(*TEXT):
        bad = house.addresses(path.read_text(errors="replace"))
        if bad:
            found[str(path.relative_to(house.ROOT))] = bad[:3]
    assert not found

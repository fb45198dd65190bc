"""One page = one test file of the same name: "where is it tested?" is the same path under `tests/`."""

from tests.architecture.house import PACKAGE, ROOT, imports


def test_every_page_that_has_an_address_has_its_test_file() -> None:
    untested = []
    for contents in sorted(PACKAGE.glob("*/urls.py")):
        named = [one.split(".") for one in imports(contents.read_text(encoding="utf-8"))]
        pages = {(one[1], one[3]) for one in named if one[0] == "bluelamp" and one[2:3] == ["pages"] and len(one) > 3}
        assert pages, f"{contents.parent.name} has addresses and no pages"
        untested += [
            f"{domain}/pages/{name}.py"
            for domain, name in sorted(pages)
            if not (ROOT / "tests" / domain / "pages" / f"test_{name}.py").is_file()
        ]
    assert untested == []

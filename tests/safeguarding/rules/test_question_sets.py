"""Sets of questions: what is shipped holds together, and a wrong file is named."""

from pathlib import Path

import pytest

from bluelamp.safeguarding.rules.assessing import Said
from bluelamp.safeguarding.rules.prompts import CLUSTER, Sign, prompts
from bluelamp.safeguarding.rules.question_sets import QuestionSetError, read

SHIPPED = Path(__file__).resolve().parents[3] / "bluelamp" / "safeguarding" / "question_sets"
HEAD = 'key="a"\nversion="1"\nname="A"\nsource="S"\ntag="U"\n'
ONE = '[[question]]\ncode="one"\nabout="One"\nwords="One?"\n'


def test_the_long_set_has_its_27_questions_and_says_that_its_words_are_ours() -> None:
    found = read(SHIPPED / "dash_27.toml")
    assert len(found.questions) == 27
    assert (found.key, found.tag, found.licensed) == ("dash_27", "U", False)
    assert "wording ours" in found.source


@pytest.mark.parametrize("name", ["dash_27", "first_response"])
def test_every_sign_with_a_pathway_is_asked_about(name: str) -> None:
    found = read(SHIPPED / f"{name}.toml")
    asked = frozenset(sign for each in found.questions for sign in each.signs)
    assert asked >= set(Sign)
    everything = found.signs(dict.fromkeys(found.codes, Said.YES))
    assert len(prompts(signs=everything)) == len([one for one in Sign if prompts(signs=[one])]) + 1


@pytest.mark.parametrize("said", [Said.NO, Said.NOT_KNOWN, Said.NOT_ASKED, Said.DECLINED])
def test_only_a_yes_is_a_sign(said: Said) -> None:
    found = read(SHIPPED / "dash_27.toml")
    assert found.signs(dict.fromkeys(found.codes, said)) == frozenset()


def test_more_signs_never_mean_fewer_prompts() -> None:
    for sign in Sign:
        assert set(prompts(signs=CLUSTER)) <= set(prompts(signs=CLUSTER | {sign}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("key=", "Invalid value"),
        (HEAD, "there is no question"),
        (HEAD + ONE + ONE, "two questions have one code"),
        (HEAD + ONE.replace('"One?"', '""'), "a question has code, about and words"),
        (HEAD + ONE + 'signs=["moon"]\n', "one: 'moon' is not a valid Sign"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionSetError, match=f"bad.toml: .*{words}"):
        read(tmp_path / "bad.toml")

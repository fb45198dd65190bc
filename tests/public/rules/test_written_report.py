"""What somebody wrote, as a call handler reads it."""

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.public.rules.written_report import WAYS, Written, as_words


def test_every_answer_on_a_line_of_its_own():
    said = as_words(
        Written(what="Bike gone.", place="High Street", when="last night", name="A. Reed", phone="07700 900111",
                email="reed@example.org", safe=("text", "email"))
    )  # fmt: skip
    assert said == (
        "Bike gone.\n\nWhere: High Street\nWhen: last night\nName: A. Reed\nPhone: 07700 900111\n"
        "Email: reed@example.org\nSafe to reach: by text, by email"
    )


def test_that_no_way_is_safe_is_said():
    assert as_words(Written(what="Help")).endswith("no way was ticked. Do not ring or write.")


@given(st.text(min_size=1), st.sets(st.sampled_from(sorted(WAYS))))
def test_what_happened_stands_first_and_unaltered(what, safe):
    said = as_words(Written(what=what, safe=tuple(sorted(safe))))
    assert said.startswith(what + "\n")
    assert ("Do not ring" in said.removeprefix(what)) == (not safe)

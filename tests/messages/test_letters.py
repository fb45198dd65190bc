"""Letters in every language and form: the same gaps, no story, and none sent that nobody set up."""

from string import Formatter

import pytest

from bluelamp.messages.letters import EASY, LARGE, languages, letters, may_be_written, words_of
from bluelamp.messages.models import Message
from bluelamp.messages.providers import NotTaken, template_id
from bluelamp.messages.rules.safe_channel import TELLING, Channel
from bluelamp.messages.rules.templates import PLAIN, TEMPLATES

LONGEST_LINE = 70


@pytest.mark.parametrize("language", languages())
def test_a_translation_says_everything_that_english_says(language: str) -> None:
    english, other = letters("en"), letters(language)
    assert english.keys() == other.keys() <= TEMPLATES.keys()
    for key, forms in english.items():
        assert forms.keys() == other[key].keys() == {PLAIN, LARGE, EASY}
        for form, template in forms.items():
            assert other[key][form].gaps == template.gaps == TEMPLATES[key].gaps, (key, form)
            assert other[key][form].heading


def test_no_letter_tells_what_it_is_about_or_who_we_are() -> None:
    for forms in letters("en").values():
        for template in forms.values():
            said = f"{template.heading} {template.words}".casefold()
            assert not [word for word in (*TELLING, "bluelamp", "dear") if word in said], said


def test_easy_read_is_short_lines_with_one_thing_each() -> None:
    for forms in letters("en").values():
        for line in forms[EASY].words.strip().splitlines():
            bare = "".join(text for text, *_ in Formatter().parse(line))
            assert len(bare) < LONGEST_LINE
            assert bare.count(". ") == 0


def test_only_a_letter_is_written_in_another_form_and_only_one_there_are_words_for() -> None:
    facts = {"channel": Channel.LETTER, "language": "ar", "form": LARGE}
    assert may_be_written("please-ring-us", **facts).allowed
    assert may_be_written("news-waits", channel=Channel.TEXT, language="en", form=PLAIN).allowed
    assert not may_be_written("please-ring-us", **{**facts, "channel": Channel.TEXT}).allowed
    assert not may_be_written("please-ring-us", **{**facts, "language": "xx"}).allowed
    assert not may_be_written("please-ring-us", **{**facts, "form": "signed"}).allowed
    assert not may_be_written("news-waits", **facts).allowed


def test_it_leaves_by_the_template_of_its_language_and_form_or_not_at_all(settings) -> None:
    settings.NOTIFY_TEMPLATES = {"please-ring-us.letter": "1", "please-ring-us.letter.ar.large_print": "2"}
    letter = Message(template="please-ring-us", channel="letter")
    assert template_id(letter) == "1"
    letter.language, letter.form = "ar", LARGE
    assert template_id(letter) == "2"
    letter.form = EASY
    with pytest.raises(NotTaken) as refusal:
        template_id(letter)
    assert refusal.value.for_good, "one that cannot be read is not sent in English instead"
    assert "نودّ" in words_of(letter).words

"""A voice rings; what is written waits in a queue."""

import pytest

from bluelamp.calls.rules.channels import Channel


@pytest.mark.parametrize("channel", Channel)
def test_only_a_voice_on_a_line_rings(channel: Channel) -> None:
    assert channel.rings == (channel in {Channel.EMERGENCY, Channel.NON_EMERGENCY, Channel.HELP_POINT})
    assert channel.words

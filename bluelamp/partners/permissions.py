"""The capabilities of sharing with partner bodies, in words."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="partners.view", words="See partner bodies, agreements, and what was shared and answered")
SHARE = Capability(name="partners.share", words="Share agreed information with a partner body and follow the answer")
AGREE = Capability(
    name="partners.agree", words="Sign agreements with partner bodies, and set how they are reached and sign in"
)

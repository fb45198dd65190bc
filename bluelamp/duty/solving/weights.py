"""What a planner minds, in points: a roster of fewer points is the better one. A person missing outweighs all else."""

MISSING = 1000
"""A person too few against the least a unit needs, in one window."""
BELOW_DESIRED = 6
ABOVE_DESIRED = 1
OTHER_SHIFT = 2
"""Another shift than that of the base pattern, on a day it has one."""
BASE_REST_DAY = 4
"""A duty on a rest day of the base pattern."""
BASE_DUTY_OFF = 2
"""A day off where the base pattern has a duty."""
WISH = 2
"""Each degree of a wish for a day off that is not met."""
THIRD_WEEKEND = 4
FOURTH_WEEKEND = 20
PUBLIC_HOLIDAY = 12
"""Each public holiday worked beyond those of the force's policy in 13 weeks."""
NIGHT_BEYOND_SEVEN = 3
CALL_ON_A_REST_DAY = 5
DUTY_OWED = 10
"""A duty below four fifths of what the hours of the person come to."""
OFFER_UNUSED = 3
"""Each of two duties in 28 days that a special offered hours for and is not asked to work: an offer left lying is a
volunteer lost, so it weighs more than one person above the strength desired."""
VOLUNTEER_DUTY = 2
"""A special's third duty in 28 days, and each beyond."""

"""So that `python -m bluelamp` is the command `bluelamp`."""

import sys

from bluelamp.site.command_line import main

sys.exit(main())

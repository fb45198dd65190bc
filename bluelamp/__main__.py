"""So that `python -m bluelamp` is the command `bluelamp`."""

import sys

from bluelamp.site.command_line import main

if __name__ == "__main__":  # a helper process reads this module anew and must not start the command again
    sys.exit(main())

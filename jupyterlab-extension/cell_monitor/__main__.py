"""`python -m cell_monitor`, the same as `cell-monitor`."""

import sys

from .doctor import main

sys.exit(main())

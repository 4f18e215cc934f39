"""``python -m sphinxcontrib_tripreport``: the command line, as ``tripreport``."""

from __future__ import annotations

import sys

from sphinxcontrib_tripreport.commands import main

if __name__ == "__main__":
    sys.exit(main())

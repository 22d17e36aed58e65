"""What waits on the student's disk until the application has it.

Append-only segment files, for hub homes are often on NFS, where SQLite's WAL does not work. Nothing
here knows of networks or event loops: every call may block and all calls come from one thread.
"""

from .count import count_waiting
from .folder import ClaimedFolder, claim_folder, claim_left_folders
from .limits import SpoolLimits
from .position import Report
from .record import Record
from .set_aside import SetAside
from .spool import Spool, SpoolFull, Waiting

__all__ = [
    "ClaimedFolder",
    "Record",
    "Report",
    "SetAside",
    "Spool",
    "SpoolFull",
    "SpoolLimits",
    "Waiting",
    "claim_folder",
    "claim_left_folders",
    "count_waiting",
]

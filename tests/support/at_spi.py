"""Run by the system's Python: prints what a screen reader sees of JITDesk, as JSON.

A node is {"role", "name", "states", "children"}; hidden windows are left out.
"""

import json
import sys

import pyatspi

DEPTH = 14


def node(found, depth=0):
    states = [pyatspi.stateToString(state) for state in found.getState().getStates()]
    children = []
    if depth < DEPTH:
        for number in range(min(found.childCount, 60)):
            child = found.getChildAtIndex(number)
            if child is not None:
                children.append(node(child, depth + 1))
    return {
        "role": found.getRoleName(),
        "name": found.name,
        "description": found.description,
        "states": states,
        "children": children,
    }


def main():
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        app = desktop.getChildAtIndex(number)
        if app is not None and app.name == "jitdesk":
            windows = [app.getChildAtIndex(n) for n in range(app.childCount)]
            json.dump([node(window) for window in windows if window is not None], sys.stdout)
            return 0
    return 1


sys.exit(main())

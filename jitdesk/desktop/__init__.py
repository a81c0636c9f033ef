"""The operating system as a plug: one interface a plug, one file a system, a Null that works.

Nothing here knows Qt. A plug says what it can do before it is asked to do it.
"""

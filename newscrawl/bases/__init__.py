"""Families of sources: what a walk from a channel to its articles does, and what differs between kinds of sites."""
